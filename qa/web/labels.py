"""Components whose texts follow the visitor's language."""

from collections.abc import Mapping
from typing import Any

import gradio as gr

from qa.web.texts import Texts

Component = Any  # gradio's components share no useful type


class Labels:
    """Makes components, and remembers which of their texts come from the catalogue.

    Args:
        shown: The texts that they begin with.
    """

    def __init__(self, shown: Texts) -> None:
        self._shown = shown
        self._named: list[tuple[Component, Mapping[str, str]]] = []

    def make(self, kind: type[Component], named: Mapping[str, str], **options: object) -> Component:
        """A component of that kind.

        Args:
            kind: Its class.
            named: Which of its properties show which text of the catalogue.
            options: Its other properties.
        """
        component = kind(**{prop: self._shown[name] for prop, name in named.items()}, **options)
        self._named.append((component, named))
        return component

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
