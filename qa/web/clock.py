"""Times in words: in UTC, as HTML that browsers show by their own clocks, and by a zone's."""

from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from qa.web.marks import escape

_MINUTE: Final = 16  # characters of 2024-04-12 08:30
_SECOND: Final = 19  # and of 2024-04-12 08:30:00


def moment(utc: str) -> str:
    """A time in UTC (``2024-04-12T08:30:00+00:00``) as HTML: browsers show it in their own zone."""
    return f'<time datetime="{escape(utc)}" class="local">{escape(minute_utc(utc))}</time>'


def minute(time: str) -> str:
    """A time (``2024-04-12T08:30:00+08:00``) to the minute: ``2024-04-12 08:30``."""
    return _to(_MINUTE, time)


def minute_utc(utc: str) -> str:
    """A time in UTC to the minute, in words that say so."""
    return f"{minute(utc)} UTC"


def local_time(utc: str, zone: str | None) -> str:
    """A time in UTC (``2024-04-12T08:30:00+00:00``) as the clocks of a zone show it, to the second.

    In UTC, and saying so, where there is no such zone.
    """
    try:
        when = datetime.fromisoformat(utc).replace(tzinfo=UTC)
        return _to(_SECOND, when.astimezone(ZoneInfo(zone or "")).isoformat())
    except (KeyError, ValueError, OSError):  # all that a name may be: unknown, no name, a folder
        return f"{_to(_SECOND, utc)} UTC"


def _to(characters: int, time: str) -> str:
    return time[:characters].replace("T", " ")
