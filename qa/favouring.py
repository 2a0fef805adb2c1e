"""What a search leans on beside a question's words: its dates, and the event of a conversation."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.article import Filters, Heading, Passage
from corpus.store import Store
from index.fold import fold
from index.hits import Hit, ranked
from qa.times import AskedTimes, find_times

# Only so many of the first hits are looked at: reading the dates of one costs half a millisecond.
_LOOKED_AT = 30
# What it is worth, in standard deviations of the meaning scores, that an article is news of a day
# asked after, that the passage itself names it, and that it tells of the conversation's event.
# Chosen on the development questions, 24 of which name a date: so much harms none of them, half as
# much again puts a right passage of one behind another of the same day, and no more helps any.
_PUBLISHED, _NAMED, _SAME_EVENT = 0.2, 0.2, 1.0


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


def _worth(times: AskedTimes, passage: Passage, heading: Heading | None) -> float:
    """What a passage gains by the dates that a question names."""
    if not times.days:
        return 0.0
    published = heading.published if heading else None
    is_news = published is not None and any(day.is_news_of(published) for day in times.days)
    named = find_times(passage.text, fold(passage.text), published)
    agrees = any(
        day.agrees_with(span.first, span.last)
        for day in times.days
        for span in named
        if span.first is not None and span.last is not None
    )
    return _PUBLISHED * is_news + _NAMED * agrees
