"""Pure functions that merge rankings by their scores."""

from collections.abc import Mapping, Sequence
from statistics import fmean, pstdev

from index.hits import Hit, ranked


def standardised(ranking: Sequence[Hit]) -> dict[str, float]:
    """Each passage's score less the ranking's mean, in its standard deviations.

    A ranking whose scores are all the same gives zeros; an empty one gives nothing.
    """
    if not ranking:
        return {}
    scores = [hit.score for hit in ranking]
    mean, deviation = fmean(scores), pstdev(scores)
    return {
        hit.passage_id: (hit.score - mean) / deviation if deviation > 0 else 0.0 for hit in ranking
    }


def centred(ranking: Sequence[Hit], step: float) -> dict[str, float]:
    """Each passage's score less the ranking's mean, in steps; an empty ranking gives nothing."""
    mean = fmean(hit.score for hit in ranking) if ranking else 0.0
    return {hit.passage_id: (hit.score - mean) / step for hit in ranking}


def weighted(rankings: Sequence[tuple[Mapping[str, float], float]]) -> tuple[Hit, ...]:
    """All passages by the weighted sum of their scores, best first, ties by passage id.

    A passage that a ranking does not hold gets that ranking's lowest score.

    Args:
        rankings: Pairs of (scores by passage id, weight).
    """
    totals: dict[str, float] = dict.fromkeys(
        (each for scores, _ in rankings for each in scores), 0.0
    )
    for scores, weight in rankings:
        lowest = min(scores.values(), default=0.0)
        for each in totals:
            totals[each] += weight * scores.get(each, lowest)
    return ranked(totals.items())
