"""Moments as programs write them, counted or spelt, → the days that they fall on."""

import datetime
import re

from corpus.dates import MONTHS, make_date, month_number

_WRITTEN = re.compile(
    r"((?:199|20\d)\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:[01]\d|2[0-3])(?:[0-5]\d){0,2}"
)
_COUNT = re.compile(r"(?:/Date\()?(\d{5,16})(?:\.\d{1,9})?(?:[+-]\d{4})?(?:\)/)?")
_UNITS = {9: 1, 10: 1, 12: 1000, 13: 1000, 16: 1_000_000}  # in a second, by the number's digits
_FIRST, _LAST = 631_152_000, 4_102_444_800  # 1990 and 2100: other numbers are no moments of news
# The day is China's: a morning paper's midnight is the day before in Greenwich.
_CHINA = datetime.timezone(datetime.timedelta(hours=8))
_SERIAL = 5  # digits of a day counted as spreadsheets do, from this one
_ZERO = datetime.date(1899, 12, 30)
_MONTH = f"(?P<month>{'|'.join(month[:3] for month in MONTHS)})"
_CLOCK = r"[\d:]{5,8} (?:[a-z\d+:-]{1,9} )?"  # the time and its zone
_SPELT = (
    re.compile(rf"[a-z]{{3}},? {_MONTH} +(?P<day>\d{{1,2}}) {_CLOCK}(?P<year>\d{{4}})", re.I),
    re.compile(rf"(?P<day>\d{{1,2}})-{_MONTH}-(?P<year>\d{{4}}|\d\d)(?:[ T].{{0,20}})?", re.I),
)


def shown_date(words: str) -> str:
    """The day, as ``2024-07-05``, of a moment as a program writes it; else the words.

    Read are counts of seconds, ms and µs from 1970 and of a spreadsheet's days, 2024070512, and
    what languages write by themselves: Fri Jul 05 10:00:00 CST 2024, 05-Jul-24.
    """
    day = _written(words) or _counted(words) or _spelt(words)
    return day.isoformat() if day else words


def _written(words: str) -> datetime.date | None:
    """The day of 2024070512, to the hour, the minute or the second."""
    written = _WRITTEN.fullmatch(words)
    return make_date(*map(int, written.groups())) if written else None


def _counted(words: str) -> datetime.date | None:
    count = _COUNT.fullmatch(words)
    if count is None:
        return None
    number = int(count[1])
    if len(count[1]) == _SERIAL:
        day = _ZERO + datetime.timedelta(days=number)
        return day if _day(_FIRST) <= day < _day(_LAST) else None
    seconds = number // _UNITS.get(len(count[1]), 1)
    return _day(seconds) if _FIRST <= seconds < _LAST else None


def _day(seconds: int) -> datetime.date:
    return datetime.datetime.fromtimestamp(seconds, _CHINA).date()


def _spelt(words: str) -> datetime.date | None:
    spelt = next(filter(None, (pattern.fullmatch(words) for pattern in _SPELT)), None)
    if spelt is None:
        return None
    year = int(spelt["year"])
    if len(spelt["year"]) == len("24"):  # as POSIX has it
        year += 1900 if year > 68 else 2000
    return make_date(year, month_number(spelt["month"]), int(spelt["day"]))
