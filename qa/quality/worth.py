"""What one answer to a labelled question is worth."""

from dataclasses import dataclass
from typing import Final

from qa.answer import Answer
from qa.quality.metrics import (
    NameCounts,
    Shown,
    count_names,
    covers,
    distinct,
    is_read,
    is_right,
)
from qa.quality.question_set import LabelledQuestion
from qa.quality.short_metrics import says

_SHORT, _LONG = 300, 1000  # characters of reading
NEAR: Final = 3  # people and short answers count where one of so many first passages is right


@dataclass(frozen=True, slots=True)
class Worth:
    """What the answer to one labelled question is worth.

    Attributes:
        question: The question with its labels.
        right: For each passage shown, whether it is right.
        articles: For each different article shown, whether it is a gold one.
        read: Whether an evidence is met within the short, and the long, reading.
        sentence: Whether the first passage's best sentence holds an evidence; None where the
            passage itself is not right.
        names: The people named; None for other questions, and without a right passage near.
        short: Whether the first short answer is right, None where there is none to be right.
        stated: Whether there is a short answer.
        confidence: The answer's.
        seconds: How long it took.
    """

    question: LabelledQuestion
    right: tuple[bool, ...]
    articles: tuple[bool, ...]
    read: tuple[bool, bool]
    sentence: bool | None
    names: NameCounts | None
    short: bool | None
    stated: bool
    confidence: float
    seconds: float


def worth_of(question: LabelledQuestion, answer: Answer, seconds: float = 0.0) -> Worth:
    """What an answer to a labelled question is worth."""
    shown = [
        Shown(e.heading.record, e.passage.start, e.passage.end, e.passage.text)
        for e in answer.evidence
    ]
    right = tuple(is_right(passage, question.gold) for passage in shown)
    gold = {place.article for place in question.gold}
    return Worth(
        question=question,
        right=right,
        articles=tuple(each in gold for each in distinct([p.article for p in shown])),
        read=(is_read(shown, question.gold, _SHORT), is_read(shown, question.gold, _LONG)),
        sentence=_sentence(question, answer) if right[:1] == (True,) else None,
        names=_names(question, answer) if any(right[:NEAR]) else None,
        short=_short(question, answer),
        stated=bool(answer.short),
        confidence=answer.confidence,
        seconds=seconds,
    )


def _sentence(question: LabelledQuestion, answer: Answer) -> bool:
    best = answer.evidence[0]
    sentence = best.passage.text[slice(*best.sentence)]
    return any(
        covers(sentence, gold.evidence)
        for gold in question.gold
        if gold.article == best.heading.record
    )


def _names(question: LabelledQuestion, answer: Answer) -> NameCounts | None:
    if question.type != "who":
        return None
    wanted = {person.name: person.title for person in question.people}
    named = {person.name: person.title for person in reversed(answer.people)}  # the first counts
    return count_names(named, wanted)


def _short(question: LabelledQuestion, answer: Answer) -> bool | None:
    """People are judged by their names; a question without a type, by its passages alone."""
    if not question.answers or question.type in {None, "who"}:
        return None
    return bool(answer.short) and says(answer.short[0], question.answers)
