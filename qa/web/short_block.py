"""The short answer in the answer block: its words, where they stand, and who else says what."""

from collections.abc import Sequence

from index.fold import fold
from qa.answer import Answer, Evidence, ShortAnswer
from qa.messages.catalogue import Texts
from qa.short import head_above
from qa.short.words import days_words
from qa.web.marks import Layer, escape, isolated, marked
from qa.web.meta import titled
from qa.web.quoted import sentence_around


def short_html(answer: Answer, texts: Texts) -> str:
    """The first short answer with its sentence and source, then the others as a list.

    Each leads to its passage. Empty where the answer has no short one.
    """
    shown = {each.passage.id: each for each in answer.evidence}
    shorts = [short for short in answer.short if short.passage_id in shown]
    if not shorts:
        return ""
    first, evidence = shorts[0], shown[shorts[0].passage_id]
    return (
        f'<p class="given">{_given(first, texts)}</p>{_sentence(first, evidence, texts)}'
        f"{_agreeing(first, texts)}{_others(shorts[1:], shown, texts)}"
    )


def _given(short: ShortAnswer, texts: Texts) -> str:
    speaker = f'<span class="speaker">{isolated(short.speaker)}</span> ' if short.speaker else ""
    value = f'<span class="value {short.kind}">{isolated(short.text)}</span>'
    days = days_words(short.days, short.text)
    day = f' <time class="days">{days}</time>' if days else ""
    disputed = f' <b class="disputed">{texts["short_disputed"]}</b>' if short.disputed else ""
    goal = escape(short.passage_id)
    return f'<button type="button" data-goto="{goal}">{speaker}{value}</button>{day}{disputed}'


def _sentence(short: ShortAnswer, evidence: Evidence, texts: Texts) -> str:
    """The sentence that the answer stands in, with the answer lit, and its source.

    Of a table's row, the names of its columns stand above.
    """
    text = evidence.passage.text
    head = head_above(fold(text), short.start)
    above = f'<span class="heads">{escape(text[slice(*head)])}</span>' if head else ""
    start, end = sentence_around(evidence, short.start, short.end)
    lit = (Layer(short.start - start, short.end - start, short.kind),)
    return (
        f'<blockquote class="short">{above}{marked(text[start:end], lit)}</blockquote>'
        f'<p class="meta">{titled(evidence.heading, texts)}</p>'
    )


def _agreeing(short: ShortAnswer, texts: Texts) -> str:
    if not short.also:
        return ""
    return f'<p class="note">{texts["short_also"].format(n=len(short.also))}</p>'


def _others(shorts: Sequence[ShortAnswer], shown: dict[str, Evidence], texts: Texts) -> str:
    if not shorts:
        return ""
    each = "".join(
        f'<li>{_given(short, texts)} <span class="meta">'
        f"{titled(shown[short.passage_id].heading, texts)}</span></li>"
        for short in shorts
    )
    disputed = any(short.disputed for short in shorts)
    head = texts["short_against"] if disputed else texts["short_other"]
    return f'<div class="others"><span class="note">{head}</span><ul>{each}</ul></div>'
