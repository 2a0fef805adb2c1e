"""Answers as JSON objects: the lines of a run file, and what `ask --json` prints."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypedDict

from qa.answer import Answer, Carried, Event, Person
from qa.records.lines import day_of
from qa.records.passages import (
    DIGITS,
    PassageRecord,
    QuotedRecord,
    passage_record,
    quoted_record,
)

Places = Mapping[str, int]  # the number of each passage shown, from 0, by its id


class PersonRecord(TypedDict):
    """Somebody named as an answer; role joins several parts by a comma of enumeration."""

    name: str
    title: str
    role: str


class NamedRecord(PersonRecord):
    """Somebody named by an answer that is shown.

    "passage" counts the answer's passages from 0; null where the one that names them is not shown.
    """

    passage: int | None


class ShortRecord(TypedDict):
    """What answers in so many words: a quotation, ``text[start:end]`` of a passage shown.

    "passage" and "also" count the answer's passages from 0; "days" are its first and last day.
    """

    text: str
    kind: str
    passage: int
    start: int
    end: int
    days: list[str]
    speaker: str
    also: list[int]
    disputed: bool


class RunRecord(TypedDict):
    """One line of a run file."""

    id: str
    passages: list[PassageRecord]
    confidence: float
    people: list[PersonRecord]


class EventRecord(TypedDict):
    """Another event that fits: its day, whether its passage names that, and who answers in it.

    "passage" counts the answer's passages from 0.
    """

    passage: int
    day: str | None
    told: bool
    people: list[NamedRecord]


class CarriedRecord(TypedDict):
    """What a follow-up took over: the article of the event, and whom its pronouns stand for."""

    article: str
    title: str
    published: str | None
    names: list[str]
    elsewhere: bool


class AnswerRecord(TypedDict):
    """What `ask --json` prints: as a line of a run file, and whose passages and people they are.

    "since" and "until" are the first and last day of the articles searched, by the caller's or
    the question's own words; null where nothing narrows. "complete" is whether meaning was searched
    too; else words alone were.
    """

    id: str
    passages: list[QuotedRecord]
    confidence: float
    people: list[NamedRecord]
    short: list[ShortRecord]
    others: list[EventRecord]
    carried: CarriedRecord | None
    question: str
    answered: bool
    since: str | None
    until: str | None
    complete: bool


def run_record(answer: Answer, question_id: str = "") -> RunRecord:
    """An answer as a line of a run file, passages in rank order."""
    return {
        "id": question_id,
        "passages": [passage_record(evidence) for evidence in answer.evidence],
        "confidence": round(answer.confidence, DIGITS),
        "people": [_person(person) for person in answer.people],
    }


def answer_record(answer: Answer) -> AnswerRecord:
    """An answer to a question that has no id: as a line of a run file, and what was asked."""
    record = run_record(answer)
    places = {evidence.passage.id: n for n, evidence in enumerate(answer.evidence)}
    return {
        "id": record["id"],
        "passages": [quoted_record(evidence) for evidence in answer.evidence],
        "confidence": record["confidence"],
        "people": _named(answer.people, places),
        "short": _shorts(answer, places),
        "others": [_event(event, places) for event in answer.others],
        "carried": _carried(answer.carried) if answer.carried else None,
        "question": answer.question,
        "answered": answer.answered,
        "since": _day(answer.since),
        "until": _day(answer.until),
        "complete": answer.complete,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _event(event: Event, places: Places) -> EventRecord:
    return {
        "passage": event.evidence.rank - 1,
        "day": _day(event.day),
        "told": event.told,
        "people": _named(event.people, places),
    }


def _carried(carried: Carried) -> CarriedRecord:
    return {
        "article": carried.heading.record,
        "title": carried.heading.title,
        "published": day_of(carried.heading),
        "names": list(carried.names),
        "elsewhere": carried.elsewhere,
    }


def _shorts(answer: Answer, places: Places) -> list[ShortRecord]:
    """The short answers that stand in passages shown, best first."""
    return [
        {
            "text": short.text,
            "kind": short.kind,
            "passage": places[short.passage_id],
            "start": short.start,
            "end": short.end,
            "days": [day.isoformat() for day in short.days or ()],
            "speaker": short.speaker,
            "also": [places[each] for each in short.also if each in places],
            "disputed": short.disputed,
        }
        for short in answer.short
        if short.passage_id in places
    ]


def _named(people: Sequence[Person], places: Places) -> list[NamedRecord]:
    return [{**_person(each), "passage": places.get(each.passage_id)} for each in people]


def _person(person: Person) -> PersonRecord:
    return {"name": person.name, "title": person.title, "role": "、".join(person.roles)}
