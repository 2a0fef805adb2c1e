"""Months, and the days that are written in them."""

from calendar import monthrange
from datetime import date

from corpus.dates import BEFORE_REPUBLIC, LEAP_YEAR, month_number
from qa.times.context import Context, Days, Groups, Resolved, number
from qa.times.span import Precision

_YEARS = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1, "后": 2}
_LEANING_YEARS = {"同": 0, "当": 0, "次": 1, "翌": 1}
_HALF_YEAR = 183  # days


def year_of(groups: Groups, context: Context) -> int | None:
    """The year; None where it is not known, or a firm's fiscal year, which may begin anywhere."""
    if "fiscal" in groups:
        return None
    if "year" in groups:
        return number(groups["year"])
    if "republic" in groups:
        return republican_year(groups["republic"])
    if groups.get("relyear", " ")[0] in _LEANING_YEARS:
        named = context.year or (context.before.year if context.before else None)
        return None if named is None else named + _LEANING_YEARS[groups["relyear"][0]]
    if "relyear" in groups and context.published:
        return context.published.year + _YEARS[groups["relyear"][0]]
    return None


def republican_year(word: str) -> int:
    """The year that one of the Republic's is: 2023 for 112, 一百一十二 and 一一二.

    Raises:
        ValueError: The word is no number.
    """
    return BEFORE_REPUBLIC + (1 if word == "元" else number(word))


def of_lunar(groups: Groups, context: Context) -> Resolved:
    """No days: what the lunar calendar names lies weeks away from the same figures."""
    return None, "day" if groups.keys() & {"lunarday", "lunarearly"} else "month"


def of_month(groups: Groups, context: Context) -> Resolved:
    """A month, a part of it, or days in it."""
    place = _month(groups, context)
    if place is None:
        _checked_month(groups)
        return None, _month_precision(groups)
    year, month = place
    if "day" in groups or "eday" in groups:
        return _days_of_month(groups, year, month)
    first, last = month_days(year, month)
    if "frommonth" in groups:
        return (month_days(year, number(groups["frommonth"]))[0], last), "range"
    if "ten" not in groups:
        return (first, last), "month"
    starts = {"上": (1, 10), "初": (1, 10), "中": (11, 20)}
    low, high = starts.get(groups["ten"][0], (21, last.day))
    return (first.replace(day=low), first.replace(day=high)), "tendays"


def _days_of_month(groups: Groups, year: int, month: int) -> tuple[Days, Precision]:
    last = number(groups.get("today") or groups.get("day") or groups["eday"])
    first = number(groups.get("fromday") or groups.get("day") or groups["eday"])
    kind: Precision = "range" if groups.keys() & {"fromday", "today"} else "day"
    return (date(year, month, first), date(year, month, last)), kind


def _month_precision(groups: Groups) -> Precision:
    if groups.keys() & {"fromday", "today", "frommonth"}:
        return "range"
    if "day" in groups or "eday" in groups:
        return "day"
    return "tendays" if "ten" in groups else "month"


def _month_number(groups: Groups) -> int:
    name = groups.get("name") or groups.get("lonename")
    return month_number(name) if name else number(groups["month"])


def _checked_month(groups: Groups) -> None:
    """Refuses a month and day that no year has.

    Raises:
        ValueError: There is no such month, or no such day in it.
    """
    if "relmonth" not in groups:
        day = groups.get("day") or groups.get("eday") or "1"
        date(LEAP_YEAR, _month_number(groups), number(day))


def _month(groups: Groups, context: Context) -> tuple[int, int] | None:
    """The year and the month, the year chosen where it is not written."""
    if "relmonth" in groups:
        return _relative_month(groups["relmonth"], context)
    month = _month_number(groups)
    if "erel" in groups and "year" not in groups:
        return _relative_named(groups["erel"], month, context)
    year = year_of(groups, context)
    if year is not None:
        return year, month
    if context.year is not None and "relyear" not in groups:
        return context.year, month
    if context.published is None or groups.keys() & {"relyear", "fiscal"}:
        return None
    return _likely_year(
        month, number(groups.get("day") or groups.get("eday") or "15"), context
    ), month


def _likely_year(month: int, day: int, context: Context) -> int:
    """The year of a month without one: the article's own, as news writes, with two exceptions.

    A day more than half a year after the article is last year's (28 December in a January
    article), unless the words say it is to come; one more than half a year before is next year's
    where they do.
    """
    published = context.published
    if published is None:
        raise ValueError("a year is chosen from the article's date only")
    away = (month - published.month) * 30 + day - published.day
    if away > _HALF_YEAR and not context.ahead:
        return published.year - 1
    if away < -_HALF_YEAR and context.ahead:
        return published.year + 1
    return published.year


def _relative_named(relation: str, month: int, context: Context) -> tuple[int, int] | None:
    """The last or next month of a name, before or after the article's own: last November."""
    published = context.published
    if published is None:
        return None
    years = {
        "last": -(month >= published.month),
        "this": 0,
        "next": int(month <= published.month),
    }
    return published.year + years[relation], month


def _relative_month(word: str, context: Context) -> tuple[int, int] | None:
    base = context.before if word[0] == "当" else context.published
    if base is None:
        return None
    months = base.year * 12 + base.month - 1 + {"上": -1, "下": 1}.get(word[0], 0)
    return months // 12, months % 12 + 1


def month_days(year: int, month: int) -> Days:
    """The first and the last day of a month.

    Raises:
        ValueError: There is no such month.
    """
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def of_day(groups: Groups, context: Context) -> Resolved:
    """A day without a month: in the month that the text named last, else around the article's."""
    kind: Precision = "range" if "fromday" in groups else "day"
    last = number(groups["day"])
    first = number(groups.get("fromday") or groups["day"])
    date(2000, 1, first), date(2000, 1, last)  # no month has a 32nd
    base = context.before or context.published
    if base is None:
        return None, kind
    months = base.year * 12 + base.month - 1
    if context.before is None:
        months += _months_off(first, base, ahead=context.ahead)
    year, month = months // 12, months % 12 + 1
    return (date(year, month, first), date(year, month, last)), kind


def _months_off(day: int, published: date, *, ahead: bool) -> int:
    """A day later than the article's lies in the month before, unless it is still to come."""
    if ahead:
        return int(day < published.day)
    return -int(day > published.day)
