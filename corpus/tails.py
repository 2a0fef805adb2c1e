"""Furniture at the end of a text, and on lines of their own near either end."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Self

from corpus import marks
from corpus.dates import parse_date
from corpus.items import DATE_LINE, is_listed, read_items
from corpus.labels import parts_of
from corpus.narrow import narrow
from corpus.titles import looks_like_title

_TAIL, _RIGHTS_TAIL = 200, 460  # how far from the end a mark may begin
_HEAD_LINES, _TAIL_LINES = 6, 10
MOST_MARKS = 50  # at either end, in one look
_OPEN, _CLOSE = "（([【［", "）)]】］"
_BETWEEN = " \n\t\xa0\u3000|｜丨/"
_AROUND = f"{_BETWEEN}*_（）()【】[]"  # brackets, and the signs of emphasis in Markdown
_LONGEST_ITEMS = 200  # characters: a longer line holds more than a date and credits
_BOUNDARY = frozenset(" \n\t\xa0\u3000。！？!?…；;”’」』）)】》]*~↓|｜")
_ISSUES = re.compile(r"(?:发[布表出]|發[布表出])(?:了|一份|书面)*$")
# What follows 终审： and 编辑 where they are told of: 最高法终审：维持原判, 责任编辑 王芳获奖.
_TOLD = re.compile(
    r"[终終一二初]审[:：] ?(?:维持|維持|驳回|駁回|判[决決]|通[过過])"
    r"|[编編][辑輯][ \xa0][^:：]{0,4}(?:获奖|獲獎|出版|发行|發行)"
)
_CREDITS = re.compile(
    r"记者|記者|编辑|編輯|作者|通讯员|校对|校對|报道|供图|[图文]/|[一二三]审|来源|摄"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of furniture.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last.
        kind: ``ad``, ``phrase``, ``rule``, ``editor``, ``desk``, ``source``, ``title``, ``call``,
            ``count``, ``rights`` or ``head``.
        text: What is cut, as it stands.
    """

    start: int
    end: int
    kind: str
    text: str


def make_mark(text: str, start: int, end: int, kind: str) -> Mark:
    """What stands in a stretch of the text, as furniture of a kind."""
    return Mark(start, end, kind, text[start:end])


def skip_blanks(text: str, place: int) -> int:
    """The first place from ``place`` on that is neither white space nor a dividing bar."""
    while place < len(text) and text[place] in _BETWEEN:
        place += 1
    return place


def tail_marks(text: str) -> Iterator[Mark]:
    """The furniture that the text ends with, last first, at most 50 pieces."""
    end = _back(text, len(text))
    for _ in range(MOST_MARKS if end else 0):
        mark = _tail_mark(text, end) or _rights_mark(text, end)
        if mark is None:
            return
        end = _back(text, mark.start)
        yield make_mark(text, end, mark.end, mark.kind)
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
            and (_is_boundary(text, start) or _is_statement(text, start))
        ):
            return make_mark(text, start, end, "rights")
    return None


def _is_statement(text: str, start: int) -> bool:
    """Whether a page's own statement begins within a line, and nobody's that is told of."""
    return "声明" in text[start : start + 6] and not _ISSUES.search(text, max(0, start - 4), start)


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
                return make_mark(text, opening, end, kind)
        elif kind := _kind(text, start, end):
            return make_mark(text, start, end, kind)
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
        found = pattern.fullmatch(text, start, end)
        if not found or (kind.endswith("?") and not _stands(kind, found)):
            continue
        if kind[:4] not in {"edit", "desk"} or not _TOLD.search(found.group()):
            return kind.removesuffix("?")
    return ""


# A question mark: furniture only behind a boundary or other credits.
_TAIL_PATTERNS = (
    ("phrase", marks.PHRASES),
    ("editor", marks.EDITOR),
    ("desk", marks.DESK),
    ("editor", marks.STAFF),
    ("editor?", marks.TERSE),
    ("source?", marks.SOURCE),
    ("title", marks.TITLE),
    ("call?", marks.CALLS),
    ("count?", marks.COUNTS),
)


def _stands(kind: str, found: re.Match[str]) -> bool:
    text, start = found.string, found.start()
    if _is_boundary(text, start) or text[start - 1] in _OPEN:
        return True
    before = text[max(0, start - 30) : start]
    if kind == "source?":
        return _credits_article(before, found["value"] or "")
    return kind == "editor?" and bool(_CREDITS.search(before))


