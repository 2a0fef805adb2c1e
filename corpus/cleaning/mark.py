"""One piece of page furniture, as what looks for it gives it."""

from dataclasses import dataclass
from typing import Final

BETWEEN: Final = " \n\t\xa0\u3000|｜丨/"  # white space, and the bars that divide pieces


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of furniture.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last.
        kind: ``ad``, ``phrase``, ``rule``, ``editor``, ``desk``, ``source``, ``title``, ``call``,
            ``count``, ``rights`` or ``head``.
        text: What is cut, as it stands.
    """

    start: int
    end: int
    kind: str
    text: str


def make_mark(text: str, start: int, end: int, kind: str) -> Mark:
    """What stands in a stretch of the text, as furniture of a kind."""
    return Mark(start, end, kind, text[start:end])


def skip_blanks(text: str, place: int) -> int:
    """The first place from ``place`` on that is neither white space nor a dividing bar."""
    while place < len(text) and text[place] in BETWEEN:
        place += 1
    return place
