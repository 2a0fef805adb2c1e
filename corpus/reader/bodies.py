"""Texts that records hold in parts: paragraphs, or the blocks that editors of pages write."""

import re
from collections.abc import Mapping
from typing import Final

from corpus.reader.field_names import field_of

# Where blocks of one kind or another have their words, or what has them.
_HELD_BY: Final = (
    *("rendered", "text", "#text", "html", "content", "value", "data"),
    *("blocks", "items", "children", "caption"),
)
_APART: Final = {"title", "published"}  # what an article has beside its text, and no block
_CREDITS: Final = {"source", "author", "url"}  # the same, but for a quotation and a picture
_DEPTH: Final = 64  # objects within one another, at the most
_ADDRESS: Final = re.compile(r"(?:https?:)?//\S+")  # of a picture
# Line ends that a program spelt out: behind a mark at least once, and none of C:\new.
_SPELT_BEHIND: Final = re.compile(r"[。！？…；：”’」』）](?:\\r)?\\n")
_SPELT: Final = re.compile(r"(?:\\r)?\\n(?![a-z])")
_LEFT_OUT: Final = re.compile(r"(…|\.\.\.) ?\[\+?\d{1,7} chars\]\s{0,9}\Z")


def body(value: object) -> str | None:
    """The text that a value is, a paragraph or block a line; None where it is none.

    Words with marks of their own in one block (a bold name) are one line. Objects with a title or a
    date beside their text are no blocks, but articles.
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
        return "text" not in fields or not fields & (
            _APART if "type" in value else _APART | _CREDITS
        )
    return value is None or isinstance(value, str)


def _words(value: object, depth: int, *, inline: bool = False) -> str:
    if isinstance(value, str):
        return "" if _ADDRESS.fullmatch(value.strip()) else value
    if not depth:
        return ""
    if isinstance(value, Mapping):
        held = (value[name] for name in _HELD_BY if name in value)
        parts = [_words(each, depth - 1, inline="type" in value) for each in held]
        return "\n".join(filter(None, dict.fromkeys(parts)))
    if isinstance(value, list):
        glue = "" if inline and all(map(_is_run, value)) else "\n"
        return glue.join(filter(None, (_words(each, depth - 1) for each in value)))
    return ""


def _is_run(value: object) -> bool:
    return isinstance(value, Mapping) and isinstance(value.get("text"), str)


def as_written(text: str) -> str:
    r"""The text as its author wrote it: with line ends where a program has ``\n`` for them.

    Where a service counts the characters that it left out at the end, its … alone stays, which
    says that the text goes on.
    """
    if "\n" not in text.strip() and _SPELT_BEHIND.search(text):
        text = _SPELT.sub("\n", text)
    return _LEFT_OUT.sub(r"\1", text)
