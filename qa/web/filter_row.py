"""What narrows a question, and the words that say so where it is folded."""

from typing import Any

import gradio as gr

from qa.filters import read_filters
from qa.library import Library
from qa.messages.catalogue import texts
from qa.messages.narrowed import filters_words
from qa.question import Language, QuestionError
from qa.web.labels import Component, Labels, day_field
from qa.web.opening import source_chooser
from qa.web.wiring import QUIET


def build_filters(
    library: Library, labels: Labels, language: gr.State, k: int, article: gr.State
) -> tuple[list[Component], Component]:
    """What narrows a question, in the order of `Form`, and where an article is looked for."""
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
        named = {"inputs": [*filters[:3], language], "outputs": folded, **QUIET}
        gr.on([each.change for each in filters[:3]], _name_filters, **named)
        labels.draws(_name_filters, **named)
        offered = {"inputs": language, "outputs": filters[0], **QUIET}
        folded.expand(source_chooser(library), **offered)
        labels.draws(source_chooser(library), **offered)
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
