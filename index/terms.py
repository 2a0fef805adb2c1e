"""What a question looks for: terms, each of which several words may answer to."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.sounds import Way


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a question looks for.

    Attributes:
        forms: The folded words that stand for it, any of which counts, each with its worth, up
            to 1.
        ways: Further ways to write it, by its sound.
        text: What the question says, folded.
        whole: Those of the words that are looked for even where a tokenizer cuts them: 桥|水.
    """

    forms: tuple[tuple[str, float], ...]
    ways: tuple[Way, ...] = ()
    text: str = ""
    whole: tuple[str, ...] = ()

    @property
    def pattern(self) -> str:
        """A regular expression for what it is by its sound; empty for none."""
        return "|".join("".join(f"[{characters}]" for characters in way) for way in self.ways)


def plain_terms(words: Iterable[str]) -> tuple[Term, ...]:
    """A term for each word, of that word alone."""
    return tuple(Term(((word, 1.0),), text=word) for word in words)
