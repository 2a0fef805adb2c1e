"""What the Ask tab offers before anything is asked, and when all is cleared."""

from collections.abc import Callable
from typing import Any, Final

import gradio as gr

from qa.conversations.conversation import Conversation
from qa.library import Library
from qa.messages.catalogue import Texts, texts
from qa.question import Language
from qa.web.errors import one_sentence
from qa.web.marks import escape
from qa.web.nesting import CHINESE, TRADITIONAL, nested
from qa.web.pages import empty_html
from qa.web.slate import Slate
from qa.web.thread import Thread

_EXAMPLES: Final = 4


def source_choices(library: Library, shown: Texts) -> list[tuple[str, str]]:
    """The sources to choose from, the largest first, after "all"."""
    known = [(f"{name} ({count})", name) for name, count in library.status().sources if name]
    return [(shown["all_sources"], ""), *known]


def examples_html(library: Library, shown: Texts) -> str:
    """Questions to begin with, made of the library's own titles; how to fill an empty library."""
    titles = [article.title for article in library.page(limit=4 * _EXAMPLES).articles]
    if not titles:
        return empty_html(shown)
    short = [title for title in titles if 4 <= len(title) <= 30][: _EXAMPLES - 1]
    questions = [shown["example_who"]]
    questions += [_about(title, shown) for title in short]
    chips = "".join(
        f'<li><button type="button" data-ask="{escape(each)}">{escape(each)}</button></li>'
        for each in questions
    )
    keys = f'<p class="keys">{shown["keys"]}</p>'
    return f'<div class="examples"><h2>{shown["examples"]}</h2><ul>{chips}</ul>{keys}</div>'


def source_chooser(library: Library) -> Callable[[Language], Any]:
    """Offers the sources that there are by now."""

    def choose(language: Language) -> Any:  # noqa: ANN401  gradio's own
        shown = texts(language)
        with one_sentence(shown):
            return gr.update(choices=source_choices(library, shown))

    return choose


def examples_drawer(library: Library) -> Callable[[Thread, Language], str]:
    """Offers questions to begin with; none where something has been asked."""

    def draw_examples(thread: Thread, language: Language) -> str:
        shown = texts(language)
        with one_sentence(shown):
            return "" if thread else examples_html(library, shown)

    return draw_examples


def clearer(library: Library) -> Callable[[Slate, Language], tuple[Any, ...]]:
    """Has the page begin anew: no answers, nothing to lean on, questions to begin with."""

    def clear(slate: Slate, language: Language) -> tuple[Any, ...]:
        clean = slate.wiped()  # first: what is being answered may be there any moment
        opening = examples_html(library, texts(language))
        return "", (), Conversation(), opening, gr.update(visible=False), clean

    return clear


def _about(title: str, shown: Texts) -> str:
    """A question about what a title names, whose own quotation marks are inner ones then."""
    question = shown["example_title"]
    marks = TRADITIONAL if TRADITIONAL[0][0] in question else CHINESE
    return question.format(title=nested(title, marks))
