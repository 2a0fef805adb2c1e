"""Adding on the Library tab: files with progress, stopping, going on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import gradio as gr

from qa.library import Library
from qa.messages.catalogue import Texts, texts
from qa.question import Language
from qa.report import Status
from qa.web.errors import Told, one_sentence
from qa.web.labels import Component, Labels
from qa.web.pages import outcomes_html, progress_html, time_left
from qa.web.uploads import received, uploaded
from qa.web.wiring import HIDDEN, PRIVATE, QUIET, WRITING
from qa.web.work import State, Work, stop_work

# The running work, how far it is, the files to go on with, the progress, the outcomes, the buttons
# that stop and go on, and the chosen files.
Shown = tuple[Any, ...]
_ON_LEFT_OUT: Final = "window.chuchu.onLeftOut((told) => { props.value = told; });"
_ON_LEFT: Final = "props.value = window.chuchu.stopped();"


@dataclass(frozen=True)
class Adding:
    """The parts that others change or listen to.

    Attributes:
        changed: The events after which the library may hold other articles.
        resume: The button that goes on with what is left to do.
    """

    changed: list[Component]
    resume: gr.Button


def build_adding(library: Library, language: gr.State, labels: Labels) -> Adding:
    """Lays out what adds articles, and wires it; inside a `gr.Tab`."""
    files = labels.make(
        gr.File, {"label": "drop"}, file_count="multiple", elem_id="files", height=170
    )
    add, folder, stop, resume = _buttons_row(labels)
    gr.HTML(apply_default_css=False, elem_id="left-out", js_on_load=_ON_LEFT_OUT)
    gr.HTML(apply_default_css=False, elem_id="left-adding", js_on_load=_ON_LEFT)
    progress = gr.HTML(apply_default_css=False, elem_id="progress")
    outcomes = gr.HTML(apply_default_css=False, elem_id="outcomes")
    work, state, left = gr.State(None), gr.State(None), gr.State([])
    shown = [work, state, left, progress, outcomes, stop, resume, files]
    options = {"show_progress_on": progress, **WRITING, **HIDDEN}
    adding = adder(library)
    # Gradio would tell where files lie, and not in which folders their senders keep them.
    untouched = {"preprocess": False, **options}
    changed = [
        add.click(adding, [files, language], shown, **untouched),
        folder.upload(adding, [folder, language], shown, **untouched),
        resume.click(resumer(library), [left, language], shown, **options),
    ]
    stop.click(stop_work, work, None, **PRIVATE)
    # what was begun in one language may end in another
    redrawn = {"inputs": [state, language], "outputs": [progress, outcomes], **QUIET}
    labels.draws(drawn, **redrawn)
    for each in changed:
        each.success(drawn, **redrawn)
    return Adding(changed, resume)


def _buttons_row(labels: Labels) -> list[Component]:
    """What adds the files chosen, adds a folder, stops, and goes on."""
    with gr.Row(elem_id="writing"):
        return [
            labels.make(gr.Button, {"value": "add"}, variant="primary", elem_id="add"),
            labels.make(
                gr.UploadButton, {"label": "add_folder"}, file_count="directory", elem_id="folder"
            ),
            labels.make(gr.Button, {"value": "stop"}, elem_id="stop", visible=False),
            labels.make(gr.Button, {"value": "resume"}, elem_id="resume", visible=False),
        ]


def drawn(state: State | None, language: Language) -> tuple[str, str]:
    """The progress and the outcomes in another language; nothing before anything was begun."""
    shown = texts(language)
    return (state_html(state, shown), outcomes_html(state.outcomes, shown)) if state else ("", "")


def state_html(state: State, shown: Texts) -> str:
    """How far the adding or encoding is: a bar, and words."""
    if state.finished and not state.stopped:
        return progress_html(1, 1, shown["done"])
    done, total = (state.done, state.total) if state.total else (state.files_read, state.files)
    return progress_html(done, total, _words(state, shown), is_over=state.finished)


def _words(state: State, shown: Texts) -> str:
    if state.finished:
        return shown["stopped"]
    left = state.seconds_left
    still = "" if left is None else shown["time_left"].format(time=time_left(left, shown))
    if state.total:
        doing = "indexing" if state.indexing else "encoding"
        return shown[doing].format(done=state.done, total=state.total, left=still)
    if not state.files:
        return shown["beginning"]
    file = min(state.files_read + 1, state.files)
    read = len(state.outcomes)
    return shown["reading"].format(file=file, files=state.files, done=read, left=still)


def going_on(status: Status, shown: Texts) -> dict[str, Any]:
    """The button that goes on, as an update: with how many passages wait, where any do."""
    waiting = status.passages - status.encoded
    words = shown["resume_waiting"].format(n=f"{waiting:,}") if waiting else shown["resume"]
    update: dict[str, Any] = gr.update(visible=waiting > 0, value=words)
    return update


def adder(library: Library) -> Callable[..., Iterator[Shown]]:
    """What takes chosen files in, and shows how far it is until it ends or is stopped."""

    def add(files: Iterable[object] | None, language: Language) -> Iterator[Shown]:
        shown = texts(language)
        with one_sentence(shown):
            chosen = [*(files or ())]
            if not chosen:
                raise Told(shown["choose_files"])
            yield from _watched(_receiving(library, chosen), chosen, shown)

    return add


def resumer(library: Library) -> Callable[..., Iterator[Shown]]:
    """What goes on with the files that were stopped, or with what is not encoded yet."""

    def resume(files: list[object], language: Language) -> Iterator[Shown]:
        shown = texts(language)
        with one_sentence(shown):
            building = Work(lambda work: library.build(work.on_encoded, work.on_indexed))
            work = _receiving(library, files) if files else building
            yield from _watched(work, files, shown)

    return resume


def _receiving(library: Library, files: list[object]) -> Work:
    sent = received(uploaded(files))
    return Work(
        lambda work: library.receive(
            sent,
            on_file=work.on_file,
            on_outcome=work.on_outcome,
            on_indexed=work.on_indexed,
            on_encoded=work.on_encoded,
        )
    )


def _watched(work: Work, files: list[object], shown: Texts) -> Iterator[Shown]:
    for state in work.states():
        over = state.finished and not state.stopped
        yield (
            None if state.finished else work,
            state,
            [] if over else files,
            state_html(state, shown),
            outcomes_html(state.outcomes, shown),
            gr.update(visible=not state.finished),
            gr.update(visible=state.stopped),
            None if over else gr.skip(),
        )
