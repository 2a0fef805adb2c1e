"""What a question is looked for by, worked out by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question import read_question
from qa.ranking.sought import Sought, weights_of


def asked(text: str) -> Sought:
    return Sought.of(read_question(text))


@pytest.mark.parametrize(
    ("key", "share"), [("青岚大桥通车了", 4 / 10), ("大桥哪天", 2 / 10), ("无关", 0.0)]
)
def test_the_longest_stretch_is_a_share_of_the_question(key: str, share: float) -> None:
    assert asked("青岚大桥在哪天通车?").run(key) == pytest.approx(share)


def test_an_english_question_stands_in_no_text() -> None:
    assert asked("When did the bridge open?").run("when did the bridge open?") == 0.0


@pytest.mark.parametrize(("key", "share"), [("一座城市", 1.0), ("入城", 0.5), ("乡下", 0.0)])
def test_the_thing_asked_for_is_named_from_its_beginning(key: str, share: float) -> None:
    assert asked("是哪个城市?").named(key) == share


def test_a_question_that_names_no_thing_finds_none() -> None:
    assert asked("何时通车?").named("一座城市") == 0.0


def test_the_questions_own_figures_do_not_count() -> None:
    assert asked("2023年有几人?").other_figures("2023年12人,比8.5多") == 2


def test_half_is_beside_where_nothing_tells() -> None:
    assert asked("Who came?").beside("谁来了") == 0.5


@given(st.lists(st.lists(st.sampled_from([0.0, 1.0]), min_size=3, max_size=3), max_size=9))
def test_what_fewer_sentences_hold_never_weighs_less(rows: list[list[float]]) -> None:
    weights = weights_of([np.array(row) for row in rows], 3)
    holding = np.array(rows).reshape(len(rows), 3).sum(0)
    assert weights.sum() <= 1 + 1e-9
    assert all(
        weights[one] >= weights[other]
        for one in range(3)
        for other in range(3)
        if holding[one] <= holding[other]
    )
