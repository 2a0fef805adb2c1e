"""The rows of a sheet, an article each; what the first of merged cells says, all of them say."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.article import ReadError
from corpus.reader.base import ReadFailure, Reading, ReadOptions
from corpus.reader.field_names import field_of
from corpus.reader.tables import ROW, row_article

_SHARED = ("published", "source", "author", "editor")  # what several articles may have in common

# Where merged cells begin and end, in a sheet's XML behind all of its rows.
_MERGED = re.compile(
    rb'<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"'
)


def merged_cells(sheet: bytes) -> dict[tuple[int, int], int]:
    """The last rows of the merged cells in a sheet's XML, by their first row and first column.

    Rows are counted from 1, columns from 0.
    """
    behind = max(sheet.rfind(b"sheetData>"), 0)
    found = _MERGED.finditer(sheet, behind)
    return {(int(each[2]), _place(each[1])): int(each[3]) for each in found}


def _place(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1


def filled(
    rows: Iterable[tuple[int, Sequence[str]]],
    ends: Mapping[tuple[int, int], int],
    columns: Sequence[int],
) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with its number, with what merged cells say in these columns; empty ones not.

    Args:
        rows: The cells by their numbers, in order.
        ends: The merged cells; see `merged_cells`.
        columns: Which columns are filled, from 0.
    """
    held: dict[int, tuple[int, str]] = {}
    for number, row in rows:
        if not any(row):
            continue
        cells = [*row, *[""] * (max(columns, default=-1) + 1 - len(row))]
        for column in columns:
            if end := ends.get((number, column)):
                held[column] = (end, cells[column])
            end, words = held.get(column, (0, ""))
            cells[column] = cells[column] or (words if number <= end else "")
        yield number, cells


def read_rows(
    header: Sequence[str],
    rows: Iterable[tuple[int, Sequence[str]]],
    ends: Mapping[tuple[int, int], int],
    address: str,
    where: str,
    options: ReadOptions,
) -> Reading:
    """The articles of a sheet's rows, and a failure for each row that holds none.

    Args:
        header: The names of the columns.
        rows: As of `filled`.
        ends: As of `filled`.
        address: The file's.
        where: What failures are told of, before their rows' numbers.
        options: How they are read.
    """
    shared = [place for place, name in enumerate(header) if field_of(name) in _SHARED]
    for number, row in filled(rows, ends, shared):
        try:
            yield row_article(header, row, address, options)
        except ReadError as error:
            yield ReadFailure(f"{where}:{number}", ROW.format(problem=error))
