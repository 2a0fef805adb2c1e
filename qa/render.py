"""Answer → escaped HTML and Markdown; pure functions."""

from collections.abc import Sequence

from qa.answer import Answer, Evidence, Person, ShortAnswer
from qa.short.words import days_words
from qa.web.citation import gbt_citation, markdown_quotation, plain_quotation
from qa.web.marks import Layer, escape, isolated, marked
from qa.web.meta import meta, titled
from qa.web.short_block import short_html
from qa.web.texts import Texts

_CERTAINTY = ((85, "sure"), (65, "likely"), (40, "maybe"))  # from so many percent on
_ROLES = ("出席", "主持", "会见", "讲话", "陪同", "参加")  # 其他 tells nobody anything
_KINDS = ("sentence", "match", "person", "date", "number", "place", "reason", "quote", "name")


def certainty(confidence: float, texts: Texts) -> str:
    """How sure an answer is, in words and percent; never 100 %, since nothing is."""
    percent = min(99, max(0, round(confidence * 100)))
    word = next((name for least, name in _CERTAINTY if percent >= least), "unlikely")
    return f"{texts[word]} · {percent}%"


def layers_of(evidence: Evidence) -> tuple[Layer, ...]:
    """What is lit up in a passage: its best sentence, and its spans."""
    spans = (Layer(span.start, span.end, span.kind) for span in evidence.spans)
    return (Layer(*evidence.sentence, "sentence"), *spans)


def answer_html(answer: Answer, texts: Texts) -> str:
    """The whole answer: what it says, how sure that is, and the passages as cards."""
    heading = texts["passages"] if answer.answered else texts["nearest"]
    cards = "".join(card_html(each, texts) for each in answer.evidence)
    passages = f'<h3 class="passages-head">{heading}</h3>{_legend(answer, texts)}{cards}'
    return _said(answer, texts) + (passages if cards else "")


def card_html(evidence: Evidence, texts: Texts) -> str:
    """One passage with its article's title, source and date, lit up, and what can be done."""
    heading, passage = evidence.heading, evidence.passage
    title = heading.title or texts["untitled"]
    return (
        f'<article class="card" tabindex="0" data-passage="{escape(passage.id)}"'
        f' aria-label="{evidence.rank}. {escape(title)}">'
        f'<header><span class="rank" aria-hidden="true">{evidence.rank}</span>'
        f'<div><h4>{isolated(title)}</h4><p class="meta">{meta(heading, texts)}</p></div></header>'
        f'<blockquote class="text">{marked(passage.text, layers_of(evidence))}</blockquote>'
        f"{_reprints(evidence, texts)}"
        f"<footer>{_button('open', passage.id, texts['open'], 'main')}"
        f"{_copies(evidence, texts)}{_why(evidence, texts)}</footer></article>"
    )


def answer_markdown(answer: Answer, texts: Texts) -> str:
    """The answer as Markdown: the question, what it says, and each passage quoted with source."""
    lines = [f"## {_one_line(answer.question)}", ""]
    if not answer.answered:
        lines += [f"**{texts['unanswered']}** ({certainty(answer.confidence, texts)})", ""]
    elif answer.people:
        lines += [f"- {_one_line(_person_words(person))}" for person in answer.people] + [""]
    elif answer.short:
        lines += [f"- {_one_line(_short_words(short, texts))}" for short in answer.short] + [""]
    for evidence in answer.evidence:
        lines += [markdown_quotation(evidence.heading, evidence.passage.text), ""]
    return "\n".join(lines)


