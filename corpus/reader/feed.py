"""RSS and Atom files: an article an entry."""

import io
import re
from typing import TYPE_CHECKING

from corpus.article import RawArticle, ReadError, digest
from corpus.one_line import one_line
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Sample, Source
from corpus.reader.blocks import plain
from corpus.reader.declared import DECLARATION, read_markup
from corpus.reader.markup import SHORTCODE

if TYPE_CHECKING:
    from feedparser import FeedParserDict  # type: ignore[import-untyped]

_SNIFFED = re.compile(
    rb"<(?:rss[\s>]|rdf:RDF[\s>]|feed[\s>][^>]*Atom|feed xmlns=.http://www.w3.org/2005/Atom)"
)
_PARAGRAPH = re.compile(r"<(?:p|br|div)[\s/>]", re.I)
_LINE = re.compile(r"<[^<>]*>|\n")  # the ends of lines, and tags, which may go over several
_ENTRY = "this entry {problem}"


def _read(source: Source, options: ReadOptions) -> Reading:
    import feedparser  # noqa: PLC0415  only where a feed is read

    text = read_markup(source.stream, max_bytes=options.max_bytes)
    text = DECLARATION.sub('<?xml version="1.0" encoding="utf-8"?>', text, count=1)
    # A stream, never a name: what looks like an address would be fetched.
    parsed = feedparser.parse(
        io.BytesIO(text.encode()), sanitize_html=False, resolve_relative_uris=False
    )
    if not parsed.entries:
        raise ReadError("is no feed with entries; give an RSS or Atom file")
    name = str(parsed.feed.get("title", ""))
    for entry in parsed.entries:
        try:
            yield _article(entry, name, source.address)
        except ReadError as error:
            label = entry.get("title") or entry.get("link") or "entry"
            yield ReadFailure(f"{source.address}#{label}", _ENTRY.format(problem=error))


def _article(entry: "FeedParserDict", name: str, address: str) -> RawArticle:
    text = _text(entry)
    title = _title(entry)
    url, record = (str(entry.get(key, "")) for key in ("link", "id"))
    url = url if "://" in url else ""  # without a link, feedparser gives the id as one
    return RawArticle(
        text=text,
        address=url or f"{address}#{record or digest(title, text)}",
        record=record,
        title=title,
        published=str(entry.get("published") or entry.get("updated") or ""),
        source=str(entry.get("source", {}).get("title") or name),
        author=_authors(entry),
        url=url,
    )


def _text(entry: "FeedParserDict") -> str:
    """The longest of the texts that the entry gives.

    Raises:
        ReadError: There is none.
    """
    given = [(_value(one), one.get("type", "")) for one in entry.get("content", [])]
    given.append((str(entry.get("summary", "")), entry.get("summary_detail", {}).get("type", "")))
    value, kind = max(given, key=lambda one: len(one[0]))
    if kind == "text/plain" and value.strip():
        return value.strip()
    # Without paragraphs in its markup, its lines are the paragraphs.
    is_lined = kind == "text/html" and not _PARAGRAPH.search(value)
    return plain(SHORTCODE.sub("<br>", _LINE.sub(_broken, value) if is_lined else value) or " ")


def _broken(found: re.Match[str]) -> str:
    return "<br>" if found[0] == "\n" else found[0]


def _title(entry: "FeedParserDict") -> str:
    """The title as it is shown, where feedparser finds markup in it."""
    title = str(entry.get("title", ""))
    if "html" not in entry.get("title_detail", {}).get("type", ""):
        return title
    try:
        return one_line(plain(title))
    except ReadError:
        return title


def _authors(entry: "FeedParserDict") -> str:
    """The names of all authors; feedparser's own field has the last of them."""
    names = [str(author.get("name", "")) for author in entry.get("authors", [])]
    return "、".join(dict.fromkeys(filter(None, names))) or str(entry.get("author", ""))


def _value(content: "FeedParserDict") -> str:
    return str(content.get("value", ""))


def _sniff(sample: Sample) -> bool:
    return _SNIFFED.search(sample.markup) is not None


FEED = Format("feed", (".rss", ".atom", ".rdf"), _sniff, _read)
