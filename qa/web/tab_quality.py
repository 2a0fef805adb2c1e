"""The Quality tab: question files, runs and their misses, two runs compared, what people judged."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import gradio as gr

from qa.library import Library
from qa.metrics import CUTS
from qa.quality.finding import passage_with
from qa.quality.judgements import JudgementError
from qa.quality.measuring import JUDGED
from qa.question_set import QuestionSetError, question_line
from qa.web.downloads import offer
from qa.web.errors import one_sentence
from qa.web.labels import Component, Labels
from qa.web.pages import progress_html, time_left
from qa.web.quality import ON_QUALITY, comparison_html, judgements_html, run_html, run_name
from qa.web.tab_ask import PRIVATE
from qa.web.texts import Language, Texts, texts
from qa.web.work import State, Work

# One run at a time: each asks hundreds of questions beside those that visitors ask.
_MEASURING: Final = {
    "concurrency_limit": 1,
    "concurrency_id": "measure",
    "api_visibility": "private",
}
_CUT: Final = 5
_JUDGED: Final = "*"  # as a choice: no set is named so


@dataclass(frozen=True)
class _Chosen:
    """What is looked at: the components by which it is chosen."""

    questions: gr.Dropdown
    first: gr.Dropdown
    second: gr.Dropdown
    cut: gr.Radio

    @property
    def seen(self) -> list[Component]:
        """The components that decide what is shown of the runs."""
        return [self.first, self.second, self.cut]


def build_quality(
    library: Library, language: gr.State, labels: Labels, tab: gr.Tab, *, read_only: bool
) -> None:
    """Lays the tab out and wires it; inside a `gr.Tab`."""
    file, questions, measure, stop = _measuring_row(labels, read_only=read_only)
    progress = gr.HTML(apply_default_css=False, elem_id="measuring")
    with gr.Row(elem_id="runs"):
        named: tuple[tuple[str, str], ...] = (("run", "run"), ("compared_run", "other-run"))
        first, second = (
            labels.make(gr.Dropdown, {"label": label}, choices=[], elem_id=elem_id)
            for label, elem_id in named
        )
        cut = labels.make(gr.Radio, {"label": "cut"}, choices=list(CUTS), value=_CUT, elem_id="cut")
    chosen = _Chosen(questions, first, second, cut)
    shown = gr.HTML(apply_default_css=False, elem_id="quality")
    keep = _judging_rows(labels, read_only=read_only)
    judged = gr.HTML(apply_default_css=False, elem_id="judged", js_on_load=ON_QUALITY)
    export = labels.make(gr.Button, {"value": "export_judged"}, elem_id="export-judged", size="sm")
    offer(export, "export-judged", language, _judged_file(library))

    look = _looker(library)
    fill = _filler(library, read_only=read_only)
    contents = [questions, first, second, judged]
    gr.on([each.input for each in chosen.seen], look, [*chosen.seen, language], shown, **PRIVATE)
    filled = gr.on(
        [tab.select, language.change],
        fill,
        [questions, first, second, language],
        contents,
        **PRIVATE,
    )
    filled.then(look, [*chosen.seen, language], shown, **PRIVATE)
    if read_only:
        return
    taken = file.upload(_taker(library), [file, language], [file, questions], **PRIVATE)
    work = gr.State(None)
    measured = measure.click(
        _measurer(library),
        [questions, language],
        [work, progress, stop, first],
        show_progress_on=progress,
        **_MEASURING,
    )
    stop.click(_stop, work, None, **PRIVATE)
    for changed in (
        taken,
        measured,
        *keep(library, language),
        _forgetting(library, judged, language),
    ):
        again = changed.success(fill, [questions, first, second, language], contents, **PRIVATE)
        again.then(look, [*chosen.seen, language], shown, **PRIVATE)


def _measuring_row(labels: Labels, *, read_only: bool) -> tuple[Any, Any, Any, Any]:
    visible = not read_only
    file = labels.make(
        gr.File, {"label": "question_file"}, elem_id="question-file", height=150, visible=visible
    )
    with gr.Row(elem_id="measure-row", visible=visible):
        questions = labels.make(
            gr.Dropdown, {"label": "question_set"}, choices=[], elem_id="question-set", scale=3
        )
        measure = labels.make(
            gr.Button, {"value": "measure"}, variant="primary", elem_id="measure", scale=1
        )
        stop = labels.make(gr.Button, {"value": "stop"}, elem_id="stop-measuring", visible=False)
    return file, questions, measure, stop


def _judging_rows(
    labels: Labels, *, read_only: bool
) -> Callable[[Library, gr.State], list[Component]]:
    """Lays out what is written by hand; what wires it, and gives the events."""
    with labels.make(
        gr.Accordion,
        {"label": "write_question"},
        open=False,
        elem_id="write-question",
        visible=not read_only,
    ):
        question = labels.make(gr.Textbox, {"label": "question"}, elem_id="own-question")
        evidence = labels.make(
            gr.Textbox, {"label": "right_evidence"}, elem_id="own-evidence", lines=2
        )
        article = labels.make(gr.Textbox, {"label": "right_article"}, elem_id="own-article")
        with gr.Row(elem_id="own-row"):
            right = labels.make(
                gr.Button, {"value": "keep_question"}, variant="primary", elem_id="keep-question"
            )
            none = labels.make(gr.Button, {"value": "none_answers"}, elem_id="none-answers")
    labels.make(gr.Markdown, {"value": "judgements"}, elem_id="judgements-head")

    def wire(library: Library, language: gr.State) -> list[Component]:
        written = [question, evidence, article]
        return [
            right.click(_keeper(library), [*written, language], written, **PRIVATE),
            none.click(_denier(library), [question, language], written, **PRIVATE),
        ]

    return wire


def state_html(state: State, shown: Texts) -> str:
    """How far a run is: a bar, and words."""
    if state.finished:
        return progress_html(1, 1, shown["measure_stopped" if state.stopped else "done"])
    left = state.seconds_left
    still = "" if left is None else shown["time_left"].format(time=time_left(left, shown))
    words = shown["measuring"].format(done=state.done, total=state.total, left=still)
    return progress_html(state.done, state.total, words if state.total else shown["beginning"])


def look_html(library: Library, first: str, second: str, cut: int, shown: Texts) -> str:
    """What one run found, or two beside each other; what to do where there is none."""
    runs = {run.name: run for run in library.runs()}
    one, other = runs.get(first), runs.get(second)
    if one is None:
        return f'<p class="note">{shown["no_runs_yet"]}</p>'
    if other is None or other is one:
        return run_html(one, library.results(one.name), cut, shown)
    results = library.results(one.name), library.results(other.name)
    return comparison_html((one, other), results, cut, shown)


def _looker(library: Library) -> Callable[..., str]:
    def look(first: str, second: str, cut: int, language: Language) -> str:
        shown = texts(language)
        with one_sentence(shown):
            return look_html(library, first, second, int(cut or _CUT), shown)

    return look


def _filler(library: Library, *, read_only: bool) -> Callable[..., list[Any]]:
    """What can be chosen now; what was chosen stays chosen where it is still there."""

    def fill(questions: str, first: str, second: str, language: Language) -> list[Any]:
        shown = texts(language)
        with one_sentence(shown):
            sets, runs = _set_choices(library, shown), _run_choices(library, shown)
            judged = judgements_html(library.judgements(), shown, writable=not read_only)
            return [
                _choice(sets, questions),
                _choice(runs, first),
                _choice([(shown["no_run"], ""), *runs], second),
                judged,
            ]

    return fill


def _choice(choices: list[tuple[str, str]], chosen: str) -> Any:  # noqa: ANN401  gradio's own
    values = [value for _, value in choices]
    value = chosen if chosen in values else next(iter(values), None)
    return gr.update(choices=choices, value=value)


def _set_choices(library: Library, shown: Texts) -> list[tuple[str, str]]:
    judged = len(library.judged_questions())
    own = [(shown["judged_set"].format(n=judged), _JUDGED)] if judged else []
    return [*((name, name) for name in library.question_sets()), *own]


def _run_choices(library: Library, shown: Texts) -> list[tuple[str, str]]:
    return [(run_name(run, shown), run.name) for run in library.runs()]


def _taker(library: Library) -> Callable[[str, Language], tuple[None, Any]]:
    def take(file: str, language: Language) -> tuple[None, Any]:
        shown = texts(language)
        with one_sentence(shown):
            try:
                name = library.keep_questions(file)
            except QuestionSetError as error:  # where it lies on the server is nobody's business
                told = str(error).replace(str(Path(file)), Path(file).name)
                raise QuestionSetError(told) from error
            return None, gr.update(choices=_set_choices(library, shown), value=name)

    return take


def _measurer(library: Library) -> Callable[..., Iterator[tuple[Any, ...]]]:
    def measure(questions: str | None, language: Language) -> Iterator[tuple[Any, ...]]:
        shown = texts(language)
        with one_sentence(shown):
            if not questions:
                raise gr.Error(shown["choose_set"], print_exception=False)
            name = JUDGED if questions == _JUDGED else questions
            work = Work(lambda work: library.measure(name, on_answer=work.on_encoded))
            for state in work.states():
                over = state.finished
                newest = library.runs()[:1] if over and not state.stopped else ()
                runs = _run_choices(library, shown) if newest else []
                yield (
                    None if over else work,
                    state_html(state, shown),
                    gr.update(visible=not over),
                    gr.update(choices=runs, value=newest[0].name) if newest else gr.skip(),
                )

    return measure


def _stop(work: Work | None) -> None:
    if work:
        work.stop()


def _keeper(library: Library) -> Callable[..., tuple[str, str, str]]:
    def keep(
        question: str, evidence: str, article: str, language: Language
    ) -> tuple[str, str, str]:
        shown = texts(language)
        evidence, article = evidence.strip(), article.strip()
        with one_sentence(shown):
            if not evidence and not article:
                raise JudgementError(shown["evidence_missing"])
            passage = "" if article else passage_with(library, evidence)
            if not article and not passage:
                raise JudgementError(shown["evidence_nowhere"])
            library.judge(question, "right", passage, article=article, evidence=evidence)
        return "", "", ""

    return keep


def _denier(library: Library) -> Callable[..., tuple[str, str, str]]:
    def deny(question: str, language: Language) -> tuple[str, str, str]:
        with one_sentence(texts(language)):
            library.judge(question, "none")
        return "", "", ""

    return deny


def _forgetting(library: Library, judged: gr.HTML, language: gr.State) -> Component:
    def forget(language: Language, event: gr.EventData) -> None:
        with one_sentence(texts(language)):
            number, _, said = str(event.number).partition(":")
            judgements = library.judgements()
            # the list may have changed since it was shown: only what was meant is forgotten
            if number.isdecimal() and int(number) < len(judgements):
                judgement = judgements[int(number)]
                if judgement.said == said:
                    library.forget(judgement)

    return judged.forget(forget, language, None, **PRIVATE)


def _judged_file(library: Library) -> Callable[[Path, Texts], Path]:
    def make(folder: Path, shown: Texts) -> Path:
        questions = library.judged_questions()
        if not questions:
            raise JudgementError(shown["no_export"])
        file = folder / "chuchu.questions.jsonl"
        file.write_text("".join(f"{question_line(q)}\n" for q in questions), encoding="utf-8")
        return file

    return make
