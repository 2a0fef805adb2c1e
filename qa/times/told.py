"""Which of the times that a text names dates one of its sentences."""

from collections.abc import Sequence
from datetime import date

from qa.times.find import find_times
from qa.times.span import FEW_DAYS, Precision, TimeSpan

_REPORTED = frozenset("电電讯訊")
_LONGER = frozenset[Precision]({"week", "tendays", "month", "quarter", "year"})


def times_of_events(text: str, key: str, published: date | None) -> tuple[TimeSpan, ...]:
    """As `find_times` without datelines (云川4月12日电), which say when it was reported."""
    times = find_times(text, key, published)
    return tuple(time for time in times if text[time.end : time.end + 1] not in _REPORTED)


def told_day(times: Sequence[TimeSpan], start: int, end: int) -> TimeSpan | None:
    """The first day, or few days, that a stretch of text names; None where it names none known.

    Args:
        times: The times of the whole text, by start.
        start: Where the stretch begins.
        end: Where it ends.
    """
    return _first(times, start, end, FEW_DAYS)


def told_time(times: Sequence[TimeSpan], start: int, end: int) -> TimeSpan | None:
    """As `told_day`, but where the stretch names no day, its first week, month or year."""
    return told_day(times, start, end) or _first(times, start, end, _LONGER)


def _first(
    times: Sequence[TimeSpan], start: int, end: int, kinds: frozenset[Precision]
) -> TimeSpan | None:
    inside = (time for time in times if start <= time.start and time.end <= end)
    return next((time for time in inside if time.first and time.precise in kinds), None)
