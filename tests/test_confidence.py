"""How sure an answer is: what moves it, and which way."""

from dataclasses import replace

import pytest

from qa.confidence import Signs, confidence

SIGNS = Signs(nearest=0.6, agreed=1.0, covered=0.8, english=0.0)


def test_it_is_a_probability() -> None:
    assert 0 < confidence(SIGNS) < 1


@pytest.mark.parametrize(("sign", "worse"), [("nearest", 0.3), ("agreed", 0.0), ("covered", 0.1)])
def test_what_speaks_against_an_answer_lowers_it(sign: str, worse: float) -> None:
    assert confidence(replace(SIGNS, **{sign: worse})) < confidence(SIGNS)
