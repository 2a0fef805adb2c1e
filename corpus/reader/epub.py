"""EPUB: each chapter of the reading order that holds text is an article."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from corpus.article import RawArticle, ReadError
from corpus.one_line import one_line
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Sample, Source
from corpus.reader.blocks import blocks, parse_markup, parse_xml
from corpus.reader.declared import read_markup
from corpus.reader.own_day import names_own_day
from corpus.reader.zips import ZIP_DAMAGE, check_whole, open_zip

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element  # type: ignore[import-untyped]

_CONTAINER = "META-INF/container.xml"
_CONTENTS = "application/x-dtbncx+xml"
_LEAST = 60  # characters: less without a sentence is a cover, a half title, a picture's page
_SENTENCE = re.compile(r"[。！？]|[.!?][\"'”’)]?$", re.MULTILINE)
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_EVENT = "{http://www.idpf.org/2007/opf}event"


@dataclass(frozen=True, slots=True)
class _Book:
    """What is known of all chapters: the book's name and day, and titles by their places."""

    archive: zipfile.ZipFile
    name: str
    published: str
    titles: Mapping[str, str]


def _read(source: Source, options: ReadOptions) -> Reading:
    archive = open_zip(source.stream)
    check_whole(archive)
    package = _first(_xml(archive, _CONTAINER), "rootfile").get("full-path", "")
    root = _xml(archive, package)
    folder = posixpath.dirname(package)
    name = next((node.text or "" for node in _all(root, "title")), "").strip()
    book = _Book(archive, name, _published(root), _titles(archive, root, folder))
    found = False
    for path in _spine(root, folder):
        address = f"{source.address}#{path}"
        try:
            article = _chapter(book, path, address)
        except ReadError as error:
            found = True
            yield ReadFailure(address, str(error))
            continue
        if article:
            found = True
            yield article
    if not found:
        raise ReadError("holds no chapter with text; give an EPUB that is not all pictures")


def _chapter(book: _Book, path: str, address: str) -> RawArticle | None:
    data = _member(book.archive, path)
    tree = parse_markup(read_markup(io.BytesIO(data), max_bytes=len(data)))
    text = blocks(tree) if tree is not None else ""
    if tree is None or (len(text) < _LEAST and not _SENTENCE.search(text)):
        return None
    return RawArticle(
        text=text,
        address=address,
        record=path,
        title=_title(tree) or book.titles.get(path, ""),
        source=book.name,
        published="" if names_own_day(text) else book.published,
    )


def _title(tree: "Element") -> str:
    heading = next(iter(tree.iter("h1", "h2", "h3")), None)
    return blocks(heading).replace("\n", " ") if heading is not None else ""


def _published(root: "Element") -> str:
    """The day on which the book came out, empty where it is not told in full."""
    for date in _all(root, "date"):
        day = _DAY.match((date.text or "").strip())
        if day and date.get(_EVENT, "publication") == "publication":
            return day.group()
    return ""


def _titles(archive: zipfile.ZipFile, root: "Element", folder: str) -> dict[str, str]:
    """What the table of contents calls each chapter of which it lists no more than the whole."""
    listed: dict[str, list[str]] = {}
    for item in _all(root, "item"):
        if item.get("media-type") == _CONTENTS:
            path = posixpath.join(folder, unquote(item.get("href") or ""))
            for place, title in _entries(archive, posixpath.normpath(path)):
                listed.setdefault(place, []).append(title)
    return {path: titles[0] for path, titles in listed.items() if len(titles) == 1}


def _entries(archive: zipfile.ZipFile, path: str) -> Iterator[tuple[str, str]]:
    """The chapters' places and titles; none where the table is damaged: the text goes without."""
    try:
        root = _xml(archive, path)
    except ReadError:
        return
    for point in _all(root, "navPoint"):
        label, content = (next(_all(point, name), None) for name in ("text", "content"))
        if label is not None and content is not None:
            place = unquote((content.get("src") or "").partition("#")[0])
            title = one_line(label.text or "")
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), place)), title


def _spine(root: "Element", folder: str) -> Iterator[str]:
    """The chapters' places in the archive, in reading order, the contents page left out."""
    items = {item.get("id"): item for item in _all(root, "item")}
    for reference in _all(root, "itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "nav" not in (item.get("properties") or "").split():
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))


def _member(book: zipfile.ZipFile, path: str) -> bytes:
    try:
        return book.read(path)
    except (KeyError, *ZIP_DAMAGE) as error:
        told = 'is a damaged EPUB (no "{path}"); save it anew'
        raise ReadError(told, path=path[:80]) from error


def _xml(book: zipfile.ZipFile, path: str) -> "Element":
    root = parse_xml(_member(book, path))
    if root is None:
        raise ReadError('is a damaged EPUB ("{path}" is no XML); save it anew', path=path[:80])
    return root


def _all(root: "Element", name: str) -> Iterator["Element"]:
    yield from root.iter(f"{{*}}{name}")


def _first(root: "Element", name: str) -> "Element":
    node = next(_all(root, name), None)
    if node is None:
        raise ReadError("is a damaged EPUB (no reading order); save it anew")
    return node


def _sniff(sample: Sample) -> bool:
    return _CONTAINER in sample.members


EPUB = Format("EPUB", (".epub",), _sniff, _read)
