"""Finds the dates and times of a text, in its order."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from corpus.dates import LEAP_YEAR
from index.fold import check_key, is_traditional
from qa.text.clauses import SENTENCE_ENDS, begun_clause
from qa.text.spaced import closed_times
from qa.times.context import Context, Days
from qa.times.grammar import (
    AHEAD_BEFORE,
    AHEAD_BEHIND,
    BETWEEN,
    CHINESE,
    ENGLISH,
    FORECAST,
    REPUBLICAN,
    YEARLY_BEFORE,
)
from qa.times.months import republican_year
from qa.times.named import NamedDays, begins_line
from qa.times.resolve import resolve
from qa.times.span import FEW_DAYS, Precision, TimeSpan

_LETTER = re.compile("[A-Za-z]")
_KEPT = 128  # texts: of a question with a date, thirty passages and some more
_NEAR = 14  # characters before a date that may say it is to come
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年(?!度|代|级)|民国([0-9]{1,3})年")


@lru_cache(maxsize=_KEPT)  # an answer asks several times after those of each of its passages
def find_times(text: str, key: str, published: date | None) -> tuple[TimeSpan, ...]:
    """The dates and times that a text writes, by start, none overlapping.

    What is written in part is completed by the article's date, and never guessed without it. Some
    things lean on the text itself: a day without a month (22日) lies in the month of a day named
    before (see `qa.times.named.NamedDays`), 当日 is the day named last, and 次日 the one after.
    Where a year is missing it is the article's own, unless the day would lie more than half a year
    ahead: then it is last year's, but next year's is taken where words such as 将 or 定于 say so; a
    year that the sentence named before goes before all this.
    Fiscal years stay unresolved, since firms begin them anywhere; 去年同期 is the whole year.

    Args:
        text: In its own script.
        key: Its key, of the same length.
        published: The article's date; for a question, today. None where it is not known.

    Raises:
        ValueError: Text and key differ in length.
    """
    return _found(text, key, published, None)


def find_times_of_any_year(text: str, key: str) -> tuple[TimeSpan, ...]:
    """As `find_times` without an article's date, but months and days are of a leap year.

    Raises:
        ValueError: Text and key differ in length.
    """
    return _found(text, key, None, LEAP_YEAR)


def _found(text: str, key: str, published: date | None, year: int | None) -> tuple[TimeSpan, ...]:
    check_key(text, key)
    closed = closed_times(key)
    if not closed.places:
        return _found_in(text, key, published, year)
    its_text = "".join(text[place] for place in closed.places)
    spans = _found_in(its_text, closed.key, published, year)
    return tuple(_placed(text, span, *closed.span(span.start, span.end)) for span in spans)


def _placed(text: str, span: TimeSpan, start: int, end: int) -> TimeSpan:
    return replace(span, start=start, end=end, words=text[start:end])


def _found_in(
    text: str, key: str, published: date | None, year: int | None
) -> tuple[TimeSpan, ...]:
    """As `_found`, of a key whose figures stand beside their units."""
    spans: list[TimeSpan] = []
    named = NamedDays()
    for match in _longest(text, key):
        groups = {name: value for name, value in match.groupdict().items() if value is not None}
        touches = spans and BETWEEN.fullmatch(key, spans[-1].end, match.start())
        joined = spans[-1] if touches else None
        context = _leaning(_context(key, match, named.last), joined, published)
        if groups.keys() & {"day", "month", "relmonth"} == {"day"} and not context.ahead:
            heads = begins_line(key, match.start())
            context = replace(context, before=named.leaned_on(published, heads=heads))
        found = resolve(groups, context if context.year else replace(context, year=year))
        if found is None:
            continue
        days, precise = found
        yearly = YEARLY_BEFORE.search(key, max(0, match.start() - _NEAR), match.start())
        span = _span(text, match, None if yearly else days, precise)
        if joined and _may_join(joined, span):
            spans[-1] = span = _joined(text, joined, span)
        else:
            spans.append(span)
        if span.first is not None and span.precise in FEW_DAYS and "named" not in groups:
            # says where a later 22日 or 当日 lies
            named = named.then(span.first, published, heads=begins_line(key, match.start()))
    return tuple(spans)


def _context(key: str, match: re.Match[str], before: date | None) -> Context:
    """What a match leans on: the days and the year named before it, and the words around it."""
    sentence = begun_clause(key, match.start(), f";{SENTENCE_ENDS}")
    years = [
        int(year) if year else republican_year(republic)
        for year, republic in _YEAR.findall(sentence)
    ]
    near = key[max(0, match.start() - _NEAR) : match.start()]
    told = AHEAD_BEFORE.search(near) or AHEAD_BEHIND.match(key, match.end())
    ahead = bool(told or FORECAST.search(sentence))
    return Context(None, before, years[-1] if years else None, ahead=ahead)


def _longest(text: str, key: str) -> Iterable[re.Match[str]]:
    """The matches of all layouts, by start; of those that overlap the first, then the longest."""
    layouts = (*CHINESE, *ENGLISH) if _LETTER.search(key) else CHINESE
    matches = [match for layout in layouts for match in layout.finditer(key)]
    if (years := list(REPUBLICAN.finditer(key))) and is_traditional(text):
        matches += years
    end = 0
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        if match.start() >= end:
            end = match.end()
            yield match


def _leaning(context: Context, joined: TimeSpan | None, published: date | None) -> Context:
    """With what a date leans on: the time that it ends a stretch with, else the article's date."""
    if joined is None:
        return replace(context, published=published)
    return replace(context, published=joined.first or published, stretch=joined.last)


def _span(text: str, match: re.Match[str], days: Days | None, precise: Precision) -> TimeSpan:
    first, last = days or (None, None)
    start, end = match.span()
    return TimeSpan(start, end, first, last, text[start:end], precise)


def _may_join(left: TimeSpan, right: TimeSpan) -> bool:
    if "vague" in {left.precise, right.precise}:
        return False
    known = left.first is not None and right.last is not None
    return not known or left.first <= right.last  # type: ignore[operator]  # known: neither is None


def _joined(text: str, left: TimeSpan, right: TimeSpan) -> TimeSpan:
    """Both as one stretch; unresolved where one of them is."""
    known = left.first is not None and right.last is not None
    return TimeSpan(
        start=left.start,
        end=right.end,
        first=left.first if known else None,
        last=right.last if known else None,
        words=text[left.start : right.end],
        precise="range",
    )
