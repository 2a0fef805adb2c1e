"""How sure an answer is: the probability that the library holds it at all."""

import math
from collections.abc import Sequence

from index.retriever import Ranking

# A logistic function of the best meaning score and of the share of the question's words found;
# to be replaced by coefficients that `training` fits.
_MEANING = (-8.0, 14.0)
_COVERAGE = 2.0


def confidence(ranking: Ranking, words: Sequence[str], best_key: str) -> float:
    """The probability, 0 to 1, that the best passage answers; 0 without any hit.

    Args:
        ranking: What the question found.
        words: The question's telling words.
        best_key: The key of the best passage.
    """
    if not ranking.hits:
        return 0.0
    nearest = ranking.halves.dense[0].score if ranking.halves.dense else 0.0
    found = sum(len(word) for word in words if word in best_key)
    coverage = found / max(1, sum(len(word) for word in words))
    return 1 / (1 + math.exp(-(_MEANING[0] + _MEANING[1] * nearest + _COVERAGE * coverage)))
