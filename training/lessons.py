"""What the cross-encoder learns from: questions beside passages that answer, or just do not."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from index.fold import HAN

Span = tuple[int, int]

# How often a lesson is of each source, as far as there is any of it.
_SHARES: Final = {"asked": 0.45, "refused": 0.2, "labelled": 0.25, "made": 0.1}
_ENGLISH_SHARE: Final = 0.15  # of the Chinese questions: put into English word by word


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
class Refused:
    """A question that no article answers, with what was found for it.

    Attributes:
        question: The question.
        texts: Passages in their context, likeliest first; at least one.
    """

    question: str
    texts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sources:
    """What lessons are drawn from; any of them may be empty, but not all.

    Attributes:
        asked: Questions that were written by reading an article.
        refused: Such that no article answers.
        labelled: Questions of other sets.
        made: Questions that were made.
    """

    asked: Sequence[Material] = ()
    refused: Sequence[Refused] = ()
    labelled: Sequence[Material] = ()
    made: Sequence[Material] = ()

    def kinds(self) -> dict[str, Sequence[Material] | Sequence[Refused]]:
        """Each source that holds anything, by its name."""
        return {kind: its for kind in _SHARES if (its := getattr(self, kind))}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question, a text, and where in it the answer stands; None where it has none."""

    question: str
    text: str
    answer: Span | None


def lessons(
    sources: Sources,
    chance: random.Random,
    english: Callable[[str], str] | None = None,
    put: Callable[[str, str], str] | None = None,
) -> Iterator[Lesson]:
    """Lessons without end; with all sources, two in five have an answer.

    Args:
        sources: What they are drawn from.
        chance: Draws.
        english: Puts a Chinese question into English, as some lessons are; None for none.
        put: Puts an English question, and no other, to a text as whoever reads closely does.
    """
    kinds = list(sources.kinds())
    shares = [_SHARES[kind] for kind in kinds]
    while True:
        lesson = _drawn(sources, chance.choices(kinds, shares)[0], chance)
        if not HAN.search(lesson.question):
            question = put(lesson.question, lesson.text) if put else lesson.question
        elif english and chance.random() < _ENGLISH_SHARE:
            question = english(lesson.question)
        else:
            question = lesson.question
        yield replace(lesson, question=question)


def _drawn(sources: Sources, kind: str, chance: random.Random) -> Lesson:
    if kind == "refused":
        refused = chance.choice(sources.refused)
        return Lesson(refused.question, _likest(refused.texts, chance), None)
    if kind == "made":
        return _of_made(chance.choice(sources.made), chance)
    some = sources.asked if kind == "asked" else sources.labelled
    return _of_labelled(chance.choice(some), chance)


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
    return Lesson(given.question, _likest(given.elsewhere, chance), None)


def _likest(texts: Sequence[str], chance: random.Random) -> str:
    """One of the texts, mostly one of the first."""
    return texts[min(int(chance.expovariate(0.8)), len(texts) - 1)]


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


def overlap(one: str, other: str) -> bool:
    """Whether one text holds the other."""
    return one in other or other in one
