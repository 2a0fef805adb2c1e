"""What is drawn anew when the page's language changes, or what the library holds."""

from collections.abc import Callable
from typing import Any

import gradio as gr

from qa.library import Library
from qa.messages.catalogue import texts
from qa.question import Language
from qa.web.errors import one_sentence
from qa.web.listing import View
from qa.web.opening import examples_html, source_choices
from qa.web.tab_library import filled
from qa.web.thread import Thread, thread_html


def answers_drawer(*, read_only: bool) -> Callable[[Thread, bool, Language], Any]:
    """Draws the answers anew in a language; those that are none stay what they are."""

    def draw(thread: Thread, newest_first: bool, language: Language) -> Any:  # noqa: ANN401  gradio's own
        if not thread:
            return gr.skip()
        shown = texts(language)
        with one_sentence(shown):
            return thread_html(thread, shown, judging=not read_only, newest_first=newest_first)

    return draw


def filler(library: Library, *, read_only: bool) -> Callable[..., tuple[Any, ...]]:
    """Fills in what follows the library and the language."""

    def fill(thread: Thread, view: View, language: Language) -> tuple[Any, ...]:
        shown = texts(language)
        with one_sentence(shown):
            return (
                "" if thread else examples_html(library, shown),
                gr.update(choices=source_choices(library, shown)),
                *filled(library, view, shown, read_only=read_only),
            )

    return fill
