"""What a search leans on beside a question's words: its dates, and the event of a conversation."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.article import Filters, Heading, Passage
from corpus.store import Store
from index.fold import fold
from index.hits import Hit, ranked
from qa.found import Favour
from qa.times import AskedTime, AskedTimes, find_times

# Only so many of the first hits are looked at: reading the dates of one costs half a millisecond.
_LOOKED_AT = 30
# What it is worth, in standard deviations of the meaning scores, that an article is news of a day
# asked after, that the passage itself names it, and that it tells of the conversation's event.
# Chosen on the development questions, 24 of which name a date: so much harms none of them, half as
# much again puts a right passage of one behind another of the same day, and no more helps any.
_PUBLISHED, _NAMED, _SAME_EVENT = 0.2, 0.2, 1.0
# The same where what the sentences say orders passages, in log odds: that an article is of the
# conversation's event, that the day or month asked after is written, and that only others are.
# The last two chosen on 400 questions that name a date: half as much helps them nearly as well.
_LEANT_ON, _WRITTEN, _OTHER_DAYS = 4.0, 1.0, -4.0


@dataclass(frozen=True, slots=True)
class Leaning:
    """What a search leans on beside the question.

    Attributes:
        words: Words searched beside the question's own.
        articles: The ids of articles that are favoured.
        today: The day on which the question is asked, for 昨天 and the like; None where unknown.
    """

    words: str = ""
    articles: frozenset[str] = frozenset()
    today: datetime.date | None = None


def narrowed(filters: Filters, times: AskedTimes) -> Filters:
    """The filters, narrowed by the first and last day that the question's own words set."""
    since = max(filter(None, (filters.since, times.since)), default=None)
    until = min(filter(None, (filters.until, times.until)), default=None)
    return replace(filters, since=since, until=until)


def favoured(
    store: Store, hits: Sequence[Hit], times: AskedTimes, articles: frozenset[str]
) -> tuple[Hit, ...]:
    """The hits anew, best first, with what the question's dates and the favoured articles add.

    Args:
        store: Where the passages are.
        hits: Best first.
        times: The dates of the question.
        articles: The ids of articles that are favoured.
    """
    if not times.days and not articles:
        return tuple(hits)
    looked_at = hits[:_LOOKED_AT] if not articles else hits
    passages = {p.id: p for p in store.passages([hit.passage_id for hit in looked_at])}
    headings = store.headings(sorted({p.article_id for p in passages.values()}))
    worth = {
        each.id: _worth(times, each, headings.get(each.article_id))
        + _SAME_EVENT * (each.article_id in articles)
        for each in passages.values()
    }
    return ranked((hit.passage_id, hit.score + worth.get(hit.passage_id, 0.0)) for hit in hits)


def favours(
    store: Store, hits: Sequence[Hit], times: AskedTimes, articles: frozenset[str]
) -> dict[str, Favour]:
    """What the question's dates and the favoured articles say of passages, by passage id.

    Args:
        store: Where the passages are.
        hits: Those that are read for answers.
        times: The dates of the question.
        articles: The ids of articles that are favoured.
    """
    if not times.days and not articles:
        return {}
    passages = store.passages([hit.passage_id for hit in hits])
    headings = store.headings(sorted({p.article_id for p in passages}))
    return {
        each.id: _favour(times, each, headings[each.article_id], articles)
        for each in passages
        if each.article_id in headings
    }


def _favour(
    times: AskedTimes, passage: Passage, heading: Heading, articles: frozenset[str]
) -> Favour:
    leant_on = _LEANT_ON * (passage.article_id in articles)
    if not times.days:
        return Favour(leant_on)
    text = f"{heading.title}\n{heading.lead}\n{passage.text}"
    days = _days_named(text, heading.published)
    written = any(_is_it(asked, *each) for asked in times.days for each in days)
    agrees = written or _is_news(times, heading) or _agrees(times, days)
    known = bool(days) or heading.published is not None
    return Favour(leant_on + _WRITTEN * written, _OTHER_DAYS * (known and not agrees))


def _is_it(asked: AskedTime, first: datetime.date, last: datetime.date) -> bool:
    """Whether days that a text names are those asked after, no more and no less."""
    years = asked.years or (first.year, last.year)
    named = ((first.month, first.day), (last.month, last.day), (first.year, last.year))
    return (asked.first, asked.last, years) == named


def _worth(times: AskedTimes, passage: Passage, heading: Heading | None) -> float:
    """What a passage gains by the dates that a question names."""
    if not times.days:
        return 0.0
    published = heading.published if heading else None
    agrees = _agrees(times, _days_named(passage.text, published))
    return _PUBLISHED * _is_news(times, heading) + _NAMED * agrees


def _days_named(
    text: str, published: datetime.date | None
) -> list[tuple[datetime.date, datetime.date]]:
    """The first and last day of each date that a text names."""
    spans = find_times(text, fold(text), published)
    return [(span.first, span.last) for span in spans if span.first and span.last]


def _is_news(times: AskedTimes, heading: Heading | None) -> bool:
    published = heading.published if heading else None
    return published is not None and any(day.is_news_of(published) for day in times.days)


def _agrees(times: AskedTimes, days: Iterable[tuple[datetime.date, datetime.date]]) -> bool:
    return any(day.agrees_with(*each) for each in days for day in times.days)
