"""The Library tab: adding, the list of articles, removing with undo, exports, pictures."""

from collections.abc import Callable
from typing import Any

import gradio as gr

from qa.library import Library
from qa.messages.catalogue import Texts, texts
from qa.question import Language
from qa.web.adding import build_adding, going_on
from qa.web.clicks import ON_LIST, ON_REMOVED
from qa.web.downloads import build_downloads
from qa.web.errors import one_sentence
from qa.web.labels import Component, Labels
from qa.web.listing import (
    PAGE,
    View,
    list_html,
    removed_html,
    sorted_by,
    turned,
)
from qa.web.pages import article_html
from qa.web.pictures import pictures_html
from qa.web.wiring import PRIVATE


def build_library(
    library: Library,
    language: gr.State,
    reader: gr.HTML,
    labels: Labels,
    tab: gr.Tab,
    *,
    read_only: bool,
) -> list[Component]:
    """Lays ``tab`` out and wires it; the events after which the library may hold other articles."""
    adding = None if read_only else build_adding(library, language, labels)
    if read_only:
        labels.make(gr.Markdown, {"value": "read_only"}, elem_id="read-only")
    words = {"label": "find", "placeholder": "find_hint"}
    find = labels.make(gr.Textbox, words, elem_id="find", max_lines=1)
    removed = gr.HTML(apply_default_css=False, elem_id="removed", js_on_load=ON_REMOVED)
    articles = gr.HTML(apply_default_css=False, elem_id="articles", js_on_load=ON_LIST)
    build_downloads(library, language, labels)
    pictures = gr.HTML(apply_default_css=False, elem_id="pictures")
    view = gr.State(View())
    shelf = Shelf(library, read_only=read_only)
    inputs, listed = [view, language], [view, articles]
    find.submit(shelf.find, [find, *inputs], listed, **PRIVATE)
    articles.sort(shelf.sort, inputs, listed, **PRIVATE)
    articles.turn(shelf.turn, inputs, listed, **PRIVATE)
    opening = articles.open(_opener(library), language, reader, **PRIVATE)
    opening.success(None, js="() => window.chuchu.read()", **PRIVATE)
    parts, changed = [articles], []
    if adding:
        parts.append(adding.resume)
        changed = [*adding.changed, *_wire_removing(shelf, articles, removed, language)]
        labels.draws_seen(tab, shelf.told, inputs=language, outputs=removed, **PRIVATE)
    # What is drawn anew stays readable meanwhile; others change the library, too.
    quietly = {"show_progress": "hidden", **PRIVATE}
    listing = (shelf.seen, {"inputs": inputs, "outputs": parts, **quietly})
    painting = (_painter(library), {"inputs": language, "outputs": pictures, **quietly})
    for draw, wired in (listing, painting):
        labels.draws_seen(tab, draw, **wired)
        for each in changed:
            each.then(draw, **wired)
    return changed


def _wire_removing(
    shelf: "Shelf", articles: gr.HTML, removed: gr.HTML, language: gr.State
) -> list[Component]:
    """Has articles removed and put back; the events after which there are others."""
    return [
        articles.take(shelf.take, language, removed, **PRIVATE),
        removed.undo(shelf.undo, language, removed, **PRIVATE),
        removed.drop(shelf.drop, language, removed, **PRIVATE),
    ]


class Shelf:
    """What visitors do with the list; nothing of a visitor is kept here.

    Args:
        library: Whose articles are listed.
        read_only: Nothing can be removed.
    """

    def __init__(self, library: Library, *, read_only: bool) -> None:
        self._library = library
        self._read_only = read_only

    def seen(self, view: View, language: Language) -> list[Any]:
        """The list as it is now, and, where articles can be added, the button that goes on."""
        shown = texts(language)
        with one_sentence(shown):
            page = _listed(self._library, view, shown, read_only=self._read_only)
            return [page] if self._read_only else [page, going_on(self._library.status(), shown)]

    def find(self, words: str, view: View, language: Language) -> tuple[View, str]:
        """The articles in which the words stand."""
        return self._seen(View(words.strip(), view.order, view.descending), language)

    def sort(self, view: View, language: Language, event: gr.EventData) -> tuple[View, str]:
        """The list sorted by the column whose head was clicked."""
        return self._seen(sorted_by(view, str(event.order)), language)

    def turn(self, view: View, language: Language, event: gr.EventData) -> tuple[View, str]:
        """Another page of the list."""
        to = {name: str(getattr(event, name, "")) for name in ("offset", "page")}
        return self._seen(turned(view, **to), language)

    def take(self, language: Language, event: gr.EventData) -> str:
        """Removes the articles that were picked; they stay set aside until somebody decides."""
        with one_sentence(texts(language)):
            ids = [str(each) for each in event.ids]
            if ids:
                self._library.withdraw(ids)
            return self._told(language)

    def undo(self, language: Language, event: gr.EventData) -> str:
        """Puts articles back."""
        with one_sentence(texts(language)):
            self._library.restore(str(event.batch))
            return self._told(language)

    def drop(self, language: Language, event: gr.EventData) -> str:
        """Deletes articles for good that were removed."""
        with one_sentence(texts(language)):
            self._library.discard(str(event.batch))
            return self._told(language)

    def told(self, language: Language) -> str:
        """What can be put back, in words."""
        with one_sentence(texts(language)):
            return self._told(language)

    def _told(self, language: Language) -> str:
        return removed_html(self._library.set_aside(), texts(language))

    def _seen(self, view: View, language: Language) -> tuple[View, str]:
        shown = texts(language)
        with one_sentence(shown):
            return view, _listed(self._library, view, shown, read_only=self._read_only)


def _listed(library: Library, view: View, shown: Texts, *, read_only: bool) -> str:
    page = library.page(
        view.words,
        order=view.order,
        descending=view.descending,
        limit=PAGE,
        offset=view.offset,
    )
    return list_html(page, view, shown, picking=not read_only)


def _painter(library: Library) -> Callable[[Language], str]:
    def paint(language: Language) -> str:
        shown = texts(language)
        with one_sentence(shown):
            return pictures_html(library, shown)

    return paint


def _opener(library: Library) -> Callable[[Language, gr.EventData], str]:
    def open_article(language: Language, event: gr.EventData) -> str:
        shown = texts(language)
        with one_sentence(shown):
            return article_html(library.article(str(event.id)), shown)

    return open_article
