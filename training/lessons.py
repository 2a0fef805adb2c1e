"""What the cross-encoder learns from: questions beside passages that answer, or just do not."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

Span = tuple[int, int]

_LABELLED_SHARE: Final = 0.6  # of the lessons: the others are of made questions
_ENGLISH_SHARE: Final = 0.25  # of all lessons: the question is put into English


@dataclass(frozen=True, slots=True)
class Material:
    """A question, a passage that answers it, and what can be made of both.

    Attributes:
        question: The question.
        context: What stands before the passage: its article's title.
        passage: The passage, Simplified.
        answer: Where in the passage the answer stands.
        sentence: The passage's sentence that holds it.
        sentences: All of its sentences.
        names: Other names, times and figures in it, none of which is in the answer.
        elsewhere: Passages in their context that were found for the question and do not answer it,
            likest first.
        unanswered: A question of another kind that the passage does not answer; empty for none.
        mistaken: The question with one of its names exchanged, which the passage does not answer.
    """

    question: str
    context: str
    passage: str
    answer: Span
    sentence: Span
    sentences: tuple[Span, ...] = field(repr=False)
    names: tuple[Span, ...] = field(default=(), repr=False)
    elsewhere: tuple[str, ...] = field(default=(), repr=False)
    unanswered: str = ""
    mistaken: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The answer's words."""
        return self.passage[slice(*self.answer)]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question, a text, and where in it the answer stands; None where it has none."""

    question: str
    text: str
    answer: Span | None


def lessons(
    labelled: Sequence[Material],
    made: Sequence[Material],
    chance: random.Random,
    english: Callable[[str], str] | None = None,
) -> Iterator[Lesson]:
    """Lessons without end; about half of them have an answer.

    Args:
        labelled: Questions that people asked.
        made: Questions that were made.
        chance: Draws.
        english: Puts a question into English, as a share of the lessons are; None for none.
    """
    while True:
        if chance.random() < _LABELLED_SHARE:
            lesson = _of_labelled(chance.choice(labelled), chance)
        else:
            lesson = _of_made(chance.choice(made), chance)
        if english and chance.random() < _ENGLISH_SHARE:
            lesson = replace(lesson, question=english(lesson.question))
        yield lesson


def _of_labelled(given: Material, chance: random.Random) -> Lesson:
    """The passage, sometimes less another sentence; it less its answer, or asked otherwise."""
    part = chance.random()
    if part >= 0.5:
        if part < 0.68 and (lesson := _unanswered(given, given.sentence)):
            return lesson
        if part < 0.8 and given.mistaken:
            return _mistaken(given, chance)
        return _elsewhere(given, chance) or _answered(given)
    others = [span for span in given.sentences if span != given.sentence]
    if chance.random() < 0.35 and len(others) > 1:
        return _answered(given, chance.choice(others))
    return _answered(given)


def _of_made(given: Material, chance: random.Random) -> Lesson:
    """The passage, sometimes less another name; it less its answer, or asked otherwise."""
    part = chance.random()
    if part < 0.45:
        cut = chance.choice(given.names) if chance.random() < 0.5 and given.names else (0, 0)
        return _answered(given, cut)
    if part < 0.55 and len(given.sentences) > 1:
        return Lesson(given.question, _bare(given, given.sentence), None)
    if part < 0.67 and given.unanswered:
        return Lesson(given.unanswered, given.context + given.passage, None)
    if part < 0.77 and given.mistaken:
        return _mistaken(given, chance)
    if part < 0.9 and (lesson := _elsewhere(given, chance)):
        return lesson
    return Lesson(given.question, _bare(given, (0, 0)), None)


def _elsewhere(given: Material, chance: random.Random) -> Lesson | None:
    """A passage that does not answer, mostly one of the likest; None where none was found."""
    if not given.elsewhere:
        return None
    nearest = min(int(chance.expovariate(0.8)), len(given.elsewhere) - 1)
    return Lesson(given.question, given.elsewhere[nearest], None)


def _mistaken(given: Material, chance: random.Random) -> Lesson:
    return Lesson(chance.choice(given.mistaken), given.context + given.passage, None)


def _answered(given: Material, cut: Span = (0, 0)) -> Lesson:
    """The passage less a stretch that has no part of the answer."""
    start, end = given.answer
    if cut[0] < end and start < cut[1]:
        cut = (0, 0)
    moved = len(given.context) - (cut[1] - cut[0] if cut[1] <= start else 0)
    text = given.context + _without(given.passage, cut)
    return Lesson(given.question, text, (start + moved, end + moved))


def _unanswered(given: Material, cut: Span) -> Lesson | None:
    """The passage less a sentence; None if its answer stands elsewhere, too."""
    left = _without(given.passage, cut)
    if given.words in left or len(left) < 15 or len(given.sentences) < 2:
        return None
    context = "" if given.words in given.context else given.context
    return Lesson(given.question, context + left, None)


def _bare(given: Material, cut: Span) -> str:
    """The passage in its context less a sentence, and less the answer's words wherever."""
    return (given.context + _without(given.passage, cut)).replace(given.words, "")


def _without(text: str, cut: Span) -> str:
    return text[: cut[0]] + text[cut[1] :]
