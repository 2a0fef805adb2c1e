"""What comes out of a retriever: hits, best first."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage of a ranking.

    Attributes:
        passage_id: The passage.
        score: Higher is better; comparable within one ranking only.
        rank: 1 for the best.
    """

    passage_id: str
    score: float
    rank: int


def ranked(scores: Iterable[tuple[str, float]]) -> tuple[Hit, ...]:
    """Hits of (passage id, score) pairs: best score first, ties by passage id, ranks from 1."""
    ordered = sorted(scores, key=lambda pair: (-pair[1], pair[0]))
    return tuple(Hit(each, score, rank) for rank, (each, score) in enumerate(ordered, start=1))
