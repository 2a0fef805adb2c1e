"""Files by the name of Excel's that are none: tables of web pages, and text with tabs.

Offices' programs write them so, and Excel opens them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Final

from corpus.reader.base import Format, Reading, ReadOptions, Sample, Source
from corpus.reader.blocks import blocks, parse_markup
from corpus.reader.marked import read_markup
from corpus.reader.merged import read_rows
from corpus.reader.tables import CSV, MOST_ABOVE, has_text, no_text_column, place_of_names

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_PAGE: Final = re.compile(rb"\s*<")
_HEAD: Final = 4096
_WIDEST: Final = 1000  # columns or rows that one cell takes, at most


def read_sheet(markup: str, address: str, options: ReadOptions) -> Reading:
    """The articles of a page's tables, a row each, and a failure for each row that holds none.

    Raises:
        ReadError: No column is known to hold the text.
    """
    ends: dict[tuple[int, int], int] = {}
    rows = list(_rows(parse_markup(markup), ends))
    place = place_of_names(rows[:MOST_ABOVE], options.text_column) or 0
    header = rows[place] if rows else []
    if not has_text(header, options.text_column):
        raise no_text_column(header, options.text_column)
    rest = enumerate(rows[place + 1 :], place + 2)
    yield from read_rows(header, rest, ends, address, address, options)


def _rows(tree: "HtmlElement | None", ends: dict[tuple[int, int], int]) -> Iterator[Sequence[str]]:
    """The cells of each row of the tables; those within a cell are a part of its text.

    The last rows of the cells that are several rows tall go into ``ends``, as `merged_cells` gives
    them.
    """
    outer = [] if tree is None else [row for row in tree.iter("tr") if not _is_inner(row)]
    tall: dict[int, int] = {}
    for number, row in enumerate(outer, 1):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            while tall.get(len(cells), 0) >= number:
                cells.append("")
            last = number + _span(cell, "rowspan") - 1
            for column in range(len(cells), len(cells) + _span(cell, "colspan")):
                tall[column] = ends[number, column] = last
            cells += (blocks(cell), *repeat("", _span(cell, "colspan") - 1))
        yield cells


def _is_inner(row: "HtmlElement") -> bool:
    return next(row.iterancestors("td", "th"), None) is not None


def _span(cell: "HtmlElement", name: str) -> int:
    given = cell.get(name, "1")
    return min(int(given), _WIDEST) if given.isascii() and given.isdigit() and int(given) else 1


def _read(source: Source, options: ReadOptions) -> Reading:
    head = Sample(source.stream.read(_HEAD)).markup
    source.stream.seek(0)
    if _PAGE.match(head) is None:
        yield from CSV.read(source, options)
        return
    markup = read_markup(source.stream, max_bytes=options.max_bytes)
    yield from read_sheet(markup, source.address, options)


XLS = Format("Excel (.xls)", (".xls",), lambda sample: False, _read)
