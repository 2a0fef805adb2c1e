"""Markup → text: pages, feeds and chapters may say themselves in which encoding they are."""

import re
from typing import BinaryIO, Final

from corpus.reader.decode import read_text

_LABEL: Final = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,30})"""
)
_HEAD: Final = 4096  # bytes in which it is said
# Of a text of XML, which is in no encoding any more.
DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")


def read_markup(stream: BinaryIO, *, max_bytes: int) -> str:
    """The text of a whole stream of markup.

    Raises:
        ReadError: As of `read_text`.
    """
    label = declared(stream.read(_HEAD))
    stream.seek(0)
    return read_text(stream, max_bytes=max_bytes, label=label)


def declared(head: bytes) -> str:
    """The encoding that the beginning of markup claims, empty where it claims none."""
    match = _LABEL.search(head)
    return match.group(1).decode("ascii") if match else ""
