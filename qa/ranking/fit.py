"""Whether passages hold enough of what a question says to tell of the event that it means."""

from collections.abc import Sequence
from dataclasses import dataclass

_ALL = 0.9  # nearly all of the telling words


@dataclass(frozen=True, slots=True)
class Fit:
    """What passages must hold, or hold and score, to tell of the event that a question means.

    They fit when they hold nearly all of its telling words, whatever they score.

    Attributes:
        words: The question's telling words.
        score: The least score of those that hold fewer.
        held: How many characters of the words those must hold.
    """

    words: Sequence[str]
    score: float
    held: float

    def of(self, keys: Sequence[str], score: float) -> bool:
        """Whether passages with these keys, of which the best has this score, fit."""
        holds = covered(self.words, keys)
        enough = score >= self.score and holds >= self.held
        return enough or 0 < _ALL * sum(map(len, self.words)) <= holds


def covered(words: Sequence[str], keys: Sequence[str]) -> int:
    """How many characters of the words stand in any of the keys; each word counts once."""
    return sum(len(word) for word in words if any(word in key for key in keys))
