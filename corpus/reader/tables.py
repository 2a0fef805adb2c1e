"""CSV and TSV: an article a row, its columns found by their names."""

import csv
import io
import re
from collections.abc import Sequence
from itertools import chain, repeat
from typing import Protocol

from corpus.article import RawArticle, ReadError
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Source
from corpus.reader.encodings import detect, find_sample
from corpus.reader.field_names import field_of, is_text
from corpus.reader.records import to_article

ROW = "this row {problem}"
MOST_ABOVE = 10  # rows, among which the names of the columns are looked for
_LEAST = 2  # known names that tell a row of names from a note
_DELIMITERS = ",\t;|"
_DELIMITED = re.compile(r"sep=([,;|\t])\s*$")  # as Excel is told it, in the first line
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
    return any(is_text(name, text_column) for name in header)


def place_of_names(first: Sequence[Sequence[str]], text_column: str) -> int | None:
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


def likeliest_names(first: Sequence[Sequence[str]]) -> int:
    """Which of the first rows most likely names the columns, of which none is the text's.

    It is the one with the most names that are known, or the first that holds anything; 0 for none.
    """
    known = [sum(bool(field_of(name)) for name in row) for row in first]
    begins = next((place for place, row in enumerate(first) if any(row)), 0)
    return known.index(max(known)) if max(known, default=0) >= _LEAST else begins


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
    return to_article(_record(header, row, options.text_column), address, options.text_column)


def _record(header: Sequence[str], row: Sequence[str], text_column: str) -> dict[str, str]:
    """The cells by their columns' names; of one name, all that hold a text, of others the first."""
    record: dict[str, str] = {}
    for name, cell in zip(header, chain(row, repeat("")), strict=False):
        held = record.get(name, "")
        if held and cell and cell != held and has_text([name], text_column):
            record[name] = f"{held}\n{cell}"
        elif name:
            record[name] = held or cell
    return record


def _read(source: Source, options: ReadOptions) -> Reading:
    encoding = detect(find_sample(source.stream))
    # A table's cells may be of any length, and the module knows only one limit for all tables.
    csv.field_size_limit(options.max_bytes)
    lines = io.TextIOWrapper(source.stream, encoding=encoding, newline="")
    try:
        first = _first_lines(lines, options.max_bytes)
        delimiter, place = _layout(first, options.text_column)
        given = chain(["\n"] * place, first[place:], lines)
        rows = csv.reader(given, delimiter=delimiter, strict=True)
        for _ in range(place):
            next(rows)
        yield from _rows(rows, source.address, options)
    except UnicodeDecodeError as error:
        told = "is {encoding} but damaged; save it again as UTF-8"
        raise ReadError(told, encoding=encoding) from error
    finally:
        lines.detach()


def _first_lines(lines: io.TextIOWrapper, most: int) -> list[str]:
    """The lines that a table begins with, as far as some that are not blank.

    Raises:
        ReadError: There is none.
    """
    first = [lines.readline(most).lstrip("\ufeff")]
    told = int(bool(first[0].strip()))
    while told < MOST_ABOVE and (line := lines.readline(most)):
        first.append(line)
        told += bool(line.strip())
    if not told:
        raise ReadError("is empty; give a table with a line of column names")
    return first


def _layout(first: Sequence[str], text_column: str) -> tuple[str, int]:
    """The delimiter, and in which line the columns' names are; notes may stand above them."""
    given = next(filter(None, map(_DELIMITED.match, first)), None)
    delimiters = [given[1] if given else _delimiter(line) for line in first]
    rows = [_cells(line, delimiter) for line, delimiter in zip(first, delimiters, strict=True)]
    place = place_of_names(rows, text_column)
    if place is None:
        place = likeliest_names(rows)
    return delimiters[place], place


def _cells(line: str, delimiter: str) -> list[str]:
    """What may be names in a line; nothing where it is not CSV by itself."""
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


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
