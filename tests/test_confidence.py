"""How sure an answer is: what moves it, and which way."""

import math
from dataclasses import asdict, fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.retriever import Halves, Ranking
from qa import confidence as module
from qa.answer import Person
from qa.confidence import SIGNS, Signs, both, confidence, read_odds, sureness
from qa.question import read_question
from qa.ranking.choosing import Choice
from qa.ranking.found import Favour
from qa.ranking.trees import Forest
from qa.searching import Search
from tests.builders import make_found, make_reading
from training.boosting import trees_of
from training.confidence import Example, fit

WORST = Signs(0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
BEST = Signs(0.95, 0.2, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0)
ANY = st.builds(Signs, *[st.floats(0, 1) for _ in fields(Signs)])


@given(ANY, st.floats(-30, 30))
def test_it_is_a_probability(signs: Signs, reading: float) -> None:
    assert 0 < confidence(signs, reading) < 1


def test_all_signs_for_an_answer_make_it_sure_and_none_unsure() -> None:
    assert confidence(BEST, 10.0) > 0.8
    assert confidence(WORST, 10.0) < 0.2
    assert confidence(BEST, -10.0) < 0.2


def test_both_subject_and_detail_must_be_there() -> None:
    # of 0.8 and 1 / (1 + e**-2), the logistic function of 3 / 1.5, the product is 0.7046
    sure = 0.6 * math.log(0.7046 / 0.2954) + 1.2
    assert both(0.8, 3.0) == pytest.approx(1 / (1 + math.exp(-sure)), abs=1e-4)
    assert both(0.8, 3.0) > both(0.8, -3.0)
    assert both(0.8, 3.0) > both(0.1, 3.0)


@pytest.mark.parametrize("sign", ["nearest", "lead", "agreed", "covered", "asked", "present"])
@given(signs=ANY, other=st.floats(0, 1))
def test_no_sign_for_an_answer_lowers_it(sign: str, signs: Signs, other: float) -> None:
    low, high = sorted([asdict(signs)[sign], other])
    less, more = replace(signs, **{sign: low}), replace(signs, **{sign: high})
    assert confidence(less, 1.0) <= confidence(more, 1.0)


@pytest.mark.parametrize(
    ("read", "malus", "expected"),
    [(3.0, 0.0, 3.0), (3.0, -2.0, 1.0), (None, 0.0, None), (None, -2.0, -2.0)],
)
def test_other_days_than_those_asked_after_come_off(
    read: float | None, malus: float, expected: float | None
) -> None:
    assert read_odds(_search("何时开会？", read, malus)) == expected


@pytest.mark.parametrize(("question", "expected"), [("林小满是谁？", 1.0), ("严知夏是谁？", -11.0)])
def test_a_person_of_whom_nobody_tells_is_hardly_an_answer(question: str, expected: float) -> None:
    assert read_odds(_search(question, 3.0)) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [("谁开会？", 1.0), ("Who holds a meeting?", 3.0), ("何时开会？", 3.0)],
)
def test_where_nobody_is_named_who_answers_reading_is_less_sure(
    question: str, expected: float
) -> None:
    assert read_odds(_search(question, 3.0)) == expected


@pytest.mark.parametrize(("title", "expected"), [("县长", -1.0), ("", -4.0)])
def test_who_somebody_is_a_title_tells_without_reading(title: str, expected: float) -> None:
    search = _search("林小满是谁？", -3.0, malus=-1.0)
    people = (Person("林小满", title, (), search.choice.found[0].passage.id, 2, 5),)
    told = replace(search, choice=replace(search.choice, people=people))
    assert read_odds(told) == expected


@pytest.mark.parametrize(
    ("name", "title", "malus", "told"),
    [
        ("林小满", "县长", 0.0, True),
        ("林小满", "", 0.0, False),
        ("林小满", "县长", -1.0, False),  # of other days than are asked after
        ("林小", "县长", 0.0, False),  # who may be somebody else of that name
    ],
)
def test_a_title_beside_a_full_name_surely_tells_who_that_is(
    name: str, title: str, malus: float, *, told: bool
) -> None:
    search = _search(f"{name}是谁？", -9.0, malus=malus)
    people = (Person(name, title, (), search.choice.found[0].passage.id, 2, 2 + len(name)),)
    known = replace(search, choice=replace(search.choice, people=people))
    assert (sureness(known) >= 0.8) == told


def test_what_finds_nothing_is_not_answered() -> None:
    search = _search("林小满是谁？", None)
    assert sureness(replace(search, choice=replace(search.choice, found=(), read=()))) == 0.0


def _search(question: str, read: float | None, malus: float = 0.0) -> Search:
    """One passage, which reads so, for a question."""
    reading = None if read is None else make_reading({0: read})
    found = make_found("县长林小满开会。")
    first = replace(found, reading=reading, favour=Favour(malus=malus))
    choice = Choice((first,), (first,), (), agreed=True)
    return Search(read_question(question), Ranking((), Halves((), ()), ()), choice)


def test_where_nobody_has_read_the_subject_has_to_do() -> None:
    assert both(0.8, None) == 0.8


def test_learnt_trees_say_what_the_model_says(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(7)
    some = [
        Example("set", number, Signs(*map(float, row)), 0.0, held, not held)
        for number, row in enumerate(random.random((200, len(fields(Signs)))))
        for held in [bool(row[0] + row[3] > 1)]
    ]
    model = fit(some)
    monkeypatch.setattr(module, "_learnt", lambda: Forest(trees_of(model, SIGNS), SIGNS))
    rows = np.array([list(asdict(each.signs).values()) for each in some])
    mine = [confidence(each.signs, 2.0) for each in some]
    theirs = [both(each, 2.0) for each in model.predict_proba(rows)[:, 1].tolist()]
    assert mine == pytest.approx(theirs, abs=1e-3)
