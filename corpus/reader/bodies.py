"""Texts that records hold in parts: paragraphs, or the blocks that editors of pages write."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from corpus.reader.field_names import field_of

# Where blocks of one kind or another have their words: the same in several dresses, best first.
_WORDS: Final = ("rendered", "text", "#text", "html", "content", "value", "data", "children")
# Where they have what has words.
_PARTS: Final = ("content", "value", "data", "text", "blocks", "items", "children", "caption")
_OF_SENTENCES: Final = {"content", "children", "value", "text"}  # of these, where runs may stand
_RUNS: Final = {"", "text", "span", "bold", "strong", "italic", "link", "a"}  # what they are
_BREAKS: Final = {"hardBreak", "hard_break", "linebreak", "br"}
_SECTIONS: Final = {"section", "subsection", "chapter", "paragraph"}  # blocks with a title
_APART: Final = {"title", "published"}  # what an article has beside its text, and no block
_CREDITS: Final = {"source", "author", "url"}  # the same, but for a quotation and a picture
_DEPTH: Final = 64  # objects within one another, at the most
_ADDRESS: Final = re.compile(r"(?:https?:)?//\S+")  # of a picture
_MARKUP: Final = re.compile(r"<[^<>]{1,200}>|\s")
# Line ends that a program spelt out: behind a mark at least once, and none of C:\new.
_SPELT_BEHIND: Final = re.compile(r"[。！？…；：”’」』）](?:\\r)?\\n")
_SPELT: Final = re.compile(r"(?:\\r)?\\n(?![a-z])")
_LEFT_OUT: Final = re.compile(r"(…|\.\.\.) ?\[\+?\d{1,7} chars\]\s{0,9}\Z")


def body(value: object) -> str | None:
    """The text that a value is, a paragraph or block a line; None where it is none.

    Words with marks of their own in one block (a bold name) are one line, and words that a block
    has in several dresses stand once. Objects with a title or a date beside their text are no
    blocks, but articles, unless they call themselves sections.
    """
    if isinstance(value, str):
        return value
    parts = value if isinstance(value, list) else [value]
    if not all(map(_is_part, parts)):
        return None
    lines = (each if isinstance(each, str) else _words(each, _DEPTH) for each in parts)
    return "\n".join(filter(None, (line.strip() for line in lines))) or None


def _is_part(value: object) -> bool:
    if isinstance(value, Mapping):
        fields = {field_of(str(name)) for name, each in value.items() if each}
        return "text" not in fields or not fields & _apart(value)
    return value is None or isinstance(value, str)


def _apart(value: Mapping[str, object]) -> set[str]:
    """The fields that a block of this type has not, and an article has."""
    if "type" not in value:
        return _APART | _CREDITS
    return _APART - {"title"} if _kind(value) in _SECTIONS else _APART


def _words(value: object, depth: int, *, inline: bool = False) -> str:
    """The words of a block, of what it holds, or of a list of these.

    Args:
        value: What is no block has no words.
        depth: How many objects within one another are looked into.
        inline: Whether it is a part of a sentence, or a list that may be one.
    """
    if isinstance(value, str):
        return "" if _ADDRESS.fullmatch(value.strip()) else value
    if isinstance(value, Mapping) and depth:
        return _of_block(value, depth - 1, inline=inline)
    if isinstance(value, list) and depth:
        runs = inline and any(map(_is_run, value))
        parts = (_words(each, depth - 1, inline=runs) for each in value)
        return ("" if runs else "\n").join(filter(None, parts))
    return ""


def _of_block(block: Mapping[str, object], depth: int, *, inline: bool) -> str:
    if _kind(block) in _BREAKS:
        return "\n"
    told: dict[str, str] = {}
    for part in (_own_words(block), *_held(block, depth, inline=inline)):
        told.setdefault(_letters(part), part)
    words = "\n".join(filter(None, told.values()))
    return words if inline or not words else _title(block) + words


def _held(block: Mapping[str, object], depth: int, *, inline: bool) -> Iterator[str]:
    """The words of each object and list that a block holds, and of its caption."""
    for name in _PARTS:
        held = block.get(name)
        if isinstance(held, list):
            yield _words(held, depth, inline="type" in block and name in _OF_SENTENCES)
        elif not isinstance(held, str) or name == "caption":
            yield _words(held, depth, inline=inline)


def _own_words(block: Mapping[str, object]) -> str:
    """What a block itself says; blanks only where it says no more, as between two words."""
    held = (block[name] for name in _WORDS if isinstance(block.get(name), str))
    words = [_words(each, 0) for each in held]
    return next(filter(str.strip, words), "".join(words[:1]))


def _title(block: Mapping[str, object]) -> str:
    """The title of a block and a line end; nothing where it is a picture's or a link's."""
    title = block.get("title")
    named = isinstance(title, str) and title.strip()
    return f"{title}\n" if named and not any(field_of(str(name)) == "url" for name in block) else ""


def _letters(words: str) -> str:
    """What makes two texts one, whatever their markup and white space."""
    return _MARKUP.sub("", words)


def _kind(block: Mapping[str, object]) -> str:
    kind = block.get("type", "")
    return kind if isinstance(kind, str) else "?"


def _is_run(value: object) -> bool:
    return (
        isinstance(value, Mapping) and isinstance(value.get("text"), str) and _kind(value) in _RUNS
    )


def as_written(text: str) -> str:
    r"""The text as its author wrote it: with line ends where a program has ``\n`` for them.

    Where a service counts the characters that it left out at the end, its … alone stays, which
    says that the text goes on.
    """
    if "\n" not in text.strip() and _SPELT_BEHIND.search(text):
        text = _SPELT.sub("\n", text)
    return _LEFT_OUT.sub(r"\1", text)
