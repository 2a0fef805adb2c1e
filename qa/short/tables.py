"""Tables that a text writes line by line: 代表团 金牌 银牌 / 渠州市 41 38 44.

A row and a column that the question names tell the cell; whoever reads closely has learnt from
sentences, and finds its way in none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.short.candidate import Candidate
from qa.short.series import named_alone
from qa.short.units import unit_class
from qa.short.written import Amount, read_amounts
from qa.text.pieces import Piece

Span = tuple[int, int]

_CELL = re.compile(r"[^\s|｜]+")
_LINE = re.compile(r"[^\n]+")
_FIGURE = re.compile(r"[+-]?[0-9][0-9,.]*")
_VALUE = re.compile(r"[+\-约]?[0-9]")
_WORD = re.compile(r"[a-z\u4e00-\u9fff]")
_LEAST = 2  # rows of a table
_SCORE = 1.6  # more than any amount of a sentence has


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a line: what names it, and its values."""

    key: str
    cells: tuple[Span, ...]

    @property
    def names(self) -> tuple[Span, ...]:
        """The first cell, and those behind it up to the first that begins with a figure."""
        rest = (n for n, cell in enumerate(self.cells) if n and self._is_value(cell))
        return self.cells[: next(rest, len(self.cells))]

    @property
    def label(self) -> str:
        """The words of those cells."""
        return " ".join(self.key[slice(*cell)] for cell in self.names)

    @property
    def values(self) -> tuple[Span, ...]:
        """The cells behind them."""
        return self.cells[len(self.names) :]

    @property
    def is_full(self) -> bool:
        """Whether it has a name, and values that all begin with figures."""
        values = self.values
        return (
            bool(values)
            and _WORD.search(self.label) is not None
            and all(map(self._is_value, values))
        )

    def _is_value(self, cell: Span) -> bool:
        return _VALUE.match(self.key, *cell) is not None


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows of as many cells, and what stands above them."""

    head: _Row | None
    rows: tuple[_Row, ...]


def find_cells(wanted: Sequence[Piece], unit: str, key: str) -> Iterator[Candidate]:
    """The value of the row that a question names in the column that it names, too; else the row's.

    The only value of a row, and the only one of the unit asked for, needs no column.

    Args:
        wanted: The question's pieces.
        unit: What is asked after, as `units.unit_class` names it; empty where that is open.
        key: The passage's key.
    """
    for table in _tables(key):
        place = named_alone(wanted, [row.label for row in table.rows], common_first=False)
        if place is None:
            continue
        row = table.rows[place]
        cell = _column(wanted, unit, table, row)
        if cell:
            yield Candidate(*cell, "number", _SCORE, _value(key, cell), settled=True)
        else:
            start, end = row.values[0][0], row.values[-1][1]
            yield Candidate(start, end, "words", _SCORE, key[start:end], settled=True)


def head_above(key: str, place: int) -> Span | None:
    """The line that names the columns of the table whose row holds a place of a key.

    None where no row does, or none is named.
    """
    for table in _tables(key):
        held = any(row.cells[0][0] <= place < row.cells[-1][1] for row in table.rows)
        if held and table.head:
            return table.head.cells[0][0], table.head.cells[-1][1]
    return None


def _column(wanted: Sequence[Piece], unit: str, table: _Table, row: _Row) -> Span | None:
    """The cell of a row in the column that is asked after; None where that is open."""
    if len(row.values) == 1:
        return row.values[0]
    if table.head:
        columns = range(len(row.names), len(row.cells))
        names = [row.key[slice(*table.head.cells[column])] for column in columns]
        place = named_alone(wanted, names, common_first=False)
        if place is not None:
            return row.cells[columns[place]]
    alike = [cell for cell in row.values if unit and _class_of(row.key, cell) == unit]
    return alike[0] if len(alike) == 1 else None


def _tables(key: str) -> Iterator[_Table]:
    """Two or more lines below each other with as many cells, and figures in the last of them."""
    lines = [
        _Row(key, tuple((cell.start(), cell.end()) for cell in _CELL.finditer(key, *line.span())))
        for line in _LINE.finditer(key)
    ]
    run: list[_Row] = []
    head: _Row | None = None
    for before, line in pairwise([None, *lines, None]):
        if line and line.is_full and (not run or len(line.cells) == len(run[0].cells)):
            head = head if run else _head(before, line)
            run.append(line)
            continue
        if len(run) >= _LEAST:
            yield _Table(head, tuple(run))
        run = [line] if line and line.is_full else []
        head = _head(before, line) if run and line else None


def _head(above: _Row | None, line: _Row) -> _Row | None:
    """The line above a table's first one, if it names each column."""
    fits = above is not None and len(above.cells) == len(line.cells) and not above.values
    return above if fits else None


def _value(key: str, cell: Span) -> str:
    """A cell's amount in plain digits; its own characters where it is none."""
    amount = _amount(key, cell)
    figure = _FIGURE.match(key, *cell)
    if amount:
        return amount.value
    return figure[0].replace(",", "") if figure else key[slice(*cell)]


def _class_of(key: str, cell: Span) -> str:
    amount = _amount(key, cell)
    return unit_class(amount.unit) if amount else ""


def _amount(key: str, cell: Span) -> Amount | None:
    return next(iter(read_amounts(key[slice(*cell)])), None)
