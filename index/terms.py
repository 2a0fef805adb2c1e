"""What a question looks for: terms, each of which several words may answer to."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a question looks for.

    Attributes:
        forms: The folded words that stand for it, any of which counts, each with its worth, up
            to 1.
        pattern: A regular expression for further words, whole; empty for none.
        text: What the question says, folded.
    """

    forms: tuple[tuple[str, float], ...]
    pattern: str = ""
    text: str = ""


def plain_terms(words: Iterable[str]) -> tuple[Term, ...]:
    """A term for each word, of that word alone."""
    return tuple(Term(((word, 1.0),), text=word) for word in words)
