"""Quotation marks inside quotation marks: the inner ones change, as GB/T 15834 has it."""

from typing import Final

CHINESE: Final = ("“”", "‘’")  # the outer pair of marks, and the one inside it
TRADITIONAL: Final = ("「」", "『』")
TITLE: Final = ("《》", "〈〉")


def nested(text: str, pairs: tuple[str, str] = CHINESE) -> str:
    """The text as it stands inside the first of two pairs of marks: its own marks take turns.

    Each paragraph by itself, since of a speech every paragraph opens and only the last one closes.
    """
    return "\n".join(_paragraph(line, pairs) for line in text.split("\n"))


def _paragraph(text: str, pairs: tuple[str, str]) -> str:
    said: list[str] = []
    opened: list[str] = []  # the pairs that are open
    for character in text:
        pair = next((each for each in pairs if character in each), "")
        if pair and character == pair[0]:
            opened.append(pair)
            said.append(_turned(len(opened), pairs)[0])
        elif pair and pair in opened[-1:]:
            said.append(_turned(len(opened), pairs)[1])
            opened.pop()
        elif pair == pairs[0]:  # closes what another paragraph opened
            said.append(pairs[1][1])
        else:  # an apostrophe, too
            said.append(character)
    return "".join(said)


def _turned(depth: int, pairs: tuple[str, str]) -> str:
    return pairs[depth % 2]
