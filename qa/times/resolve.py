"""From what a date says to the days that it means."""

from collections.abc import Callable
from datetime import date

from qa.times.context import Context, Groups, Resolved, number
from qa.times.months import of_day, of_lunar, of_month
from qa.times.quarters import of_quarter, of_year
from qa.times.span import Precision
from qa.times.weeks import of_clock, of_relative_day, of_week


def resolve(groups: Groups, context: Context) -> Resolved | None:
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
        "part"
        if "part" in groups or groups.get("relday", "")[-1:] in {"晚", "夜", "早", "晨"}
        else "day"
    )


def _days(groups: Groups, context: Context) -> Resolved:
    for names, read in _READERS:
        if groups.keys() & names:
            return read(groups, context)
    return None, "vague" if "vague" in groups else "day"


def _of_iso(groups: Groups, context: Context) -> Resolved:
    year, month, day = (int(groups[name]) for name in ("isoyear", "isomonth", "isoday"))
    iso = date(year, month, day)
    return (iso, iso), "day"


# Which groups tell what a match is, the most telling first.
_READERS: tuple[tuple[frozenset[str], Callable[[Groups, Context], Resolved]], ...] = (
    (frozenset({"isoyear"}), _of_iso),
    (frozenset({"lunar"}), of_lunar),
    (frozenset({"month", "relmonth", "name", "lonename"}), of_month),
    (frozenset({"quarter", "q", "half", "quarters", "months"}), of_quarter),
    (frozenset({"year", "republic", "relyear"}), of_year),
    (frozenset({"relweek", "weekday", "eweekday", "eunit"}), of_week),
    (frozenset({"day"}), of_day),
    (frozenset({"relday", "eday_rel"}), of_relative_day),
    (frozenset({"hour", "clock"}), of_clock),
)
