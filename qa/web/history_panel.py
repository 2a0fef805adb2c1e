"""The history of this browser on the Ask tab: nothing of it stays on the server."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import gradio as gr

from qa.messages.catalogue import texts
from qa.question import Language
from qa.web.again import again_of
from qa.web.history import (
    Kept,
    Past,
    history_html,
    kept_history,
    read_history,
    said_line,
    without,
)
from qa.web.labels import Component, Labels
from qa.web.quoted import quoted_of
from qa.web.thread import Thread
from qa.web.wiring import PRIVATE, QUIET

_ON_CLICK: Final = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button || !element.contains(button)) return;
  const { ask, again, forget, forgetAll, question } = button.dataset;
  if (ask) window.chuchu.choose(ask, again, () => trigger('example', { question: ask, again }));
  if (forget) trigger('forget', { asked: forget, question });
  if (forgetAll && confirm(forgetAll)) {
    window.chuchu.history([]); // what other windows have kept goes, too
    trigger('clear', {});
  }
});
"""


@dataclass(frozen=True)
class HistoryPanel:
    """The parts of the panel that the tab listens to.

    Attributes:
        entries: The questions; its ``example`` event carries one to be asked again.
        kept: What the browser keeps.
    """

    entries: gr.HTML
    kept: gr.BrowserState

    def remember(self, asked: Component, thread: gr.State, language: gr.State) -> None:
        """Has the newest answer of a thread kept whenever one was asked for."""
        inputs = [thread, self.kept, language]
        newest = "(thread, kept, language) => [thread, window.chuchu.history(kept), language]"
        asked.success(_remember, inputs, self.kept, js=newest, **PRIVATE)


def build_history(language: gr.State, labels: Labels) -> HistoryPanel:
    """Lays the panel out and wires it; inside a `gr.Tab`."""
    # Not a secret: without a fixed one the history would be lost when the page starts anew.
    kept = gr.BrowserState([], storage_key="chuchu-history", secret="chuchu")  # noqa: S106
    folded = labels.make(gr.Accordion, {"label": "history"}, open=False, elem_id="history")
    with folded:
        find = labels.make(gr.Textbox, {"label": "history_find"}, elem_id="history-find")
        entries = gr.HTML(apply_default_css=False, elem_id="past", js_on_load=_ON_CLICK)
    shown = {
        "inputs": [kept, find, language],
        "outputs": entries,
        "js": "(kept, ...rest) => [window.chuchu.timed(kept), ...rest]",
        **QUIET,
    }
    # what the browser kept is there before it has said which language it prefers
    gr.on([kept.change, find.change, folded.expand], _show, **shown)
    labels.draws(_show, **shown)
    kept.change(None, kept, js="(kept) => window.chuchu.keep(kept)", **PRIVATE)
    newest = "(kept) => [window.chuchu.history(kept)]"
    entries.forget(_forget, kept, kept, js=newest, queue=False, **PRIVATE)
    entries.clear(list, None, kept, queue=False, **PRIVATE)
    return HistoryPanel(entries, kept)


def _show(kept: object, words: str | None, language: Language) -> str:
    return history_html(read_history(kept), words or "", texts(language))


def _remember(thread: Thread, kept: object, language: Language) -> Any:  # noqa: ANN401  gradio's
    if not thread:
        return gr.skip()
    answer, now = thread[0], datetime.now(UTC).isoformat(timespec="seconds")
    said, again = said_line(answer, texts(language)), again_of(answer)
    past = Past(answer.question, now, said, again, quoted_of(answer))
    return kept_history((past, *read_history(kept)))


def _forget(kept: object, event: gr.EventData) -> list[Kept]:
    return kept_history(without(read_history(kept), str(event.asked), str(event.question)))
