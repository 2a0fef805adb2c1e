"""How much of what a question says stands in a part of a text, be it asked in English."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.fold import HAN, fold
from index.pairs import neighbours
from index.terms import Term
from index.translation import translate
from qa.people.mention import last_part
from qa.text.pieces import Piece, translated

_HALF = 0.5  # what words are worth that stand before the part
_CAPITAL = re.compile(r"\b[A-Z][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a question says.

    Attributes:
        pieces: Of a Chinese question the pairs of neighbouring characters, of an English one what
            its words may mean; each once.
        names: Patterns for how Chinese writes what an English question names.
        is_english: Whether the question is in English.
    """

    pieces: tuple[Piece, ...]
    names: tuple[re.Pattern[str], ...] = ()
    is_english: bool = False

    def share(self, part: str, before: str = "") -> float:
        """The share of the pieces that stand in a part of a key; half of each in what is before."""
        worth = 0.0
        for piece in self.pieces:
            here = piece.held(part)
            worth += max(here, _HALF * piece.held(before)) if before and here < _HALF else here
        return worth / max(1, len(self.pieces))

    def is_named(self, name: str) -> bool:
        """Whether an English question names a person, in full or by the last of several names."""
        parts = (name, last_part(name))
        return any(pattern.fullmatch(part) for pattern in self.names for part in parts)


def read_wording(question: str, key: str) -> Wording:
    """What a question says.

    Args:
        question: As typed.
        key: Its key.
    """
    if HAN.search(key):
        return Wording(tuple(Piece(((pair, 1.0),)) for pair in dict.fromkeys(_pairs(key))))
    terms = translate(question)
    return Wording(translated(terms), tuple(_names(question, terms)), is_english=True)


def _pairs(key: str) -> Iterator[str]:
    return (pair for pair in neighbours(key) if pair.isalnum() and not pair.isascii())


def _names(question: str, terms: Iterable[Term]) -> Iterator[re.Pattern[str]]:
    """How Chinese writes each capitalised word: by its sound, or as the dictionary has it."""
    capitals = {fold(word) for word in _CAPITAL.findall(question)}
    for term in terms:
        if term.pattern:
            yield re.compile(term.pattern)
        elif capitals.intersection(term.text.split()):
            yield re.compile("|".join(re.escape(form) for form, _ in term.forms if len(form) > 1))
