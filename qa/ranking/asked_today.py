"""What 昨天, 去年 and the like in a question mean for a library: days that it has news of."""

from collections.abc import Iterator
from datetime import date

from corpus.article import Filters
from corpus.store import Store
from qa.question import Question
from qa.times import AskedTimes, read_asked_times


def times_of(asked: Question, today: date | None, store: Store) -> AskedTimes:
    """The dates that a question names; what leans on today only where there is news of those days.

    Who asks an archive asks in the words of its articles, whose 今年 is long ago: days that the
    library has no news of say nothing, as without today.

    Args:
        asked: The question.
        today: The day on which it is asked; None where that is not to count.
        store: Where the articles are.
    """
    written = read_asked_times(asked.text, asked.key)
    if today is None:
        return written
    times = read_asked_times(asked.text, asked.key, today)
    told = (any(store.articles(days, limit=1)) for days in _leaning(times, written))
    return times if all(told) else written


def _leaning(times: AskedTimes, written: AskedTimes) -> Iterator[Filters]:
    """The days of the news of what today completes, and what it narrows to."""
    for each in times.days:
        if each not in written.days and (days := each.news):
            yield Filters(since=days[0], until=days[1])
    narrowed = (times.since, times.until)
    if narrowed != (written.since, written.until):
        yield Filters(since=narrowed[0], until=narrowed[1])
