"""The Quality tab: question files, runs and their misses, two runs compared, what people judged."""

from collections.abc import Callable
from typing import Any, Final

import gradio as gr

from qa.library import Library
from qa.messages.catalogue import Texts, texts
from qa.quality.metrics import CUTS
from qa.question import Language
from qa.web.errors import one_sentence
from qa.web.judging_panel import build_judging
from qa.web.labels import Component, Labels
from qa.web.measuring_panel import build_measuring, run_choices, set_choices
from qa.web.quality import comparison_html, judgements_html, run_html
from qa.web.wiring import PRIVATE
from qa.web.zone import TELL_ZONE

_CUT: Final = 5


def build_quality(
    library: Library, language: gr.State, labels: Labels, tab: gr.Tab, *, read_only: bool
) -> None:
    """Lays the tab out and wires it; inside a `gr.Tab`."""
    measuring = build_measuring(labels, read_only=read_only)
    seen = _runs_row(labels)
    first, second, _ = seen
    shown = gr.HTML(apply_default_css=False, elem_id="quality")
    judging = build_judging(library, language, labels, read_only=read_only)
    look, fill = _looker(library, read_only=read_only), _filler(library, read_only=read_only)
    chosen = [measuring.questions, first, second]
    contents = [*chosen, judging.judged]
    told = {
        "inputs": [*chosen, language, measuring.zone],
        "outputs": contents,
        "js": TELL_ZONE,
        "show_progress": "hidden",  # what is filled anew stays readable meanwhile
        **PRIVATE,
    }
    gr.on([each.input for each in seen], look, [*seen, language], shown, **PRIVATE)
    labels.draws(fill, **told)
    labels.draws(look, inputs=[*seen, language], outputs=shown, **PRIVATE)
    filled = [tab.select(fill, **told)]
    if not read_only:
        changed = measuring.wire(library, language, labels, first)
        changed += judging.wire(library, language)
        filled += [each.success(fill, **told) for each in changed]
    for each in filled:
        each.then(look, [*seen, language], shown, **PRIVATE)


def _runs_row(labels: Labels) -> list[Component]:
    """The components that decide what is shown of the runs: one, another, and how deep."""
    with gr.Row(elem_id="runs"):
        named: tuple[tuple[str, str], ...] = (("run", "run"), ("compared_run", "other-run"))
        runs = [
            labels.make(gr.Dropdown, {"label": label}, choices=[], elem_id=elem_id)
            for label, elem_id in named
        ]
        cuts = {"choices": list(CUTS), "value": _CUT}
        return [*runs, labels.make(gr.Radio, {"label": "cut"}, **cuts, elem_id="cut")]


def look_html(
    library: Library, first: str, second: str, cut: int, shown: Texts, *, read_only: bool = False
) -> str:
    """What one run found, or two beside each other; what can be done where there is none."""
    runs = {run.name: run for run in library.runs()}
    one, other = runs.get(first), runs.get(second)
    if one is None:
        return f'<p class="note">{shown["no_runs_here" if read_only else "no_runs_yet"]}</p>'
    if other is None or other is one:
        return run_html(one, library.results(one.name), cut, shown)
    results = library.results(one.name), library.results(other.name)
    return comparison_html((one, other), results, cut, shown)


def _looker(library: Library, *, read_only: bool) -> Callable[..., str]:
    def look(first: str, second: str, cut: int, language: Language) -> str:
        shown = texts(language)
        with one_sentence(shown):
            return look_html(library, first, second, int(cut or _CUT), shown, read_only=read_only)

    return look


def _filler(library: Library, *, read_only: bool) -> Callable[..., list[Any]]:
    """What can be chosen now; what was chosen stays chosen where it is still there."""

    def fill(
        questions: str, first: str, second: str, language: Language, zone: str | None
    ) -> list[Any]:
        shown = texts(language)
        with one_sentence(shown):
            runs = run_choices(library, shown, zone)
            judged = judgements_html(library.judgements(), shown, writable=not read_only)
            return [
                _choice(set_choices(library, shown), questions),
                _choice(runs, first),
                _choice([(shown["no_run"], ""), *runs], second),
                judged,
            ]

    return fill


def _choice(choices: list[tuple[str, str]], chosen: str) -> Any:  # noqa: ANN401  gradio's own
    values = [value for _, value in choices]
    value = chosen if chosen in values else next(iter(values), None)
    return gr.update(choices=choices, value=value)
