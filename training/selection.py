"""Learns the trees of `qa.ranking.selection` from libraries and their labelled questions.

``python -m training.selection --set L Q.jsonl.gz --set …`` writes ``qa/ranking/selection.json``
and prints, for each set, cross-validated over articles, in percent: how often the marked sentence
of a right first passage is right, and how often the first passage is right and of a right article,
before sentences are judged and after.
"""

import logging
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from corpus.split import sentences
from index.retriever import Ranking
from qa.library import Library
from qa.quality.metrics import covers_any
from qa.quality.question_set import LabelledQuestion
from qa.question import Question
from qa.ranking.choosing import READ, Choice
from qa.ranking.clues import read_clues
from qa.ranking.selection import SIGNS, by_likelihood
from qa.ranking.trees import matrix
from training.boosting import SEED, as_json, folds_of, trees_of
from training.sets import by_place, read_sets, sampled

logger = logging.getLogger(__name__)

_MOST = 1500  # questions of a set
_FOLDS = 5
# What speaks for a sentence, however much there is of it, and what against it.
_FOR = (
    "share share_behind holds holds_behind with_before in_passage run beside sign answer acting"
    " behind meaning_behind"
).split()
_AGAINST = ("rank",)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage found for a question, and which of its sentences are right.

    Attributes:
        clues: A row for each sentence; float64, (sentences, signs).
        labels: Whether each holds a labelled evidence.
        right: Whether the passage holds one.
        gold: Whether it is of a gold article.
    """

    clues: NDArray[np.float64]
    labels: tuple[bool, ...]
    right: bool
    gold: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled question of a set with its first passages, in the order in which they were found.

    Attributes:
        place: The set.
        group: An article that answers it: what is about one article is learnt from or judged on.
        passages: The passages.
        kept: Whether the order was left as found, since people who answer were found.
    """

    place: str
    group: str
    passages: tuple[Passage, ...] = field(repr=False)
    kept: bool

    def matrix(self) -> NDArray[np.float64]:
        """The clues of all sentences, passage after passage."""
        return np.concatenate([passage.clues for passage in self.passages])

    def labels(self) -> list[bool]:
        """Whether each of these sentences is right."""
        return [label for passage in self.passages for label in passage.labels]


def examples(
    place: str, library: Library, questions: Sequence[LabelledQuestion]
) -> Iterator[Example]:
    """Each answerable question that finds anything, with its first passages."""
    for labelled in questions:
        if labelled.answerable:
            question, ranking = library.searcher.rank(labelled.question, READ)
            choice = library.searcher.chooser.fitting(question, ranking, READ)
            passages = tuple(_passages(labelled, question, ranking, choice))
            if passages:
                group = labelled.gold[0].article
                yield Example(place, group, passages, bool(choice.people))


def _passages(
    labelled: LabelledQuestion, question: Question, ranking: Ranking, choice: Choice
) -> Iterator[Passage]:
    found = choice.found[:READ]
    clues = read_clues(question, found, choice.everybody, ranking.meaning)
    for each, its_clues in zip(found, clues, strict=True):
        golds = [g.evidence for g in labelled.gold if g.article == each.heading.record]
        text = each.passage.text
        yield Passage(
            clues=matrix(its_clues, SIGNS),
            labels=tuple(covers_any(text[start:end], golds) for start, end in sentences(text)),
            right=covers_any(text, golds),
            gold=bool(golds),
        )


def fit(some: Sequence[Example]) -> HistGradientBoostingClassifier:
    """Boosted trees that tell whether a sentence holds the evidence, by its clues."""
    model = HistGradientBoostingClassifier(
        max_iter=150,
        learning_rate=0.08,
        max_leaf_nodes=12,
        min_samples_leaf=40,
        l2_regularization=2.0,
        max_features=0.3,
        monotonic_cst=[1 if sign in _FOR else -1 if sign in _AGAINST else 0 for sign in SIGNS],
        early_stopping=False,
        random_state=SEED,
    )
    clues = np.concatenate([each.matrix() for each in some])
    labels = [each.labels() for each in some]
    weights = np.repeat(_weights(some), [len(its) for its in labels])
    return model.fit(clues, np.concatenate(labels), sample_weight=weights)


def _weights(some: Sequence[Example]) -> NDArray[np.float64]:
    """What each example counts: the less the larger its set, by the root, so that none drowns."""
    sizes = Counter(each.place for each in some)
    return np.array([math.sqrt(len(some) / sizes[each.place]) for each in some])


def cross_validated(every: Sequence[Example]) -> list[list[NDArray[np.float64]]]:
    """The log odds of each example's sentences, passage by passage, by a model without its group.

    No example's article stands in what its model was learnt from.
    """
    fold = folds_of([each.group for each in every], _FOLDS)
    odds: list[list[NDArray[np.float64]]] = [[] for _ in every]
    for number in np.unique(fold):
        model = fit([e for e, its in zip(every, fold, strict=True) if its != number])
        for place in np.flatnonzero(fold == number).tolist():
            odds[place] = [model.decision_function(p.clues) for p in every[place].passages]
    return odds


def report(
    every: Sequence[Example], odds: Sequence[Sequence[NDArray[np.float64]]]
) -> dict[str, object]:
    """Of some examples: the figures before and after, in percent, and how many they are."""
    firsts = [_first(each, its) for each, its in zip(every, odds, strict=True)]
    before = [each.passages[0] for each in every]
    after = [each.passages[first] for each, first in zip(every, firsts, strict=True)]
    marked = [
        passage.labels[int(np.argmax(its[first]))]
        for passage, its, first in zip(after, odds, firsts, strict=True)
        if passage.right
    ]
    return {
        "questions": len(every),
        "sentence": _percent(marked),
        "evidence@1": [_percent([p.right for p in passages]) for passages in (before, after)],
        "article@1": [_percent([p.gold for p in passages]) for passages in (before, after)],
    }


def _first(example: Example, odds: Sequence[NDArray[np.float64]]) -> int:
    """Which passage comes first once the sentences are judged."""
    return 0 if example.kept else by_likelihood([its.tolist() for its in odds])[0]


def _percent(values: Sequence[bool]) -> float:
    return round(100 * sum(values) / max(1, len(values)), 1)


def main() -> None:
    """Learns, prints the cross-validated figures, writes the trees."""
    every: list[Example] = []
    for name, library, questions in read_sets(__doc__):
        every += examples(name, library, sampled(questions, _MOST))
    text = _as_json(every)
    (Path(__file__).parents[1] / "qa" / "ranking" / "selection.json").write_text(
        text, encoding="utf-8"
    )
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logger.info("%s", text.split('"trees"')[0])


def _as_json(every: Sequence[Example]) -> str:
    """What was learnt, on what, and how well it does."""
    odds = cross_validated(every)
    figures = by_place(
        [each.place for each in every],
        lambda at: report([every[number] for number in at], [odds[number] for number in at]),
    )
    return as_json("selection", figures, trees_of(fit(every), SIGNS))


if __name__ == "__main__":
    main()
