"""Years, and the halves, quarters and first months that are written of them."""

from datetime import date

from qa.times.context import Context, Groups, Resolved, number
from qa.times.months import month_days, year_of


def of_year(groups: Groups, context: Context) -> Resolved:
    """A year, its beginning or end, or several."""
    year = year_of(groups, context)
    if year is None:
        return None, "year"
    if "yearpart" in groups:
        months = (1, 2) if groups["yearpart"] == "初" else (11, 12)
        return (date(year, months[0], 1), month_days(year, months[1])[1]), "quarter"
    first = int(groups.get("fromyear", year))
    return (date(first, 1, 1), date(year, 12, 31)), "range" if first != year else "year"


def of_quarter(groups: Groups, context: Context) -> Resolved:
    """A quarter or half of a year, or its first months, by default of the article's."""
    year = year_of(groups, context)
    if year is None and context.published and not groups.keys() & {"relyear", "fiscal"}:
        year = context.published.year
    if year is None:
        return None, "quarter"
    if "half" in groups:
        first, last = (1, 6) if groups["half"][0] == "上" else (7, 12)
    elif "quarters" in groups:
        first, last = 1, 6 if groups["quarters"] in "二两2" else 9
    elif "months" in groups:
        first, last = 1, number(groups["months"])
    else:
        last = 3 * number(groups.get("quarter") or groups["q"])
        first = last - 2
    return (month_days(year, first)[0], month_days(year, last)[1]), "quarter"
