"""What comes out of a retriever: hits, best first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

_SPARE = 16  # asked for beyond k, so that one search is nearly always enough


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


def best(search: Callable[[int], Sequence[tuple[str, float]]], k: int) -> tuple[Hit, ...]:
    """The k best of what a back-end finds, best score first, ties by passage id.

    Of passages that tie with the k-th, back-ends return whichever they please; so all of them are
    asked for before the ids decide.

    Args:
        search: Finds so many (passage id, score) pairs, best first; fewer where there are no more.
        k: How many, 1 or more.
    """
    size = k + _SPARE
    found = search(size)
    while len(found) == size and found[-1][1] == found[k - 1][1]:
        size *= 2
        found = search(size)
    return ranked(found)[:k]
