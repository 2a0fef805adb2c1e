"""Page furniture: credits of editors, sources, advertisements, notices of rights, calls to click.

Precision first: a mark is cut where it stands at the head or the tail of a text, or on a line of
its own there; only advertisements, a few fixed phrases and lines of signs are cut wherever they
stand.
"""

import re
from collections.abc import Iterator

from corpus.cleaning import patterns
from corpus.cleaning.foot import foot_marks
from corpus.cleaning.lines import line_marks
from corpus.cleaning.mark import Mark, make_mark, skip_blanks
from corpus.cleaning.tails import MOST_MARKS, tail_marks

_HEAD = 300  # how far from the start the head of a page may reach


def find_furniture(text: str) -> tuple[Mark, ...]:
    """The furniture of a text whose white space was cleaned, by start, no two overlapping.

    What stands behind furniture may show as furniture only once that is cut: look again then.
    """
    foot = (make_mark(text, *line, "call") for line in foot_marks(text))
    found = sorted(
        (*_anywhere(text), *_head(text), *tail_marks(text), *line_marks(text), *foot),
        key=lambda mark: (mark.start, -mark.end),
    )
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def _anywhere(text: str) -> Iterator[Mark]:
    if "广告 " in text:
        for match in patterns.AD.finditer(text):
            yield make_mark(text, match.start(), match.end(), "ad")
    for match in patterns.PHRASES.finditer(text):
        yield make_mark(text, match.start(), match.end(), "phrase")
    for match in patterns.RULE.finditer(text):
        yield make_mark(text, match.start(), match.end(), "rule")
    for match in patterns.BRACKETED_TITLE.finditer(text):
        yield make_mark(text, match.start(), match.end(), "title")


def _head(text: str) -> Iterator[Mark]:
    """The furniture that the text begins with, one behind the other."""
    place = skip_blanks(text, 0)
    body = _page_head(text)
    if body is not None:
        yield body
        place = skip_blanks(text, body.end)
    elif (inner := _inner_head(text)) is not None:
        yield inner
    for _ in range(MOST_MARKS):
        mark = _head_mark(text, place)
        if mark is None:
            return
        yield mark
        place = skip_blanks(text, mark.end)


def _page_head(text: str) -> Mark | None:
    """A page's crumbs, date and source, pulled into one line before the word 正文."""
    match = patterns.BODY_MARK.search(text, 0, _HEAD)
    before = text[: match.start()] if match else ""
    if match is None or "。" in before or not re.search(patterns.DATE, before):
        return None
    return make_mark(text, 0, match.end(), "head")


def _inner_head(text: str) -> Mark | None:
    """The credit between a title and a body in one line; its last sign stays to part them."""
    match = patterns.INNER_HEAD.search(text, 4, 100)
    if match is None or any(stop in text[: match.start()] for stop in "。\n"):
        return None
    parts = text[match.end() - 1] in " ；"
    return make_mark(text, match.start(), match.end() - parts, "head")


def _head_mark(text: str, place: int) -> Mark | None:
    for kind, pattern in _HEAD_PATTERNS:
        match = pattern.match(text, place, place + _HEAD)
        if match:
            return make_mark(text, match.start(), match.end(), kind)
    return None


_HEAD_PATTERNS = (
    ("title", patterns.HEAD_TITLE),
    ("source", patterns.HEAD_SOURCE),
    ("head", patterns.HEAD_DATE),
)
