"""Who answers what: a question asked in a text says all that is asked, and answers nothing.

In interviews and at press conferences the words of what is asked stand in the question; the answer
is the next turn. So with a rumour: that it is none stands in another sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qa.ranking.found import Found

_QUESTION = re.compile(r"[?][\"'”’」』)]*\s*$")
_WHO = r"[^,;。!?:]{0,16}"
_ASKED = re.compile(
    rf"\s*[\"“]?{_WHO}(?:记者|网友|网民|主持人|观众|听众|读者|家长|代表|问|提问)[:]|\s*q[:]"
)
_ANSWERED = re.compile(r"\s*(?:[\u3400-\u9fff·]{1,12}|[\u3400-\u9fff·]{0,12}答|a)[:]")
_RUMOUR = re.compile(r"网传|据传|谣传|传言|传闻|有消息称|网络流传|网上流传")
_DENIED = re.compile(r"谣言|不实|并未|并没有|辟谣|误传|不属实|子虚乌有|否认")
_BLANKS = 3  # characters at the most between sentences of which one follows the other


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence in its article: of which passage, which of its sentences, and where."""

    passage: int
    sentence: int
    start: int
    end: int
    key: str


def turned(found: Sequence[Found]) -> tuple[Found, ...]:
    """The passages, in which a question changes odds with its answer, and a rumour with the truth.

    Where an answer begins the next passage, and that was found, it is that one that gains.

    Args:
        found: The passages, their sentences judged.
    """
    odds = {(at, n): s.odds for at, each in enumerate(found) for n, s in enumerate(each.sentences)}
    for run in _runs(found):
        for place, instead in answered_by([told.key for told in run]):
            one, other = ((run[p].passage, run[p].sentence) for p in (place, instead))
            odds[one], odds[other] = sorted((odds[one], odds[other]))
    return tuple(
        replace(
            each,
            sentences=tuple(
                replace(sentence, odds=odds[at, n]) for n, sentence in enumerate(each.sentences)
            ),
        )
        for at, each in enumerate(found)
    )


def answered_by(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of sentences that answer nothing, each with that of the one that does instead.

    Args:
        keys: The sentences in their order, folded.
    """
    for place, key in enumerate(keys):
        behind = keys[place + 1 :]
        if behind and _is_asked(key, behind[0]):
            yield place, place + 1
        elif _RUMOUR.search(key) and not _DENIED.search(key):
            denied = (n for n, other in enumerate(behind, place + 1) if _DENIED.search(other))
            yield from ((place, other) for other in [*denied][:1])


def _is_asked(key: str, behind: str) -> bool:
    """Whether a sentence is a question that somebody asks, by its head or by the turn behind it."""
    asks = _QUESTION.search(key)
    return bool(asks) and bool(_ASKED.match(key) or _ANSWERED.match(behind))


def _runs(found: Sequence[Found]) -> Iterator[list[_Told]]:
    """The sentences in the order of their articles, those together of which one follows another."""
    run: list[_Told] = []
    article = ""
    for at in sorted(range(len(found)), key=lambda at: _place(found[at])):
        for told in _told(found, at):
            follows = run and told.start - run[-1].end <= _BLANKS
            if run and not (follows and found[at].passage.article_id == article):
                yield run
                run = []
            run.append(told)
            article = found[at].passage.article_id
    if run:
        yield run


def _told(found: Sequence[Found], at: int) -> Iterator[_Told]:
    each = found[at]
    for n, sentence in enumerate(each.sentences):
        start, end = (each.passage.start + place for place in (sentence.start, sentence.end))
        yield _Told(at, n, start, end, each.key[sentence.start : sentence.end])


def _place(found: Found) -> tuple[str, int]:
    return found.passage.article_id, found.passage.start
