"""Text in columns, by the width that a terminal gives it."""

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines of a table, the first column to the left, all others to the right.

    Args:
        rows: At least one; all of as many cells.
    """
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first = padded(row[0], widths[0])
        rest = (f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        yield "  ".join((first, *rest)).rstrip()


def padded(text: str, width: int) -> str:
    """A text filled up with blanks to a width; behind one in a wide column stands at least one."""
    return text + " " * max(1 if width > 8 else 0, width - _width(text))


def _width(text: str) -> int:
    """The columns that a text takes in a terminal: Chinese characters take two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
