"""What people judged, on the Quality tab: written by hand, listed, taken back, taken home."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import gradio as gr

from qa.library import Library
from qa.messages.catalogue import Texts, texts
from qa.quality.finding import passage_with
from qa.quality.question_set import question_line
from qa.question import Language
from qa.web.downloads import offer
from qa.web.errors import Told, one_sentence
from qa.web.labels import Component, Labels
from qa.web.quality import ON_QUALITY
from qa.web.wiring import PRIVATE


@dataclass(frozen=True)
class JudgingPanel:
    """What is laid out.

    Attributes:
        written: Where a question, its evidence and its article are written.
        right: What keeps them.
        none: What keeps the question as one that no article answers.
        judged: The list of what was judged.
    """

    written: list[gr.Textbox]
    right: gr.Button
    none: gr.Button
    judged: gr.HTML

    def wire(self, library: Library, language: gr.State) -> list[Component]:
        """Has judgements kept and taken back; the events after which there are others."""
        question, *_ = self.written
        return [
            self.right.click(_keeper(library), [*self.written, language], self.written, **PRIVATE),
            self.none.click(_denier(library), [question, language], self.written, **PRIVATE),
            self.judged.forget(_forgetter(library), language, None, **PRIVATE),
        ]


def build_judging(
    library: Library, language: gr.State, labels: Labels, *, read_only: bool
) -> JudgingPanel:
    """Lays the panel out; inside a `gr.Tab`. What was judged is taken home by everybody."""
    options = {"open": False, "elem_id": "write-question", "visible": not read_only}
    with labels.make(gr.Accordion, {"label": "write_question"}, **options):
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
    judged = gr.HTML(apply_default_css=False, elem_id="judged", js_on_load=ON_QUALITY)
    export = labels.make(gr.Button, {"value": "export_judged"}, elem_id="export-judged", size="sm")
    offer(export, "export-judged", language, _judged_file(library, read_only=read_only))
    return JudgingPanel([question, evidence, article], right, none, judged)


def _keeper(library: Library) -> Callable[..., tuple[str, str, str]]:
    def keep(
        question: str, evidence: str, article: str, language: Language
    ) -> tuple[str, str, str]:
        shown = texts(language)
        evidence, article = evidence.strip(), article.strip()
        with one_sentence(shown):
            if not evidence and not article:
                raise Told(shown["evidence_missing"])
            passage = "" if article else passage_with(library, evidence)
            if not article and not passage:
                raise Told(shown["evidence_nowhere"])
            library.judge(question, "right", passage, article=article, evidence=evidence)
        return "", "", ""

    return keep


def _denier(library: Library) -> Callable[..., tuple[str, str, str]]:
    def deny(question: str, language: Language) -> tuple[str, str, str]:
        with one_sentence(texts(language)):
            library.judge(question, "none")
        return "", "", ""

    return deny


def _forgetter(library: Library) -> Callable[[Language, gr.EventData], None]:
    def forget(language: Language, event: gr.EventData) -> None:
        with one_sentence(texts(language)):
            number, _, said = str(event.number).partition(":")
            judgements = library.judgements()
            # the list may have changed since it was shown: only what was meant is forgotten
            if number.isdecimal() and int(number) < len(judgements):
                judgement = judgements[int(number)]
                if judgement.said == said:
                    library.forget(judgement)

    return forget


def _judged_file(library: Library, *, read_only: bool) -> Callable[[Path, Texts], Path]:
    def make(folder: Path, shown: Texts) -> Path:
        questions = library.judged_questions()
        if not questions:
            raise Told(shown["no_export_here" if read_only else "no_export"])
        file = folder / "chuchu.questions.jsonl"
        file.write_text("".join(f"{question_line(q)}\n" for q in questions), encoding="utf-8")
        return file

    return make
