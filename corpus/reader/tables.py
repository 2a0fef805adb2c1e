"""CSV and TSV: an article a row, its columns found by their names."""

import csv
import io
from collections.abc import Sequence
from itertools import chain
from typing import Protocol

from corpus.article import RawArticle, ReadError
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Source
from corpus.reader.decode import detect, find_sample
from corpus.reader.field_names import field_of
from corpus.reader.records import to_article

ROW = "this row {problem}"
_DELIMITERS = ",\t;|"
_NO_COLUMN = 'has no column "{column}"; name it with --text-column, out of: {names}'
_NONE_KNOWN = "has no column known to hold the text; name it with --text-column, out of: {names}"
_LINES_LOST = "lines {first} to {last} were not read ({reason}); check their quotation marks"
_ROW_LOST = "this row is not CSV ({reason}); check its quotation marks"


class _Rows(Protocol):
    """What `csv.reader` gives."""

    line_num: int

    def __next__(self) -> list[str]: ...


def has_text(header: Sequence[str], text_column: str) -> bool:
    """Whether one of the columns is the text's."""
    return any(name == text_column or field_of(name) == "text" for name in header if name)


def no_text_column(header: Sequence[str], text_column: str) -> ReadError:
    """The error for a table in which no column is the text's."""
    names = ", ".join(name[:40] for name in header[:12] if name) or "(no names)"
    told = _NO_COLUMN if text_column else _NONE_KNOWN
    return ReadError(told, column=text_column, names=names)


def row_article(
    header: Sequence[str], row: Sequence[str], address: str, options: ReadOptions
) -> RawArticle:
    """The article of a row; cells missing at its end are empty.

    Raises:
        ReadError: It has more cells than the header, or no text.
    """
    if any(row[len(header) :]):
        told = "has more than {most} columns; put its text in quotation marks"
        raise ReadError(told, most=len(header))
    record = {name: cell for name, cell in zip(header, row, strict=False) if name}
    return to_article(record, address, options.text_column)


def _read(source: Source, options: ReadOptions) -> Reading:
    encoding = detect(find_sample(source.stream))
    # A table's cells may be of any length, and the module knows only one limit for all tables.
    csv.field_size_limit(options.max_bytes)
    lines = io.TextIOWrapper(source.stream, encoding=encoding, newline="")
    try:
        skipped, first = _first_line(lines, options.max_bytes)
        given = chain([*skipped, first], lines)
        rows = csv.reader(given, delimiter=_delimiter(first), strict=True)
        for _ in skipped:
            next(rows)
        yield from _rows(rows, source.address, options)
    except UnicodeDecodeError as error:
        told = "is {encoding} but damaged; save it again as UTF-8"
        raise ReadError(told, encoding=encoding) from error
    finally:
        lines.detach()


def _first_line(lines: io.TextIOWrapper, most: int) -> tuple[list[str], str]:
    """The blank lines that a table begins with, and the first one that is not.

    Raises:
        ReadError: There is none.
    """
    blank: list[str] = []
    while line := lines.readline(most):
        line = line if blank else line.lstrip("\ufeff")
        if line.strip():
            return blank, line
        blank.append("\n")
    raise ReadError("is empty; give a table with a line of column names")


def _rows(rows: _Rows, address: str, options: ReadOptions) -> Reading:
    try:
        header = [name.strip() for name in next(rows)]
    except csv.Error as error:
        told = "has column names that are not CSV ({reason}); check them"
        raise ReadError(told, reason=error) from error
    if not has_text(header, options.text_column):
        raise no_text_column(header, options.text_column)
    empty = True
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
            if any(row):
                empty = False
                yield row_article(header, row, address, options)
        except StopIteration:
            break
        except (csv.Error, ReadError) as error:
            empty = False
            yield ReadFailure(f"{address}:{line}", _row_reason(error, line, rows.line_num))
    if empty:
        raise ReadError("has column names and no row under them; give it a row for each article")


def _row_reason(error: Exception, first: int, last: int) -> str:
    if isinstance(error, ReadError):
        return ROW.format(problem=error)
    if last > first:  # a quotation mark that is not closed takes all lines behind it
        return _LINES_LOST.format(first=first, last=last, reason=error)
    return _ROW_LOST.format(reason=error)


def _delimiter(header: str) -> str:
    """The delimiter that divides the header most often, a comma before others."""
    return max(_DELIMITERS, key=header.count)


CSV = Format("CSV", (".csv", ".tsv", ".tab"), lambda sample: False, _read)
