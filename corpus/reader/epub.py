"""EPUB: each chapter of the reading order that holds text is an article."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from corpus.article import RawArticle, ReadError
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Sample, Source
from corpus.reader.blocks import blocks, parse_markup, parse_xml
from corpus.reader.decode import decode
from corpus.reader.html import declared
from corpus.reader.zips import ZIP_DAMAGE, check_whole, open_zip

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element  # type: ignore[import-untyped]

_CONTAINER = "META-INF/container.xml"
_LEAST = 60  # characters: less is a cover, a half title, a page with a picture


def _read(source: Source, options: ReadOptions) -> Reading:
    book = open_zip(source.stream)
    check_whole(book)
    package = _first(_xml(book, _CONTAINER), "rootfile").get("full-path", "")
    root = _xml(book, package)
    name = next((node.text or "" for node in _all(root, "title")), "").strip()
    found = False
    for path in _spine(root, posixpath.dirname(package)):
        address = f"{source.address}#{path}"
        try:
            article = _chapter(book, path, address, name)
        except ReadError as error:
            found = True
            yield ReadFailure(address, str(error))
            continue
        if article:
            found = True
            yield article
    if not found:
        raise ReadError("holds no chapter with text; give an EPUB that is not all pictures")


def _chapter(book: zipfile.ZipFile, path: str, address: str, name: str) -> RawArticle | None:
    data = _member(book, path)
    tree = parse_markup(decode(data, label=declared(data[:4096])))
    text = blocks(tree) if tree is not None else ""
    if tree is None or len(text) < _LEAST:
        return None
    return RawArticle(text=text, address=address, record=path, title=_title(tree), source=name)


def _title(tree: "Element") -> str:
    heading = next(iter(tree.iter("h1", "h2", "h3")), None)
    return blocks(heading).replace("\n", " ") if heading is not None else ""


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
