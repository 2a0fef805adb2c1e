"""The text of a Word file's XML, as a reader sees it with all changes taken.

python-docx gives the runs that stand in a paragraph itself: what was inserted while changes were
tracked, what stands in fields, content controls and text boxes, and what carries pinyin is none.
Elements and their order: ECMA-376, part 1, chapter 17.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from corpus.reader.forms import lines_of_form

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as _Element

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARAGRAPH, _TABLE, _ROW, _CELL, _BOX = (
    f"{_WORD}{name}" for name in ("p", "tbl", "tr", "tc", "txbxContent")
)
# Struck out, moved away, the reading above a character, and what older programs show for a shape.
_UNREAD: Final = frozenset(
    {f"{_WORD}{name}" for name in ("del", "moveFrom", "rt")} | {f"{_COMPATIBLE}Fallback"}
)
_APART: Final = _UNREAD | {f"{_WORD}pPr", _BOX}  # tab stops are no text
_SIGNS: Final = {
    f"{_WORD}{name}": sign
    for name, sign in {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.items()
}


def lines_of(body: "_Element") -> Iterator[str]:
    """The paragraphs, and the rows of tables, that hold any text, in their order."""
    for block in _within(body, (_PARAGRAPH, _TABLE)):
        if block.tag == _TABLE:
            rows = list(_rows(block))
            shown = (" ".join(filter(None, row)).replace("\n", " ") for row in rows)
            yield from lines_of_form(rows) or filter(None, shown)
            continue
        text = text_of(block)
        if text.strip():
            yield text
        for box in _within(block, (_BOX,)):
            yield from lines_of(box)


def text_of(paragraph: "_Element") -> str:
    """The text of a paragraph, without that of the boxes which hang on it."""
    return "".join(_pieces(paragraph))


def _pieces(element: "_Element") -> Iterator[str]:
    for child in element:
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _APART:
            yield from _pieces(child)


def _rows(table: "_Element") -> Iterator[list[str]]:
    """The text of each row's cells, a paragraph a line; a tall cell stands in each of its rows."""
    tall: dict[int, str] = {}
    for row in _within(table, (_ROW,)):
        column, texts = 0, []
        for cell in _within(row, (_CELL,)):
            merged = cell.find(f"{_WORD}tcPr/{_WORD}vMerge")
            if merged is None or merged.get(f"{_WORD}val") == "restart":
                tall[column] = "\n".join(lines_of(cell)).strip()
            texts.append(tall.get(column, ""))
            column += _columns(cell)
        yield texts


def _columns(cell: "_Element") -> int:
    """How many columns of the table a cell takes."""
    span = cell.find(f"{_WORD}tcPr/{_WORD}gridSpan")
    number = "" if span is None else span.get(f"{_WORD}val", "")
    return int(number) if number.isascii() and number.isdigit() else 1


def _within(element: "_Element", tags: Iterable[str]) -> "Iterator[_Element]":
    """The outermost elements with these tags, in their order, whatever wraps them."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in _UNREAD:
            yield from _within(child, tags)
