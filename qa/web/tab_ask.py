"""The Ask tab: a question, its answer, what was asked before, and the way to whole articles."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from qa.conversations.conversation import Conversation
from qa.filters import read_filters
from qa.library import Library
from qa.question import Language, QuestionError
from qa.web.asking import Asking
from qa.web.asking_again import asker_again
from qa.web.errors import one_sentence
from qa.web.filtered import filters_words
from qa.web.history_panel import build_history
from qa.web.labels import Component, Labels, day_field
from qa.web.opening import examples_html, source_choices
from qa.web.reading import opener
from qa.web.texts import texts
from qa.web.wiring import ASKING, HIDDEN, PRIVATE, QUIET
from qa.web.within import Within, build_within

# What people click in our HTML; the words in quotes are gradio events too.
ON_CLICK = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button || !element.contains(button)) return;
  if (button.dataset.open) trigger('open', {
    id: button.dataset.open,
    article: button.closest('[data-article]')?.dataset.article ?? '',
  });
  if (button.dataset.turn) trigger('turn', { offset: button.dataset.turn });
  if (button.dataset.timeline) trigger('timeline', {
    question: button.dataset.timeline,
    filters: button.dataset.filters,
  });
  if (button.dataset.drop) {
    const { question } = button.closest('.turn').dataset;
    window.chuchu.choose(question, 'alone', () => trigger('drop', { question }));
  }
  if (button.dataset.within) trigger('within', { id: button.dataset.within });
  if (button.dataset.judge) {
    const said = {
      verdict: button.dataset.judge,
      passage: button.dataset.judged,
      question: button.closest('.turn').dataset.question,
    };
    window.chuchu.judge(() => trigger('judge', said));
  }
  if (button.dataset.ask) {
    const { ask: question, again = '' } = button.dataset;
    window.chuchu.choose(question, again, () => trigger('example', { question, again }));
  }
});
"""
# The answers from before the page was loaded anew: `kept.js` has them.
_ON_EARLIER = f"""{ON_CLICK}
props.value = window.chuchu.earlier();
element.addEventListener('click', (event) => {{
  if (event.target.closest('[data-forget-earlier]')) props.value = '';
}});
"""
# Those that were asked while another was being answered: `queue.js` has them.
_IN_TURN = "(question, ...rest) => [window.chuchu.asking(question), ...rest]"
_NEXT = "() => window.chuchu.answered()"  # nothing came of the one before


@dataclass(frozen=True)
class AskTab:
    """The parts of the tab that others change or listen to."""

    answers: gr.HTML
    examples: gr.HTML
    source: gr.Dropdown
    newest_first: gr.Checkbox
    thread: gr.State


def build_ask(
    asking: Asking,
    language: gr.State,
    reader: gr.HTML,
    labels: Labels,
    tabs: gr.Tabs,
    tab: gr.Tab,
    k: int,
) -> AskTab:
    """Lays ``tab`` of ``tabs`` out and wires it; inside it."""
    library = asking.library
    question, ask = _question_row(labels)
    article, within_shown = build_within()
    filters, find = _filter_row(labels, language, k, article)
    within = Within(library, article, within_shown, find)
    history = build_history(language, labels)
    examples = gr.HTML(apply_default_css=False, elem_id="examples", js_on_load=ON_CLICK)
    answers = gr.HTML(apply_default_css=False, elem_id="answers", js_on_load=ON_CLICK)
    earlier = gr.HTML(apply_default_css=False, elem_id="earlier", js_on_load=_ON_EARLIER)
    clear = labels.make(gr.Button, {"value": "clear"}, size="sm", elem_id="clear", visible=False)
    thread, conversation = gr.State(()), gr.State(Conversation())
    shown = [answers, thread, conversation, examples, clear]
    told = {
        "inputs": [question, *filters, thread, conversation, language],
        "outputs": shown,
        "show_progress_on": answers,
        **ASKING,
        **HIDDEN,
    }
    asked = [gr.on([question.submit, ask.click], asking.ask, js=_IN_TURN, **told)]
    again = [question, *filters[:4], within_shown, conversation]
    for offered in (examples, answers, earlier, history.entries):
        choose = asker_again(library, within.told)
        chosen = offered.example(choose, language, again, queue=False, **HIDDEN)
        chosen.failure(None, js=_NEXT, **PRIVATE)
        asked.append(chosen.success(asking.ask, **told))
    asked.append(answers.drop(asking.drop, **told))
    for each in asked:
        history.remember(each, thread, language)
        _wire_answered(each, question)
    within.wire((answers, earlier, reader), asked, tabs, language)
    clear.click(_clearer(library), language, shown, **PRIVATE)
    clear.click(None, None, earlier, js="() => ''", **PRIVATE)
    filters[-1].input(asking.sort, [filters[-1], thread, language], answers, **PRIVATE)
    tab.select(_chooser(library), language, filters[0], **QUIET)
    _wire_judging(asking, answers, thread, language, tab)
    _wire_reading(asking, (answers, earlier), thread, language, reader)
    return AskTab(answers, examples, filters[0], filters[-1], thread)


