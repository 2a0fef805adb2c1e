"""What a visitor asked before, as the browser keeps it: read, searched, shown, exported."""

import json
from dataclasses import dataclass, replace
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, TypeAdapter, ValidationError

from corpus.one_line import cut, one_line
from qa.answer import Answer, in_first
from qa.messages.catalogue import Texts
from qa.messages.narrowed import denial, filters_words
from qa.short.words import days_words
from qa.web.again import Again, again_json
from qa.web.citation import markdown_text
from qa.web.clock import minute, minute_utc, moment
from qa.web.marks import escape, isolated
from qa.web.quoted import Quoted

MOST: Final = 300  # kept; each question sends them to the server and back
_LONGEST: Final = 80  # characters of what was said; the passages have the rest


def _several(kept: object) -> object:
    """What was kept when an answer was quoted but once, as it is kept now."""
    return [kept] if isinstance(kept, dict) else kept


@dataclass(frozen=True, slots=True)
class Past:
    """A question asked before.

    Attributes:
        question: As it was asked.
        asked: When, in UTC (``2024-04-12T08:30:00+00:00``).
        said: The answer in one line.
        again: How it was asked, to ask it so once more.
        quoted: What the answer quotes first, of people all that names them; nothing where it says
            that no article answers, and in what was kept before that was.
        local: When, by the visitor's own clock (``2024-04-12T16:30:00+08:00``); empty where the
            browser has not said.
    """

    question: str
    asked: str
    said: str
    again: Again = Again()
    quoted: Annotated[tuple[Quoted, ...], BeforeValidator(_several)] = ()
    local: str = ""


History = tuple[Past, ...]  # newest first
Kept = dict[str, Any]  # an entry as JSON
_READER: Final = TypeAdapter(Past)


def read_history(kept: object) -> History:
    """The history that a browser kept, which may hold anything: what is no entry is left out."""
    entries = kept[:MOST] if isinstance(kept, list) else []
    return tuple(past for each in entries if (past := _past(each)))


def kept_history(history: History) -> list[Kept]:
    """The history as a browser keeps it, the oldest left out where there are too many."""
    return [_kept(past) for past in history[:MOST]]


def said_line(answer: Answer, texts: Texts) -> str:
    """What an answer says, in one line without its passages."""
    if answer.unsure:
        return texts["unsure_said"].format(said=_said(in_first(answer)))
    if not answer.evidence or not answer.answered:
        return denial(texts, answer.filters, found=bool(answer.evidence))
    return _said(answer)


def _said(answer: Answer) -> str:
    if answer.people:
        return cut("、".join(person.name for person in answer.people), _LONGEST)
    if answer.short:
        first = answer.short[0]
        day = days_words(first.days, first.text)
        return cut(f"{first.text}（{day}）" if day else first.text, _LONGEST)
    best = answer.evidence[0]
    return cut(best.passage.text[slice(*best.sentence)], _LONGEST)


def matching(history: History, words: str) -> History:
    """The questions that hold all words, or whose answers do; all where there are none."""
    wanted = words.lower().split()
    return tuple(
        past
        for past in history
        if all(word in f"{past.question} {past.said}".lower() for word in wanted)
    )


def without(history: History, asked: str, question: str) -> History:
    """The history without that question as asked at that time, both as the page shows them."""
    shown = escape(asked), escape(question)
    return tuple(p for p in history if (escape(p.asked), escape(p.question)) != shown)


def history_html(history: History, words: str, texts: Texts) -> str:
    """The questions that match, each to be asked again or deleted; and all of them to take home."""
    if not history:
        return f'<p class="note">{texts["history_none"]}</p>'
    found = matching(history, words)
    lines = "".join(_line(past, texts) for past in found)
    shown = f'<ol class="past">{lines}</ol>' if lines else texts["history_no_match"]
    saves = "".join(
        f'<button type="button" class="minor" data-save="{escape(content)}"'
        f' data-name="chuchu-history.{ending}">{texts[label]}</button>'
        for label, ending, content in (
            ("history_markdown", "md", history_markdown(found, texts)),
            ("history_json", "json", history_json(found)),
        )
    )
    count = texts["history_count"].format(n=len(found))
    return (
        f'<div class="past-head"><span class="note">{count}</span>{saves}'
        '<button type="button" class="minor"'
        f' data-forget-all="{texts["history_sure"]}">'
        f"{texts['history_forget_all']}</button></div>{shown}"
    )


def history_markdown(history: History, texts: Texts) -> str:
    """The questions as a Markdown list, newest first, each with its time, answer and source."""
    return "".join(_item(past, texts) for past in history)


def history_json(history: History) -> str:
    """The questions as a JSON list, newest first."""
    taken = (replace(past, asked=past.local or past.asked, local="") for past in history)
    return json.dumps([_kept(past) for past in taken], ensure_ascii=False, indent=1)


def _item(past: Past, texts: Texts) -> str:
    when = minute(past.local) if past.local else minute_utc(past.asked)
    lines = [f"- **{_flat(past.question)}** ({_flat(when)})", f"  {_flat(past.said)}"]
    quotations = "\n  >\n".join(_quotation(quoted, texts) for quoted in past.quoted)
    lines += [quotations] if quotations else []
    return "\n".join(lines) + "\n"


def _quotation(quoted: Quoted, texts: Texts) -> str:
    ids = texts["history_ids"].format(article=quoted.article, passage=quoted.passage)
    cited = f"{_flat(quoted.cited)} ({_flat(ids)})"
    return f"  > {_flat(quoted.sentence)}\n  >\n  > —— {cited}"


def _flat(text: str) -> str:
    return markdown_text(one_line(text))


def _line(past: Past, texts: Texts) -> str:
    asked, question = escape(past.asked), escape(past.question)
    return (
        f'<li><div><button type="button" class="link" data-ask="{question}"'
        f' data-again="{escape(again_json(past.again))}">{isolated(past.question)}</button>'
        f'<p class="note">{moment(past.asked)} · '
        f"{isolated(past.said)}</p>{_cited(past)}{_how(past.again, texts)}</div>"
        f'<button type="button" class="minor" data-forget="{asked}" data-question="{question}"'
        f' aria-label="{texts["history_forget"]}: {question}">{texts["history_forget"]}</button>'
        "</li>"
    )


def _cited(past: Past) -> str:
    """The articles quoted, each once."""
    cited = dict.fromkeys(quoted.cited for quoted in past.quoted)
    return "".join(f'<p class="note cited">{isolated(each)}</p>' for each in cited)


def _how(again: Again, texts: Texts) -> str:
    """What a question leaned on, and what it was narrowed to; empty for neither."""
    basis, filters = again.basis, filters_words(again.filters, texts)
    parts = [f"{texts['carried_on']} {isolated(basis.title or basis.question)}"] if basis else []
    parts += [f"{texts['filtered']} {isolated(filters)}"] if filters else []
    return f'<p class="note how">{" · ".join(parts)}</p>' if parts else ""


def _kept(past: Past) -> Kept:
    kept: Kept = _READER.dump_python(past, mode="json", exclude_defaults=True)
    return kept


def _past(entry: object) -> Past | None:
    try:
        return _READER.validate_python(entry)
    except ValidationError:
        return None
