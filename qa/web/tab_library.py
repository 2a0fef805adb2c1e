"""The Library tab: adding files with progress, encoding anew, the list of articles, reading one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import gradio as gr

from qa.library import Library
from qa.web.errors import one_sentence
from qa.web.labels import Component, Labels
from qa.web.pages import PAGE, article_html, articles_html, outcomes_html, progress_html, time_left
from qa.web.tab_ask import ON_CLICK, PRIVATE
from qa.web.texts import Language, Texts, texts
from qa.web.work import State, Work

_MOST_FILES = 1000
# One writer at a time; whoever asks is not in this queue.
_WRITING: Final = {"concurrency_limit": 1, "concurrency_id": "write", "api_visibility": "private"}

# The running work, the progress, the outcomes, and whether there is anything to stop.
Shown = tuple[Work | None, str, str, Any]


@dataclass(frozen=True)
class LibraryTab:
    """The parts of the tab that others change or listen to."""

    articles: gr.HTML
    offset: gr.State
    changed: list[Component]


def build_library(
    library: Library, language: gr.State, reader: gr.HTML, labels: Labels, *, read_only: bool
) -> LibraryTab:
    """Lays the tab out and wires it; inside a `gr.Tab`.

    ``changed`` holds the events after which the library may hold other articles.
    """
    changed = [] if read_only else _build_adding(library, language, labels)
    if read_only:
        labels.make(gr.Markdown, {"value": "read_only"}, elem_id="read-only")
    articles = gr.HTML(apply_default_css=False, elem_id="articles", js_on_load=ON_CLICK)
    offset = gr.State(0)
    articles.turn(_turner(library), language, [offset, articles], **PRIVATE)
    opening = articles.open(_opener(library), language, reader, **PRIVATE)
    opening.success(None, js="() => window.chuchu.read()", **PRIVATE)
    return LibraryTab(articles, offset, changed)


def list_html(library: Library, offset: int, shown: Texts) -> str:
    """The page of the list of articles that begins at ``offset``."""
    articles = tuple(library.articles(limit=PAGE, offset=offset))
    return articles_html(articles, offset, library.status().articles, shown)


def state_html(state: State, shown: Texts) -> str:
    """How far the adding or encoding is: a bar, and words."""
    if state.stopped:
        return progress_html(1, 1, shown["stopped"])
    if state.finished:
        return progress_html(1, 1, shown["done"])
    if not state.total:
        return progress_html(0, 0, shown["reading"].format(done=len(state.outcomes)))
    left = state.seconds_left
    still = "" if left is None else shown["time_left"].format(time=time_left(left, shown))
    words = shown["encoding"].format(done=state.done, total=state.total, left=still)
    return progress_html(state.done, state.total, words)


def _build_adding(library: Library, language: gr.State, labels: Labels) -> list[Component]:
    files = labels.make(
        gr.File, {"label": "drop"}, file_count="multiple", elem_id="files", height=170
    )
    with gr.Row(elem_id="writing"):
        add = labels.make(gr.Button, {"value": "add"}, variant="primary", elem_id="add")
        folder = labels.make(
            gr.UploadButton, {"label": "add_folder"}, file_count="directory", elem_id="folder"
        )
        rebuild = labels.make(gr.Button, {"value": "rebuild"}, elem_id="rebuild")
        stop = labels.make(gr.Button, {"value": "stop"}, elem_id="stop", visible=False)
    progress = gr.HTML(apply_default_css=False, elem_id="progress")
    outcomes = gr.HTML(apply_default_css=False, elem_id="outcomes")
    work = gr.State(None)
    shown = [work, progress, outcomes, stop]
    adding = _adder(library)
    added = [
        add.click(adding, [files, language], shown, show_progress_on=progress, **_WRITING),
        folder.upload(adding, [folder, language], shown, show_progress_on=progress, **_WRITING),
    ]
    added[0].success(lambda: None, None, files, **PRIVATE)
    built = rebuild.click(_rebuilder(library), language, shown, **_WRITING)
    stop.click(_stop, work, None, **PRIVATE)
    return [*added, built]


def _adder(library: Library) -> Callable[..., Iterator[Shown]]:
    def add(files: list[str] | None, language: Language) -> Iterator[Shown]:
        shown = texts(language)
        with one_sentence(shown):
            paths = _checked(files, shown)
            job = Work(
                lambda w: library.add(paths, on_outcome=w.on_outcome, on_encoded=w.on_encoded)
            )
            yield from _watched(job, shown)

    return add


def _rebuilder(library: Library) -> Callable[[Language], Iterator[Shown]]:
    def rebuild(language: Language) -> Iterator[Shown]:
        shown = texts(language)
        with one_sentence(shown):
            yield from _watched(Work(lambda work: library.rebuild(work.on_encoded)), shown)

    return rebuild


def _watched(work: Work, shown: Texts) -> Iterator[Shown]:
    for state in work.states():
        yield (
            None if state.finished else work,
            state_html(state, shown),
            outcomes_html(state.outcomes, shown),
            gr.update(visible=not state.finished),
        )


def _checked(files: list[str] | None, shown: Texts) -> list[str]:
    if not files:
        raise gr.Error(shown["choose_files"], print_exception=False)
    if len(files) > _MOST_FILES:
        raise gr.Error(shown["too_many"].format(most=_MOST_FILES), print_exception=False)
    return files


def _stop(work: Work | None) -> None:
    if work:
        work.stop()


def _turner(library: Library) -> Callable[[Language, gr.EventData], tuple[int, str]]:
    def turn(language: Language, event: gr.EventData) -> tuple[int, str]:
        shown = texts(language)
        with one_sentence(shown):
            offset = max(0, int(event.offset))
            return offset, list_html(library, offset, shown)

    return turn


def _opener(library: Library) -> Callable[[Language, gr.EventData], str]:
    def open_article(language: Language, event: gr.EventData) -> str:
        shown = texts(language)
        with one_sentence(shown):
            return article_html(library.article(str(event.id)), shown)

    return open_article
