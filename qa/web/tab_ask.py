"""The Ask tab: a question, its answer, what was asked before, and the way to whole articles."""

from dataclasses import dataclass

import gradio as gr

from qa.conversations.conversation import Conversation
from qa.library import Library
from qa.web.asking import Asking
from qa.web.asking_again import asker_again
from qa.web.clicks import ON_CLICK, ON_EARLIER
from qa.web.filter_row import build_filters
from qa.web.history_panel import HistoryPanel, build_history
from qa.web.labels import Component, Labels
from qa.web.opening import clearer, examples_drawer
from qa.web.reading import opener
from qa.web.slate import Slate
from qa.web.wiring import ASKING, HIDDEN, PRIVATE, QUIET
from qa.web.within import Within, build_within

# Those that were asked while another was being answered: `queue.js` has them.
_IN_TURN = "(question, ...rest) => [window.chuchu.asking(question), ...rest]"
_FAILED = "(now) => window.chuchu.failed(now)"  # nothing came of the one before


@dataclass(frozen=True)
class AskTab:
    """What is laid out, and what is kept of a visitor.

    Attributes:
        question: Where it is typed.
        ask: What asks it.
        filters: What narrows it and orders its passages, as `Form` has them.
        within: The one article that is asked.
        history: What was asked before.
        examples: Questions to begin with.
        answers: The answers.
        earlier: Those from before the page was loaded anew.
        clear: What clears them all.
        thread: The answers as they are known.
        conversation: What a follow-up leans on.
        slate: What they all stand on.
        drawn: How the newest answer was drawn.
    """

    question: gr.Textbox
    ask: gr.Button
    filters: list[Component]
    within: Within
    history: HistoryPanel
    examples: gr.HTML
    answers: gr.HTML
    earlier: gr.HTML
    clear: gr.Button
    thread: gr.State
    conversation: gr.State
    slate: gr.State
    drawn: gr.State

    @property
    def source(self) -> Component:
        """Where a source is chosen."""
        return self.filters[0]

    @property
    def newest_first(self) -> Component:
        """Where the order of the passages is chosen."""
        return self.filters[-1]

    @property
    def shown(self) -> list[Component]:
        """What an answer changes."""
        return [self.answers, self.thread, self.conversation, self.examples, self.clear]


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
    parts = _laid_out(asking.library, language, labels, k)
    asked = _wire_asking(asking, parts, language)
    for each in asked:
        parts.history.remember(each, parts.thread, language)
        _wire_answered(each, asking, parts, language)
    parts.within.wire((parts.answers, parts.earlier, reader), asked, tabs, language, labels)
    cleared = [*parts.shown, parts.slate]
    parts.clear.click(clearer(asking.library), [parts.slate, language], cleared, **PRIVATE)
    parts.clear.click(None, None, parts.earlier, js="() => ''", **PRIVATE)
    drawn = {"inputs": [parts.newest_first, parts.thread, language], "outputs": parts.answers}
    parts.newest_first.input(asking.draw, **drawn, **PRIVATE)
    labels.draws(asking.draw, **drawn, **PRIVATE)
    offered = {"inputs": [parts.thread, language], "outputs": parts.examples, **PRIVATE}
    labels.draws(examples_drawer(asking.library), **offered)
    _wire_judging(asking, parts, language, tab)
    _wire_reading(asking, parts, language, reader)
    return parts


def _laid_out(library: Library, language: gr.State, labels: Labels, k: int) -> AskTab:
    question, ask = _question_row(labels)
    article, within_shown = build_within()
    filters, find = build_filters(library, labels, language, k, article)
    return AskTab(
        question,
        ask,
        filters,
        Within(library, article, within_shown, find),
        build_history(language, labels),
        examples=_html("examples"),
        answers=_html("answers"),
        earlier=_html("earlier", ON_EARLIER),
        clear=labels.make(gr.Button, {"value": "clear"}, size="sm", elem_id="clear", visible=False),
        thread=gr.State(()),
        conversation=gr.State(Conversation()),
        slate=gr.State(Slate()),
        drawn=gr.State(None),
    )


def _html(name: str, script: str = ON_CLICK) -> gr.HTML:
    return gr.HTML(apply_default_css=False, elem_id=name, js_on_load=script)


def _wire_asking(asking: Asking, parts: AskTab, language: gr.State) -> list[Component]:
    """Has questions answered that are typed or chosen; the events after which one is."""
    known = [parts.thread, parts.conversation, language, parts.slate]
    told = {
        "inputs": [parts.question, *parts.filters, *known],
        "outputs": [*parts.shown, parts.drawn],
        "show_progress_on": parts.answers,
        **ASKING,
        **HIDDEN,
    }
    typed = gr.on([parts.question.submit, parts.ask.click], asking.ask, js=_IN_TURN, **told)
    asked = [typed, parts.answers.drop(asking.drop, **told)]
    again = [parts.question, *parts.filters[:4], parts.within.shown, parts.conversation]
    choose = asker_again(asking.library, parts.within.told)
    for offered in (parts.examples, parts.answers, parts.earlier, parts.history.entries):
        chosen = offered.example(choose, language, again, queue=False, **HIDDEN)
        chosen.failure(None, parts.question, parts.question, js=_FAILED, **PRIVATE)
        asked.append(chosen.success(asking.ask, **told))
    return asked


def _wire_answered(asked: Component, asking: Asking, parts: AskTab, language: gr.State) -> None:
    """Has the page told that an answer is there, as all stands by now, or that there is none.

    The next question begins after that: it goes on from what stands.
    """
    question, emptied = parts.question, "(now) => window.chuchu.answered(now)"
    standing = [parts.drawn, parts.thread, parts.newest_first, language]
    quiet = {"show_progress": "hidden", **PRIVATE}
    settled = asked.success(asking.settle, standing, parts.shown, **quiet)
    settled.then(None, question, question, js=emptied, **PRIVATE)
    asked.failure(None, question, question, js=_FAILED, **PRIVATE)


def _wire_reading(asking: Asking, parts: AskTab, language: gr.State, reader: gr.HTML) -> None:
    """Has timelines and whole articles shown over the page."""
    timeline = gr.State(None)
    told_when = {"inputs": language, "outputs": [reader, timeline], **PRIVATE}
    opening = {"inputs": [parts.thread, timeline, language], "outputs": reader, **PRIVATE}
    places = (parts.answers, parts.earlier)
    timelines = [place.timeline(asking.timeline, **told_when) for place in places]
    opened = [each.open(opener(asking.library), **opening) for each in (*places, reader)]
    for shown in (*timelines, *opened):
        shown.success(None, js="() => window.chuchu.read()", **PRIVATE)


def _wire_judging(asking: Asking, parts: AskTab, language: gr.State, tab: gr.Tab) -> None:
    """Has judgements kept, and ticked as they stand whenever one is made or the tab is seen."""
    ticks = gr.State(())
    ticked = [ticks, gr.HTML(apply_default_css=False, elem_id="ticks", visible="hidden")]
    inputs = [parts.thread, language, ticks]
    options = {"trigger_mode": "multiple", "show_progress": "hidden", **PRIVATE}
    judged = parts.answers.judge(asking.judge, inputs, ticked, **options)
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
