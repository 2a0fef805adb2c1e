"""What a question is about, piece by piece, as passages may write it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from index.pairs import asked_parts, neighbours
from index.terms import Term
from index.translation import translate
from qa.question import Question

_PAIR = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff0-9]|[0-9][\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z][a-z0-9]+|[0-9][0-9.]+")
# What a meaning of an English word must be worth to be looked for, to count as the word, and to be
# what it surely means.
_LEAST, _LIKELY, _SURE = 0.5, 0.3, 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that a question names.

    Attributes:
        forms: The ways to write it, each with its worth, up to 1.
        pattern: A regular expression for what it is by its sound; empty for none.
    """

    forms: tuple[tuple[str, float], ...]
    pattern: str = ""

    def held(self, key: str) -> float:
        """What the best way to write it that a key holds is worth; 0 where it holds none."""
        held = 0.0
        for form, worth in self.forms:
            if worth > held and form in key:
                held = worth
        return 1.0 if held < 1 and self.pattern and re.search(self.pattern, key) else held

    def places(self, key: str) -> Iterator[tuple[int, int, float]]:
        """Where it stands in a key, any way: start, end and worth."""
        for form, worth in self.forms:
            yield from ((*span, worth) for span in occurrences(form, key))
        if self.pattern:
            yield from ((*match.span(), 1.0) for match in re.finditer(self.pattern, key))


def occurrences(word: str, key: str) -> Iterator[tuple[int, int]]:
    """Where a word stands in a key, in order, none overlapping; nowhere for an empty word."""
    start = key.find(word) if word else -1
    while start >= 0:
        end = start + len(word)
        yield start, end
        start = key.find(word, end)


@lru_cache(maxsize=256)
def pieces(question: Question) -> tuple[Piece, ...]:
    """The pieces of a question, each once, in order; none of a question that only asks.

    Of a Chinese question the pairs of neighbouring characters and the Latin words; of an English
    one its words with what they may mean, without meanings of one character.
    """
    if question.language == "en":
        return translated(translate(question.text))
    pairs = chain.from_iterable(map(neighbours, asked_parts(question.key)))
    plain = (*(pair for pair in pairs if _PAIR.fullmatch(pair)), *_LATIN.findall(question.key))
    return tuple(Piece(((piece, 1.0),)) for piece in dict.fromkeys(plain))


def named(question: Question) -> str:
    """What a question itself names, to look in: its key, and what English words surely mean."""
    if question.language != "en":
        return question.key
    sure = (form for piece in pieces(question) for form, worth in piece.forms if worth >= _SURE)
    return "\n".join((question.key, *sure))


def shared(question: Question, keys: Sequence[str]) -> list[float]:
    """How much of a question each sentence of a passage holds, by their keys.

    A piece counts the less the more sentences hold it; what the passage holds of the question is
    one in all. Zeros where it holds nothing.
    """
    return shares([[piece.held(key) for key in keys] for piece in pieces(question)], len(keys))


def shares(pieces_held: Sequence[Sequence[float]], number: int) -> list[float]:
    """The same, by what each of so many sentences holds of each piece."""
    rows = [[each / sum(map(bool, row)) for each in row] for row in pieces_held if any(row)]
    total = sum(map(max, rows))
    return [sum(row[n] for row in rows) / total if total else 0.0 for n in range(number)]


def meanings(term: Term) -> list[str]:
    """The forms of a term that count as the term, in their order."""
    return [form for form, worth in term.forms if worth >= _LIKELY]


def translated(terms: Iterable[Term]) -> tuple[Piece, ...]:
    """A piece for each term that a passage may write in more than one character, each once."""
    found = (
        Piece(
            tuple(form for form in term.forms if form[1] >= _LEAST and len(form[0]) > 1),
            term.pattern,
        )
        for term in terms
    )
    return tuple(dict.fromkeys(piece for piece in found if piece.forms or piece.pattern))
