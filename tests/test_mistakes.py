"""Questions that a passage nearly answers: what is exchanged, and for what."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.split import sentences
from tests.fakes import TaggedNames
from training.lessons import Material
from training.mistakes import with_mistakes

PASSAGE = "县长林建国和书记何望舒4月12日在云川剪彩。"
TAGS = {
    "林建国": "PER",
    "何望舒": "PER",
    "周子谦": "PER",
    "云川": "LOC",
    "青岚": "LOC",
    "4月12日": "TIME",
}


def material(question: str, answer: str, after: str) -> Material:
    start, passage = PASSAGE.index(answer), PASSAGE + after
    return Material(
        question=question,
        context="云川大桥通车\n",
        passage=passage,
        answer=(start, start + len(answer)),
        sentence=(0, len(PASSAGE)),
        sentences=sentences(passage),
    )


def mistaken(*questions: tuple[str, str], after: str = "", seed: int = 1) -> list[tuple[str, ...]]:
    some = [material(question, answer, after) for question, answer in questions]
    made = with_mistakes(some, TaggedNames(TAGS), random.Random(seed))  # noqa: S311
    assert [replace(each, mistaken=()) for each in made] == some
    return [each.mistaken for each in made]


@given(st.integers(0, 99))
def test_a_name_is_exchanged_for_one_of_another_sentence(seed: int) -> None:
    (first,) = mistaken(("林建国在哪里剪彩？", "云川"), after="周子谦致辞。", seed=seed)
    assert set(first) <= {"周子谦在哪里剪彩？"}


def test_that_happens_for_some_seed() -> None:
    asked = ("林建国在哪里剪彩？", "云川")
    every = [mistaken(asked, after="周子谦致辞。", seed=seed) for seed in range(30)]
    assert [("周子谦在哪里剪彩？",)] in every


@given(st.integers(0, 99))
def test_a_name_of_a_sentence_that_may_answer_stays_out(seed: int) -> None:
    asked = ("林建国在哪里剪彩？", "云川")
    assert mistaken(asked, after="周子谦在青岚致辞。", seed=seed) == [()]


@given(st.integers(0, 99))
def test_a_name_of_the_sentence_that_answers_stays_out(seed: int) -> None:
    (first, _) = mistaken(("林建国在哪里剪彩？", "云川"), ("周子谦在哪里？", "云川"), seed=seed)
    assert set(first) <= {"周子谦在哪里剪彩？"}


@given(st.integers(0, 99))
def test_it_never_becomes_the_answer(seed: int) -> None:
    (only,) = mistaken(("林建国和谁剪彩？", "何望舒"), seed=seed)
    assert not only
    (only,) = mistaken(("林建国和谁剪彩？", "何望舒"), after="何望舒致辞。", seed=seed)
    assert not only


def test_a_name_that_the_passage_has_not_stays() -> None:
    assert mistaken(("周子谦什么时候来？", "4月12日"), ("青岚在哪里？", "云川")) == [(), ()]


def test_what_stands_in_the_context_is_exchanged_too() -> None:
    first, _ = mistaken(("云川大桥哪天通车？", "4月12日"), ("青岚大桥呢？", "4月12日"))
    assert first == ("青岚大桥哪天通车？",)