def _said(answer: Answer, texts: Texts) -> str:
    """The answer block: people, a short answer, the best sentence, or that none says it."""
    sure = certainty(answer.confidence, texts)
    if not answer.evidence:
        return _block("unanswered", texts["nothing_found"], "", "", texts)
    note = "" if answer.complete else f'<p class="note">{texts["words_only"]}</p>'
    if not answer.answered:
        body = f"<p>{texts['unanswered_why']}</p>{note}"
        return _block("unanswered", texts["unanswered"], sure, body, texts)
    if answer.people:
        people = "".join(_person(person, texts) for person in answer.people)
        body = f'<ul class="people">{people}</ul>{note}'
        return _block("answered", texts["answer_people"], sure, body, texts)
    if short := short_html(answer, texts):
        return _block("answered", texts["answer_short"], sure, short + note, texts)
    return _block("answered", texts["answer_quote"], sure, _quote(answer, texts) + note, texts)


def _block(kind: str, head: str, sure: str, body: str, texts: Texts) -> str:
    certain = f'<span class="certainty">{texts["certainty"]}: <b>{sure}</b></span>' if sure else ""
    return (
        f'<section class="said {kind}" aria-live="polite">'
        f"<header><h3>{head}</h3>{certain}</header>{body}</section>"
    )


def _quote(answer: Answer, texts: Texts) -> str:
    """The best sentence of the best passage, lit up, with where it stands."""
    best = answer.evidence[0]
    start, end = best.sentence
    spans = (Layer(s.start - start, s.end - start, s.kind) for s in best.spans)
    layers = tuple(layer for layer in spans if layer.end > 0)
    return (
        f'<blockquote class="short">{marked(best.passage.text[start:end], layers)}</blockquote>'
        f'<p class="meta">{titled(best.heading, texts)}</p>'
    )


def _person(person: Person, texts: Texts) -> str:
    title = f'<span class="title">{isolated(person.title)}</span>' if person.title else ""
    played = (texts[f"role_{role}"] for role in person.roles if role in _ROLES)
    roles = "".join(f'<span class="role">{role}</span>' for role in played)
    inner = f'<span class="name">{isolated(person.name)}</span>{roles}{title}'
    goal = escape(person.passage_id)
    return f'<li><button type="button" data-goto="{goal}">{inner}</button></li>'


def _person_words(person: Person) -> str:
    details = "，".join(part for part in (person.title, "、".join(person.roles)) if part)
    return f"{person.name}（{details}）" if details else person.name


def _short_words(short: ShortAnswer, texts: Texts) -> str:
    days = days_words(short.days, short.text)
    details = [days] if days else []
    details += [texts["short_disputed"]] if short.disputed else []
    said = f"{short.speaker}：{short.text}" if short.speaker else short.text
    return f"{said}（{'，'.join(details)}）" if details else said


def _legend(answer: Answer, texts: Texts) -> str:
    """What the marks mean: those kinds alone that stand in these passages."""
    used = {layer.name for each in answer.evidence for layer in layers_of(each)}
    shown = "".join(
        f'<li><mark class="{kind}">{texts[f"kind_{kind}"]}</mark></li>'
        for kind in _KINDS
        if kind in used
    )
    return f'<ul class="legend" aria-label="{texts["legend"]}">{shown}</ul>'


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
    buttons = (_button("copy", content, texts[name]) for name, content in copies)
    return f'<span class="copies">{"".join(buttons)}</span>'


def _why(evidence: Evidence, texts: Texts) -> str:
    text = evidence.passage.text
    matched = (text[span.start : span.end] for span in evidence.spans if span.kind == "match")
    words = "、".join(dict.fromkeys(matched))
    found = texts["why_words"].format(words=words) if words else texts["why_meaning"]
    place = texts["why_rank"].format(rank=evidence.rank, score=f"{evidence.score:.3g}")
    return (
        f'<details class="why"><summary>{texts["why"]}</summary>'
        f"<p>{escape(place)}<br>{escape(found)}</p></details>"
    )


def _button(does: str, value: str, label: str, kind: str = "") -> str:
    attribute = f'data-{does}="{escape(value)}"'
    return f'<button type="button" class="{kind or "minor"}" {attribute}>{label}</button>'


def _one_line(text: str) -> str:
    return " ".join(text.split())
