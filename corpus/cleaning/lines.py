"""Lines of their own, near either end of a text, that are furniture as a whole."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Self

from corpus.cleaning import patterns
from corpus.cleaning.items import DATE_LINE, is_listed, read_items
from corpus.cleaning.labels import parts_of
from corpus.cleaning.mark import BETWEEN, Mark, make_mark
from corpus.cleaning.tails import CLOSE, OPEN, furniture_kind
from corpus.cleaning.titles import looks_like_title
from corpus.dates import parse_date
from corpus.narrow import narrow

_HEAD_LINES, _TAIL_LINES = 6, 10
_LONGEST = 460  # characters of such a line
_AROUND = f"{BETWEEN}*_（）()【】[]"  # brackets, and the signs of emphasis in Markdown
_LONGEST_ITEMS = 200  # characters: a longer line holds more than a date and credits


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
    inner = line.strip(BETWEEN)
    first = start + len(line) - len(line.lstrip(BETWEEN))
    parts = parts_of(narrow(inner)) if end - start <= _LONGEST else ()
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
    if not 0 < end - start <= _LONGEST:
        return ""
    line = text[start:end].strip(BETWEEN)
    inner = line[1:-1].strip() if line[:1] in OPEN and line[-1:] in CLOSE else line
    if patterns.RIGHTS.fullmatch(inner) and patterns.RIGHTS_WORDS.search(inner):
        return "rights"
    kind = furniture_kind(inner, 0, len(inner)) if line else ""
    return "" if kind == "title" else kind
