"""Who wrote and who edited an article, as its furniture and its first and last lines name them."""

import re
from collections.abc import Sequence

from corpus.cleaning import patterns
from corpus.cleaning.items import BY, REPORTING, WRITERS
from corpus.cleaning.mark import Mark
from corpus.han import HAN
from corpus.narrow import narrow
from corpus.one_line import one_line

_HEAD, _TAIL = 220, 200
_REPORTERS = re.compile(
    r"[（(【〔][^（）()【】〔〕\n。]{0,16}?"
    r"(?:见习|特约|高级|首席|全媒体|驻[^（）() ]{0,6})?"
    r"(?:记者|記者|通讯员|通訊員|作者)[:： /]{0,2}(?!提供|供图|为|系)"
    r"(?P<names>[^（）()【】〔〕\n。，]{2,60})[)）】〕]"
)
_BARE = re.compile(
    rf"(?:记者|記者)[:： ]?(?!提[问問]|[采採][访訪])(?P<names>{patterns.NAMES})"
    r"(?=报道|報道| 报道| 報道|$)"
)
_BYLINE_FIRST = re.compile(
    rf"(?:本[报報]|本[网網])?(?:记者|記者|作者|文)[:： /]+(?P<names>{patterns.NAMES})(?=\s|$)"
)
_WRITER = re.compile(
    rf"(?:作者|记者|記者|通讯员|通訊員|原创|原創)[:： ]{{0,4}}(?P<names>{WRITERS})|{BY}"
)
_WHERE = re.compile(rf"[／/][{HAN}]{{2,8}}[报報][道导導]$")
_PLACED_REPORTER = re.compile(rf"(?:记者|記者) ?(?P<names>{WRITERS}){REPORTING}")
_EDITS = re.compile(r"编辑|編輯|责编|責編")


def author_of(text: str, marks: Sequence[Mark], body_start: int) -> str:
    """Reporters and correspondents, as given; empty where nobody is named.

    Args:
        text: The cleaned text.
        marks: The furniture that was cut from it.
        body_start: Where its body begins.
    """
    for mark in marks:
        if mark.kind in ("head", "source"):
            if found := _WRITER.search(narrow(mark.text)):
                return one_line(found["names"] or found["by"])
    head = text[body_start : body_start + _HEAD]
    places = (
        _REPORTERS.search(head),
        _BYLINE_FIRST.match(head),
        _BARE.search(head),
        _PLACED_REPORTER.match(narrow(head)),
        _last(text),
    )
    names = next((one_line(found["names"]) for found in places if found), "")
    names = _WHERE.sub("", names)  # 李四／某地報導
    names = re.sub(rf"(?:(?<=.) [{HAN}]{{0,2}}(?:报道|報道))$", "", names)
    if f"{names}报道" in head:  # 记者 李四 某地报道
        names = re.sub(rf"(?<=.) [{HAN}]{{2}}$", "", names)
    return names


def _last(text: str) -> re.Match[str] | None:
    """The reporters' names that the text ends with."""
    tail = text[-_TAIL:].rstrip()
    for found in _REPORTERS.finditer(tail):
        if found.end() == len(tail):
            return found
    return re.search(rf"(?:记者|記者|作者|通讯员)[:： /]+(?P<names>{patterns.NAMES})$", tail)


def editor_of(marks: Sequence[Mark]) -> str:
    """The editor whom the furniture names, first with a colon behind the word; empty for none."""
    for pattern in (patterns.EDITOR, patterns.TERSE):
        for mark in marks:
            found = pattern.search(mark.text) if mark.kind in ("editor", "head") else None
            if found and found["value"] and _EDITS.search(found["role"]):
                return re.sub(r"(?<=.) ?[A-Za-z]{1,4}\d{2,5}$", "", found["value"])
    return ""
