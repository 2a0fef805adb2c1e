"""Chooses among what may answer in several passages: each value once, and who disagrees."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from qa.answer import ShortAnswer
from qa.short.candidate import Candidate
from qa.short.days import at_other_hours, same_time
from qa.short.pointed import STATED
from qa.short.units import unit_class

MOST = 3  # short answers
# What is less sure than this is not stated: on encyclopedias a score of 0.4 is right in about 40 of
# 100, one of 0.8 in 80.
_LEAST = {"date": 0.4, "number": 0.4, "place": 0.35, "reason": 0.5, "words": STATED}
_LEAST_ELSE = 0.5
_FIRST = 0.3  # what standing in the first passage is worth; in the second half of that …
_AGREED = 0.1  # what another article that says the same is worth
_BEHIND = 0.25  # a second answer is shown where it is no more than this behind the first
_AS_SURE = 0.12  # another value disagrees where it is no more than this behind
_VALUE = re.compile(r"(-?[0-9.]+\+?)(.*)")


@dataclass(frozen=True, slots=True)
class Read:
    """A passage with what may answer in it, best first.

    Attributes:
        passage_id: The passage.
        article_id: Its article.
        text: Its text.
        candidates: What may answer in it, best first.
    """

    passage_id: str
    article_id: str
    text: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A candidate with where it stands, its score that of all that says the same."""

    read: Read
    candidate: Candidate
    score: float
    same: tuple[Read, ...] = ()


def choose_short(passages: Sequence[Read]) -> tuple[ShortAnswer, ...]:
    """At most `MOST` short answers, best first, ties by rank; none where none is sure enough.

    Args:
        passages: The first passages of an answer, in rank order.
    """
    placed = [
        _Placed(read, candidate, candidate.score + _FIRST / rank)
        for rank, read in enumerate(passages, start=1)
        for candidate in read.candidates
        if is_stated(candidate)
    ]
    merged = sorted(_merged(placed), key=lambda each: -each.score)
    if not merged:
        return ()
    near = [each for each in merged if each.score >= merged[0].score - _BEHIND][:MOST]
    return tuple(_short(each, disputed=_is_disputed(each, near)) for each in near)


def stated_together(read: Read) -> tuple[ShortAnswer, ...]:
    """All that a passage answers, in its order: each part of a question has an answer."""
    placed = (_Placed(read, candidate, candidate.score) for candidate in read.candidates)
    return tuple(_short(each, disputed=False) for each in placed)


def is_stated(candidate: Candidate) -> bool:
    """Whether a candidate is sure enough to be stated."""
    return candidate.score >= _LEAST.get(candidate.kind, _LEAST_ELSE)


def _merged(placed: Sequence[_Placed]) -> list[_Placed]:
    """Each value once, by the best that says it, the surer the more articles do."""
    merged: list[_Placed] = []
    for each in sorted(placed, key=lambda each: -each.score):
        place = next((n for n, other in enumerate(merged) if _same(each, other)), None)
        if place is None:
            merged.append(each)
        elif each.read.article_id not in _articles(merged[place]):
            merged[place] = _joined(merged[place], each)
    return merged


def _joined(first: _Placed, other: _Placed) -> _Placed:
    """The first, with who else says so; of a day and a clock on it, the clock counts from then on.

    Else a day alone would agree with two clocks that deny each other.
    """
    candidate = first.candidate
    if candidate.kind == "date":
        value = max(candidate.value, other.candidate.value, key=len)
        surer = max(candidate.score, other.candidate.score)
        candidate = replace(candidate, value=value, score=surer)
    more = (*first.same, other.read)
    return replace(first, candidate=candidate, score=first.score + _AGREED, same=more)


def _articles(placed: _Placed) -> set[str]:
    return {read.article_id for read in (placed.read, *placed.same)}


def _same(one: _Placed, other: _Placed) -> bool:
    """Whether two say the same: times that agree, equal numbers, words in other words.

    Words of one passage do where they overlap or, written once more, hold each other.
    """
    left, right = one.candidate, other.candidate
    if left.kind == "number":
        return _amount(left.value) == _amount(right.value)
    if left.kind == "date":
        return same_time(left.value, right.value)
    if one.read.passage_id == other.read.passage_id:
        if left.start < right.end and right.start < left.end:
            return True
    return left.value in right.value or right.value in left.value


def unit_of(value: str) -> str:
    """The unit of a number's value; empty where it has none."""
    return _figure_and_unit(value)[1]


def _figure_and_unit(value: str) -> tuple[str, str]:
    match = _VALUE.fullmatch(value)
    return (match[1], match[2]) if match else (value, "")


def _amount(value: str) -> tuple[str, str]:
    """The figure, and what its unit measures: 30名 says the same as 30人."""
    figure, unit = _figure_and_unit(value)
    alike = unit_class(unit)
    return figure.rstrip("+"), alike if alike == "people" else unit


def _is_disputed(one: _Placed, shown: Sequence[_Placed]) -> bool:
    return any(other is not one and _disagree(one, other) for other in shown)


def _disagree(one: _Placed, other: _Placed) -> bool:
    """Whether articles give two values for the same: as sure, of one unit, never both in one.

    Clocks of one day are two as well, and as sure where only the ranks of their passages differ.
    """
    left, right = one.candidate, other.candidate
    if left.kind != right.kind or left.kind not in {"date", "number"}:
        return False
    if _articles(one) & _articles(other):
        return False
    if left.kind == "date" and at_other_hours(left.value, right.value):
        return abs(left.score - right.score) <= _AS_SURE
    if abs(one.score - other.score) > _AS_SURE:
        return False
    if left.kind == "date":
        return bool(left.days and right.days and not _overlap(left.days, right.days))
    return _amount(left.value)[1] == _amount(right.value)[1] != ""


def _overlap(left: tuple[date, date], right: tuple[date, date]) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]


def _short(placed: _Placed, *, disputed: bool) -> ShortAnswer:
    candidate, text = placed.candidate, placed.read.text
    return ShortAnswer(
        text=text[candidate.start : candidate.end],
        kind=candidate.kind,
        passage_id=placed.read.passage_id,
        start=candidate.start,
        end=candidate.end,
        days=candidate.days,
        speaker=text[slice(*candidate.speaker)] if candidate.speaker else "",
        also=tuple(read.passage_id for read in placed.same),
        disputed=disputed,
    )
