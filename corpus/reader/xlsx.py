"""Excel files: an article a row of each sheet, its columns found by their names."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from corpus.article import ReadError
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Sample, Source
from corpus.reader.field_names import field_of
from corpus.reader.tables import ROW, has_text, no_text_column, row_article
from corpus.reader.zips import ZIP_DAMAGE, check_whole, open_zip

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook  # type: ignore[import-untyped]

_MOST_ABOVE = 10  # rows, among which the names of the columns are looked for
_LEAST = 2  # known names that tell a row of names from a note


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet: its column names, the rows behind them, and which row these begin with.

    Where no row names a column that holds the text, the names are those of the first row.
    """

    sheet: str
    header: list[str]
    rows: Iterator[Sequence[object]]
    first: int


def _read(source: Source, options: ReadOptions) -> Reading:
    workbook = _open(source)
    names: list[str] = []
    others: list[_Table] = []
    found = False
    for sheet in workbook.worksheets:
        table = _table(sheet.title, sheet.iter_rows(values_only=True), options.text_column)
        names += table.header
        if has_text(table.header, options.text_column):
            found = True
            yield from _rows(table, source.address, options)
        elif any(table.header):
            others.append(table)
    if not found:
        raise no_text_column(names, options.text_column)
    for table in others:
        reason = str(no_text_column(table.header, options.text_column))
        yield ReadFailure(f"{source.address}:{table.sheet}", reason)


def _table(sheet: str, rows: Iterator[tuple[object, ...]], text_column: str) -> _Table:
    """The sheet; notes may stand above its column names, which are two and more, or the first."""
    first = [[_words(cell).strip() for cell in row] for row in islice(rows, _MOST_ABOVE)]
    place = _place_of_names(first, text_column)
    if place is None:
        return _Table(sheet, next(filter(any, first), []), iter(()), 0)
    rest = chain(first[place + 1 :], rows)
    return _Table(sheet, first[place], rest, place + 2)


def _place_of_names(first: Sequence[Sequence[str]], text_column: str) -> int | None:
    """Which of the first rows holds the columns' names: the first with two, or with any words."""
    told = [place for place, row in enumerate(first) if has_text(row, text_column)]
    named = [
        place
        for place in told
        if text_column in filter(None, first[place])
        or sum(bool(field_of(name)) for name in first[place]) >= _LEAST
    ]
    begins = next((place for place, row in enumerate(first) if any(row)), None)
    return next(iter(named), begins if begins in told else None)


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


def _rows(table: _Table, address: str, options: ReadOptions) -> Reading:
    for number, row in enumerate(table.rows, table.first):
        cells = [_words(cell) for cell in row]
        if not any(cells):
            continue
        try:
            yield row_article(table.header, cells, address, options)
        except ReadError as error:
            yield ReadFailure(f"{address}:{table.sheet}:{number}", ROW.format(problem=error))


def _words(cell: object) -> str:
    """What the cell shows, a date as ``2024-07-01``."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime):
        return str(cell if cell.time() != datetime.time() else cell.date())
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _sniff(sample: Sample) -> bool:
    return "xl/workbook.xml" in sample.members


XLSX = Format("Excel", (".xlsx", ".xlsm"), _sniff, _read)
