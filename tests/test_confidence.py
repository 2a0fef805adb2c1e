"""How sure an answer is: what moves it, and which way."""

from dataclasses import asdict, fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa import confidence as module
from qa.confidence import SIGNS, Signs, confidence
from qa.trees import Forest
from training.boosting import trees_of
from training.confidence import Example, fit

WORST = Signs(0.5, 0.0, 0.0, 0.0, 0.0, 0.0, -10.0, -10.0, 0.0, 0.0)
BEST = Signs(0.95, 0.2, 1.0, 1.0, 1.0, 1.0, 10.0, 10.0, 0.0, 0.0)
ANY = st.builds(Signs, *[st.floats(0, 1) for _ in fields(Signs)])


@given(ANY)
def test_it_is_a_probability(signs: Signs) -> None:
    assert 0 < confidence(signs) < 1


def test_all_signs_for_an_answer_make_it_sure_and_none_unsure() -> None:
    assert confidence(BEST) > 0.8
    assert confidence(WORST) < 0.2


@pytest.mark.parametrize(
    "sign", ["nearest", "lead", "agreed", "covered", "asked", "present", "read", "anywhere"]
)
@given(signs=ANY, other=st.floats(0, 1))
def test_no_sign_for_an_answer_lowers_it(sign: str, signs: Signs, other: float) -> None:
    low, high = sorted([asdict(signs)[sign], other])
    assert confidence(replace(signs, **{sign: low})) <= confidence(replace(signs, **{sign: high}))


def test_learnt_trees_say_what_the_model_says(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(7)
    some = [
        Example("set", number, Signs(*map(float, row)), bool(row[0] + row[3] > 1), bool(number % 3))
        for number, row in enumerate(random.random((200, len(fields(Signs)))))
    ]
    model = fit(some)
    monkeypatch.setattr(module, "_learnt", lambda: Forest(trees_of(model, SIGNS), SIGNS))
    rows = np.array([list(asdict(each.signs).values()) for each in some])
    mine = [confidence(each.signs) for each in some]
    assert mine == pytest.approx(model.predict_proba(rows)[:, 1], abs=1e-3)
