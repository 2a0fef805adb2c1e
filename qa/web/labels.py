"""Components whose texts follow the visitor's language."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import gradio as gr

from qa.messages.catalogue import Texts

_DAY: Final = (
    '<label><span>${words}</span><input type="date" min="1000-01-01" max="9999-12-31"'
    ' value="${value}"></label>'
)
# Half a date has no value, or one of the year 2: it would be shown, and not meant.
_ON_DAY: Final = """
element.addEventListener('focusout', ({ target }) => {
  if (!target.validity.valid) target.value = '';
  props.value = target.value;
});
"""
Component = Any  # gradio's components share no useful type


def day_field(*, words: str, elem_id: str) -> gr.HTML:
    """A day, chosen with the browser's own calendar; its value is ``2023-07-01`` or empty.

    Gradio's own field keeps what is no date to itself, and the question goes on without it. The
    value is taken over when the field is left, since a new value draws the field anew.
    """
    return gr.HTML(
        "",
        words=words,
        elem_id=elem_id,
        elem_classes="day-field",
        apply_default_css=False,
        html_template=_DAY,
        js_on_load=_ON_DAY,
    )


class Labels:
    """Makes components, and remembers which of their texts come from the catalogue.

    And what else is drawn anew when another language is chosen.

    Args:
        shown: The texts that they begin with.
    """

    def __init__(self, shown: Texts) -> None:
        self._shown = shown
        self._named: list[tuple[Component, Mapping[str, str]]] = []
        self._drawn: list[tuple[Callable[..., Any], Mapping[str, Any]]] = []

    def make(
        self, kind: Callable[..., Component], named: Mapping[str, str], **options: object
    ) -> Component:
        """A component of that kind.

        Args:
            kind: Its class, or a function that makes it.
            named: Which of its properties show which text of the catalogue.
            options: Its other properties.
        """
        component = kind(**{prop: self._shown[name] for prop, name in named.items()}, **options)
        self._named.append((component, named))
        return component

    def draws(self, draw: Callable[..., Any], **wired: Any) -> None:  # noqa: ANN401  gradio's own
        """Has something drawn anew once another language has been chosen.

        Args:
            draw: What draws it.
            wired: Its inputs, its outputs and whatever else an event takes.
        """
        self._drawn.append((draw, wired))

    def draws_seen(self, tab: gr.Tab, draw: Callable[..., Any], **wired: Any) -> None:  # noqa: ANN401
        """The same, and whenever a tab is chosen: what it shows may have changed meanwhile.

        Args:
            tab: Where it stands.
            draw: What draws it.
            wired: As `draws` takes it.
        """
        self.draws(draw, **wired)
        tab.select(draw, **wired)

    def follow(self, turned: Component) -> None:
        """Has all of that drawn after the event that has the page speak another language."""
        for draw, wired in self._drawn:
            turned.then(draw, **wired)

    @property
    def components(self) -> list[Component]:
        """The components made, in order."""
        return [component for component, _ in self._named]

    def updates(self, shown: Texts) -> list[Any]:
        """What gives each component its texts in another language, in the same order."""
        return [
            gr.update(**{prop: shown[name] for prop, name in named.items()})
            for _, named in self._named
        ]
