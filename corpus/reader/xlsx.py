"""Excel files: an article a row of each sheet, its columns found by their names."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.article import ReadError
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Sample, Source
from corpus.reader.tables import ROW, has_text, no_text_column, row_article
from corpus.reader.zips import ZIP_DAMAGE, check_whole, open_zip

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook  # type: ignore[import-untyped]


def _read(source: Source, options: ReadOptions) -> Reading:
    workbook = _open(source)
    headers: list[str] = []
    found = False
    for sheet in workbook.worksheets:
        rows = sheet.iter_rows(values_only=True)
        header = [_words(cell).strip() for cell in next(rows, ())]
        headers += header
        if has_text(header, options.text_column):
            found = True
            yield from _rows(rows, header, sheet.title, source.address, options)
    if not found:
        raise no_text_column(headers, options.text_column)


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


def _rows(
    rows: Iterator[tuple[object, ...]],
    header: list[str],
    sheet: str,
    address: str,
    options: ReadOptions,
) -> Reading:
    for number, row in enumerate(rows, 2):
        cells = [_words(cell) for cell in row]
        if not any(cells):
            continue
        try:
            yield row_article(header, cells, address, options)
        except ReadError as error:
            yield ReadFailure(f"{address}:{sheet}:{number}", ROW.format(problem=error))


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
