"""NITF and NewsML, in which agencies send their news: an article an item.

NITF 3, NewsML 1 and NewsML-G2 name alike things alike, so that all are read by one list of names
(https://iptc.org/standards/).
"""

import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from corpus.article import RawArticle, ReadError, digest
from corpus.one_line import one_line
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Sample, Source
from corpus.reader.blocks import blocks, parse_xml
from corpus.reader.declared import DECLARATION, read_markup

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element  # type: ignore[import-untyped]

_ITEMS: Final = frozenset({"nitf", "newsItem", "NewsItem"})
_PROLOG: Final = rb"(?:<\?[^>]{1,500}\?>|<!--[^>]{0,1000}-->|<!DOCTYPE[^>]{1,500}>|\s){0,30}"
_SNIFFED: Final = re.compile(
    rb"\A" + _PROLOG + rb"<(?:\w{1,20}:)?(?:nitf|NewsML|newsMessage|newsItem)[\s>]"
)
_ENTITY: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z\d]{1,30};")
# Where each field stands, best place first: an element, and the attribute that tells it, if any.
_PLACES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "title": (("headline", ""), ("HeadLine", ""), ("hl1", ""), ("title", "")),
    "published": (
        *(("date.issue", "norm"), ("date.release", "norm"), ("story.date", "norm")),
        *(("pubdata", "date.publication"), ("firstCreated", ""), ("FirstCreated", "")),
        *(("contentCreated", ""), ("versionCreated", ""), ("ThisRevisionCreated", "")),
    ),
    "source": (
        *(("pubdata", "name"), ("doc.copyright", "holder"), ("infoSource", "literal")),
        *(("infoSource", ""), ("provider", "literal"), ("provider", ""), ("distributor", "")),
        *(("copyrightHolder", "literal"), ("copyrightHolder", ""), ("CreditLine", "")),
        *(("creditline", ""), ("Provider", "FormalName")),
    ),
    "author": (("byline", ""), ("by", ""), ("ByLine", ""), ("creator", "")),
    "record": (("doc-id", "id-string"), ("NewsItemId", "")),
}
_BODIES: Final = ("body", "inlineXML", "inlineData", "DataContent")
_TOLD: Final = ("hl1", "byline", "distributor")  # of a body, what its fields tell
# What stands within sentences: to a reader of pages these would be blocks.
_INLINE: Final = frozenset(
    "person org location city state region country sublocation money num chron event function"
    " virtloc copyrite lang pronounce object.title alt-code given family postaddr".split()
)
_ITEM: Final = "this entry {problem}"


def _read(source: Source, options: ReadOptions) -> Reading:
    text = DECLARATION.sub("", read_markup(source.stream, max_bytes=options.max_bytes))
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    try:
        root = parse_xml(text.encode(), recover=False)
    except SyntaxError as error:
        raise ReadError(
            "is no whole NITF or NewsML (cut off or damaged); fetch it again"
        ) from error
    items = [] if root is None else list(_items(_plain_names(root)))
    if not items:
        raise ReadError("holds no text; give one with an article in it")
    for number, item in enumerate(items, 1):
        try:
            yield _article(item, source.address, single=len(items) == 1)
        except ReadError as error:
            yield ReadFailure(f"{source.address}#{number}", _ITEM.format(problem=error))


def _plain_names(root: "Element") -> "Element":
    """The tree with elements by their names alone, and those within sentences told as such."""
    for node in root.iter():
        if isinstance(node.tag, str):
            name = node.tag.rpartition("}")[2]
            node.tag = "span" if name in _INLINE else name
    return root


def _items(root: "Element") -> "Iterator[Element]":
    """The outermost elements that are news items."""
    if root.tag in _ITEMS:
        yield root
        return
    for child in root:
        yield from _items(child)


def _article(item: "Element", address: str, *, single: bool) -> RawArticle:
    told = {field: _told(item, places) for field, places in _PLACES.items()}
    texts = (_body(body, told["title"]) for body in _bodies(item))
    text = "\n".join(dict.fromkeys(filter(None, texts)))
    if not text:
        raise ReadError("holds no text; give one with an article in it")
    told["record"] = told["record"] or item.get("guid", "")
    name = told["record"] or digest(told["title"], text)
    return RawArticle(text=text, address=address if single else f"{address}#{name}", **told)


def _told(item: "Element", places: Sequence[tuple[str, str]]) -> str:
    """What the first of the places says that says anything; empty where none does."""
    for name, attribute in places:
        for node in item.iter(name):
            words = node.get(attribute, "") if attribute else _words(node)
            if words.strip():
                return one_line(words)
    return ""


def _words(node: "Element") -> str:
    """The words of an element; of one that has names in several languages the first."""
    named = next(node.iter("name"), None)
    return "".join((node if named is None else named).itertext())


def _bodies(item: "Element") -> "list[Element]":
    """What holds the texts of an item: of the names for it the first that is there."""
    found = (list(item.iter(name)) for name in _BODIES)
    return [body for body in next(filter(None, found), []) if not _is_encoded(body)]


def _is_encoded(body: "Element") -> bool:
    """Whether a picture is written out in it."""
    return next(body.iterancestors("Encoding"), None) is not None


def _body(body: "Element", title: str) -> str:
    if not len(body):
        return "\n".join(filter(None, map(one_line, (body.text or "").split("\n"))))
    for node in body.iter(*_TOLD):
        if node.tag != "hl1" or one_line(_words(node)) == title:
            node.tag = "nav"  # which no reader of pages reads
    return blocks(body)


def _sniff(sample: Sample) -> bool:
    return _SNIFFED.match(sample.markup) is not None


NEWSML = Format("NewsML", (".nitf", ".newsml"), _sniff, _read)
