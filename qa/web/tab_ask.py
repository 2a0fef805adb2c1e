"""The Ask tab: a question, its answer, what was asked before, and the way to whole articles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import gradio as gr

from qa.answer import Answer, Evidence
from qa.library import Library
from qa.render import answer_html
from qa.web.errors import one_sentence
from qa.web.labels import Component, Labels, day_field
from qa.web.marks import escape
from qa.web.pages import article_html, empty_html
from qa.web.texts import Language, Texts, texts
from qa.web.timings import Timings

Thread = tuple[Answer, ...]  # one visitor's answers, newest first

_MOST_TURNS = 30
_EXAMPLES = 4
_ASKED_AT_ONCE = 4  # the encoder uses all cores for one question; more would only wait
PRIVATE: Final = {"api_visibility": "private", "concurrency_limit": None}
# What people click in our HTML; the words in quotes are gradio events too.
ON_CLICK = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button || !element.contains(button)) return;
  if (button.dataset.open) trigger('open', { id: button.dataset.open });
  if (button.dataset.turn) trigger('turn', { offset: button.dataset.turn });
  if (button.dataset.ask) trigger('example', { question: button.dataset.ask });
});
"""


@dataclass(frozen=True)
class AskTab:
    """The parts of the tab that others change or listen to."""

    answers: gr.HTML
    examples: gr.HTML
    source: gr.Dropdown
    thread: gr.State


def build_ask(
    library: Library,
    language: gr.State,
    reader: gr.HTML,
    labels: Labels,
    k: int,
    timings: Timings,
) -> AskTab:
    """Lays the tab out and wires it; inside a `gr.Tab`."""
    question, ask = _question_row(labels)
    filters = _filter_row(labels, k)
    examples = gr.HTML(apply_default_css=False, elem_id="examples", js_on_load=ON_CLICK)
    answers = gr.HTML(apply_default_css=False, elem_id="answers", js_on_load=ON_CLICK)
    clear = labels.make(gr.Button, {"value": "clear"}, size="sm", elem_id="clear", visible=False)
    thread = gr.State(())
    inputs = [question, *filters, thread, language]
    outputs = [question, answers, thread, examples, clear]
    asking = {
        "fn": _asker(library, timings),
        "inputs": inputs,
        "outputs": outputs,
        "concurrency_limit": _ASKED_AT_ONCE,
        "concurrency_id": "ask",
        "show_progress_on": answers,
        "api_visibility": "private",
    }
    gr.on([question.submit, ask.click], **asking)
    chosen = examples.example(_example, None, question, api_visibility="private", queue=False)
    chosen.then(**asking)
    tab = AskTab(answers, examples, filters[0], thread)
    clear.click(_clearer(library), language, [answers, thread, examples, clear], **PRIVATE)
    opening = answers.open(_opener(library), [thread, language], reader, **PRIVATE)
    opening.success(None, js="() => window.chuchu.read()", **PRIVATE)
    return tab


def _question_row(labels: Labels) -> tuple[gr.Textbox, gr.Button]:
    words = {"label": "question", "placeholder": "question_hint"}
    with gr.Row(elem_id="ask-row"):
        question = labels.make(
            gr.Textbox, words, elem_id="question", scale=8, max_lines=4, container=False
        )
        options = {"variant": "primary", "elem_id": "ask", "scale": 1, "min_width": 96}
        return question, labels.make(gr.Button, {"value": "ask"}, **options)


def _filter_row(labels: Labels, k: int) -> list[Component]:
    with labels.make(gr.Accordion, {"label": "filters"}, open=False, elem_id="filters"), gr.Row():
        return [
            labels.make(
                gr.Dropdown,
                {"label": "source"},
                choices=[],
                value="",
                elem_id="source",
                allow_custom_value=True,
            ),
            labels.make(day_field, {"words": "since"}, elem_id="since"),
            labels.make(day_field, {"words": "until"}, elem_id="until"),
            labels.make(
                gr.Slider, {"label": "k"}, minimum=1, maximum=20, step=1, value=k, elem_id="k"
            ),
        ]


def source_choices(library: Library, shown: Texts) -> list[tuple[str, str]]:
    """The sources to choose from, the largest first, after "all"."""
    known = [(f"{name} ({count})", name) for name, count in library.status().sources if name]
    return [(shown["all_sources"], ""), *known]


def examples_html(library: Library, shown: Texts) -> str:
    """Questions to begin with, made of the library's own titles; how to fill an empty library."""
    titles = [a.title for a in islice(library.articles(limit=4 * _EXAMPLES), 4 * _EXAMPLES)]
    if not titles:
        return empty_html(shown)
    short = [title for title in titles if 4 <= len(title) <= 30][: _EXAMPLES - 1]
    questions = [shown["example_who"]]
    questions += [shown["example_title"].format(title=title) for title in short]
    chips = "".join(
        f'<li><button type="button" data-ask="{escape(each)}">{escape(each)}</button></li>'
        for each in questions
    )
    keys = f'<p class="keys">{shown["keys"]}</p>'
    return f'<div class="examples"><h3>{shown["examples"]}</h3><ul>{chips}</ul>{keys}</div>'


def thread_html(thread: Thread, shown: Texts) -> str:
    """A visitor's questions and answers: the newest open, the earlier ones folded."""
    return "".join(_turn(answer, shown, is_open=not i) for i, answer in enumerate(thread))


def find_evidence(thread: Sequence[Answer], passage_id: str) -> Evidence | None:
    """The evidence of that passage in the newest answer that shows it."""
    shown = (each for answer in thread for each in answer.evidence)
    return next((each for each in shown if each.passage.id == passage_id), None)


def _turn(answer: Answer, shown: Texts, *, is_open: bool) -> str:
    state = " open" if is_open else ""
    return (
        f'<details class="turn"{state}><summary><span class="asked"><bdi>{escape(answer.question)}'
        f"</bdi></span></summary>{answer_html(answer, shown)}</details>"
    )


def _example(event: gr.EventData) -> str:
    return str(event.question)


def _asker(library: Library, timings: Timings) -> Callable[..., tuple[str, str, Thread, str, Any]]:
    def ask(
        question: str,
        source: str | None,
        since: str | None,
        until: str | None,
        k: float,
        thread: Thread,
        language: Language,
    ) -> tuple[str, str, Thread, str, Any]:
        shown = texts(language)
        with one_sentence(shown):
            with timings.measured():
                answer = library.ask(
                    question, int(k), source=source or "", since=since or None, until=until or None
                )
            if not answer.evidence and not library.status().articles:
                return question, "", thread, empty_html(shown), gr.skip()
        turns = (answer, *thread)[:_MOST_TURNS]
        return "", thread_html(turns, shown), turns, "", gr.update(visible=True)

    return ask


def _clearer(library: Library) -> Callable[[Language], tuple[str, Thread, str, Any]]:
    def clear(language: Language) -> tuple[str, Thread, str, Any]:
        return "", (), examples_html(library, texts(language)), gr.update(visible=False)

    return clear


def _opener(library: Library) -> Callable[[Thread, Language, gr.EventData], str]:
    def open_passage(thread: Thread, language: Language, event: gr.EventData) -> str:
        shown = texts(language)
        with one_sentence(shown):
            evidence = find_evidence(thread, str(event.id))
            article = library.article(evidence.passage.article_id) if evidence else None
            return article_html(article, shown, evidence)

    return open_passage
