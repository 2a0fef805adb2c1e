"""Answers as JSON objects: the lines of a run file, and what `ask --json` prints."""

from datetime import date
from typing import TypedDict

from corpus.article import Heading, Passage
from qa.answer import Answer, Carried, Event, Evidence, Person
from qa.json_lines import day_of

_DIGITS = 6  # finer differences of scores mean nothing

Highlight = tuple[int, int, str]


class PassageRecord(TypedDict):
    """A passage shown: its article's record, offsets in the cleaned text, spans in its own text."""

    article: str
    start: int
    end: int
    text: str
    score: float
    highlights: list[Highlight]


class PersonRecord(TypedDict):
    """Somebody named as an answer; role joins several parts by a comma of enumeration."""

    name: str
    title: str
    role: str


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


class FoundRecord(TypedDict):
    """A passage found: where it stands, as in `PassageRecord`, and what its article is."""

    article: str
    title: str
    source: str
    published: str | None
    start: int
    end: int
    text: str
    score: float


class ReprintRecord(TypedDict):
    """Another article that carries a passage."""

    article: str
    title: str
    source: str
    published: str | None


class QuotedRecord(PassageRecord):
    """A passage of an answer, what its article is, and its ranks by words and by meaning alone.

    A rank is null where the passage is not among the first hundred, and by meaning where that was
    not searched; "reprints" are the other articles that carry the passage, by date.
    """

    title: str
    source: str
    published: str | None
    by_words: int | None
    by_meaning: int | None
    reprints: list[ReprintRecord]


class EventRecord(TypedDict):
    """Another event that fits: its day, whether its passage names that, and who answers in it.

    "passage" counts the answer's passages from 0.
    """

    passage: int
    day: str | None
    told: bool
    people: list[PersonRecord]


class CarriedRecord(TypedDict):
    """What a follow-up took over: the article of the event, and whom its pronouns stand for."""

    article: str
    title: str
    published: str | None
    names: list[str]
    elsewhere: bool


class AnswerRecord(TypedDict):
    """What `ask --json` prints: as a line of a run file, and whose passages they are.

    "since" and "until" are the first and last day of the articles searched, by the caller's or
    the question's own words; null where nothing narrows. "complete" is whether meaning was searched
    too; else words alone were.
    """

    id: str
    passages: list[QuotedRecord]
    confidence: float
    people: list[PersonRecord]
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
        "passages": [_passage(evidence) for evidence in answer.evidence],
        "confidence": round(answer.confidence, _DIGITS),
        "people": [_person(person) for person in answer.people],
    }


def answer_record(answer: Answer) -> AnswerRecord:
    """An answer to a question that has no id: as a line of a run file, and what was asked."""
    record = run_record(answer)
    return {
        "id": record["id"],
        "passages": [_quoted(evidence) for evidence in answer.evidence],
        "confidence": record["confidence"],
        "people": record["people"],
        "short": _shorts(answer),
        "others": [_event(event) for event in answer.others],
        "carried": _carried(answer.carried) if answer.carried else None,
        "question": answer.question,
        "answered": answer.answered,
        "since": _day(answer.since),
        "until": _day(answer.until),
        "complete": answer.complete,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _event(event: Event) -> EventRecord:
    return {
        "passage": event.evidence.rank - 1,
        "day": _day(event.day),
        "told": event.told,
        "people": [_person(person) for person in event.people],
    }


def _carried(carried: Carried) -> CarriedRecord:
    return {
        "article": carried.heading.record,
        "title": carried.heading.title,
        "published": day_of(carried.heading),
        "names": list(carried.names),
        "elsewhere": carried.elsewhere,
    }


def found_record(passage: Passage, heading: Heading, score: float) -> FoundRecord:
    """A passage as a search found it."""
    return {
        "article": heading.record,
        "title": heading.title,
        "source": heading.source,
        "published": day_of(heading),
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "score": round(score, _DIGITS),
    }


def _passage(evidence: Evidence) -> PassageRecord:
    passage = evidence.passage
    return {
        "article": evidence.heading.record,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "score": round(evidence.score, _DIGITS),
        "highlights": _highlights(evidence),
    }


def _quoted(evidence: Evidence) -> QuotedRecord:
    heading = evidence.heading
    return {
        **_passage(evidence),
        "title": heading.title,
        "source": heading.source,
        "published": day_of(heading),
        "by_words": evidence.by_words,
        "by_meaning": evidence.by_meaning,
        "reprints": [_reprint(each) for each in evidence.reprints],
    }


def _reprint(heading: Heading) -> ReprintRecord:
    return {
        "article": heading.record,
        "title": heading.title,
        "source": heading.source,
        "published": day_of(heading),
    }


def _highlights(evidence: Evidence) -> list[Highlight]:
    """What is lit up, and the best sentence, by start; the longer first where two begin."""
    lit: list[Highlight] = [(span.start, span.end, span.kind) for span in evidence.spans]
    lit.append((*evidence.sentence, "sentence"))
    return sorted(lit, key=lambda span: (span[0], -span[1], span[2]))


def _shorts(answer: Answer) -> list[ShortRecord]:
    """The short answers that stand in passages shown, best first."""
    places = {evidence.passage.id: n for n, evidence in enumerate(answer.evidence)}
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


def _person(person: Person) -> PersonRecord:
    return {"name": person.name, "title": person.title, "role": "、".join(person.roles)}
