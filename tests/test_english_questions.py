"""Questions put into English word by word, for the cross-encoder to learn from."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import TaggedNames
from training.english import in_english

TAGS = {"林建国": "PER", "云川": "LOC", "4月12日": "TIME", "出席": "v", "会议": "n", "的": "u"}


def english(question: str, seed: int) -> str:
    return in_english(question, TaggedNames(TAGS), random.Random(seed))  # noqa: S311


@pytest.mark.parametrize("seed", range(8))
def test_what_is_asked_for_is_asked_in_english(seed: int) -> None:
    assert english("林建国出席了什么会议？", seed).lower().count("wh") == 1
    assert "who" in english("谁出席了会议？", seed).lower()
    assert "how m" in english("会议有多少人？", seed).lower()


@pytest.mark.parametrize("seed", range(8))
def test_names_are_written_by_their_sound_and_days_by_their_month(seed: int) -> None:
    said = english("林建国4月12日出席了什么会议？", seed)
    assert "Lin Jianguo" in said.replace("-g", "g")
    assert "April 12" in said


def test_words_come_by_their_meaning() -> None:
    said = " ".join(english("谁出席了会议？", seed) for seed in range(20))
    assert "attend" in said
    assert "meeting" in said


def test_the_asking_word_mostly_comes_first() -> None:
    firsts = [
        english("林建国出席了什么会议？", seed).startswith(("What", "Which")) for seed in range(50)
    ]
    assert 25 < sum(firsts) < 50


@given(st.text(alphabet="林建国出席的会议谁什么多少一3a ·（", max_size=20), st.integers(0, 99))
def test_any_question_loses_its_chinese_words(question: str, seed: int) -> None:
    said = english(question, seed)
    assert not set(said) & set("林建国出席的会议谁什么多少一")
