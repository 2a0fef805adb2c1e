"""Answer → escaped HTML; pure functions."""

from collections.abc import Sequence

from qa.answer import Answer, Evidence, Person, in_first
from qa.confidence import percent
from qa.messages.catalogue import Texts
from qa.messages.narrowed import denial
from qa.web.card import cards_html, judge_button
from qa.web.events import events_html
from qa.web.filtered import dated_html, filtered_html
from qa.web.marks import Layer, escape, isolated, marked
from qa.web.meta import titled
from qa.web.quoted import Span, naming
from qa.web.short_block import short_html

# From so many percent on.
_CERTAINTY = ((85, "sure"), (65, "likely"), (45, "maybe"), (20, "doubtful"), (0, "unlikely"))
_ROLES = ("出席", "主持", "会见", "讲话", "陪同", "参加")  # 其他 tells nobody anything


def certainty(confidence: float, texts: Texts, *, answered: bool) -> str:
    """How sure an answer is, in words and percent; never 100 %, since nothing is.

    What is shown as an answer is never called very unlikely, wherever the threshold is set.
    """
    sure = percent(confidence)
    word = next(name for least, name in _CERTAINTY if sure >= least)
    return f"{texts['doubtful' if answered and word == 'unlikely' else word]} · {sure}%"


def answer_html(
    answer: Answer,
    texts: Texts,
    *,
    judging: bool = False,
    newest_first: bool = False,
    newest: bool = True,
) -> str:
    """The whole answer: what it says, how sure that is, and the passages as cards.

    Args:
        answer: The answer.
        texts: In the language of who reads.
        judging: Whether it can be judged.
        newest_first: The cards by date instead of best first.
        newest: Whether it is the newest answer, which alone can be asked for anew.
    """
    said = (
        carried_html(answer, texts, newest=newest)
        + filtered_html(answer, texts, newest=newest)
        + dated_html(answer, texts)
        + _said(answer, texts)
        + events_html(answer, texts)
    )
    judge = judge_html(answer, texts) if judging else ""
    return said + judge + cards_html(answer, texts, judging=judging, newest_first=newest_first)


def carried_html(answer: Answer, texts: Texts, *, newest: bool = True) -> str:
    """What a follow-up took over from the question before, and how the newest drops it.

    Nothing for an answer that is none.
    """
    if not (carried := answer.carried):
        return ""
    names = texts["carried_names"].format(names="、".join(carried.names))
    who = f'<span class="names">{isolated(names)}</span>' if carried.names else ""
    elsewhere = f'<p class="note">{texts["elsewhere"]}</p>' if carried.elsewhere else ""
    hint = texts["drop_carried_hint"]
    drop = (
        f'<button type="button" class="minor" data-drop="drop" title="{hint}">'
        f"{texts['drop_carried']}</button>"
    )
    return (
        f'<div class="carried"><p><b>{texts["carried_on"]}</b> '
        f"<span>{titled(carried.heading, texts)}</span>{who}"
        f"{drop if newest else ''}</p>{elsewhere}</div>"
    )


def judge_html(answer: Answer, texts: Texts) -> str:
    """What can be said of the whole answer; nothing of a follow-up, which asks nothing by itself.

    Where the articles are said to be silent, that they are; which passage speaks is said on its
    card. That no article answers is kept as true of the whole library: a filtered answer, for
    which some of it was searched, cannot be called so.
    """
    if answer.carried or not answer.evidence:
        return ""
    verdicts = (*(("right", "wrong") if answer.answered else ()), *_none(answer))
    if not verdicts:
        return ""
    passage = leaned_on(answer)
    buttons = "".join(
        judge_button(each, passage if each != "none" else "", texts[f"judge_{each}"])
        for each in verdicts
    )
    label = texts["judge_answer"]
    named = f'role="group" aria-label="{label}"'
    return f'<p class="judge whole" {named}><span>{label}</span>{buttons}</p>'


def _none(answer: Answer) -> tuple[str, ...]:
    return () if answer.filters else ("none",)


