"""How sure an answer is: the probability that the library holds it at all."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

from qa.choosing import Choice
from qa.evidence import telling_words
from qa.searching import Search

_UNKNOWN = 0.5  # for what words cannot tell of an English question over Chinese articles


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for or against the library holding an answer.

    Attributes:
        nearest: The best meaning score (a cosine).
        agreed: Whether words and meaning find the same article first, 0 or 1.
        covered: The share of the question's telling words, by length, that the passages found of
            the first article hold.
        english: Whether the question is English, 0 or 1: then words tell nothing, and ``agreed``
            and ``covered`` are one half.
    """

    nearest: float
    agreed: float
    covered: float
    english: float


def read_signs(search: Search) -> Signs:
    """The signs of a search that found at least one passage."""
    dense = search.ranking.halves.dense
    english = search.question.language == "en"
    return Signs(
        nearest=dense[0].score if dense else 0.0,
        agreed=_UNKNOWN if english else float(search.choice.agreed),
        covered=_UNKNOWN if english else _covered(search.choice, search.ranking.words),
        english=float(english),
    )


def _covered(choice: Choice, words: Sequence[str]) -> float:
    telling = telling_words(words)
    article = choice.found[0].passage.article_id
    keys = [each.key for each in choice.found if each.passage.article_id == article]
    found = sum(len(word) for word in telling if any(word in key for key in keys))
    return found / max(1, sum(map(len, telling)))


def confidence(signs: Signs) -> float:
    """The probability, 0 to 1, that the library holds the answer.

    A logistic function, whose weights ``python -m training.confidence`` learns and
    ``qa/confidence.json`` holds, with the questions that they were learnt on.
    """
    weights = _weights()
    total = weights["intercept"] + sum(
        weights[name] * value for name, value in asdict(signs).items()
    )
    return 1 / (1 + math.exp(-total))


@cache
def _weights() -> Mapping[str, float]:
    text = files("qa").joinpath("confidence.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights
