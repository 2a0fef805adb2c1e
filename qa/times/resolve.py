"""From what a date says to the days that it means."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from qa.times.grammar import DAY_NAMES, MONTH_NAMES
from qa.times.span import Precision

Days = tuple[date, date]
Groups = dict[str, str]
Found = tuple[Days | None, Precision]

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}
_YEARS = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1, "后": 2}
_LEANING_YEARS = {"同": 0, "当": 0, "次": 1, "翌": 1}
_RELATIVE_DAYS = {"大": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}
_ENGLISH_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1}
_RELATIVE = {"last": -1, "this": 0, "next": 1}
_WEEKDAYS = {name: number % 7 for number, name in enumerate("一二三四五六日")} | {"天": 6}
_HALF_YEAR = 183  # days


@dataclass(frozen=True, slots=True)
class Context:
    """What a date without a year, month or day leans on.

    Attributes:
        published: The article's date; None where it is not known.
        before: The day that the text named last; None at its beginning.
        year: The year that the sentence named last; None where it named none.
        ahead: Whether the words around say that it is still to come.
    """

    published: date | None
    before: date | None = None
    year: int | None = None
    ahead: bool = False


def resolve(groups: Groups, context: Context) -> Found | None:
    """The days that a match means and how fine it is; no days where they are not known.

    None for what is no date at all: the 31st of April, 25 o'clock.

    Args:
        groups: The named groups of a layout of `qa.times.grammar` that matched.
        context: What it leans on.
    """
    if not _is_clock(groups):
        return None
    try:
        days, precise = _days(groups, context)
    except (ValueError, OverflowError):  # date() refuses what the calendar does not have
        return None
    if days is not None and days[0] > days[1]:
        return None
    return days, _finer(groups, precise)


def number(word: str) -> int:
    """The number that figures or Chinese numerals below 100 write.

    Raises:
        ValueError: The word is no such number.
    """
    if word.isdecimal():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return _digits(ones)
    return 10 * (_digits(tens) if tens else 1) + (_digits(ones) if ones else 0)


def _digits(word: str) -> int:
    if not word or any(character not in _DIGITS for character in word):
        raise ValueError(f"{word!r} is no number")
    return int("".join(str(_DIGITS[character]) for character in word))


def _is_clock(groups: Groups) -> bool:
    hour = groups.get("hour") or (groups["clock"].split(":")[0] if "clock" in groups else "0")
    return number(hour) <= 24 and int(groups.get("minute", "0")) < 60


def _finer(groups: Groups, precise: Precision) -> Precision:
    if precise != "day":
        return precise
    if "minute" in groups or "clock" in groups:
        return "minute"
    if "hour" in groups:
        return "hour"
    return (
        "part" if "part" in groups or groups.get("relday", "")[-1:] in {"晚", "早", "晨"} else "day"
    )


def _days(groups: Groups, context: Context) -> Found:
    for names, read in _READERS:
        if groups.keys() & names:
            return read(groups, context)
    return None, "vague" if "vague" in groups else "day"


def _of_iso(groups: Groups, context: Context) -> Found:
    year, month, day = (int(groups[name]) for name in ("isoyear", "isomonth", "isoday"))
    return _single(date(year, month, day)), "day"


def _single(day: date | None) -> Days | None:
    return None if day is None else (day, day)


def _year(groups: Groups, context: Context) -> int | None:
    """The year; None where it is not known, or a firm's fiscal year, which may begin anywhere."""
    if "fiscal" in groups:
        return None
    if "year" in groups:
        word = groups["year"]
        return int(word) if word.isdecimal() else _digits(word)
    if groups.get("relyear", " ")[0] in _LEANING_YEARS:
        named = context.year or (context.before.year if context.before else None)
        return None if named is None else named + _LEANING_YEARS[groups["relyear"][0]]
    if "relyear" in groups and context.published:
        return context.published.year + _YEARS[groups["relyear"][0]]
    return None


def _of_year(groups: Groups, context: Context) -> Found:
    year = _year(groups, context)
    if year is None:
        return None, "year"
    if "yearpart" in groups:
        months = (1, 2) if groups["yearpart"] == "初" else (11, 12)
        return (date(year, months[0], 1), _month_days(year, months[1])[1]), "quarter"
    first = int(groups.get("fromyear", year))
    return (date(first, 1, 1), date(year, 12, 31)), "range" if first != year else "year"


def _of_quarter(groups: Groups, context: Context) -> Found:
    year = _year(groups, context)
    if year is None and context.published and not groups.keys() & {"relyear", "fiscal"}:
        year = context.published.year
    if year is None:
        return None, "quarter"
    if "half" in groups:
        first, last = (1, 6) if groups["half"][0] == "上" else (7, 12)
    else:
        last = 3 * number(groups.get("quarter") or groups["q"])
        first = last - 2
    return (_month_days(year, first)[0], _month_days(year, last)[1]), "quarter"