def leaned_on(answer: Answer) -> str:
    """The id of the passage that an answer with evidence leans on most."""
    said = [person.passage_id for person in answer.people]
    said += [short.passage_id for short in answer.short]
    return said[0] if said else answer.evidence[0].passage.id


def _said(answer: Answer, texts: Texts) -> str:
    """The answer block: people, a short answer, the best sentence, or that none says it.

    Where none is sure enough to count, what was found in the first passage stands there as unsure.
    """
    sure = certainty(answer.confidence, texts, answered=answer.answered)
    denied = denial(texts, answer.filters, found=bool(answer.evidence))
    note = "" if answer.complete else f'<p class="note">{texts["words_only"]}</p>'
    if not answer.evidence:
        return _block("unanswered", denied, "", note, texts)
    if answer.unsure:
        _, found = _found(in_first(answer), texts)
        body = f"<p>{texts['unsure_found']}</p>{found}{note}"
        return _block("unsure", texts["unsure"], sure, body, texts)
    if not answer.answered:
        body = f"<p>{texts['unanswered_why']}</p>{note}"
        return _block("unanswered", denied, sure, body, texts)
    head, found = _found(answer, texts)
    return _block("answered", texts[head], sure, found + note, texts)


def _found(answer: Answer, texts: Texts) -> tuple[str, str]:
    """What answers: the name of its head, and people, a short answer or else the best sentence."""
    if answer.people:
        people = "".join(_person(person, texts) for person in answer.people)
        said = _named_in(answer, texts)
        return "answer_people", f'<ul class="people">{people}</ul>{said}'
    if short := short_html(answer, texts):
        return "answer_short", short
    return "answer_quote", _quote(answer, texts)


def _block(kind: str, head: str, sure: str, body: str, texts: Texts) -> str:
    certain = (
        f'<span class="certainty">{texts["certainty"]}{texts["colon"]}<b>{sure}</b></span>'
        if sure
        else ""
    )
    return f'<section class="said {kind}"><header><h3>{head}</h3>{certain}</header>{body}</section>'


def _quote(answer: Answer, texts: Texts) -> str:
    """The best sentence of the best passage, lit up, with where it stands."""
    best = answer.evidence[0]
    layers = [Layer(span.start, span.end, span.kind) for span in best.spans]
    return _quoted(best, [best.sentence], layers, texts)


def _named_in(answer: Answer, texts: Texts) -> str:
    """The sentences that name the people, with those lit up, each with where it stands."""
    return "".join(
        _quoted(evidence, spans, _lit(answer.people, evidence), texts)
        for evidence, spans in naming(answer)
    )


def _lit(people: Sequence[Person], evidence: Evidence) -> tuple[Layer, ...]:
    here = (person for person in people if person.passage_id == evidence.passage.id)
    return tuple(Layer(person.start, person.end, "person") for person in here)


def _quoted(
    evidence: Evidence, spans: Sequence[Span], layers: Sequence[Layer], texts: Texts
) -> str:
    """Stretches of a passage, with what is lit up in it, and where they stand."""
    said = "".join(_stretch(evidence, span, layers) for span in spans)
    return f'{said}<p class="meta">{titled(evidence.heading, texts)}</p>'


def _stretch(evidence: Evidence, span: Span, layers: Sequence[Layer]) -> str:
    start, end = span
    moved = [Layer(each.start - start, each.end - start, each.name) for each in layers]
    return (
        f'<blockquote class="short">{marked(evidence.passage.text[start:end], moved)}</blockquote>'
    )


def _person(person: Person, texts: Texts) -> str:
    title = f' <span class="title">{isolated(person.title)}</span>' if person.title else ""
    played = (texts[f"role_{role}"] for role in person.roles if role in _ROLES)
    roles = "".join(f' <span class="role">{role}</span>' for role in played)
    inner = f'<span class="name">{isolated(person.name)}</span>{roles}{title}'
    goal = escape(person.passage_id)
    return f'<li><button type="button" data-goto="{goal}">{inner}</button></li>'
