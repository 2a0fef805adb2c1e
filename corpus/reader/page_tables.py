"""The tables of a page, undone in its tree: those that place its text, and those of data."""

import re
from typing import TYPE_CHECKING, Final

from corpus.cleaning.items import ITEM
from corpus.dates import FULL_DATE
from corpus.narrow import narrow
from corpus.reader.blocks import INLINE, SKIPPED, words_of
from corpus.reader.field_names import COLON

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_AROUND: Final = ("table", "caption", "thead", "tbody", "tfoot")
_CELLS: Final = ("td", "th")
_OF_TABLE: Final = (*_AROUND, "tr", *_CELLS)
_CREDIT: Final = 40  # characters of a cell that credits the page, at most
# What may stand beside a link to other news.
_DAY: Final = re.compile(
    rf"{FULL_DATE}|(?<!\d)\d{{1,2}} ?[-/月] ?\d{{1,2}}(?!\d) ?日?|\d{{1,2}}:\d\d"
    r"|星期[一二三四五六日天]|[\[\]()·•>]"
)
_LINKED: Final = 0.8  # of the other characters of such a row
_LONG: Final = 100  # characters of a cell that may be an article


def unfold_tables(tree: "HtmlElement") -> None:
    """Makes plain divisions of the tables that only place a page's text, as old sites and mail do.

    Of a table of data each row becomes a paragraph, its cells side by side; one that leads to other
    news is named and linked so, and of one that credits the page what is no credit stands apart.
    """
    parts: dict[HtmlElement, list[HtmlElement]] = {}
    for node in tree.iter(*_OF_TABLE):
        if node.tag == "table":
            parts[node] = [node]
        elif (table := next(node.iterancestors("table"), None)) is not None:
            parts[table].append(node)
    placing = {table for table, own in parts.items() if _places(own)}
    for table, own in parts.items():
        headed = any(node.tag == "th" for node in own)  # as lists of other news are not
        for node in own:
            if table in placing:
                node.tag = "div"
            elif node.tag == "tr":
                _unfold_row(node, leads=not headed and _leads(node))
            elif node.tag in _AROUND:
                node.tag = "p" if node.tag == "caption" else "div"


def _unfold_row(row: "HtmlElement", *, leads: bool) -> None:
    """Makes a paragraph of a row of data, and a part of it of each cell.

    Args:
        row: The row.
        leads: Whether it leads to other news.
    """
    cells = list(row.iterchildren(*_CELLS))
    told = [_credit(words_of(cell).strip()) for cell in cells]
    credits = any(each is not None and not each["date"] for each in told)
    row.tag = "div" if credits else "p"
    if leads:
        row.set("class", "related")
    for cell, credit in zip(cells, told, strict=True):
        if credits and credit is None:
            cell.tag = "div"
        else:
            _join_blocks(cell)
            cell.tag = "a" if leads else "span"


def _join_blocks(cell: "HtmlElement") -> None:
    for inner in (cell, *cell.iterdescendants()):
        if isinstance(inner.tag, str) and inner.tag not in INLINE | SKIPPED:
            inner.tag = "span"
            inner.tail = f" {inner.tail or ''}"


def _credit(words: str) -> re.Match[str] | None:
    """The day that a cell holds, or whom or what it names by a label: 来源：…; None for others."""
    told = ITEM.fullmatch(narrow(words)) if len(words) <= _CREDIT else None
    if told is None or told["date"]:
        return told
    named = any(told[item] for item in ("source", "author", "editor"))
    return told if named and COLON.search(words) else None


def _leads(row: "HtmlElement") -> bool:
    """Whether a row of data holds links to other news, and beside them days at most."""
    linked = sum(len("".join(words_of(link).split())) for link in row.iter("a"))
    if not linked:
        return False
    words = " ".join(map(words_of, row.iterchildren(*_CELLS)))
    return linked >= _LINKED * len("".join(_DAY.sub("", narrow(words)).split()))


def _places(parts: list["HtmlElement"]) -> bool:
    """Whether a table, given with its own rows and cells, places text and holds no data.

    It has one column, holds another table or a headline that heads no column, or has a cell with
    several paragraphs that are most of its text.
    """
    table, *rest = parts
    cells = [node for node in rest if node.tag in _CELLS]
    rows = sum(node.tag == "tr" for node in rest)
    if len(cells) <= rows or any(map(_is_placed, table.iterdescendants("table", "h1", "h2", "h3"))):
        return True
    largest = max(cells, key=lambda cell: len(words_of(cell)))
    words = len(words_of(largest))
    return words >= _LONG and 2 * words > len(words_of(table)) and _is_broken(largest)


def _is_placed(node: "HtmlElement") -> bool:
    """Whether it is no headline that names a column."""
    return node.tag == "table" or next(node.iterancestors("th"), None) is None


def _is_broken(cell: "HtmlElement") -> bool:
    return sum(1 for _ in cell.iterdescendants("p", "br", "div")) > 1
