"""Timelines as JSON objects."""

from typing import TypedDict

from qa.moments import Moment
from qa.records.lines import CitedRecord, cited
from qa.timeline import Timeline


class MomentRecord(CitedRecord):
    """One moment: its days, whether the sentence itself names them, and the sentence's place.

    "start" and "end" are offsets in the article's cleaned text; "also" are records of articles.
    """

    first: str
    last: str
    precise: str
    told: bool
    text: str
    start: int
    end: int
    also: list[str]


class TimelineRecord(TypedDict):
    """What `ask --timeline --json` prints."""

    question: str
    answered: bool
    undated: int
    moments: list[MomentRecord]


def timeline_record(timeline: Timeline) -> TimelineRecord:
    """The timeline as a JSON object."""
    return {
        "question": timeline.question,
        "answered": timeline.answered,
        "undated": timeline.undated,
        "moments": [_record(moment) for moment in timeline.moments],
    }


def _record(moment: Moment) -> MomentRecord:
    offset = moment.passage.start
    return {
        "first": moment.first.isoformat(),
        "last": moment.last.isoformat(),
        "precise": moment.precise,
        "told": moment.told,
        "text": moment.text,
        **cited(moment.heading),
        "start": offset + moment.sentence[0],
        "end": offset + moment.sentence[1],
        "also": [each.record for each in moment.also],
    }