def _wire_answered(asked: Component, question: gr.Textbox) -> None:
    """Has the page told that an answer is there, or that there is none."""
    emptied = "(now) => window.chuchu.answered(now)"
    asked.success(None, question, question, js=emptied, **PRIVATE)
    asked.failure(None, js=_NEXT, **PRIVATE)


def _wire_reading(
    asking: Asking,
    places: tuple[gr.HTML, ...],
    thread: gr.State,
    language: gr.State,
    reader: gr.HTML,
) -> None:
    """Has timelines and whole articles shown over the page."""
    timeline = gr.State(None)
    told_when = {"inputs": language, "outputs": [reader, timeline], **PRIVATE}
    opening = {"inputs": [thread, timeline, language], "outputs": reader, **PRIVATE}
    timelines = [place.timeline(asking.timeline, **told_when) for place in places]
    opened = [each.open(opener(asking.library), **opening) for each in (*places, reader)]
    for shown in (*timelines, *opened):
        shown.success(None, js="() => window.chuchu.read()", **PRIVATE)


def _wire_judging(
    asking: Asking, answers: gr.HTML, thread: gr.State, language: gr.State, tab: gr.Tab
) -> None:
    """Has judgements kept, and ticked as they stand whenever one is made or the tab is seen."""
    ticks = gr.State(())
    ticked = [ticks, gr.HTML(apply_default_css=False, elem_id="ticks", visible="hidden")]
    inputs = [thread, language, ticks]
    options = {"trigger_mode": "multiple", "show_progress": "hidden", **PRIVATE}
    judged = answers.judge(asking.judge, inputs, ticked, **options)
    for ended in (judged.success, judged.failure):
        ended(None, js="() => window.chuchu.judged()", **PRIVATE)
    tab.select(asking.ticked, [ticks, language], ticked, **QUIET)


def _question_row(labels: Labels) -> tuple[gr.Textbox, gr.Button]:
    words = {"label": "question", "placeholder": "question_hint"}
    with gr.Row(elem_id="ask-row"):
        question = labels.make(
            gr.Textbox, words, elem_id="question", scale=8, max_lines=4, container=False
        )
        options = {"variant": "primary", "elem_id": "ask", "scale": 1, "min_width": 96}
        return question, labels.make(gr.Button, {"value": "ask"}, **options)


def _filter_row(
    labels: Labels, language: gr.State, k: int, article: gr.State
) -> tuple[list[Component], Component]:
    """What narrows a question, as `Asking.ask` takes it, and where an article is looked for."""
    folded = labels.make(gr.Accordion, {"label": "filters"}, open=False, elem_id="filters")
    with folded, gr.Row():
        filters = [
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
            article,
            labels.make(
                gr.Slider, {"label": "k"}, minimum=1, maximum=20, step=1, value=k, elem_id="k"
            ),
            labels.make(
                gr.Checkbox, {"label": "newest_first"}, elem_id="newest-first", min_width=120
            ),
        ]
        words = {"label": "within_find", "placeholder": "within_hint"}
        changed = [each.change for each in (*filters[:3], language)]
        gr.on(changed, _name_filters, [*filters[:3], language], folded, **QUIET)
        return filters, labels.make(gr.Textbox, words, elem_id="within-find", max_lines=1)


def _name_filters(
    source: str | None, since: str | None, until: str | None, language: Language
) -> Any:  # noqa: ANN401  gradio's own
    """Has the head of the filters say which are set, since it hides them."""
    shown = texts(language)
    try:
        named = filters_words(read_filters(source or "", since or None, until or None, ""), shown)
    except QuestionError:  # the question is refused with why
        named = f"{since} – {until}"
    return gr.update(label=f"{shown['filtered']} {named}" if named else shown["filters"])


def _chooser(library: Library) -> Callable[[Language], Any]:
    def choose(language: Language) -> Any:  # noqa: ANN401  gradio's own
        shown = texts(language)
        with one_sentence(shown):
            return gr.update(choices=source_choices(library, shown))

    return choose


def _clearer(library: Library) -> Callable[[Language], tuple[Any, ...]]:
    def clear(language: Language) -> tuple[Any, ...]:
        opening = examples_html(library, texts(language))
        return "", (), Conversation(), opening, gr.update(visible=False)

    return clear
