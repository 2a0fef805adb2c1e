"""The furniture that a text ends with."""

import re
from collections.abc import Iterator

from corpus.cleaning import patterns
from corpus.cleaning.mark import BETWEEN, Mark, make_mark

_TAIL, _RIGHTS_TAIL = 200, 460  # how far from the end a mark may begin
MOST_MARKS = 50  # at either end, in one look
OPEN, CLOSE = "（([【［", "）)]】］"
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
    while end and text[end - 1] in BETWEEN:
        end -= 1
    return end


def _rights_mark(text: str, end: int) -> Mark | None:
    low = max(0, end - _RIGHTS_TAIL)
    if not patterns.RIGHTS_WORDS.search(text, low, end):
        return None
    for key in patterns.RIGHTS_KEY.finditer(text, low, end):
        start = key.start()
        fits = patterns.RIGHTS.fullmatch(text, start, end)
        if (
            fits
            and patterns.RIGHTS_WORDS.search(fits.group())
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
    closed = text[end - 1] in CLOSE
    inner = _back(text, end - 1) if closed else end
    keys = [m.start() for m in patterns.TAIL_KEY.finditer(text, max(0, end - _TAIL), inner)]
    for start in reversed(keys):
        if closed:
            opening = _back(text, start) - 1
            if opening >= 0 and text[opening] in OPEN and (kind := _bracketed(text, start, inner)):
                return make_mark(text, opening, end, kind)
        elif kind := furniture_kind(text, start, end):
            return make_mark(text, start, end, kind)
    return None


def _bracketed(text: str, start: int, end: int) -> str:
    """What the inside of a pair of brackets is; empty where it is no furniture."""
    if kind := furniture_kind(text, start, end):
        return kind
    found = patterns.IN_BRACKETS.fullmatch(text, start, end)
    return "" if found is None else "editor" if found["staff"] else "source"


def furniture_kind(text: str, start: int, end: int) -> str:
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
    ("phrase", patterns.PHRASES),
    ("editor", patterns.EDITOR),
    ("desk", patterns.DESK),
    ("editor", patterns.STAFF),
    ("editor?", patterns.TERSE),
    ("source?", patterns.SOURCE),
    ("title", patterns.TITLE),
    ("call?", patterns.CALLS),
    ("count?", patterns.COUNTS),
)


def _stands(kind: str, found: re.Match[str]) -> bool:
    text, start = found.string, found.start()
    if _is_boundary(text, start) or text[start - 1] in OPEN:
        return True
    before = text[max(0, start - 30) : start]
    if kind == "source?":
        return _credits_article(before, found["value"] or "")
    return kind == "editor?" and bool(_CREDITS.search(before))


def _credits_article(before: str, value: str) -> bool:
    """Whether 来源 directly behind other words is the article's source, not that of 资金来源."""
    if patterns.NOT_A_SOURCE.search(before):
        return False
    return bool(patterns.CREDIT_BEFORE.search(before) or patterns.OUTLET_NAME.search(value))
