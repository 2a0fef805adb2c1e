"""Sets of questions on the Quality tab: taken in, deleted, and run, with progress and a stop."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import gradio as gr

from qa.library import Library
from qa.messages.catalogue import Texts, texts
from qa.quality.measuring import JUDGED
from qa.quality.question_set import QuestionSetError
from qa.question import Language
from qa.web.errors import Told, one_sentence
from qa.web.labels import Component, Labels
from qa.web.pages import progress_html, time_left
from qa.web.quality import run_name
from qa.web.wiring import HIDDEN, PRIVATE, QUIET, queue
from qa.web.work import State, Work, stop_work
from qa.web.zone import TELL_ZONE, zone_field

# One run at a time: each asks hundreds of questions beside those that visitors ask.
_MEASURING: Final = {**queue("measure"), **HIDDEN}
_JUDGED: Final = "*"  # as a choice: no set is named so
_DROP: Final = '<button type="button" class="minor" data-sure="${sure}">${words}</button>'
_ON_DROP: Final = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button && confirm(button.dataset.sure)) trigger('drop', {});
});
"""


@dataclass(frozen=True)
class MeasuringPanel:
    """What is laid out; the others of the tab choose from its sets.

    Attributes:
        file: Where a question file is dropped.
        questions: The set that is chosen.
        drop: What deletes that set.
        measure: What runs it.
        stop: What stops the run.
        progress: How far the run is.
        zone: Whose times runs are named by.
    """

    file: gr.File
    questions: gr.Dropdown
    drop: gr.HTML
    measure: gr.Button
    stop: gr.Button
    progress: gr.HTML
    zone: gr.Textbox

    def wire(
        self, library: Library, language: gr.State, labels: Labels, newest: gr.Dropdown
    ) -> list[Component]:
        """Has sets taken in, deleted and run; the events after which there are others, or a run.

        Args:
            library: Whose questions they are.
            language: The visitor's.
            labels: What follows it.
            newest: Where a run that has just ended is chosen.
        """
        work, state = gr.State(None), gr.State(None)
        chosen = [self.questions, language]
        shown = [work, state, self.progress, self.stop, newest]
        run = {"show_progress_on": self.progress, "js": TELL_ZONE, **_MEASURING}
        self.stop.click(stop_work, work, None, **PRIVATE)
        taken = self.file.upload(
            _taker(library),
            [self.file, language],
            [self.file, self.questions],
            show_progress="hidden",
            **PRIVATE,
        )
        taken.failure(None, None, self.file, js="() => null", **PRIVATE)  # another can be dropped
        self.questions.change(droppable, chosen, self.drop, **QUIET)
        measured = self.measure.click(_measurer(library), [*chosen, self.zone], shown, **run)
        redrawn = {"inputs": [state, language], "outputs": self.progress, **QUIET}
        labels.draws(drawn, **redrawn)
        measured.success(drawn, **redrawn)
        return [taken, self.drop.drop(_dropper(library), chosen, None, **PRIVATE), measured]


def build_measuring(labels: Labels, *, read_only: bool) -> MeasuringPanel:
    """Lays the panel out; inside a `gr.Tab`."""
    visible = not read_only
    named = {"label": "question_file"}
    options: dict[str, Any] = {"elem_id": "question-file", "height": 150, "visible": visible}
    file = labels.make(gr.File, named, **options)
    with gr.Row(elem_id="measure-row", visible=visible):
        questions = labels.make(
            gr.Dropdown, {"label": "question_set"}, choices=[], elem_id="question-set", scale=3
        )
        measure = labels.make(
            gr.Button, {"value": "measure"}, variant="primary", elem_id="measure", scale=1
        )
        stop = labels.make(gr.Button, {"value": "stop"}, elem_id="stop-measuring", visible=False)
    drop = labels.make(_dropping, {"words": "drop_set", "sure": "drop_set_sure"})
    progress = gr.HTML(apply_default_css=False, elem_id="measuring")
    return MeasuringPanel(file, questions, drop, measure, stop, progress, zone_field())


