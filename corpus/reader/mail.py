"""Mail: EML, mailboxes, web pages saved as MIME; the body of each message is an article."""

import email
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from typing import BinaryIO

from corpus.article import RawArticle, ReadError, digest
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Sample, Source
from corpus.reader.decode import decode
from corpus.reader.html import read_page

_HEADERS = re.compile(
    rb"^(?:Received|Return-Path|Message-ID|MIME-Version|Subject|From|To|Date|Content-Type):",
    re.M | re.I,
)
_MBOX = re.compile(rb"\AFrom \S+ .{10,60}\n")
_MESSAGE = "this message {problem}"


def _read(source: Source, options: ReadOptions) -> Reading:
    for number, data in enumerate(_messages(source.stream), 1):
        try:
            yield _article(data, source.address)
        except ReadError as error:
            yield ReadFailure(f"{source.address}:message {number}", _MESSAGE.format(problem=error))


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The messages of a mailbox one by one, or the one message that the stream is."""
    if not stream.read(5).startswith(b"From "):
        stream.seek(0)
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


def _article(data: bytes, address: str) -> RawArticle:
    message = email.message_from_bytes(data, policy=default)
    if not isinstance(message, EmailMessage):
        raise ReadError("is no mail; save it again as EML")
    head = {name: _header(message, name) for name in ("Subject", "From", "Date", "Message-ID")}
    record = head["Message-ID"].strip("<> ")
    text, title = _body(message)
    return RawArticle(
        text=text,
        address=f"{address}#{record or digest(head['Subject'], text)}",
        record=record,
        title=head["Subject"] or title,
        published=head["Date"],
        author=head["From"],
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, "")).strip()
    except (ValueError, IndexError, AttributeError, TypeError, KeyError):
        return ""  # the library's header parser stumbles over hostile ones: as good as none


def _body(message: EmailMessage) -> tuple[str, str]:
    """The text of the message's main part, and its title where it is a page.

    Raises:
        ReadError: There is none.
    """
    parts = [part for kind in ("plain", "html") for part in _parts(message, kind)]
    if not parts:
        raise ReadError("has no body of text; give one with an article in it")
    for part in parts:  # newsletters have a plain one that is blank beside a page that is not
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            return _text(part, payload)
    raise ReadError("has an empty body; give one with an article in it")


def _text(part: EmailMessage, payload: bytes) -> tuple[str, str]:
    label = part.get_param("charset", "")
    text = decode(payload, label=label if isinstance(label, str) else "")
    if part.get_content_subtype() == "html":
        page = read_page(text)
        return page.text, page.title
    return text.strip(), ""


def _parts(message: EmailMessage, kind: str) -> Iterator[EmailMessage]:
    for part in message.walk():
        if part.get_content_type() == f"text/{kind}" and not part.is_attachment():
            yield part


def _sniff(sample: Sample) -> bool:
    top = sample.head.replace(b"\r\n", b"\n").split(b"\n\n")[0]
    return _MBOX.match(sample.head) is not None or (
        len({name.lower() for name in _HEADERS.findall(top)}) >= 4
        and _HEADERS.match(sample.head) is not None
    )


MAIL = Format("mail", (".eml", ".mbox", ".mht", ".mhtml"), _sniff, _read)
