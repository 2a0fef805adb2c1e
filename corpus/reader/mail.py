"""Mail: EML, mailboxes, pages saved as MIME: of each message its body, and what is attached."""

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default
from typing import BinaryIO

from corpus.article import RawArticle, ReadError, digest
from corpus.reader.attached import attached, file_parts
from corpus.reader.base import Finding, Format, ReadFailure, ReadOptions, Sample, Source
from corpus.reader.html import Page
from corpus.reader.mail_body import EmptyBodyError, read_body, text_parts
from corpus.reader.mail_head import read_header, read_senders
from corpus.reader.quoted import without_heads

_HEADERS = re.compile(
    rb"^(?:Received|Return-Path|Message-ID|MIME-Version|Subject|From|To|Date|Content-Type):",
    re.M | re.I,
)
_HEAD = 4096
# Apple Mail writes the message's size above it, and what it knows of it below.
_COUNTED = re.compile(rb"\A(\d{1,9}) *\r?\n(?=[A-Za-z][\w-]{1,40}:)")
_SENT = ("Message-ID", "Received", "To")
_TELLING = ("Subject", "Date")  # one letter without a name of its own from another
_MBOX = re.compile(rb"\AFrom \S+ .{10,60}\n")
_MESSAGE = "this message {problem}"


def _read(source: Source, options: ReadOptions) -> Finding:
    for number, data in enumerate(_messages(source.stream), 1):
        where = f"{source.address}:message {number}"
        for message in _letters(data):
            yield from _read_letter(message, source.address, where, options)


def _read_letter(message: EmailMessage, address: str, where: str, options: ReadOptions) -> Finding:
    """The article, and the files that are attached to it, which may be all that a letter holds."""
    record = _record(message) or digest(*(read_header(message, each) for each in _TELLING))
    where_files = f"{address}#{record}"
    files = [] if _is_saved(message) else list(attached(message, where_files, options))
    try:
        yield _article(message, address)
    except ReadError as error:
        if not (files and isinstance(error, EmptyBodyError)):
            yield ReadFailure(where, _MESSAGE.format(problem=error))
    yield from files


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The messages of a mailbox one by one, or the one message that the stream is."""
    beginning = stream.read(_HEAD)
    stream.seek(0)
    if counted := _COUNTED.match(beginning):
        stream.seek(counted.end())
        yield stream.read(int(counted[1]))
        return
    if not beginning.startswith(b"From "):
        yield stream.read()
        return
    stream.readline()
    lines: list[bytes] = []
    for line in stream:
        if line.startswith(b"From ") and lines and not lines[-1].strip():
            yield b"".join(lines)
            lines = []
        else:
            lines.append(line.removeprefix(b">") if line.startswith(b">From ") else line)
    yield b"".join(lines)


def _letters(data: bytes) -> list[EmailMessage]:
    """The message, and those that are forwarded within it."""
    message = email.message_from_bytes(data, policy=default)
    letters = [part for part in message.walk() if isinstance(part, EmailMessage)]
    inner = [one for part in letters if _is_letter(part) for one in part.iter_parts()]
    found = [one for one in (message, *inner) if isinstance(one, EmailMessage)]
    return [one for one in found if _has_text(one) or any(file_parts(one))] or found[:1]


def _has_text(message: EmailMessage) -> bool:
    return bool(text_parts(message, "text/plain"))


def _is_letter(part: EmailMessage) -> bool:
    return part.get_content_type() == "message/rfc822" and part.is_multipart()


def _article(message: EmailMessage, address: str) -> RawArticle:
    page = read_body(message)
    subject = read_header(message, "Subject")
    text = page.text if _is_saved(message) else without_heads(page.text, subject).strip()
    record = _record(message)
    article = RawArticle(
        text=text or page.text,
        address=f"{address}#{record or digest(subject, page.text)}",
        record=record,
        title=subject or page.title,
        published=read_header(message, "Date"),
        author=read_senders(message),
    )
    return _of_page(article, page, message) if _is_saved(message) else article


def _record(message: EmailMessage) -> str:
    return read_header(message, "Message-ID").strip("<> ")


def _is_saved(message: EmailMessage) -> bool:
    """Whether it is a page that a browser saved, which nobody sent: dated and signed by that."""
    return bool(_location(message)) and not any(name in message for name in _SENT)


def _location(message: EmailMessage) -> str:
    parts = text_parts(message, "text/html")
    places = [read_header(part, "Content-Location") for part in parts[:1]]
    return read_header(message, "Snapshot-Content-Location") or "".join(places)


def _of_page(article: RawArticle, page: Page, message: EmailMessage) -> RawArticle:
    """The article with what the page says of itself, and where the browser found it."""
    place = _location(message).replace(" ", "")
    return replace(
        article,
        title=page.title or article.title,
        published=page.published,
        source=page.source,
        author=page.author,
        editor=page.editor,
        url=place if place.startswith(("http://", "https://")) else page.url,
    )


def _sniff(sample: Sample) -> bool:
    head = _COUNTED.sub(b"", sample.head)
    top = head.replace(b"\r\n", b"\n").split(b"\n\n")[0]
    return _MBOX.match(head) is not None or (
        len({name.lower() for name in _HEADERS.findall(top)}) >= 4
        and _HEADERS.match(head) is not None
    )


MAIL = Format("mail", (".eml", ".emlx", ".mbox", ".mht", ".mhtml"), _sniff, _read)
