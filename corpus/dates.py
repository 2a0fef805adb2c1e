"""Dates as articles and records write them; what is not written is never filled in."""

import datetime
import re
import unicodedata

BEFORE_REPUBLIC = 1911  # the Republic's first year (民国元年) is 1912
LEAP_YEAR = 2024  # a year that has every day, to read days without a year in
_NUMERIC = re.compile(r"(?<!\d)((?:19|20)\d\d) ?[-/年.] ?(\d{1,2}) ?[-/月.] ?(\d{1,2})(?!\d)")
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? +([A-Za-z]{3,9})\.?,? +((?:19|20)\d\d)\b")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +((?:19|20)\d\d)\b")
_MONTH_DAY = re.compile(r"(?<!\d)(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號](?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
MONTHS = (
    "january february march april may june july august september october november december".split()
)
_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_SMALL = r"[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_HAN_DATE = re.compile(rf"([一二][〇零○一二三四五六七八九]{{3}})年(元|{_SMALL})月({_SMALL})日")
_REPUBLIC = re.compile(r"民[國国] ?(元|\d{1,3}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2})(?!\d)")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
# What `parse_date` may read, as a part of other patterns, which are for narrow text.
FULL_DATE = (
    r"(?:(?:19|20)\d\d ?[-/年.] ?\d{1,2} ?[-/月.] ?\d{1,2}(?!\d) ?日?"
    rf"|[一二][〇零○一二三四五六七八九]{{3}}年(?:元|{_SMALL})月(?:{_SMALL})日"
    r"|(?:中[華华])?民[國国] ?(?:元|\d{1,3}) ?年 ?\d{1,2} ?月 ?\d{1,2} ?日"
    rf"|\b{_NTH} {MONTH},? (?:19|20)\d\d\b|\b{MONTH} {_NTH},? (?:19|20)\d\d\b"
    r"|\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b)"
)
_MOST_MONTHS = 12
_LONGEST = 200  # a date is looked for in so many characters


def parse_date(words: str) -> datetime.date | None:
    """The first full date in ``words``; None where year, month or day is missing or impossible.

    Read are ISO 8601 (its own day, whatever the time zone), 2023年8月16日, 二〇二三年八月十六日,
    2023/8/16, 20230816, 民國112年8月16日, RFC 822, English dates with the month's name, and
    15/03/2024 where it cannot be read in two ways.
    """
    plain = unicodedata.normalize("NFKC", words[:_LONGEST])
    if match := _NUMERIC.search(plain) or _PACKED.search(plain):
        return make_date(*(int(part) for part in match.groups()))
    if match := _HAN_DATE.search(plain):
        year, month, day = match.groups()
        return make_date(int(year.translate(_DIGITS)), _small(month), _small(day))
    if match := _REPUBLIC.search(plain):
        year = 1 if match[1] == "元" else int(match[1])
        return make_date(BEFORE_REPUBLIC + year, int(match[2]), int(match[3]))
    return _english(plain)


def _english(plain: str) -> datetime.date | None:
    if match := _DAY_FIRST.search(plain):
        return make_date(int(match[3]), month_number(match[2]), int(match[1]))
    if match := _MONTH_FIRST.search(plain):
        return make_date(int(match[3]), month_number(match[1]), int(match[2]))
    if match := _SLASHED.search(plain):
        return _slashed(int(match[1]), int(match[2]), int(match[3]))
    return None


def _slashed(first: int, second: int, year: int) -> datetime.date | None:
    """The day that two numbers and a year mean; None where it is unsure which is the month."""
    if first <= _MOST_MONTHS and second <= _MOST_MONTHS and first != second:
        return None
    return make_date(year, min(first, second), max(first, second))


def month_day(words: str) -> tuple[int, int] | None:
    """The first month and day in ``words`` (7月22日); None where there is none or it cannot be."""
    match = _MONTH_DAY.search(unicodedata.normalize("NFKC", words[:_LONGEST]))
    if match is None:
        return None
    month, day = int(match[1]), int(match[2])
    return (month, day) if make_date(LEAP_YEAR, month, day) else None


def year_given(text: str, month: int, day: int) -> int | None:
    """The year that the text writes with this month and day; None where none or several do."""
    pattern = re.compile(
        rf"(?<!\d)((?:19|20)\d\d)(?: ?年 ?|-|/|\.)0?{month}(?: ?月 ?|-|/|\.)0?{day}(?!\d)"
    )
    years = {int(match[1]) for match in pattern.finditer(text)}
    return years.pop() if len(years) == 1 else None


def make_date(year: int, month: int, day: int) -> datetime.date | None:
    """The date, or None where there is no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """The number of the month whose English name begins so; 0 where none does."""
    return _NUMBERS.get(name[:3].lower(), 0)


def _small(words: str) -> int:
    """A number below 100 in Han digits."""
    if words == "元":
        return 1
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return int(words.translate(_DIGITS))
    return int((tens or "一").translate(_DIGITS)) * 10 + int((ones or "〇").translate(_DIGITS))
