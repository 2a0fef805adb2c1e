"""Page furniture: credits of editors, sources, advertisements, notices of rights, calls to click.

Precision first: a mark is cut where it stands at the head or the tail of a text, or on a line of
its own there; only advertisements and a few fixed phrases are cut wherever they stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import marks

_TAIL, _RIGHTS_TAIL, _HEAD = 200, 460, 300  # how far from an end a mark may begin
_HEAD_LINES, _TAIL_LINES = 6, 10
_MOST_MARKS = 50  # at either end, in one look
_OPEN, _CLOSE = "（([【［", "）)]】］"
_BETWEEN = " \n\t\xa0\u3000|｜丨/"
_BOUNDARY = frozenset(" \n\t\xa0\u3000。！？!?…；;”’」』）)】》]*~↓|｜")
_CREDITS = re.compile(
    r"记者|記者|编辑|編輯|作者|通讯员|校对|校對|报道|供图|[图文]/|[一二三]审|来源|摄"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of furniture.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last.
        kind: ``ad``, ``phrase``, ``editor``, ``desk``, ``source``, ``title``, ``call``,
            ``count``, ``rights`` or ``head``.
        text: What is cut, as it stands.
    """

    start: int
    end: int
    kind: str
    text: str


def find_furniture(text: str) -> tuple[Mark, ...]:
    """The furniture of a text whose white space was cleaned, by start, no two overlapping.

    What stands behind furniture may show as furniture only once that is cut: look again then.
    """
    found = sorted(
        (*_anywhere(text), *_head(text), *_tail(text), *_lines(text)),
        key=lambda mark: (mark.start, -mark.end),
    )
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def _anywhere(text: str) -> Iterator[Mark]:
    if "广告 " in text:
        for match in marks.AD.finditer(text):
            yield _mark(text, match.start(), match.end(), "ad")
    for match in marks.PHRASES.finditer(text):
        yield _mark(text, match.start(), match.end(), "phrase")
    for match in marks.BRACKETED_TITLE.finditer(text):
        yield _mark(text, match.start(), match.end(), "title")


def _mark(text: str, start: int, end: int, kind: str) -> Mark:
    return Mark(start, end, kind, text[start:end])


def _head(text: str) -> Iterator[Mark]:
    """The furniture that the text begins with, one behind the other."""
    place = _skip(text, 0)
    body = _page_head(text)
    if body is not None:
        yield body
        place = _skip(text, body.end)
    elif (inner := _inner_head(text)) is not None:
        yield inner
    for _ in range(_MOST_MARKS):
        mark = _head_mark(text, place)
        if mark is None:
            return
        yield mark
        place = _skip(text, mark.end)


def _page_head(text: str) -> Mark | None:
    """A page's crumbs, date and source, pulled into one line before the word 正文."""
    match = marks.BODY_MARK.search(text, 0, _HEAD)
    before = text[: match.start()] if match else ""
    if match is None or "。" in before or not re.search(marks.DATE, before):
        return None
    return _mark(text, 0, match.end(), "head")


def _inner_head(text: str) -> Mark | None:
    """The credit between a title and a body in one line; its last sign stays to part them."""
    match = marks.INNER_HEAD.search(text, 4, 100)
    if match is None or any(stop in text[: match.start()] for stop in "。\n"):
        return None
    parts = text[match.end() - 1] in " ；"
    return _mark(text, match.start(), match.end() - parts, "head")


def _head_mark(text: str, place: int) -> Mark | None:
    for kind, pattern in _HEAD_PATTERNS:
        match = pattern.match(text, place, place + _HEAD)
        if match:
            return _mark(text, match.start(), match.end(), kind)
    return None


_HEAD_PATTERNS = (
    ("title", marks.HEAD_TITLE),
    ("source", marks.HEAD_SOURCE),
    ("head", marks.HEAD_DATE),
)


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in _BETWEEN:
        place += 1
    return place


def _tail(text: str) -> Iterator[Mark]:
    """The furniture that the text ends with, last first."""
    end = _back(text, len(text))
    for _ in range(_MOST_MARKS if end else 0):
        mark = _tail_mark(text, end) or _rights_mark(text, end)
        if mark is None:
            return
        yield mark
        end = _back(text, mark.start)
        if not end:
            return


