"""The line that an English report of an agency begins with: BEIJING, Aug. 3 (Xinhua) -- …."""

import datetime
import re
from dataclasses import dataclass
from typing import Final

from corpus.dates import MONTH, parse_date

_HEAD: Final = 400  # characters below a title, in which it stands
_PLACE: Final = r"[A-Z][A-Z'’.-]{2,20}(?: [A-Z][A-Z'’.-]{1,20}){0,3}(?:, [A-Z][A-Za-z'’. -]{2,30})?"
_LINE: Final = re.compile(
    rf"^{_PLACE},? (?P<words>(?P<day>{MONTH} \d{{1,2}})(?:, (?P<year>20\d\d))?),?"
    r" ?(?:\((?P<agency>[A-Z][A-Za-z. ]{1,30})\))? ?(?:--?|[—–]{1,2})(?=\s)",
    re.M,
)
_IN_FULL: Final = r"(?:\.|[a-z]{0,6}) 0?{day}(?:st|nd|rd|th)?,? (20\d\d)(?!\d)"


@dataclass(frozen=True, slots=True)
class LatinDateline:
    """What such a line tells.

    Attributes:
        words: The day as it stands there, with its year if it has one.
        published: The day; None where nothing in the text tells its year.
        agency: Who reports; may be empty.
    """

    words: str = ""
    published: datetime.date | None = None
    agency: str = ""


def read_dateline(text: str, start: int) -> LatinDateline:
    """What the line tells that a body begins with, from ``start`` on; nothing where there is none.

    The year is the line's own, or the only one that the text writes with this month and day.
    """
    line = _LINE.search(text[start : start + _HEAD])
    if line is None:
        return LatinDateline()
    month, day = line["day"].split()
    full = re.compile(rf"\b{month[:3]}" + _IN_FULL.replace("{day}", day.lstrip("0")))
    years = {line["year"]} if line["year"] else set(full.findall(text))
    published = parse_date(f"{month} {day}, {years.pop()}") if len(years) == 1 else None
    return LatinDateline(line["words"], published, line["agency"] or "")
