"""Markup → trees and plain text, a block a line; the only user of lxml."""

from collections.abc import Iterator, Set
from copy import copy, deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from corpus.article import ReadError
from corpus.one_line import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

INLINE = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i img ins kbd mark q ruby rb s samp small span"
    " strike strong sub sup time tt u var wbr".split()
)
_BESIDE = frozenset({"aside", "footer", "nav", "li"})
_BESIDE_NAMES = (
    *("relat", "recommend", "sidebar", "foot", "comment", "copyright"),
    *("share", "nav", "menu", "hotnews", "hot-", "ad-", "ads", "advert", "video-", "player"),
    "rich_media_meta",
)
_PAGE = 100  # characters of a form that is all of a page
SKIPPED = frozenset(
    (
        "script style head nav aside footer form button noscript template rt rp select option"
        " textarea iframe object svg"
    ).split()
)
# In a chapter or a feed's entry, which have no site around them, these are boxes and notes.
_BOXES = frozenset({"aside", "footer", "form"})


def parse_markup(markup: str) -> "HtmlElement | None":
    """The tree of a piece of HTML or XHTML, None where there is nothing in it."""
    from lxml import etree, html  # type: ignore[import-untyped]  # noqa: PLC0415

    parser = html.HTMLParser(encoding="utf-8", recover=True, huge_tree=True)
    try:
        tree: HtmlElement | None = html.document_fromstring(markup.encode(), parser=parser)
    except (etree.ParserError, ValueError):
        return None
    return tree


def parse_xml(data: bytes, *, recover: bool = True) -> "HtmlElement | None":
    """The tree of an XML file, None where there is none; nothing outside of it is looked up.

    Args:
        data: The file.
        recover: Whether of a damaged file what can be had is given.

    Raises:
        SyntaxError: It is damaged, and is not to be recovered.
    """
    from lxml import etree  # noqa: PLC0415

    if not data.strip():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=recover)
    root: HtmlElement | None = etree.fromstring(data, parser)
    return root


def meta(tree: "HtmlElement", name: str) -> str:
    """What the page's markup says in a ``meta`` of this name, empty where it says nothing."""
    found = (node.get("content") for node in tree.iter("meta") if node.get("name") == name)
    return next((str(words).strip() for words in found if words), "")


def dated_parts(tree: "HtmlElement") -> "HtmlElement":
    """A page of what in this one speaks of its own date: its metadata and the article's time."""
    from lxml import html  # noqa: PLC0415

    page = html.document_fromstring("<html><head></head><body></body></html>")
    page.head.extend(copy(node) for node in tree.iter("meta", "link"))
    scripts = (node for node in tree.iter("script") if node.get("type") == "application/ld+json")
    page.body.extend(deepcopy(node) for node in scripts)
    article = next(tree.iter("article"), tree)
    times = (node for node in article.iter("time") if not _is_beside(node))
    page.body.extend(deepcopy(node) for node in islice(times, 1))
    return page


def _is_beside(node: "HtmlElement") -> bool:
    """Whether an element stands in a list, a foot, or what else is not the article."""
    for above in node.iterancestors():
        if above.tag in _BESIDE or _is_named_beside(above):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Line:
    """A block's text, on one line.

    Attributes:
        text: Its text, without white space around it.
        linked: How many of its characters are links.
        is_beside: Whether it stands in what is beside the article: a foot, a list of other news.
    """

    text: str
    linked: int
    is_beside: bool


def blocks(tree: "HtmlElement") -> str:
    """The text of a tree that is all of one article, each block on a line of its own.

    Readings of ruby are left out.
    """
    return "\n".join(line.text for line in lines_of(tree, SKIPPED - _BOXES))


def lines_of(tree: "HtmlElement", skipped_names: Set[str] = SKIPPED) -> Iterator[Line]:
    """The blocks of the tree, in order, readings of ruby left out; empty ones are passed over."""
    parts: list[str] = []
    linked = beside = links = 0
    stack: list[tuple[HtmlElement, bool]] = [(tree, False)]
    while stack:  # a stack of its own: markup may be nested deeper than Python goes
        node, done = stack.pop()
        name = node.tag if isinstance(node.tag, str) else ""
        skipped = not done and _is_skipped(node, name, skipped_names)
        if name not in INLINE and not skipped:
            if text := one_line("".join(parts)):
                yield Line(text, linked, beside > 0)
            parts, linked = [], 0
        step = 0 if skipped else -1 if done else 1
        links += step * (name == "a")
        beside += step * _is_named_beside(node)
        words = (node.tail if done or skipped else node.text) or ""
        parts.append(words)
        linked += len(one_line(words)) if links else 0
        if step > 0:
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
    if text := one_line("".join(parts)):
        yield Line(text, linked, beside > 0)


def _is_skipped(node: "HtmlElement", name: str, skipped_names: Set[str]) -> bool:
    """Whether an element is none, or nothing that is read."""
    return not name or is_hidden(node) or (name in skipped_names and not _is_page(node))


def _is_page(node: "HtmlElement") -> bool:
    """Whether a form is all of a page, as servers of one kind write it, and not a search box."""
    if node.tag != "form" or next(node.iter("p", "h1"), None) is None:
        return False
    return len("".join(node.itertext()).strip()) >= _PAGE


def words_of(node: "HtmlElement") -> str:
    """All text in an element, as it stands there."""
    return "".join(node.itertext())


def is_hidden(node: "HtmlElement") -> bool:
    """Whether an element's own style keeps it from being seen."""
    return "display:none" in node.get("style", "").replace(" ", "").lower()


def _is_named_beside(node: "HtmlElement") -> bool:
    names = f"{node.get('class', '')} {node.get('id', '')}".lower().split()
    return any(name == "ad" or name.startswith(_BESIDE_NAMES) for name in names)


def plain(markup: str) -> str:
    """The text of a piece of markup, a block a line.

    Raises:
        ReadError: It holds none.
    """
    tree = parse_markup(markup)
    text = blocks(tree) if tree is not None else ""
    if not text:
        raise ReadError("holds no text; give one with an article in it")
    return text