def _back(text: str, end: int) -> int:
    while end and text[end - 1] in _BETWEEN:
        end -= 1
    return end


def _rights_mark(text: str, end: int) -> Mark | None:
    low = max(0, end - _RIGHTS_TAIL)
    if not marks.RIGHTS_WORDS.search(text, low, end):
        return None
    for key in marks.RIGHTS_KEY.finditer(text, low, end):
        start = key.start()
        fits = marks.RIGHTS.fullmatch(text, start, end)
        if (
            fits
            and marks.RIGHTS_WORDS.search(fits.group())
            and (_is_boundary(text, start) or "声明" in text[start : start + 6])
        ):
            return _mark(text, start, end, "rights")
    return None


def _is_boundary(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in _BOUNDARY


def _tail_mark(text: str, end: int) -> Mark | None:
    closed = text[end - 1] in _CLOSE
    inner = _back(text, end - 1) if closed else end
    keys = [m.start() for m in marks.TAIL_KEY.finditer(text, max(0, end - _TAIL), inner)]
    for start in reversed(keys):
        if closed:
            opening = _back(text, start) - 1
            if opening >= 0 and text[opening] in _OPEN and (kind := _bracketed(text, start, inner)):
                return _mark(text, opening, end, kind)
        elif kind := _kind(text, start, end):
            return _mark(text, start, end, kind)
    return None


def _bracketed(text: str, start: int, end: int) -> str:
    """What the inside of a pair of brackets is; empty where it is no furniture."""
    if kind := _kind(text, start, end):
        return kind
    found = marks.IN_BRACKETS.fullmatch(text, start, end)
    return "" if found is None else "editor" if found["staff"] else "source"


def _kind(text: str, start: int, end: int) -> str:
    """What ``text[start:end]`` is as a whole; empty where it is no furniture."""
    for kind, pattern in _TAIL_PATTERNS:
        if pattern.fullmatch(text, start, end) and _stands(kind, text, start):
            return kind.removesuffix("?")
    return ""


# A question mark: furniture only behind a boundary or other credits.
_TAIL_PATTERNS = (
    ("phrase", marks.PHRASES),
    ("editor", marks.EDITOR),
    ("desk", marks.DESK),
    ("editor", marks.STAFF),
    ("editor?", marks.TERSE),
    ("source", marks.SOURCE),
    ("title", marks.TITLE),
    ("call?", marks.CALLS),
    ("count?", marks.COUNTS),
)


def _stands(kind: str, text: str, start: int) -> bool:
    if kind == "source":
        return not text[max(0, start - 4) : start].endswith(marks.NOT_A_SOURCE)
    if not kind.endswith("?") or _is_boundary(text, start) or text[start - 1] in _OPEN:
        return True
    return kind == "editor?" and bool(_CREDITS.search(text, max(0, start - 30), start))


def _lines(text: str) -> Iterator[Mark]:
    """Lines near either end that are furniture as a whole."""
    if "\n" not in text:
        return
    for start, end in _outer_lines(text):
        if kind := _line_kind(text, start, end):
            yield _mark(text, start, end, kind)


def _outer_lines(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    while start <= len(text) and len(spans) < _HEAD_LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        spans.append((start, end))
        start = end + 1
    end = len(text)
    for _ in range(_TAIL_LINES):
        if end < start:
            break
        begin = text.rfind("\n", start, end) + 1 or start
        spans.append((begin, end))
        end = begin - 1
    return spans


def _line_kind(text: str, start: int, end: int) -> str:
    if not 0 < end - start <= _RIGHTS_TAIL:
        return ""
    line = text[start:end].strip(_BETWEEN)
    if _is_items(line):
        return "head"
    inner = line[1:-1].strip() if line[:1] in _OPEN and line[-1:] in _CLOSE else line
    if marks.RIGHTS.fullmatch(inner) and marks.RIGHTS_WORDS.search(inner):
        return "rights"
    kind = _kind(inner, 0, len(inner)) if line else ""
    return "" if kind == "title" else kind


def _is_items(line: str) -> bool:
    """Whether a line holds nothing but a date, a source, names, counts, and one of these two."""
    place, known = 0, False
    while place < len(line):
        match = marks.ITEM.match(line, place)
        if match is None or match.end() == place:
            return False
        known = known or bool(match["date"] or match["source"])
        place = _skip(line, match.end())
    return known
