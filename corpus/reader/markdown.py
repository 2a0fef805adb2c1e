"""Markdown: a whole file is one article, with front matter and its markup taken off."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from corpus.article import RawArticle, ReadError
from corpus.reader.base import Format, Reading, ReadOptions, Source
from corpus.reader.decode import read_text
from corpus.reader.front_matter import read_front_matter
from corpus.reader.markup import shown

_TITLE = re.compile(r"^# +([^\n]+)", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+([^\n]*)", re.MULTILINE)
_LONGEST_COMMENT: Final = 10_000  # characters; what goes on longer was never ended
# A sign behind a backslash is no markup: it is kept as a character that nobody writes.
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT: Final = 0xFFF00
_SIGNS: Final = {_KEPT + code: chr(code) for code in range(0x21, 0x7F)}
# [1]: https://… names a target for [words][1]; what is no address behind it is a note.
_TARGET = re.compile(
    r"^ {0,3}\[([^\[\]^\n][^\[\]\n]{0,200})\]:[ \t]*"
    r"(?:<[^<>\n]*+>|(?:https?:|data:|mailto:|\.{0,2}/|#)\S*+)[^\n]{0,300}(?:\n|\Z)",
    re.MULTILINE,
)
_REFERRING = re.compile(r"(!?)\[([^\[\]\n]{0,500})\]\[([^\[\]\n]{0,200})\]")
_LABEL = r"\[((?:[^\[\]\n]|\[[^\[\]\n]{0,100}\]){0,500})\]"
# Behind it the address: of a picture that is written out, with brackets in it, or with half of one.
_WHERE = (
    r"\((?:data:[^()\s]*+|[^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000}){0,3}"
    r"|[^)\n]{0,300})\)"
)
# What is taken off, in this order, and what stays of it.
_MARKUP: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(r"^[ \t]*(?:```|~~~)[^\n]*\n?", re.MULTILINE), ""),
    (re.compile(r"(?<!\d)%%[^%\n]{0,500}%%|!\[\[[^\[\]\n]{1,300}\]\]"), ""),
    (re.compile(r"\[\[(?:[^\[\]\n|]{1,300}\|)?([^\[\]\n|]{1,300})\]\]"), r"\1"),
    (re.compile(r"^\[\^[^\[\]\s]{1,50}\]:[ \t]*|\[\^[^\[\]\s]{1,50}\]", re.MULTILINE), ""),
    (re.compile(f"!{_LABEL}{_WHERE}"), ""),
    (re.compile(f"{_LABEL}{_WHERE}"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?(?:img|u|center|font|span|su[bp]|mark|details|summary)(?:\s[^<>]*+)?>"), ""),
    (_HEADING, lambda heading: _unclosed(heading[1])),
    (re.compile(r"^ {0,3}(?:> ?)+", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)", re.MULTILINE), ""),
    (re.compile(r"^\[![A-Za-z]{1,20}\][-+]?[ \t]*", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500})(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![*A-Za-z0-9])\*(?=\S)([^*\n]{1,500})(?<=\S)\*(?![*A-Za-z0-9])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,500})(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"(?<![=A-Za-z0-9])==(?=\S)([^=\n]{1,500})(?<=\S)==(?![=A-Za-z0-9])"), r"\1"),
    (re.compile(r"~~(?=\S)([^~\n]{1,500})(?<=\S)~~"), r"\1"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"[ \t]\^[a-z0-9-]{4,20}$|\\$", re.MULTILINE), ""),
)


def _read(source: Source, options: ReadOptions) -> Reading:
    text = read_text(source.stream, max_bytes=options.max_bytes)
    known, body = read_front_matter(text)
    heading = _TITLE.search(body)
    plain = _strip(body)
    if not plain:
        raise ReadError("is empty; give a file with text in it")
    title = known["title"] or (_strip(_unclosed(heading[1])) if heading else "")
    told = {**known, "text": plain, "title": title}
    yield RawArticle(address=known["url"] or source.address, **told)


def _strip(text: str) -> str:
    text = shown("".join(_uncommented(text)))
    text = _ESCAPED.sub(lambda escape: chr(_KEPT + ord(escape[1])), text)
    text = _without_targets(text)
    for pattern, kept in _MARKUP:
        text = pattern.sub(kept, text)
    return text.translate(_SIGNS).strip("\n").strip()


def _unclosed(heading: str) -> str:
    """The words of a heading without the signs that close it, which have a blank before them."""
    words = heading.rstrip(" \t")
    bare = words.rstrip("#")
    return words if bare and bare[-1] not in " \t" else bare.rstrip(" \t")


def _without_targets(text: str) -> str:
    """The text without the targets of its links, and with the words alone of links to them."""
    named = {target[1].lower() for target in _TARGET.finditer(text)}
    if not named:
        return text

    def words(link: re.Match[str]) -> str:
        known = (link[3] or link[2]).lower() in named
        return ("" if link[1] else link[2]) if known else link[0]

    return _REFERRING.sub(words, _TARGET.sub("", text))


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
