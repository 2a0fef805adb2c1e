"""Names in Latin letters: capitals tell where they begin and end, which a key does not keep."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.people.mention import Span
from qa.text.names import PERSON, Word

_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’-]*(?: +[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’-]*)+")
_PARTICLE = r"(?:de|da|di|do|dos|del|della|der|den|van|von|bin|ibn|al|el|la|le|du|y)"
_CAPITAL = r"(?:[A-ZÀ-Þ][A-Za-zÀ-ɏ'’-]*\.?)"
_RUN = re.compile(rf"(?<![A-Za-zÀ-ɏ]){_CAPITAL}(?: +(?:{_PARTICLE} +)*{_CAPITAL})*")
_LEAST_WORDS, _MOST_WORDS = 2, 4
# What stands before a name and is none of it; and what only names of bodies and places hold.
_BEFORE = frozenset(
    "The A An In On At By For But And As When While After Before Mr Mrs Ms Dr Sir Prof Professor"
    " President Premier Prime Minister Mayor Chairman Chairwoman Chairperson Chief Director"
    " Governor Secretary General Captain Coach Judge King Queen Prince Princess Pope CEO CFO CTO"
    " Deputy Vice Former Foreign Head Officer Spokesman Spokeswoman Ambassador Senator".split()
)
_NO_PERSON = frozenset(
    "Museum University College School Hospital Company Corporation Corp Inc Ltd Group Bank Club"
    " United City County Province Road Avenue Bridge River Airport Station League"
    " Cup Party Ministry Committee Council Association Institute Center Centre Agency Court"
    " Times Post Herald News Daily Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    " January February March July September October November December Pro Plus Ultra Mini".split()
)


def with_latin_names(text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, where of several Latin ones that were taken for a name only names are one.

    Args:
        text: The passage's text.
        words: The words of its key, every person's name one of them.
    """
    return tuple(part for word in words for part in _parted(text, word))


def _parted(text: str, word: Word) -> Iterator[Word]:
    if word.tag != PERSON or not _LATIN.fullmatch(text, word.start, word.end):
        yield word
        return
    behind = word.start
    for start, end in _names(text, word.start, word.end):
        if behind < start:
            yield Word(behind, start, "nz")
        yield replace(word, start=start, end=end)
        behind = end
    if behind < word.end:
        yield Word(behind, word.end, "nz")


def _names(text: str, start: int, end: int) -> Iterator[Span]:
    """The runs of two to four capitalised words that name nobody but a person."""
    for run in _RUN.finditer(text, start, end):
        parts = list(re.finditer(r"\S+", run[0]))
        while len(parts) > _LEAST_WORDS and parts[0][0].rstrip(".") in _BEFORE:
            parts.pop(0)
        words = {part[0].rstrip(".") for part in parts}
        if _LEAST_WORDS <= len(parts) <= _MOST_WORDS and not words & _NO_PERSON:
            yield run.start() + parts[0].start(), run.end()
