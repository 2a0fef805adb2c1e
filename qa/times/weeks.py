"""Single days and weeks told from the article's date: 昨日, 上周五, last week."""

from dataclasses import replace
from datetime import date, timedelta

from qa.times.context import Context, Days, Groups, Resolved
from qa.times.grammar import DAY_NAMES
from qa.times.months import month_days, of_day
from qa.times.span import Precision

_RELATIVE_DAYS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}
_ENGLISH_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
_RELATIVE = {"last": -1, "this": 0, "next": 1}
_WEEKDAYS = {name: number % 7 for number, name in enumerate("一二三四五六日")} | {"天": 6}


def of_relative_day(groups: Groups, context: Context) -> Resolved:
    """The day that 昨日 or yesterday means; 当日 is the day named last, 次日 the one after it.

    昨(13)日 is the 13th, even where the article's date is not the next day.
    """
    if "relnumber" in groups:
        return of_day({"day": groups["relnumber"]}, replace(context, before=_near(groups, context)))
    return _single(_relative_day(groups, context)), "day"


def _near(groups: Groups, context: Context) -> date | None:
    """The day that is meant, for the month to lie in, if it is told right."""
    day = _relative_day(groups, context)
    return day if day and day.day == int(groups["relnumber"]) else None


def _relative_day(groups: Groups, context: Context) -> date | None:
    word = groups.get("relday", "")
    if word.startswith("当"):
        return context.before
    if word.startswith(("次", "翌")):
        return context.before + timedelta(days=1) if context.before else None
    if context.published is None:
        return None
    off = (
        _RELATIVE_DAYS[word[: 1 + word.startswith("大")]]
        if word
        else _ENGLISH_DAYS[groups["eday_rel"]]
    )
    return context.published + timedelta(days=off)


def of_clock(groups: Groups, context: Context) -> Resolved:
    """The day of a clock alone: that of the clock which it ends a stretch with, else none."""
    return _single(context.stretch), "day"


def _single(day: date | None) -> Days | None:
    return None if day is None else (day, day)


def of_week(groups: Groups, context: Context) -> Resolved:
    """The week, month or year, or the weekday in one, that 上周五 or last month means."""
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
        return month_days(months // 12, months % 12 + 1), precise
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
