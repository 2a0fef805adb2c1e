"""The value for a date or time that a text writes."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

# From the finest to the coarsest; "vague" is 近日, 日前 and the like, never resolved.
Precision = Literal[
    "minute", "hour", "part", "day", "range", "week", "tendays", "month", "quarter", "year", "vague"
]

# Those of a time on one day, and of one on a few days at the most.
ONE_DAY: Final = frozenset[Precision]({"minute", "hour", "part", "day"})
FEW_DAYS: Final = frozenset[Precision]({*ONE_DAY, "range"})

MonthDay = tuple[int, int]  # of a day in any year


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A date or time as a text writes it, and the days that it means.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        first: The first day that it means; None where the year, month or day is not known.
        last: The last day that it means, not before ``first``; None where ``first`` is.
        words: The text's own characters, ``text[start:end]``.
        precise: How fine it is: a minute, an hour, a part of the day, a day, a range of days or
            times, a week, ten days of a month (上旬, 月底), a month, a quarter or half, a year, or
            vague (近日).
    """

    start: int
    end: int
    first: date | None
    last: date | None
    words: str
    precise: Precision
