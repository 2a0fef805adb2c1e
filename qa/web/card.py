"""One passage of an answer as a card: lit up, with its source, and what can be done with it."""

from collections.abc import Sequence
from datetime import date

from qa.answer import Answer, Evidence, Preview
from qa.messages.catalogue import Texts
from qa.messages.headings import named
from qa.web.citation import gbt_citation, markdown_quotation, plain_quotation
from qa.web.marks import Layer, escape, isolated, marked
from qa.web.meta import meta, titled

_KINDS = (
    "sentence",
    "match",
    "person",
    "date",
    "number",
    "place",
    "reason",
    "quote",
    "name",
    "words",
)


def cards_html(
    answer: Answer, texts: Texts, *, judging: bool = False, newest_first: bool = False
) -> str:
    """The passages of an answer, what their marks mean above them; nothing where there are none.

    Args:
        answer: The answer.
        texts: In the language of who reads.
        judging: Whether they can be judged.
        newest_first: By the dates of their articles instead of best first.
    """
    evidence = by_date(answer.evidence) if newest_first else answer.evidence
    judging = judging and not answer.carried  # by itself a follow-up asks for nothing
    cards = "".join(
        card_html(
            each,
            texts,
            complete=answer.complete,
            right=_right(each, answer, texts) if judging else "",
        )
        for each in evidence
    )
    heading = texts["passages"] if answer.answered else texts["nearest"]
    head = f'<h3 class="passages-head">{heading}</h3>{_legend(answer, texts)}'
    return head + cards if cards else ""


def preview_html(preview: Preview, texts: Texts) -> str:
    """What words alone find, said to be provisional: quotations, and nothing to do with them yet.

    What is read here is replaced at any moment, so nothing in it can be clicked or marked right.
    """
    cards = "".join(
        f'<article class="card">{_header(each, texts)}'
        f'<blockquote class="text">{marked(each.passage.text, _matches(each))}</blockquote>'
        "</article>"
        for each in preview.evidence
    )
    return f'<section class="provisional"><p role="status">{texts["by_words"]}</p>{cards}</section>'


