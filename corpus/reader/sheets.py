"""Files by the name of Excel's that are none: tables of web pages, and text with tabs.

Offices' programs write them so, and Excel opens them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, pairwise, repeat
from typing import TYPE_CHECKING, Final

from corpus.reader.base import Finding, Format, Reading, ReadOptions, Sample, Source
from corpus.reader.blocks import blocks, parse_markup
from corpus.reader.declared import read_markup
from corpus.reader.sheet_rows import read_rows
from corpus.reader.tables import CSV, MOST_ABOVE, no_text_column, place_of_names

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_PAGE: Final = re.compile(rb"\s*<")
_HEAD: Final = 4096
_WIDEST: Final = 1000  # columns of a table, and rows that one cell takes, at most
_SPAN: Final = re.compile(r"\s*0*([1-9]\d{0,8})\s*", re.A)
_DEEPEST: Final = 3  # tables within tables, of which the innermost is the sheet


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's cells, with the number of its table on the page."""

    table: int
    cells: Sequence[str]


def read_sheet(markup: str, address: str, options: ReadOptions) -> Reading:
    """The articles of a page's tables, a row each, and a failure for each row that holds none.

    A table without names of its own goes on from the one above it. Tables that hold others are
    only looks where no column of theirs is known to hold the text.

    Raises:
        ReadError: No column is known to hold the text.
    """
    first: Sequence[str] = ()
    for nodes in _levels(parse_markup(markup)):
        ends: dict[tuple[int, int], int] = {}
        rows = list(_rows(nodes, ends))
        names = _names(rows, options.text_column)
        if names:
            yield from _articles(rows, names, ends, address, options)
            return
        first = first or next((row.cells for row in rows if any(row.cells)), ())
    raise no_text_column(first, options.text_column)


def _articles(
    rows: Sequence[_Row],
    names: Sequence[int],
    ends: Mapping[tuple[int, int], int],
    address: str,
    options: ReadOptions,
) -> Reading:
    for start, end in pairwise([*names, len(rows)]):
        header = rows[start].cells
        rest = enumerate((row.cells for row in rows[start + 1 : end]), start + 2)
        told = ((number, cells) for number, cells in rest if cells != header)
        yield from read_rows(header, told, ends, address, address, options)


def _names(rows: Sequence[_Row], text_column: str) -> list[int]:
    """Which of the rows hold the names of columns, one of which is the text's."""
    found: list[int] = []
    for _, table in groupby(enumerate(rows), lambda each: each[1].table):
        first = list(islice(table, MOST_ABOVE))
        place = place_of_names([row.cells for _, row in first], text_column)
        found += () if place is None else (first[place][0],)
    return found


def _levels(tree: "HtmlElement | None") -> list[list["HtmlElement"]]:
    """The rows of the tables that stand in no other, then of those within these, and so on."""
    levels: list[list[HtmlElement]] = [[] for _ in range(_DEEPEST)]
    for row in () if tree is None else tree.iter("tr"):
        depth = sum(1 for _ in islice(row.iterancestors("td", "th"), _DEEPEST))
        if depth < _DEEPEST:
            levels[depth].append(row)
    return levels


def _rows(nodes: Iterable["HtmlElement"], ends: dict[tuple[int, int], int]) -> Iterator[_Row]:
    """The cells of each row; tables within a cell are a part of its text.

    The last rows of the cells that are several rows tall go into ``ends``, as `merged_cells` gives
    them.
    """
    numbers: dict[HtmlElement | None, int] = {}
    tall: dict[tuple[int, int], int] = {}  # by table and column
    for number, row in enumerate(nodes, 1):
        table = numbers.setdefault(next(row.iterancestors("table"), None), len(numbers))
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            while tall.get((table, len(cells)), 0) >= number:
                cells.append("")
            width = min(_span(cell, "colspan"), _WIDEST - len(cells))
            if width <= 0:
                break
            last = number + _span(cell, "rowspan") - 1
            for column in range(len(cells), len(cells) + width) if last > number else ():
                tall[table, column] = ends[number, column] = last
            cells += (blocks(cell), *repeat("", width - 1))
        yield _Row(table, cells)


def _span(cell: "HtmlElement", name: str) -> int:
    given = _SPAN.fullmatch(cell.get(name, ""))
    return min(int(given[1]), _WIDEST) if given else 1


def _read(source: Source, options: ReadOptions) -> Finding:
    head = Sample(source.stream.read(_HEAD)).markup
    source.stream.seek(0)
    if _PAGE.match(head) is None:
        yield from CSV.read(source, options)
        return
    markup = read_markup(source.stream, max_bytes=options.max_bytes)
    yield from read_sheet(markup, source.address, options)


XLS = Format("Excel (.xls)", (".xls",), lambda sample: False, _read)
