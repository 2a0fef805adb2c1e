"""What a page's markup does for its looks alone, undone in its tree before the text is found."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from corpus.dates import FULL_DATE
from corpus.items import ITEM
from corpus.narrow import narrow
from corpus.reader.blocks import INLINE, SKIPPED, is_hidden

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_AROUND: Final = ("table", "caption", "thead", "tbody", "tfoot")
_CELLS: Final = ("td", "th")
_OF_TABLE: Final = (*_AROUND, "tr", *_CELLS)
_COLON: Final = re.compile("[:：]")
_CREDIT: Final = 40  # characters of a cell that credits the page, at most
# What may stand beside a link to other news.
_DAY: Final = re.compile(
    rf"{FULL_DATE}|(?<!\d)\d{{1,2}} ?[-/月] ?\d{{1,2}}(?!\d) ?日?|\d{{1,2}}:\d\d"
    r"|星期[一二三四五六日天]|[\[\]()·•>]"
)
_LINKED: Final = 0.8  # of the other characters of such a row
_LONG: Final = 100  # characters of a cell that may be an article
_FOLD: Final = re.compile(
    r"fold|expand|collaps|\b(?:more|rest|full)\b|展[开開]|全文|(?:查看|[阅閱][读讀])更多", re.I
)
_CONTROL: Final = 12  # characters of what opens a fold, at most
_SENTENCE: Final = re.compile(r"[。！？!?]|\.(?=\s|$)")
_STAMP: Final = re.compile(r"\W*(?:published|posted|updated|modified|last|by)\b", re.I)
_BESIDE_TIME: Final = 10  # characters of a sentence, beside the time in it


def drop_readings(tree: "HtmlElement") -> None:
    """Takes the readings of ruby markup out of the tree: how a character is spoken."""
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415

    etree.strip_elements(tree, "rt", "rp", "rtc", with_tail=False)


def drop_styles(tree: "HtmlElement") -> None:
    """Takes away what says how elements look, but for what hides them.

    Editors write overflow:hidden on paragraphs, and pages visibility:hidden until they are loaded.
    """
    for node in tree.iter():
        if "display" not in node.get("style", "display"):
            del node.attrib["style"]


def open_folds(tree: "HtmlElement") -> None:
    """Shows the rest of an article that a page hides until it is asked for.

    It is paragraphs that go on from another one, and calls itself a fold, or is called one by what
    stands behind it.
    """
    for node in list(tree.iter("div", "section")):
        above, below = node.getprevious(), node.getnext()
        if above is None or above.tag != "p" or not is_hidden(node) or len(node.findall("p")) < 2:
            continue
        control = "" if below is None else _words(below).strip()
        opens = len(control) <= _CONTROL and _FOLD.search(control) is not None
        if opens or _FOLD.search(f"{node.get('class', '')} {node.get('id', '')}"):
            del node.attrib["style"]
        if opens:
            below.drop_tree()


def free_inline(tree: "HtmlElement") -> None:
    """Makes plain text of days and quotations that sentences name by markup of their own.

    A time in a line that is no sentence stays: it dates the page.
    """
    from lxml import etree  # noqa: PLC0415

    for node in tree.iter("q"):
        if not _words(node).startswith(("“", '"', "「", "『")):
            node.text = f"“{node.text or ''}"
            node.tail = f"”{node.tail or ''}"
    etree.strip_tags(tree, "q")
    held: dict[HtmlElement, list[HtmlElement]] = defaultdict(list)
    for node in tree.iter("time"):
        held[next(node.iterancestors("p", "li", "blockquote"), None)].append(node)
    for paragraph, times in held.items():
        if paragraph is not None and _is_sentence(paragraph, times):
            etree.strip_tags(paragraph, "time")


def _is_sentence(paragraph: "HtmlElement", times: Iterable["HtmlElement"]) -> bool:
    words = _words(paragraph)
    beside = len(words) - sum(len(_words(node)) for node in times)
    said = _SENTENCE.search(words) is not None and not _STAMP.match(words)
    return said and beside >= _BESIDE_TIME


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
    told = [_credit(_words(cell).strip()) for cell in cells]
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
    return told if named and _COLON.search(words) else None


def _leads(row: "HtmlElement") -> bool:
    """Whether a row of data holds links to other news, and beside them days at most."""
    linked = sum(len("".join(_words(link).split())) for link in row.iter("a"))
    if not linked:
        return False
    words = " ".join(map(_words, row.iterchildren(*_CELLS)))
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
    largest = max(cells, key=lambda cell: len(_words(cell)))
    words = len(_words(largest))
    return words >= _LONG and 2 * words > len(_words(table)) and _is_broken(largest)


def _is_placed(node: "HtmlElement") -> bool:
    """Whether it is no headline that names a column."""
    return node.tag == "table" or next(node.iterancestors("th"), None) is None


def _is_broken(cell: "HtmlElement") -> bool:
    return sum(1 for _ in cell.iterdescendants("p", "br", "div")) > 1


def join_inline(tree: "HtmlElement") -> None:
    """Makes one text of each sentence that markup divides: what is bold, coloured, a link in it.

    Spans and links are joined inside of paragraphs only, links where they are less than half of
    one: elsewhere they may be a menu.
    """
    from lxml import etree  # noqa: PLC0415

    etree.strip_tags(tree, "b", "strong", "em", "i", "u", "font", "ruby", "rb")
    for paragraph in tree.iter("p", "h1", "h2", "h3"):
        etree.strip_tags(paragraph, "span")
        linked = sum(len(_words(link)) for link in paragraph.iter("a"))
        if 2 * linked < len(_words(paragraph)):
            etree.strip_tags(paragraph, "a")


def _words(node: "HtmlElement") -> str:
    return "".join(node.itertext())