def by_date(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence, newest article first; those without a date last; ties stay in order."""
    return tuple(
        sorted(evidence, key=lambda each: each.heading.published or date.min, reverse=True)
    )


def layers_of(evidence: Evidence) -> tuple[Layer, ...]:
    """What is lit up in a passage: its best sentence, and its spans."""
    spans = (Layer(span.start, span.end, span.kind) for span in evidence.spans)
    return (Layer(*evidence.sentence, "sentence"), *spans)


def _matches(evidence: Evidence) -> tuple[Layer, ...]:
    return tuple(Layer(s.start, s.end, s.kind) for s in evidence.spans if s.kind == "match")


def _header(evidence: Evidence, texts: Texts) -> str:
    """Rank, title, source and date of a card."""
    title = isolated(named(evidence.heading, texts))
    return (
        f'<header><span class="rank" aria-hidden="true">{evidence.rank}</span>'
        f'<div><h4>{title}</h4><p class="meta">{meta(evidence.heading, texts)}</p></div></header>'
    )


def card_html(evidence: Evidence, texts: Texts, *, complete: bool = True, right: str = "") -> str:
    """One passage with its article's title, source and date, lit up, and what can be done.

    Args:
        evidence: The passage.
        texts: In the language of who reads.
        complete: Whether meaning was searched too.
        right: What the button says that calls it right; nothing where it cannot be judged.
    """
    passage = evidence.passage
    title = named(evidence.heading, texts)
    judge = _judge(passage.id, right, texts) if right else ""
    return (
        f'<article class="card" tabindex="0" data-passage="{escape(passage.id)}"'
        f' data-article="{escape(passage.article_id)}"'
        f' aria-label="{evidence.rank}. {escape(title)}">'
        f"{_header(evidence, texts)}"
        f'<blockquote class="text">{marked(passage.text, layers_of(evidence))}</blockquote>'
        f"{_reprints(evidence, texts)}"
        f"<footer>{button('open', passage.id, texts['open'], 'main')}"
        f"{button('within', passage.article_id, texts['within'])}"
        f"{_copies(evidence, texts)}{_why(evidence, texts, complete=complete)}{judge}"
        "</footer></article>"
    )


def button(does: str, value: str, label: str, kind: str = "minor", *, named: str = "") -> str:
    """A button that carries what it does as ``data-…``.

    Args:
        does: What it does.
        value: With what.
        label: What stands on it.
        kind: Its class.
        named: What it is called where it is heard and not seen, if its label is too short for that.
    """
    attribute = f'data-{does}="{escape(value)}"'
    heard = f' aria-label="{named}"' if named else ""
    return f'<button type="button" class="{kind}"{heard} {attribute}>{label}</button>'


def judge_button(verdict: str, passage_id: str, label: str) -> str:
    """A button that says this of a passage, or of the whole library where there is none."""
    return (
        f'<button type="button" class="minor" aria-pressed="false" data-judge="{verdict}"'
        f' data-judged="{escape(passage_id)}">{label}</button>'
    )


def _legend(answer: Answer, texts: Texts) -> str:
    """What the marks mean: those kinds alone that stand in these passages."""
    used = {layer.name for each in answer.evidence for layer in layers_of(each)}
    shown = "".join(
        f'<li><mark class="{kind}">{_kind(kind, answer, texts)}</mark></li>'
        for kind in _KINDS
        if kind in used
    )
    return f'<ul class="legend" aria-label="{texts["legend"]}">{shown}</ul>'


def _kind(kind: str, answer: Answer, texts: Texts) -> str:
    """What a mark means; a follow-up is searched for with words of the question before, too."""
    return texts["carried_match" if kind == "match" and answer.carried else f"kind_{kind}"]


def _reprints(evidence: Evidence, texts: Texts) -> str:
    """How many others carry the same passage, and who they are."""
    if not evidence.reprints:
        return ""
    count = texts["reprints"].format(n=len(evidence.reprints))
    each = "".join(f"<li>{titled(heading, texts)}</li>" for heading in evidence.reprints)
    return f'<details class="reprints"><summary>{count}</summary><ul>{each}</ul></details>'


def _copies(evidence: Evidence, texts: Texts) -> str:
    heading, text = evidence.heading, evidence.passage.text
    copies: Sequence[tuple[str, str]] = (
        ("copy_plain", plain_quotation(heading, text)),
        ("copy_markdown", markdown_quotation(heading, text)),
        ("copy_gbt", gbt_citation(heading)),
    )
    buttons = (
        button("copy", content, texts[name], named=texts[f"{name}_named"])
        for name, content in copies
    )
    return f'<span class="copies">{"".join(buttons)}</span>'


def _why(evidence: Evidence, texts: Texts, *, complete: bool) -> str:
    """Its rank and score, its ranks by words and by meaning alone, and the words that match."""
    text = evidence.passage.text
    matched = (text[span.start : span.end] for span in evidence.spans if span.kind == "match")
    words = "、".join(dict.fromkeys(matched))
    lines = [
        texts["why_rank"].format(rank=evidence.rank, score=f"{evidence.score:.3g}"),
        _rank("why_by_words", evidence.by_words, texts),
        _rank("why_by_meaning", evidence.by_meaning, texts)
        if complete
        else texts["why_no_meaning"],
        texts["why_words"].format(words=words) if words else texts["why_meaning"],
    ]
    each = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<details class="why"><summary>{texts["why"]}</summary><ul>{each}</ul></details>'


def _rank(name: str, rank: int | None, texts: Texts) -> str:
    return texts[name].format(rank=rank) if rank else texts[f"{name}_none"]


def _right(evidence: Evidence, answer: Answer, texts: Texts) -> str:
    """What calls a passage right: that of another than the first says that it came too late."""
    confirms = answer.answered and evidence.rank == 1
    return texts["judge_right" if confirms else "judge_this_one"]


def _judge(passage_id: str, right: str, texts: Texts) -> str:
    buttons = judge_button("right", passage_id, right)
    buttons += judge_button("wrong", passage_id, texts["judge_wrong"])
    return f'<span class="judge" role="group" aria-label="{texts["judge_card"]}">{buttons}</span>'
