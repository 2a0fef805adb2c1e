"""Pure functions that merge rankings."""

from collections.abc import Mapping, Sequence
from statistics import fmean, pstdev

from index.hits import Hit, ranked

# Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank
# Learning Methods", SIGIR 2009.
RRF_CONSTANT = 60


def reciprocal_rank(rankings: Sequence[Sequence[Hit]]) -> tuple[Hit, ...]:
    """All hits of the rankings by the sum of 1 / (60 + rank), best first, ties by passage id.

    A passage that a ranking does not hold gets nothing from it. No rankings, no hits.
    """
    scores: dict[str, float] = {}
    for ranking in rankings:
        for hit in ranking:
            scores[hit.passage_id] = scores.get(hit.passage_id, 0.0) + 1 / (RRF_CONSTANT + hit.rank)
    return ranked(scores.items())


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
