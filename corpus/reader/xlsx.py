"""Excel files: an article a row of each sheet, its columns found by their names."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from corpus.article import RawArticle, ReadError, digest
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Sample, Source
from corpus.reader.sheet_rows import merged_cells, read_rows
from corpus.reader.tables import (
    MOST_ABOVE,
    has_text,
    likeliest_names,
    no_text_column,
    place_of_names,
)
from corpus.reader.zips import ZIP_DAMAGE, check_whole, open_zip

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook  # type: ignore[import-untyped]

# Control characters as such files hold them: _x000D_.
_ESCAPED = re.compile(r"_x([\dA-Fa-f]{4})_")
_CONTROLS = dict.fromkeys(range(32), "") | {9: "\t", 10: "\n", 11: "\n", 13: "\r"}


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet: its column names, and the rows behind them by their numbers.

    Where no row names a column that holds the text, they are the likeliest names.
    """

    sheet: str
    header: list[str]
    rows: Iterator[tuple[int, list[str]]]


def _read(source: Source, options: ReadOptions) -> Reading:
    workbook = _open(source)
    names: list[str] = []
    others: list[_Table] = []
    found = False
    given: dict[str, tuple[str, str]] = {}
    for sheet in workbook.worksheets:
        sheet.reset_dimensions()  # what a sheet says of its size is often wrong
        table = _table(sheet.title, sheet.iter_rows(values_only=True), options.text_column)
        names += table.header
        if has_text(table.header, options.text_column):
            found = True
            ends = merged_cells(_part(source, sheet._worksheet_path))
            where = f"{source.address}:{sheet.title}"
            found_here = read_rows(table.header, table.rows, ends, source.address, where, options)
            yield from (_apart(each, sheet.title, source.address, given) for each in found_here)
        elif any(table.header):
            others.append(table)
    if not found:
        raise no_text_column(names, options.text_column)
    for table in others:
        reason = str(no_text_column(table.header, options.text_column))
        yield ReadFailure(f"{source.address}:{table.sheet}", reason)


def _table(sheet: str, rows: Iterator[tuple[object, ...]], text_column: str) -> _Table:
    """The sheet; notes may stand above its column names, which are two and more, or the first."""
    first = [[_words(cell).strip() for cell in row] for row in islice(rows, MOST_ABOVE)]
    place = place_of_names(first, text_column)
    if place is None:
        return _Table(sheet, first[likeliest_names(first)] if first else [], iter(()))
    rest = chain(first[place + 1 :], ([_words(cell) for cell in row] for row in rows))
    return _Table(sheet, first[place], enumerate(rest, place + 2))


def _open(source: Source) -> "Workbook":
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # noqa: PLC0415
    from openpyxl.utils.exceptions import (  # type: ignore[import-untyped]  # noqa: PLC0415
        InvalidFileException,
    )

    check_whole(open_zip(source.stream))
    source.stream.seek(0)
    try:
        return load_workbook(source.stream, read_only=True, data_only=True)
    except (InvalidFileException, SyntaxError, KeyError, *ZIP_DAMAGE) as error:
        raise ReadError("is no whole Excel file; save it again from Excel") from error


def _part(source: Source, path: str) -> bytes:
    try:
        return open_zip(source.stream).read(path)
    except (KeyError, *ZIP_DAMAGE):  # whose rows the library told of
        return b""


def _apart(
    found: RawArticle | ReadFailure, sheet: str, address: str, given: dict[str, tuple[str, str]]
) -> RawArticle | ReadFailure:
    """The article, addressed by its sheet, too, where another sheet gave its number to another."""
    if isinstance(found, ReadFailure) or found.url:
        return found
    content = digest(found.title, found.text)
    first, theirs = given.setdefault(found.address, (sheet, content))
    if sheet == first or content == theirs:
        return found
    return replace(found, address=f"{address}#{sheet}#{found.record}")


def _words(cell: object) -> str:
    """What the cell shows, a date as ``2024-07-01``."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime):
        return str(cell if cell.time() != datetime.time() else cell.date())
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return _ESCAPED.sub(lambda escaped: _CONTROLS.get(int(escaped[1], 16), escaped[0]), str(cell))


def _sniff(sample: Sample) -> bool:
    return "xl/workbook.xml" in sample.members


XLSX = Format("Excel", (".xlsx", ".xlsm"), _sniff, _read)
