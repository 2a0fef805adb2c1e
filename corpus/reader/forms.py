"""Tables that name things in their rows (标题 | …), as articles' forms do → lines with names."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from corpus.han import HAN
from corpus.one_line import one_line
from corpus.reader.field_names import field_of
from corpus.reader.labelled import LONGEST, field_told

_NAME: Final = re.compile(rf"[{HAN} \u3000]{{2,8}}|[A-Za-z][A-Za-z _-]{{1,20}}")
_FIRST: Final = 3  # rows, among which the title's is
_LEAST: Final = 3  # things that are named

Pair = tuple[str, str]  # a name, and what it names


def lines_of_form(rows: Sequence[Sequence[str]]) -> list[str]:
    """The table as lines with names (标题：…), which plain texts have above an article.

    The text comes last, whatever stands below it. No lines where the table is no such form.

    Args:
        rows: The cells of each row.
    """
    pairs = [_pairs(row) for row in rows]
    named = [[pair for pair in row if pair[0]] for row in pairs]
    if not _is_form([row for row in named if row]):
        return []
    told = [pair for row in pairs for pair in row]
    head = [pair for pair in told if pair[0] and not _is_text(pair[0])]
    short = [_line(pair) for pair in head if len(_line(pair)) <= LONGEST]
    long = [_line(pair) for pair in head if len(_line(pair)) > LONGEST]
    body = [value for name, value in told if not name or _is_text(name)]
    mark = [] if long else ["正文："]
    return [*short, *long, *mark, *body] if body else [*short, *long]


def _pairs(row: Sequence[str]) -> list[Pair]:
    """What a row names, a bare name nothing; its text without a name where it is no such row."""
    cells = [cell.strip() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    names = [_name(cell) for cell in cells[::2]]
    known = [field_of(name) for name in names]
    if not all(names) or (len(cells) != 2 and not any(known)):
        return [("", " ".join(filter(None, cells)))] if cells else []
    return [pair for pair in zip_longest(names, cells[1::2], fillvalue="") if pair[1]]


def _name(cell: str) -> str:
    """The name that a cell holds, without a colon behind it; empty where it holds none."""
    words = cell.strip().rstrip(":：").strip()
    return words if _NAME.fullmatch(words) else ""


def _is_form(rows: Sequence[Sequence[Pair]]) -> bool:
    """Whether rows name a title, one of the first of them, and two things more."""
    fields = [list(_fields(row)) for row in rows]
    titled = any("title" in each for each in fields[:_FIRST])
    return titled and len({field for each in fields for field in each}) >= _LEAST


def _fields(row: Sequence[Pair]) -> Iterator[str]:
    for name, value in row:
        if _is_text(name):
            yield "text"
        elif len(value) <= LONGEST and (field := field_told(name, value, timed=True)):
            yield field


def _is_text(name: str) -> bool:
    """Whether a name is that of the whole text, and not of what it comes to."""
    return field_of(name) == "text" and not name.endswith("摘要")


def _line(pair: Pair) -> str:
    return f"{pair[0]}：{one_line(pair[1])}"
