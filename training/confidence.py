"""Learns the trees of `qa.confidence` from libraries and their labelled questions.

``python -m training.confidence --set L Q.jsonl.gz --set …`` writes ``qa/confidence.json`` and
prints, for each set, cross-validated over the questions: how well confidence tells the answerable
from the unanswerable, and how many of the unanswerable are answered where 95 % of the answerable
are. Each answerable question also counts once as an unanswerable one: over the library without
its articles. Of sets that the cross-encoder has learnt from only the questions that were held out
are taken: of the others it knows the answers. How reliable the cross-validated probabilities are is
drawn into ``docs/reliability.png``.
"""

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score

from index.hits import Hit, ranked
from index.retriever import Halves, fuse
from qa.confidence import SIGNS, Signs, both, read_odds, read_signs
from qa.library import Library
from qa.quality.question_set import LabelledQuestion
from qa.ranking.trees import matrix
from qa.searching import Search
from training.boosting import SEED, as_json, folds_of, trees_of
from training.materials import unseen
from training.reliability import Curve, curve, draw, expected_error
from training.sets import by_place, read_sets, sampled

logger = logging.getLogger(__name__)

_K = 10
_MOST = 600  # questions of a set
_FOLDS = 8
_ANSWERED = 0.95  # of the answerable questions
_FREE = ("who", "english")  # every other sign speaks for an answer


@dataclass(frozen=True, slots=True)
class Example:
    """One question over one library.

    Attributes:
        place: The set.
        question: Its place in the set.
        signs: What the search for it shows of its subject.
        reading: The log odds that the first passage answers; None where nobody read it closely.
        held: Whether the library holds the answer.
        gone: Whether it was taken out of the library.
    """

    place: str
    question: int
    signs: Signs
    reading: float | None
    held: bool
    gone: bool


def examples(
    place: str, library: Library, questions: Sequence[LabelledQuestion]
) -> Iterator[Example]:
    """Each question over the whole library, and each answerable one without its articles."""
    for number, labelled in enumerate(questions):
        search = library.searcher.search(labelled.question, _K)
        if search.choice.found:
            yield _example(place, number, search, held=labelled.answerable)
        if labelled.answerable:
            rest = _without(library, search, {gold.article for gold in labelled.gold})
            if rest.choice.found:
                yield _example(place, number, rest, gone=True)


def _example(
    place: str, number: int, search: Search, *, held: bool = False, gone: bool = False
) -> Example:
    return Example(place, number, read_signs(search), read_odds(search), held, gone)


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


def fit(some: Sequence[Example]) -> HistGradientBoostingClassifier:
    """Boosted trees that tell whether the library holds what is asked about, by the signs.

    Of near misses it does, and of those that are answered: only taken-out articles tell.
    """
    some = [each for each in some if each.held or each.gone]
    model = HistGradientBoostingClassifier(
        max_iter=120,
        learning_rate=0.1,
        max_depth=3,
        min_samples_leaf=30,
        max_features=0.5,
        l2_regularization=1.0,
        monotonic_cst=[0 if sign in _FREE else 1 for sign in SIGNS],
        early_stopping=False,
        random_state=SEED,
    )
    return model.fit(_matrix(some), [e.held for e in some], sample_weight=_weights(some))


def _weights(some: Sequence[Example]) -> list[float]:
    """What each example counts; sets count alike, however large they are."""
    sizes = Counter(each.place for each in some)
    return [min(sizes.values()) / sizes[each.place] for each in some]


def cross_validated(every: Sequence[Example]) -> NDArray[np.float64]:
    """Each example's probability by a model that has not seen its question; float64, (n,)."""
    fold = folds_of([(each.place, each.question) for each in every], _FOLDS)
    probabilities = np.zeros(len(every))
    for number in range(_FOLDS):
        model = fit([e for e, its in zip(every, fold, strict=True) if its != number])
        held_out = [e for e, its in zip(every, fold, strict=True) if its == number]
        if held_out:
            probabilities[fold == number] = model.predict_proba(_matrix(held_out))[:, 1]
    pairs = zip(probabilities.tolist(), every, strict=True)
    return np.array([both(subject, each.reading) for subject, each in pairs])


def report(every: Sequence[Example], probabilities: NDArray[np.float64]) -> dict[str, float]:
    """AUROC and the share answered wrongly, against near misses and against articles taken out."""
    held = np.array([example.held for example in every])
    gone = np.array([example.gone for example in every])
    threshold = float(np.quantile(probabilities[held], 1 - _ANSWERED))
    figures = {"threshold": threshold}
    for name, rest in (("near", ~held & ~gone), ("gone", gone)):
        some = held | rest
        if rest.any():
            figures[f"auroc_{name}"] = float(roc_auc_score(held[some], probabilities[some]))
            figures[f"answered_{name}"] = float((probabilities[rest] >= threshold).mean())
    figures["calibration_error"] = expected_error(held.tolist(), probabilities)
    return {name: round(value, 3) for name, value in figures.items()}


def _curves(every: Sequence[Example], probabilities: NDArray[np.float64]) -> dict[str, Curve]:
    """The reliability of each set, and of all together, by name."""
    found = {}
    for place in dict.fromkeys(each.place for each in every):
        of_set = np.array([each.place == place for each in every])
        held = [each.held for each in every if each.place == place]
        found[place.removesuffix(".questions.jsonl.gz")] = curve(held, probabilities[of_set])
    return {**found, "all": curve([each.held for each in every], probabilities)}


def _matrix(some: Sequence[Example]) -> NDArray[np.float64]:
    return matrix([example.signs for example in some], SIGNS)


def main() -> None:
    """Learns, prints the cross-validated figures, writes the trees."""
    every: list[Example] = []
    for name, library, questions in read_sets(__doc__):
        every += examples(name, library, sampled(unseen(name, library, questions), _MOST))
    probabilities = cross_validated(every)
    text = _as_json(every, probabilities)
    top = Path(__file__).parents[1]
    (top / "qa" / "confidence.json").write_text(text, encoding="utf-8")
    draw(_curves(every, probabilities), top / "docs" / "reliability.png")
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logger.info("%s", text)


def _as_json(every: Sequence[Example], probabilities: NDArray[np.float64]) -> str:
    """What was learnt, on what, and how well it does; a line for each tree."""
    figures = by_place(
        [each.place for each in every],
        lambda at: report([every[number] for number in at], probabilities[at]),
    )
    return as_json("confidence", figures, trees_of(fit(every), SIGNS))


if __name__ == "__main__":
    main()
