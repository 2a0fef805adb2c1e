"""When: dates and times in texts and questions, resolved against an article's date."""

from qa.times.find import find_times
from qa.times.span import TimeSpan

__all__ = ["TimeSpan", "find_times"]
