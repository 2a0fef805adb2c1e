"""Which sentence answers, and which passage comes first for it."""

from dataclasses import replace

import numpy as np
import pytest

from qa.question import read_question
from qa.ranking import selection as module
from qa.ranking.found import Favour, Found, Sentence
from qa.ranking.selection import SIGNS, by_likelihood, judged, likeliest_first
from qa.ranking.trees import Forest
from tests.builders import make_found
from training.boosting import trees_of
from training.selection import Example, Passage, cross_validated, fit, report

BRIDGE = "大桥长3公里。桥面铺了沥青。车流不断。"
PAVED, LONG = "桥面铺了沥青。", "大桥长3公里。"


def odds_of(each: Found) -> list[float]:
    return [sentence.odds for sentence in each.sentences]


def test_each_sentence_of_a_passage_is_judged() -> None:
    (each,) = judged(read_question("桥面铺了什么？"), [make_found(BRIDGE)])
    texts = [BRIDGE[sentence.start : sentence.end] for sentence in each.sentences]
    assert texts == ["大桥长3公里。", "桥面铺了沥青。", "车流不断。"]
    assert odds_of(each).index(max(odds_of(each))) == 1


def test_the_passage_whose_sentence_most_likely_answers_comes_first() -> None:
    passages = [make_found(LONG, score=2.0), make_found(PAVED, score=1.5)]
    ordered = likeliest_first(judged(read_question("桥面铺了什么？"), passages))
    assert [each.passage.text for each in ordered] == [PAVED, LONG]
    assert [(each.hit.score, each.hit.rank) for each in ordered] == [(2.0, 1), (1.5, 2)]


def test_what_was_not_judged_stays_behind_in_its_order() -> None:
    unread = [make_found("甲。", score=1.0), make_found("乙。", score=0.5)]
    passages = [
        *judged(read_question("桥面铺了什么？"), [make_found(LONG), make_found(PAVED)]),
        *unread,
    ]
    ordered = likeliest_first(passages)
    assert [each.passage.text for each in ordered] == [PAVED, LONG, "甲。", "乙。"]


def test_what_is_as_likely_stays_in_order() -> None:
    judged_alike = (Sentence(0, 1, 0.5),)
    one, other = (replace(make_found(text), sentences=judged_alike) for text in ("甲。", "乙。"))
    assert [each.passage.text for each in likeliest_first([one, other])] == ["甲。", "乙。"]


@pytest.mark.parametrize("favour", [Favour(malus=-2.0), Favour(bonus=1.0, malus=-2.0)])
def test_what_speaks_against_a_passage_puts_it_behind(favour: Favour) -> None:
    one, other = (
        replace(make_found(text), sentences=(Sentence(0, 1, odds),))
        for text, odds in (("甲。", 0.5), ("乙。", 0.3))
    )
    ordered = likeliest_first([replace(one, favour=favour), other])
    assert [each.passage.text for each in ordered] == ["乙。", "甲。"]


def test_the_first_stays_where_another_is_hardly_likelier() -> None:
    assert by_likelihood([[-2.0, 0.1], [0.5], [0.6, -9.0]]) == [0, 2, 1]
    assert by_likelihood([[0.1], [0.8]]) == [1, 0]


def test_nothing_found_stays_nothing() -> None:
    assert judged(read_question("谁？"), []) == ()
    assert likeliest_first([]) == ()


def made(group: int) -> Example:
    """Two passages of two sentences; the right one holds most of the question, second."""
    random = np.random.default_rng(group)

    def passage(*shares: float, right: bool) -> Passage:
        clues = random.random((len(shares), len(SIGNS))) / 10
        clues[:, SIGNS.index("share")] = shares
        return Passage(clues, tuple(share > 0.5 for share in shares), right, right)

    return Example(
        "set", str(group), (passage(0.1, 0.3, right=False), passage(0.2, 0.9, right=True)), False
    )


def test_what_is_learnt_finds_the_sentences_that_are_right() -> None:
    every = [made(group) for group in range(200)]
    figures = report(every, cross_validated(every))
    assert figures == {
        "questions": 200,
        "sentence": 100.0,
        "evidence@1": [0.0, 100.0],
        "article@1": [0.0, 100.0],
    }


def test_where_the_order_was_left_the_first_passage_stays() -> None:
    every = [made(group) for group in range(200)]
    odds = cross_validated(every)
    kept = [Example(e.place, e.group, e.passages, kept=True) for e in every]
    assert report(kept, odds)["evidence@1"] == [0.0, 0.0]


def test_learnt_trees_say_what_the_model_says(monkeypatch: pytest.MonkeyPatch) -> None:
    every = [made(group) for group in range(60)]
    model = fit(every)
    forest = Forest(trees_of(model, SIGNS), SIGNS)
    rows = np.concatenate([each.matrix() for each in every])
    assert forest.odds(rows) == pytest.approx(model.decision_function(rows), abs=1e-3)
    monkeypatch.setattr(module, "_learnt", lambda: forest)
    assert odds_of(judged(read_question("谁？"), [make_found(LONG)])[0])
