"""What counts as it was told last: the toll of an accident, what was at last, results foretold."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from corpus.article import Heading, Passage
from index.fold import fold
from qa.people import PassagePeople
from qa.question import Question
from qa.ranking.accidents import tells_toll, toll_asked
from qa.ranking.events import Told, read_told, same_event
from qa.text.names import names_in

_AT_LAST = re.compile(r"最终|最新|\bfinal(?:ly)?\b|\blatest\b")
_FORETELLS = re.compile(r"预计|预期|预告|预测|预增|预亏")
_ASKS_AHEAD = re.compile(r"预|计划|打算|目标|[拟将]")
_MEASURED: Final = frozenset({"howmany", "when"})


def may_have_changed(asked: Question, *, dated: bool) -> bool:
    """Whether it may matter to a question which passage tells last: else `told_last` gives none.

    Args:
        asked: The question.
        dated: Whether it names a date: then the toll of that day may be meant.
    """
    if _AT_LAST.search(asked.key) or (toll_asked(asked) and not dated):
        return True
    return asked.kind in _MEASURED and not _ASKS_AHEAD.search(asked.key)


def told_last(
    asked: Question, passages: Sequence[Passage], headings: Mapping[str, Heading], *, dated: bool
) -> frozenset[str]:
    """The ids of passages that tell last what has changed; none where nothing may have.

    Args:
        asked: The question.
        passages: Those found, best first.
        headings: The headings of their articles, by the articles' ids.
        dated: Whether it names a date.
    """
    if not may_have_changed(asked, dated=dated):
        return frozenset()
    if (toll := toll_asked(asked)) and not dated:
        return _latest(_of_first_event(toll, passages, headings), headings)
    titles = {each.id: fold(headings[each.article_id].title) for each in passages}
    if _AT_LAST.search(asked.key):
        texts = {each.id: f"{titles[each.id]}\n{fold(each.text)}" for each in passages}
        return _latest(_of_its_names(asked, passages, texts), headings)
    foretold = any(map(_FORETELLS.search, titles.values()))
    named = _of_its_names(asked, passages, titles) if foretold else []
    if not any(_FORETELLS.search(titles[each.id]) for each in named):
        return frozenset()
    return _latest(named, headings)


def _of_first_event(
    toll: str, passages: Sequence[Passage], headings: Mapping[str, Heading]
) -> list[Passage]:
    """Those that tell the toll of the accident of which the first passage tells."""
    told = [_told(each, headings[each.article_id]) for each in passages]
    return [
        each
        for each, its in zip(passages, told, strict=True)
        if tells_toll(fold(each.text), toll) and same_event(told[0], its)
    ]


def _of_its_names(
    asked: Question, passages: Sequence[Passage], texts: Mapping[str, str]
) -> list[Passage]:
    """Those whose texts hold all names of the question; none where it names nothing."""
    names = names_in(asked.key)
    return [each for each in passages if names and all(name in texts[each.id] for name in names)]


def _latest(passages: Sequence[Passage], headings: Mapping[str, Heading]) -> frozenset[str]:
    """The ids of those that were printed last, where others were before."""
    days = {each.id: headings[each.article_id].published for each in passages}
    known = {day for day in days.values() if day}
    last = max(known, default=None)
    return frozenset(name for name, day in days.items() if day == last and len(known) > 1)


def _told(passage: Passage, heading: Heading) -> Told:
    source = PassagePeople(passage.id, passage.article_id, fold(passage.text), ())
    return read_told(source, passage.text, fold(heading.title), heading.published)
