"""The headers of a mail as people meant them: encoded, under a wrong label, or raw."""

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import EmailMessage
from typing import Final

from corpus.article import ReadError
from corpus.one_line import one_line
from corpus.reader.decode import decode
from corpus.reader.encodings import codec_name
from corpus.surrogates import SURROGATE

_LONGEST: Final = 5_000  # characters of a header that are read
_ADDRESS: Final = re.compile(r" ?<[^<>\s]{1,200}@[^<>\s]{1,200}>")


def read_header(message: EmailMessage, name: str) -> str:
    """The header on one line, empty where there is none that can be read.

    The library's own parser takes labels at their word, and GB2312 for all that GBK holds.
    """
    values = (str(value) for each, value in message.raw_items() if each.lower() == name.lower())
    raw = _text(one_line(next(values, "")[:_LONGEST]), message)
    try:
        # Words of one encoding come joined: some mailers divide them within a character.
        words = decode_header(raw)
    except HeaderParseError:
        return raw
    return one_line("".join(_decoded(word, label) for word, label in words))


def read_senders(message: EmailMessage) -> str:
    """Who sent a mail, without their addresses where they have names."""
    given = read_header(message, "From")
    return _ADDRESS.sub("", given).strip("\"' ").replace('"', "") or given.strip("<> ")


def _text(raw: str, message: EmailMessage) -> str:
    """What raw bytes in a header say; empty where their encoding is in doubt."""
    if not SURROGATE.search(raw):
        return raw
    labels = (part.get_param("charset") for part in message.walk())
    label = next((each for each in labels if isinstance(each, str)), "")
    try:
        return decode(raw.encode("ascii", "surrogateescape"), label=label)
    except (ReadError, UnicodeEncodeError):
        return ""


def _decoded(word: str | bytes, label: str | None) -> str:
    if isinstance(word, str):
        return word
    if label is None:  # what stands between encoded words, as the library gives it
        return word.decode("raw-unicode-escape", "backslashreplace")
    return word.decode(codec_name(label), "replace")
