"""Learns the weights of `qa.confidence` from a library and its labelled questions.

``python -m training.confidence --library L --questions Q.jsonl.gz`` writes ``qa/confidence.json``
and prints, cross-validated over the questions: how well confidence tells the answerable from the
unanswerable, and how many of the unanswerable are answered where 95 % of the answerable are.
Each answerable question also counts once as an unanswerable one: over the library without its
articles.
"""

import argparse
import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from index.hits import Hit, ranked
from index.retriever import Halves, fuse
from qa.confidence import Signs, read_signs
from qa.library import Library, open_library
from qa.question_set import LabelledQuestion, read_questions
from qa.searching import Search

logger = logging.getLogger(__name__)

_K = 10
_FOLDS, _SEED = 8, 20231122
_NEAR_WEIGHT, _GONE_WEIGHT = 3.0, 0.5  # what is judged is the near miss: it is rarer, and harder
_SIGNS = tuple(field.name for field in fields(Signs))


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of one question over one library, and whether that holds the answer."""

    question: int
    signs: Signs
    held: bool
    gone: bool


def examples(library: Library, questions: Sequence[LabelledQuestion]) -> Iterator[Example]:
    """Each question over the whole library, and each answerable one without its articles."""
    for number, labelled in enumerate(questions):
        search = library.searcher.search(labelled.question, _K)
        if search.choice.found:
            yield Example(number, read_signs(search), labelled.answerable, False)
        if labelled.answerable:
            rest = _without(library, search, {gold.article for gold in labelled.gold})
            if rest.choice.found:
                yield Example(number, read_signs(rest), False, True)


def _without(library: Library, search: Search, records: set[str]) -> Search:
    """The search as it would be without some articles (but for the depth of its halves)."""
    articles = {article for record in records for article in library.article_ids(record)}
    gone = {passage.id for article in articles for passage in library.passages_of(article)}

    def kept(hits: Sequence[Hit]) -> tuple[Hit, ...]:
        return ranked((hit.passage_id, hit.score) for hit in hits if hit.passage_id not in gone)

    halves = search.ranking.halves
    rest = Halves(kept(halves.lexical), kept(halves.dense or ()))
    ranking = replace(search.ranking, halves=rest, hits=fuse(rest, search.question.language))
    choice = library.searcher.chooser.choose(search.question, ranking, _K)
    return Search(search.question, ranking, choice)


def fit(some: Sequence[Example]) -> Pipeline:
    """The logistic regression of whether the library holds the answer, over the signs."""
    weights = [_GONE_WEIGHT if e.gone else 1.0 if e.held else _NEAR_WEIGHT for e in some]
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=1000))
    return model.fit(
        _matrix(some), [e.held for e in some], logisticregression__sample_weight=weights
    )


def cross_validated(every: Sequence[Example]) -> NDArray[np.float64]:
    """Each example's probability by a model that has not seen its question; float64, (n,)."""
    numbers = np.array([example.question for example in every])
    fold = np.random.default_rng(_SEED).integers(0, _FOLDS, numbers.max() + 1)[numbers]
    probabilities = np.zeros(len(every))
    for number in range(_FOLDS):
        model = fit([e for e, its in zip(every, fold, strict=True) if its != number])
        held_out = [e for e, its in zip(every, fold, strict=True) if its == number]
        if held_out:
            probabilities[fold == number] = model.predict_proba(_matrix(held_out))[:, 1]
    return probabilities


def report(every: Sequence[Example], probabilities: NDArray[np.float64]) -> dict[str, float]:
    """AUROC and the share answered wrongly, against near misses and against articles taken out."""
    held = np.array([example.held for example in every])
    gone = np.array([example.gone for example in every])
    threshold = float(np.quantile(probabilities[held], 0.05))
    figures = {"threshold": threshold}
    for name, rest in (("near", ~held & ~gone), ("gone", gone)):
        some = held | rest
        figures[f"auroc_{name}"] = float(roc_auc_score(held[some], probabilities[some]))
        figures[f"answered_{name}"] = float((probabilities[rest] >= threshold).mean())
    return {name: round(value, 3) for name, value in figures.items()}


def weights_of(model: Pipeline) -> dict[str, float]:
    """The regression's weights for the signs as they are, and its intercept."""
    scaler, regression = model[0], model[1]
    weights = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - weights @ scaler.mean_)
    named = dict(zip(_SIGNS, map(float, weights), strict=True))
    return {name: round(value, 4) for name, value in {**named, "intercept": intercept}.items()}


def _matrix(some: Sequence[Example]) -> NDArray[np.float64]:
    return np.array([list(asdict(example.signs).values()) for example in some])


def main() -> None:
    """Learns, prints the cross-validated figures, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True, help="the library's folder")
    parser.add_argument("--questions", type=Path, required=True, help="its labelled questions")
    arguments = parser.parse_args()
    with open_library(arguments.library) as library:
        every = list(examples(library, read_questions(arguments.questions)))
    figures = report(every, cross_validated(every))
    learnt = {
        "learnt_on": arguments.questions.name,
        "command": "python -m training.confidence --library L --questions Q",
        "cross_validated": figures,
        "weights": weights_of(fit(every)),
    }
    text = json.dumps(learnt, indent=2) + "\n"
    (Path(__file__).parents[1] / "qa" / "confidence.json").write_text(text, encoding="utf-8")
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logger.info("%s", text)


if __name__ == "__main__":
    main()