def _credits_article(before: str, value: str) -> bool:
    """Whether 来源 directly behind other words is the article's source, not that of 资金来源."""
    if marks.NOT_A_SOURCE.search(before):
        return False
    return bool(marks.CREDIT_BEFORE.search(before) or marks.OUTLET_NAME.search(value))


def line_marks(text: str) -> Iterator[Mark]:
    """The lines, of the first six and the last ten, that are furniture as a whole."""
    if "\n" not in text:
        return
    dates = cache(lambda: _Dates.of(text))  # once, and only where a line may be one
    for start, end in _outer_lines(text):
        yield from _label_marks(text, start, end)
        if stop := _items_end(text, start, end, dates):
            yield make_mark(text, start, stop, "head")
        elif kind := _line_kind(text, start, end):
            yield make_mark(text, start, end, kind)


def _label_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The labels that a line is nothing but, each by itself, the credits among them told apart.

    The bars around all of them go with the first and the last.
    """
    line = text[start:end]
    inner = line.strip(_BETWEEN)
    first = start + len(line) - len(line.lstrip(_BETWEEN))
    parts = parts_of(narrow(inner)) if end - start <= _RIGHTS_TAIL else ()
    for left, right, kind in parts:
        begin = first + left if left else start
        yield make_mark(text, begin, first + right if right < len(inner) else end, kind)


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


@dataclass(frozen=True, slots=True)
class _Dates:
    """What a text's lines that hold nothing but a date say.

    Attributes:
        plain: The text in narrow characters.
        timed: The days of those with a time of day.
        untimed: The days of the others.
    """

    plain: str
    timed: frozenset[date | None]
    untimed: frozenset[date | None]

    @classmethod
    def of(cls, text: str) -> Self:
        plain = narrow(text)
        lines = {(line.group(), bool(line["time"])) for line in DATE_LINE.finditer(plain)}
        timed = frozenset(parse_date(line) for line, has_time in lines if has_time)
        return cls(plain, timed, frozenset(parse_date(line) for line, has in lines if not has))


def _items_end(text: str, start: int, end: int, dates: Callable[[], _Dates]) -> int:
    """Where what dates or credits the article ends on a line that holds nothing else; 0 for none.

    It ends before what tells where the reporter was: that is read on.
    """
    line = narrow(text[start:end]) if 0 < end - start <= _LONGEST_ITEMS else ""
    inner = line.strip(_AROUND)
    items = read_items(inner)
    if not items or not (_is_credited(items) or _may_date(text, start, end, dates)):
        return 0
    first = start + line.index(inner)
    return first + items[-1].start() if items[-1]["reporting"] else end


def _is_credited(items: tuple[re.Match[str], ...]) -> bool:
    """Whether a line's items say what they are, as 来源 and 发布时间 do."""
    return any(item["source"] or item["label"] for item in items)


def _may_date(text: str, start: int, end: int, dates: Callable[[], _Dates]) -> bool:
    """Whether a line that names no part of itself dates the article, and is no date in its list.

    It does below the title, with no more than lines like it between, and as the last of the text:
    a signature. Where such lines of several days stand the article is a chronicle, and none of them
    does. Of lines that hold nothing but a date, those with and without a time of day are told
    apart, since a page that shows the one may hold a letter signed with the other.
    """
    above = filter(None, map(str.strip, text[:start].split("\n")))
    if end < len(text) and not all(map(looks_like_title, above)):
        return False
    known = dates()
    alone = DATE_LINE.fullmatch(known.plain, start, end)
    if alone is None:
        return not is_listed(known.plain, start)
    return len(known.timed if alone["time"] else known.untimed) == 1


def _line_kind(text: str, start: int, end: int) -> str:
    if not 0 < end - start <= _RIGHTS_TAIL:
        return ""
    line = text[start:end].strip(_BETWEEN)
    inner = line[1:-1].strip() if line[:1] in _OPEN and line[-1:] in _CLOSE else line
    if marks.RIGHTS.fullmatch(inner) and marks.RIGHTS_WORDS.search(inner):
        return "rights"
    kind = _kind(inner, 0, len(inner)) if line else ""
    return "" if kind == "title" else kind
