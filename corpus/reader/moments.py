"""Moments that records give as numbers, counted from 1970, → the days that they fall on."""

import datetime
import re

_WRITTEN = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:[01]\d|2[0-3])(?:[0-5]\d)?")
_SECONDS = re.compile(r"\d{9,10}")
_MILLISECONDS = re.compile(r"\d{12,13}")
_FIRST, _LAST = 631_152_000, 4_102_444_800  # 1990 and 2100: other numbers are no moments of news
# The day is China's: a morning paper's midnight is the day before in Greenwich.
_CHINA = datetime.timezone(datetime.timedelta(hours=8))


def shown_date(words: str) -> str:
    """The day, as ``2024-07-05``, of a count of seconds or ms, or of 2024070512; else the words."""
    if written := _WRITTEN.fullmatch(words):  # 2024070512, to the hour or the minute
        return "-".join(written.groups())
    if _SECONDS.fullmatch(words):
        seconds = int(words)
    elif _MILLISECONDS.fullmatch(words):
        seconds = int(words) // 1000
    else:
        return words
    if not _FIRST <= seconds < _LAST:
        return words
    return datetime.datetime.fromtimestamp(seconds, _CHINA).date().isoformat()
