"""Labelled sets on a command line: how many of their questions are taken."""

from qa.quality.question_set import LabelledQuestion
from training.sets import sampled

EVERY = tuple(LabelledQuestion(str(number), "谁？", "zh-Hans") for number in range(50))


def test_of_many_questions_so_many_are_drawn_the_same_each_time() -> None:
    some = sampled(EVERY, 20)
    assert len({each.id for each in some}) == 20
    assert some == sampled(EVERY, 20)
    assert some != EVERY[:20]
    assert set(some) < set(EVERY)


def test_few_are_taken_as_they_are() -> None:
    assert sampled(EVERY, 50) == EVERY
    assert sampled((), 5) == ()
