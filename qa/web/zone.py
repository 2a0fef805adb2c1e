"""The visitor's time zone, which only the browser knows, for times where no HTML can stand."""

from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

import gradio as gr

# As the ``js`` of an event whose last input is `zone_field`.
TELL_ZONE: Final = (
    "(...given) => [...given.slice(0, -1), Intl.DateTimeFormat().resolvedOptions().timeZone]"
)


def zone_field() -> gr.Textbox:
    """What stands for the zone among an event's inputs; inside a `gr.Tab`, and never seen."""
    return gr.Textbox(visible=False)


def local_time(utc: str, zone: str | None) -> str:
    """A time in UTC (``2024-04-12T08:30:00+00:00``) as the clocks of a zone show it.

    In UTC, and saying so, where there is no such zone.
    """
    try:
        when = datetime.fromisoformat(utc).replace(tzinfo=UTC)
        return f"{when.astimezone(ZoneInfo(zone or '')):%Y-%m-%d %H:%M:%S}"
    except (KeyError, ValueError, OSError):  # all that a name may be: unknown, no name, a folder
        return f"{utc[:19].replace('T', ' ')} UTC"
