"""What the Ask tab offers before anything is asked: sources, and questions to begin with."""

from typing import Final

from qa.library import Library
from qa.messages.catalogue import Texts
from qa.web.marks import escape
from qa.web.nesting import CHINESE, TRADITIONAL, nested
from qa.web.pages import empty_html

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


def _about(title: str, shown: Texts) -> str:
    """A question about what a title names, whose own quotation marks are inner ones then."""
    question = shown["example_title"]
    marks = TRADITIONAL if TRADITIONAL[0][0] in question else CHINESE
    return question.format(title=nested(title, marks))
