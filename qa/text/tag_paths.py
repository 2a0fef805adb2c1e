"""The best path of tags through scores and transitions (Viterbi, 1967), where scores say most."""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

import numpy as np
from numpy.typing import NDArray

_ROUNDING: Final = 1e-4

Scores = NDArray[np.float32]


class TagPaths:
    """Finds the tags of characters whose scores and transitions have the largest sum.

    Transitions say little beside scores, so that nearly every character has one tag alone which a
    best path can hold: only the stretches between these are searched.

    Args:
        transitions: What it is worth to come from a tag to another, (tags, tags).
    """

    def __init__(self, transitions: Scores) -> None:
        self._transitions: list[list[float]] = transitions.tolist()
        self._gains = _most_gained(transitions) + _most_gained(transitions.T) + _ROUNDING

    def best(self, scores: Scores) -> list[int]:
        """One tag a character; of equal sums, any.

        Args:
            scores: Each character's score of each tag, (characters, tags).
        """
        likeliest = scores.argmax(1)
        best = np.take_along_axis(scores, likeliest[:, None], 1)
        possible = scores + self._gains[likeliest] >= best
        tags: list[int] = likeliest.tolist()
        for start, end in _stretches(possible.sum(1) > 1):
            allowed = [np.flatnonzero(each).tolist() for each in possible[start:end]]
            tags[start:end] = self._best_way(allowed, scores[start:end].tolist())
        return tags

    def _best_way(
        self, allowed: Sequence[Sequence[int]], scores: Sequence[Sequence[float]]
    ) -> list[int]:
        """The tags with the largest sum, each one of those allowed in its place."""
        ways = [(scores[0][tag], [tag]) for tag in allowed[0]]
        for tags, its in zip(allowed[1:], scores[1:], strict=True):
            ways = [self._longer(ways, tag, its[tag]) for tag in tags]
        return max(ways, key=itemgetter(0))[1]

    def _longer(
        self, ways: Sequence[tuple[float, list[int]]], tag: int, score: float
    ) -> tuple[float, list[int]]:
        """The best of the ways that go on with a tag."""
        worth, way = max(
            ((worth + self._transitions[way[-1]][tag], way) for worth, way in ways),
            key=itemgetter(0),
        )
        return worth + score, [*way, tag]


def _most_gained(transitions: Scores) -> Scores:
    """What a tag can gain over another by what stands on one side of it, (other, tag)."""
    gained: Scores = (transitions[:, None, :] - transitions[:, :, None]).max(0)
    return np.maximum(gained, 0)  # nothing may stand there


def _stretches(unsure: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Where neighbouring characters are not sure, each stretch with the sure ones beside it."""
    edges = np.flatnonzero(np.diff(unsure, prepend=False, append=False)).tolist()
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        yield max(0, start - 1), min(end + 1, len(unsure))
