"""The visitor's time zone, which only the browser knows, for times where no HTML can stand."""

from typing import Final

import gradio as gr

# As the ``js`` of an event whose last input is `zone_field`.
TELL_ZONE: Final = (
    "(...given) => [...given.slice(0, -1), Intl.DateTimeFormat().resolvedOptions().timeZone]"
)


def zone_field() -> gr.Textbox:
    """What stands for the zone among an event's inputs; inside a `gr.Tab`, and never seen."""
    return gr.Textbox(visible=False)
