"""What a mail says: which of its parts are read, and how."""

import re
from dataclasses import replace
from email.message import EmailMessage
from typing import Final

from corpus.article import ReadError
from corpus.reader.blocks import blocks, parse_markup
from corpus.reader.decode import decode
from corpus.reader.html import Page, read_page

_KINDS: Final = ("text/plain", "text/html")
# Where a page shows this many times more, the plain text beside it only points to the page.
_FAR_MORE: Final = 2
_QUOTED: Final = re.compile(r"^>[> ]{0,50}(?:(?<= )|$)", re.MULTILINE)
_QUOTES: Final = re.compile(r">*")


class EmptyBodyError(ReadError):
    """A mail says nothing itself."""


def read_body(message: EmailMessage) -> Page:
    """The text of all of the message, and what its page says of itself where it is one.

    Of a text that is given as plain text and as a page, the plain one is read, unless the page
    shows far more. What is attached is no part of it.

    Raises:
        EmptyBodyError: There is no text.
        ReadError: It cannot be decoded.
    """
    parts = text_parts(message, "text/plain")
    if not parts:
        raise EmptyBodyError("has no body of text; give one with an article in it")
    page = _read(parts)
    others = text_parts(message, "text/html")
    if others != parts and _FAR_MORE * _size(page.text) < _seen_size(others):
        other = _read(others)
        page = other if _FAR_MORE * _size(page.text) < _size(other.text) else page
    if not page.text:
        raise EmptyBodyError("has an empty body; give one with an article in it")
    return page


def text_parts(message: EmailMessage, preferred: str) -> list[EmailMessage]:
    """The parts that hold the message's text, in order; of the same in two forms the preferred."""
    kind = message.get_content_type()
    if message.is_attachment() or kind.startswith("message/"):
        return []
    if not message.is_multipart():
        return [message] if kind in _KINDS else []
    inside = [text_parts(part, preferred) for part in _children(message)]
    if kind == "multipart/alternative":
        fitting = (each for each in inside if any(_is(part, preferred) for part in each))
        return next(fitting, next(filter(None, inside), []))
    found = [part for each in inside for part in each]
    return _with_root(found) if kind == "multipart/related" else found


def _with_root(parts: list[EmailMessage]) -> list[EmailMessage]:
    """The first part, without those that it shows within it: frames, mostly advertisements."""
    named = ("Content-ID", "Content-Location")
    return parts[:1] + [part for part in parts[1:] if not any(name in part for name in named)]


def _children(message: EmailMessage) -> list[EmailMessage]:
    payload = message.get_payload()
    children = payload if isinstance(payload, list) else []
    return [part for part in children if isinstance(part, EmailMessage)]


def _is(part: EmailMessage, kind: str) -> bool:
    return part.get_content_type() == kind


def _read(parts: list[EmailMessage]) -> Page:
    """What the parts say, one behind the other; no text where all of them are blank."""
    pages = [page for page in map(_page, parts) if page.text]
    text = "\n".join(page.text for page in pages)
    return replace(pages[0], text=text) if pages else Page("")


def _page(part: EmailMessage) -> Page:
    text = _decoded(part)
    if not _is(part, "text/html"):
        return Page(_unwrapped(part, text).strip())
    try:
        return read_page(text)
    except ReadError:  # it is a line or two, or nothing: mailers put blank pages behind pictures
        return Page(_seen(text))


def _decoded(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    label = part.get_param("charset", "")
    if not isinstance(payload, bytes) or not payload.strip():
        return ""
    return decode(payload, label=label if isinstance(label, str) else "")


def _size(text: str) -> int:
    return len("".join(text.split()))


def _seen(markup: str) -> str:
    """All that a page shows, menus too."""
    tree = parse_markup(markup)
    return "" if tree is None else blocks(tree)


def _seen_size(parts: list[EmailMessage]) -> int:
    """How much the parts show; 0 where some of them cannot be decoded."""
    try:
        return sum(_size(_seen(_decoded(part))) for part in parts)
    except ReadError:
        return 0


def _unwrapped(part: EmailMessage, text: str) -> str:
    """A plain text without the marks of quotations, and the lines whole that a mailer wrapped."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return _QUOTED.sub("", text)
    is_spaced = str(part.get_param("delsp", "")).lower() != "yes"
    return "\n".join(_unflowed(text, is_spaced=is_spaced))


def _unflowed(text: str, *, is_spaced: bool) -> list[str]:
    """The paragraphs of a text whose lines go on where they end with a space (RFC 3676)."""
    paragraphs: list[list[str]] = []
    flows, before = False, 0
    for line in text.split("\n"):
        depth = len(_QUOTES.match(line)[0])  # type: ignore[index]  # it fits any line
        words = line[depth:].removeprefix(" ")
        goes_on = flows and depth == before
        flows, before = words.endswith(" ") and words != "-- ", depth
        words = words if is_spaced or not flows else words[:-1]
        if goes_on:
            paragraphs[-1].append(words)
        else:
            paragraphs.append([words])
    return ["".join(words) for words in paragraphs]