def set_choices(library: Library, shown: Texts) -> list[tuple[str, str]]:
    """The sets to choose from, that of the judgements last."""
    judged = len(library.judged_questions())
    own = [(shown["judged_set"].format(n=judged), _JUDGED)] if judged else []
    return [*((name, name) for name in library.question_sets()), *own]


def run_choices(library: Library, shown: Texts, zone: str | None) -> list[tuple[str, str]]:
    """The runs to choose from, the newest first, with times of that zone."""
    return [(run_name(run, shown, zone), run.name) for run in library.runs()]


def droppable(chosen: str | None, language: Language) -> Any:  # noqa: ANN401  gradio's own
    """Shows what deletes a set only where one is chosen; that of the judgements is none."""
    shown = texts(language)  # Gradio's HTML forgets its words when it comes and goes
    words = {"words": shown["drop_set"], "sure": shown["drop_set_sure"]}
    return gr.update(**words, visible=bool(chosen) and chosen != _JUDGED)


def drawn(state: State | None, language: Language) -> str:
    """The progress in another language; nothing before anything was begun."""
    return state_html(state, texts(language)) if state else ""


def state_html(state: State, shown: Texts) -> str:
    """How far a run is: a bar, and words."""
    if state.finished:
        if not state.stopped:
            return progress_html(1, 1, shown["done"])
        return progress_html(state.done, state.total, shown["measure_stopped"], is_over=True)
    left = state.seconds_left
    still = "" if left is None else shown["time_left"].format(time=time_left(left, shown))
    words = shown["measuring"].format(done=state.done, total=state.total, left=still)
    return progress_html(state.done, state.total, words if state.total else shown["beginning"])


def _dropping(*, words: str, sure: str) -> gr.HTML:
    """A button that asks whether it is meant: what it deletes does not come back.

    It is not there until a set is chosen.
    """
    return gr.HTML(
        "",
        words=words,
        sure=sure,
        visible=False,
        elem_id="drop-set",
        apply_default_css=False,
        html_template=_DROP,
        js_on_load=_ON_DROP,
    )


def _taker(library: Library) -> Callable[[str, Language], tuple[None, Any]]:
    def take(file: str, language: Language) -> tuple[None, Any]:
        shown = texts(language)
        with one_sentence(shown):
            try:
                name = library.keep_questions(file)
            except QuestionSetError as error:
                raise _by_name(error, Path(file)) from error
            return None, gr.update(choices=set_choices(library, shown), value=name)

    return take


def _by_name(error: QuestionSetError, file: Path) -> QuestionSetError:
    """The same of a file's name alone: where it lies on the server is nobody's business."""
    long, short = str(file), file.name
    values = {gap: str(value).replace(long, short) for gap, value in error.values.items()}
    return QuestionSetError(error.sentence, **values)


def _dropper(library: Library) -> Callable[[str | None, Language], None]:
    def drop(questions: str | None, language: Language) -> None:
        shown = texts(language)
        with one_sentence(shown):
            if questions == _JUDGED:
                raise Told(shown["judged_stay"])
            if not questions:
                raise Told(shown["choose_set"])
            library.drop_questions(questions)

    return drop


def _measurer(library: Library) -> Callable[..., Iterator[tuple[Any, ...]]]:
    def measure(
        questions: str | None, language: Language, zone: str | None
    ) -> Iterator[tuple[Any, ...]]:
        shown = texts(language)
        with one_sentence(shown):
            if not questions:
                raise Told(shown["choose_set"])
            name = JUDGED if questions == _JUDGED else questions
            work = Work(lambda work: library.measure(name, on_answer=work.on_encoded))
            for state in work.states():
                over = state.finished
                newest = library.runs()[:1] if over and not state.stopped else ()
                runs = run_choices(library, shown, zone) if newest else []
                yield (
                    None if over else work,
                    state,
                    state_html(state, shown),
                    gr.update(visible=not over),
                    gr.update(choices=runs, value=newest[0].name) if newest else gr.skip(),
                )

    return measure
