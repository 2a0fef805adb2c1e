"""A question with another number: 第十一届呢？ behind one of 第十二届, 二中呢？ of 一中."""

import re

from index.fold import fold
from index.ordinals import ordinal
from qa.text.editions import COUNTERS

_NUMBER = r"第?(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})"
_OTHER = re.compile(rf"{_NUMBER}(?P<behind>[\u3400-\u9fff]{{1,6}})")
_RANK = re.compile(r"第[0-9一二三四五六七八九十]+名?")
_RANKED = re.compile(rf"{_RANK.pattern}(?=[是为的有,。?!谁哪什几多]|$)")
_PART = r"(?:第?[一二三四]季度?|[上下]半年|前[一二三两]季度?|全年)"
_PART_OF_YEAR = re.compile(_PART)
_YEAR = re.compile(rf"(?:[0-9]{{4}}年|[今去前明后]年)度?的?(?P<part>{_PART})?|{_PART}")
_ENGLISH_OTHER = re.compile(r"(?:the )?(?P<word>[a-z0-9-]+)(?: (?:one|edition))?")
_ENGLISH_WORD = re.compile(r"[a-z0-9]+(?:-[a-z]+)?")


def with_number(other: str, last: str) -> str:
    """A question with another number or part of the year; empty where the other is no such thing.

    A number takes the place of the first one that stands before the same words, or the same unit,
    and a rank (第二名) that of another.
    A part of the year takes that of another, which keeps the year, or of a whole year.

    Args:
        other: What else is asked after, as typed.
        last: The question, as typed.
    """
    if _PART_OF_YEAR.fullmatch(fold(other)):
        return _with_part(other, last)
    if _RANK.fullmatch(fold(other)) and (rank := _RANKED.search(fold(last))):
        return f"{last[: rank.start()]}{other}{last[rank.end() :]}"
    match = _OTHER.fullmatch(fold(other))
    if match is None:
        return ""
    behind = match["behind"]
    old = re.search(_NUMBER + behind, fold(last))
    if old is None and behind[0] in COUNTERS:
        old = re.search(_NUMBER + behind[0], fold(last))
        other = other[: len(other) - len(behind) + 1]
    return f"{last[: old.start()]}{other}{last[old.end() :]}" if old else ""


def _with_part(other: str, last: str) -> str:
    old = _YEAR.search(fold(last))
    if old is None:
        return f"{other}{last}"
    start = old.start("part") if old["part"] else old.start()
    return f"{last[:start]}{other}{last[old.end() :]}"


def with_english_number(other: str, last: str) -> str:
    """As `with_number` of English ordinals: the eleventh behind a question of the twelfth."""
    match = _ENGLISH_OTHER.fullmatch(fold(other))
    if match is None or ordinal(match["word"]) is None:
        return ""
    old = next((o for o in _ENGLISH_WORD.finditer(fold(last)) if ordinal(o[0])), None)
    start, end = match.span("word")
    return f"{last[: old.start()]}{other[start:end]}{last[old.end() :]}" if old else ""
