"""Passages as JSON objects: as a search finds them, and as an answer shows them."""

from typing import TypedDict

from corpus.article import Heading, Passage
from qa.answer import Evidence
from qa.records.lines import CitedRecord, cited

DIGITS = 6  # finer differences of scores mean nothing

Highlight = tuple[int, int, str]


class PassageRecord(TypedDict):
    """A passage shown: its article's record, offsets in the cleaned text, spans in its own text."""

    article: str
    start: int
    end: int
    text: str
    score: float
    highlights: list[Highlight]


class FoundRecord(CitedRecord):
    """A passage found: where it stands, as in `PassageRecord`, and what its article is."""

    start: int
    end: int
    text: str
    score: float


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
    reprints: list[CitedRecord]


def found_record(passage: Passage, heading: Heading, score: float) -> FoundRecord:
    """A passage as a search found it."""
    return {
        **cited(heading),
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "score": round(score, DIGITS),
    }


def passage_record(evidence: Evidence) -> PassageRecord:
    """A passage as a line of a run file has it."""
    passage = evidence.passage
    return {
        "article": evidence.heading.record,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "score": round(evidence.score, DIGITS),
        "highlights": _highlights(evidence),
    }


def quoted_record(evidence: Evidence) -> QuotedRecord:
    """A passage as an answer shows it."""
    return {
        **passage_record(evidence),
        **cited(evidence.heading),
        "by_words": evidence.by_words,
        "by_meaning": evidence.by_meaning,
        "reprints": [cited(each) for each in evidence.reprints],
    }


def _highlights(evidence: Evidence) -> list[Highlight]:
    """What is lit up, and the best sentence, by start; the longer first where two begin."""
    lit: list[Highlight] = [(span.start, span.end, span.kind) for span in evidence.spans]
    lit.append((*evidence.sentence, "sentence"))
    return sorted(lit, key=lambda span: (span[0], -span[1], span[2]))
