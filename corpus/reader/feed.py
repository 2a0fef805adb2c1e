"""RSS and Atom files: an article an entry."""

import io
import re
from typing import TYPE_CHECKING

from corpus.article import RawArticle, ReadError, digest
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Sample, Source
from corpus.reader.blocks import plain
from corpus.reader.decode import read_text
from corpus.reader.html import declared

if TYPE_CHECKING:
    from feedparser import FeedParserDict  # type: ignore[import-untyped]

_SNIFFED = re.compile(
    rb"<(?:rss[\s>]|rdf:RDF[\s>]|feed[\s>][^>]*Atom|feed xmlns=.http://www.w3.org/2005/Atom)"
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_ENTRY = "this entry {problem}"


def _read(source: Source, options: ReadOptions) -> Reading:
    import feedparser  # noqa: PLC0415  only where a feed is read

    label = declared(source.stream.read(4096))
    source.stream.seek(0)
    text = read_text(source.stream, max_bytes=options.max_bytes, label=label)
    text = _DECLARATION.sub('<?xml version="1.0" encoding="utf-8"?>', text, count=1)
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
    contents = [str(content.get("value", "")) for content in entry.get("content", [])]
    text = plain(max([*contents, str(entry.get("summary", ""))], key=len) or " ")
    title, url, record = (str(entry.get(key, "")) for key in ("title", "link", "id"))
    url = url if "://" in url else ""  # without a link, feedparser gives the id as one
    return RawArticle(
        text=text,
        address=url or f"{address}#{record or digest(title, text)}",
        record=record,
        title=title,
        published=str(entry.get("published") or entry.get("updated") or ""),
        source=str(entry.get("source", {}).get("title") or name),
        author=str(entry.get("author", "")),
        url=url,
    )


def _sniff(sample: Sample) -> bool:
    return _SNIFFED.search(sample.head) is not None


FEED = Format("feed", (".rss", ".atom", ".rdf"), _sniff, _read)