def _of_month(groups: Groups, context: Context) -> Found:
    place = _month(groups, context)
    if place is None:
        _checked_month(groups)
        return None, _month_precision(groups)
    year, month = place
    if "day" in groups or "eday" in groups:
        return _days_of_month(groups, year, month)
    first, last = _month_days(year, month)
    if "frommonth" in groups:
        return (_month_days(year, number(groups["frommonth"]))[0], last), "range"
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
    return MONTH_NAMES[name[:3]] if name else number(groups["month"])


def _checked_month(groups: Groups) -> None:
    """Refuses a month and day that no year has.

    Raises:
        ValueError: There is no such month, or no such day in it.
    """
    if "relmonth" not in groups:
        day = groups.get("day") or groups.get("eday") or "1"
        date(2000, _month_number(groups), number(day))  # a leap year has every day


def _month(groups: Groups, context: Context) -> tuple[int, int] | None:
    """The year and the month, the year chosen where it is not written."""
    if "relmonth" in groups:
        return _relative_month(groups["relmonth"], context)
    month = _month_number(groups)
    year = _year(groups, context)
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


def _relative_month(word: str, context: Context) -> tuple[int, int] | None:
    base = context.before if word[0] == "当" else context.published
    if base is None:
        return None
    months = base.year * 12 + base.month - 1 + {"上": -1, "下": 1}.get(word[0], 0)
    return months // 12, months % 12 + 1


def _month_days(year: int, month: int) -> Days:
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _of_day(groups: Groups, context: Context) -> Found:
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


def _of_relative_day(groups: Groups, context: Context) -> Found:
    return _single(_relative_day(groups, context)), "day"


def _relative_day(groups: Groups, context: Context) -> date | None:
    word = groups.get("relday", "")
    if word.startswith("当"):
        return context.before
    if context.published is None:
        return None
    off = _RELATIVE_DAYS[word[0]] if word else _ENGLISH_DAYS[groups["eday_rel"]]
    return context.published + timedelta(days=off)


def _of_week(groups: Groups, context: Context) -> Found:
    unit = groups.get("eunit")
    named = groups.get("relweekday") or groups.get("weekday") or groups.get("eweekday")
    precise: Precision = "day" if named else "week"
    if unit in {"month", "year"}:
        precise = "month" if unit == "month" else "year"
    published = context.published
    if published is None:
        return None, precise
    off = _RELATIVE[groups["erel"]] if "erel" in groups else 0
    if unit == "year":
        return (date(published.year + off, 1, 1), date(published.year + off, 12, 31)), precise
    if unit == "month":
        months = published.year * 12 + published.month - 1 + off
        return _month_days(months // 12, months % 12 + 1), precise
    if named:
        return _single(_weekday(groups, published, ahead=context.ahead)), precise
    return _week(groups, published, off), precise


def _week(groups: Groups, published: date, off: int) -> Days:
    """A week from Monday to Sunday; its weekend only where 末 is written."""
    weeks = _WEEKS[groups["relweek"].rstrip("个")] if "relweek" in groups else off
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=weeks)
    return monday + timedelta(days=5 if "weekend" in groups else 0), monday + timedelta(days=6)


def _weekday(groups: Groups, published: date, *, ahead: bool) -> date:
    """A weekday: of the week that is named, else the last one before, or the next to come."""
    if "relweek" in groups:
        monday = _week({"relweek": groups["relweek"]}, published, 0)[0]
        return monday + timedelta(days=_WEEKDAYS[groups["relweekday"]])
    if "eweekday" in groups:
        wanted, relation = DAY_NAMES[groups["eweekday"]], groups.get("erel")
    else:
        wanted, relation = _WEEKDAYS[groups["weekday"]], None
    back = (published.weekday() - wanted) % 7
    if relation == "next" or (relation is None and ahead):
        return published + timedelta(days=(-back) % 7 or 7)
    if relation == "last":
        return published - timedelta(days=back or 7)
    if relation == "this":
        return published + timedelta(days=wanted - published.weekday())
    return published - timedelta(days=back)


# Which groups tell what a match is, the most telling first.
_READERS: tuple[tuple[frozenset[str], Callable[[Groups, Context], Found]], ...] = (
    (frozenset({"isoyear"}), _of_iso),
    (frozenset({"month", "relmonth", "name", "lonename"}), _of_month),
    (frozenset({"quarter", "q", "half"}), _of_quarter),
    (frozenset({"year", "relyear"}), _of_year),
    (frozenset({"relweek", "weekday", "eweekday", "eunit"}), _of_week),
    (frozenset({"day"}), _of_day),
    (frozenset({"relday", "eday_rel"}), _of_relative_day),
)
