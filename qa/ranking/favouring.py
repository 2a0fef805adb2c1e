"""What a search leans on beside a question's words: dates, editions, and a conversation's event."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.article import Filters, Heading, Passage
from corpus.store import Store
from index.fold import fold
from index.hits import Hit, ranked
from qa.question import Question
from qa.ranking.found import Favour
from qa.ranking.latest import may_have_changed, told_last
from qa.text.editions import Edition, editions_asked, names_asked
from qa.text.periods import names_period, told_of
from qa.times import AskedTime, AskedTimes, find_times

# Only so many of the first hits are looked at: reading the dates of one costs half a millisecond.
_LOOKED_AT = 30
# What it is worth, in standard deviations of the meaning scores, that an article is news of a day
# asked after, that the passage itself names it, and that it tells of the conversation's event.
# Chosen on the development questions, 24 of which name a date: so much harms none of them, half as
# much again puts a right passage of one behind another of the same day, and no more helps any.
_PUBLISHED, _NAMED, _SAME_EVENT = 0.2, 0.2, 1.0
_OTHER_EDITION = -1.0  # and that it names another edition than the one asked after
# The same where what the sentences say orders passages, in log odds: that an article is of the
# conversation's event, that the day or month asked after is written, and that only others are.
# The last two chosen on 400 questions that name a date: half as much helps them nearly as well.
_LEANT_ON, _WRITTEN, _OTHER_DAYS = 4.0, 1.0, -4.0
_LAST = 3.0  # and that it tells last what has changed
# The same of the edition asked after; of others alone, which never hold the answer; and of what
# names none, where only others are found.
_ITS_EDITION, _OTHER_EDITIONS, _NO_EDITION = 1.0, -12.0, -4.0
_OTHER_PERIOD = -6.0  # and of what tells of other quarters or years than those asked after


@dataclass(frozen=True, slots=True)
class Leaning:
    """What a search leans on beside the question.

    Attributes:
        words: Words searched beside the question's own.
        articles: The ids of articles that are favoured.
        today: The day on which the question is asked, for 昨天 and the like where the library has
            news of then; None where unknown.
        about: What the question is about and does not say itself, for whoever reads it closely.
    """

    words: str = ""
    articles: frozenset[str] = frozenset()
    today: datetime.date | None = None
    about: str = ""


def narrowed(filters: Filters, times: AskedTimes) -> Filters:
    """The filters, narrowed by the first and last day that the question's own words set."""
    since = max(filter(None, (filters.since, times.since)), default=None)
    until = min(filter(None, (filters.until, times.until)), default=None)
    return replace(filters, since=since, until=until)


@dataclass(frozen=True, slots=True)
class Favouring:
    """What favours passages for a question beside its words.

    Attributes:
        store: Where the passages are.
        question: The question.
        times: Its dates.
        articles: The ids of articles that are favoured.
    """

    store: Store
    question: Question
    times: AskedTimes
    articles: frozenset[str] = frozenset()

    def ranked(self, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """The hits anew, best first, with what the dates and the favoured articles add.

        Other editions than those asked after come later.

        Args:
            hits: Best first.
        """
        if not (self.times.days or self.articles or editions_asked(self.question)):
            return tuple(hits)
        looked_at = hits if self.articles else hits[:_LOOKED_AT]
        worth = {each.id: self._worth(each, of) for each, of in self._resolved(looked_at)}
        return ranked((hit.passage_id, hit.score + worth.get(hit.passage_id, 0.0)) for hit in hits)

    def of(self, hits: Sequence[Hit]) -> dict[str, Favour]:
        """What the dates, editions and favoured articles say of passages, by id.

        Args:
            hits: Those that are read for answers.
        """
        asked, dated = self.question, bool(self.times.days)
        named = dated or self.articles or editions_asked(asked) or names_period(asked)
        if not (named or may_have_changed(asked, dated=dated)):
            return {hit.passage_id: Favour() for hit in hits}
        known = self._resolved(hits)
        headings = {each.article_id: heading for each, heading in known}
        last = told_last(asked, [each for each, _ in known], headings, dated=dated)
        by_editions = _by_editions(
            editions_asked(asked), [of.over(each.text) for each, of in known]
        )
        return {
            each.id: Favour(_LEANT_ON * (each.article_id in self.articles))
            + _by_days(self.times, each, heading)
            + its_edition
            + _by_period(asked, each, heading)
            + Favour((_LAST + _LEANT_ON * bool(self.articles)) * (each.id in last))
            for (each, heading), its_edition in zip(known, by_editions, strict=True)
        }

    def _resolved(self, hits: Sequence[Hit]) -> list[tuple[Passage, Heading]]:
        """The passages of hits with their articles' headings, without those removed meanwhile."""
        passages = self.store.passages([hit.passage_id for hit in hits])
        headings = self.store.headings(sorted({each.article_id for each in passages}))
        return [(p, headings[p.article_id]) for p in passages if p.article_id in headings]

    def _worth(self, passage: Passage, heading: Heading) -> float:
        """What a passage gains beside its score."""
        worth = 0.0
        if self.times.days:
            agrees = _agrees(self.times, _days_named(passage.text, heading.published))
            worth = _PUBLISHED * _is_news(self.times, heading) + _NAMED * agrees
        worth += _SAME_EVENT * (passage.article_id in self.articles)
        editions = editions_asked(self.question)
        named = names_asked(editions, fold(heading.over(passage.text))) if editions else None
        return worth + _OTHER_EDITION * (named is False)


def _by_days(times: AskedTimes, passage: Passage, heading: Heading) -> Favour:
    if not times.days:
        return Favour()
    days = _days_named(heading.over(passage.text), heading.published)
    written = any(_is_it(asked, *each) for asked in times.days for each in days)
    agrees = written or _is_news(times, heading) or _agrees(times, days)
    known = bool(days) or heading.published is not None
    return Favour(_WRITTEN * written, _OTHER_DAYS * (known and not agrees))


def _by_period(asked: Question, passage: Passage, heading: Heading) -> Favour:
    """What the quarters and years asked after say against a passage."""
    if not names_period(asked):
        return Favour()
    told = told_of(asked, fold(heading.over(passage.text)), heading.published)
    return Favour(malus=_OTHER_PERIOD * (told is False))


def _by_editions(editions: Sequence[Edition], texts: Sequence[str]) -> list[Favour]:
    """What the editions asked after say of each of some texts."""
    named = [names_asked(editions, fold(text)) if editions else None for text in texts]
    only_others = False in named and True not in named
    favour = {
        True: Favour(_ITS_EDITION),
        False: Favour(malus=_OTHER_EDITIONS),
        None: Favour(malus=_NO_EDITION * only_others),
    }
    return [favour[each] for each in named]


def _is_it(asked: AskedTime, first: datetime.date, last: datetime.date) -> bool:
    """Whether days that a text names are those asked after, no more and no less."""
    years = asked.years or (first.year, last.year)
    named = ((first.month, first.day), (last.month, last.day), (first.year, last.year))
    return (asked.first, asked.last, years) == named


def _days_named(
    text: str, published: datetime.date | None
) -> list[tuple[datetime.date, datetime.date]]:
    """The first and last day of each date that a text names."""
    spans = find_times(text, fold(text), published)
    return [(span.first, span.last) for span in spans if span.first and span.last]


def _is_news(times: AskedTimes, heading: Heading) -> bool:
    published = heading.published
    return published is not None and any(day.is_news_of(published) for day in times.days)


def _agrees(times: AskedTimes, days: Iterable[tuple[datetime.date, datetime.date]]) -> bool:
    return any(day.agrees_with(*each) for each in days for day in times.days)
