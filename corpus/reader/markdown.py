"""Markdown: a whole file is one article, with front matter and its markup taken off."""

import re
from collections.abc import Iterator
from typing import Final

from corpus.article import RawArticle, ReadError
from corpus.reader.base import Format, Reading, ReadOptions, Source
from corpus.reader.decode import read_text
from corpus.reader.field_names import FIELDS, field_of

_FRONT = re.compile(r"\A---[ \t]*\n((?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_PAIR = re.compile(r"^([\w-]{1,40})[ \t]*[:：][ \t]*(.*?)[ \t]*$", re.MULTILINE)
_TITLE = re.compile(r"^# +([^\n]+)", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+([^\n]*)", re.MULTILINE)
_LONGEST_COMMENT: Final = 10_000  # characters; what goes on longer was never ended
# What is taken off, in this order, and what stays of it.
_MARKUP: Final = (
    (re.compile(r"^[ \t]*(?:```|~~~)[^\n]*\n?", re.MULTILINE), ""),
    (re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)"), r"\1"),
    (_HEADING, lambda heading: heading[1].rstrip(" \t#")),
    (re.compile(r"^ {0,3}(?:> ?)+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[-*+][ \t]+(?=\S)", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500})(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![*A-Za-z0-9])\*(?=\S)([^*\n]{1,500})(?<=\S)\*(?![*A-Za-z0-9])"), r"\1"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
)


def _read(source: Source, options: ReadOptions) -> Reading:
    text = read_text(source.stream, max_bytes=options.max_bytes)
    front = _front_matter(text)
    body = text[front.end() :] if front else text
    heading = _TITLE.search(body)
    known = _known(front.group(1) if front else "")
    plain = _strip(body)
    if not plain:
        raise ReadError("is empty; give a file with text in it")
    yield RawArticle(
        text=plain,
        address=known["url"] or source.address,
        record=known["record"],
        title=known["title"] or (_strip(heading[1].rstrip(" #")) if heading else ""),
        published=known["published"],
        source=known["source"],
        author=known["author"],
        url=known["url"],
    )


def _front_matter(text: str) -> re.Match[str] | None:
    """The block between two ``---`` at the top, None where it holds no ``key: value`` at all."""
    front = _FRONT.match(text)
    return front if front and _PAIR.search(front.group(1)) else None


def _known(block: str) -> dict[str, str]:
    known = dict.fromkeys(FIELDS, "")
    for pair in _PAIR.finditer(block):
        field = field_of(pair.group(1))
        if field and not known[field]:
            known[field] = pair.group(2).strip("\"'")
    return known


def _strip(text: str) -> str:
    text = "".join(_uncommented(text))
    for pattern, kept in _MARKUP:
        text = pattern.sub(kept, text)
    return text.strip("\n").strip()


def _uncommented(text: str) -> Iterator[str]:
    """The stretches of a text that stand in no comment."""
    done = 0
    at = text.find("<!--")
    while at >= 0:
        end = text.find("-->", at, at + _LONGEST_COMMENT)
        if end >= 0:
            yield text[done:at]
            done = end + len("-->")
        at = text.find("<!--", max(done, at + 1))
    yield text[done:]


MARKDOWN = Format("Markdown", (".md", ".markdown"), lambda sample: False, _read)
