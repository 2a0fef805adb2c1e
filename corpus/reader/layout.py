"""What a page's markup does for its looks alone, undone in its tree before the text is found."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from corpus.reader.blocks import is_hidden, words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

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
        control = "" if below is None else words_of(below).strip()
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
        if not words_of(node).startswith(("“", '"', "「", "『")):
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
    words = words_of(paragraph)
    beside = len(words) - sum(len(words_of(node)) for node in times)
    said = _SENTENCE.search(words) is not None and not _STAMP.match(words)
    return said and beside >= _BESIDE_TIME


def join_inline(tree: "HtmlElement") -> None:
    """Makes one text of each sentence that markup divides: what is bold, coloured, a link in it.

    Spans and links are joined inside of paragraphs only, links where they are less than half of
    one: elsewhere they may be a menu.
    """
    from lxml import etree  # noqa: PLC0415

    etree.strip_tags(tree, "b", "strong", "em", "i", "u", "font", "ruby", "rb")
    for paragraph in tree.iter("p", "h1", "h2", "h3"):
        etree.strip_tags(paragraph, "span")
        linked = sum(len(words_of(link)) for link in paragraph.iter("a"))
        if 2 * linked < len(words_of(paragraph)):
            etree.strip_tags(paragraph, "a")
