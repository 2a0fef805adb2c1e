"""Whether passages fit the event that a question means."""

import pytest

from qa.ranking.fit import Fit, covered

WORDS = ("松岛", "渡轮", "停航")
FIT = Fit(WORDS, score=2.0, held=4.0)


def test_a_word_counts_once_wherever_it_stands() -> None:
    assert covered(WORDS, ["松岛渡轮", "渡轮停航"]) == 2 + 2 + 2
    assert covered(WORDS, []) == 0


@pytest.mark.parametrize(
    ("key", "score", "fits"),
    [
        ("松岛渡轮今日停航", 0.0, True),  # holds all, whatever it scores
        ("松岛渡轮", 2.0, True),
        ("松岛渡轮", 1.9, False),
        ("松岛", 3.0, False),
    ],
)
def test_passages_fit_that_hold_all_or_hold_and_score_enough(
    key: str, score: float, fits: bool
) -> None:
    assert FIT.of([key], score) == fits


def test_without_words_the_score_decides() -> None:
    assert Fit((), score=2.0, held=0.0).of(["松岛"], 2.0)
    assert not Fit((), score=2.0, held=0.0).of(["松岛"], 1.9)
