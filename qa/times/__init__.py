"""When: dates and times in texts and questions, resolved against an article's date."""

from qa.times.asked import AskedTime, AskedTimes, read_asked_times
from qa.times.find import find_times, find_times_of_any_year
from qa.times.span import TimeSpan
from qa.times.told import times_of_events, told_day, told_time

__all__ = [
    "AskedTime",
    "AskedTimes",
    "TimeSpan",
    "find_times",
    "find_times_of_any_year",
    "read_asked_times",
    "times_of_events",
    "told_day",
    "told_time",
]
