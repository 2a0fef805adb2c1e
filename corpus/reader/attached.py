"""The files that are attached to a mail: which of its parts they are, and what they are called."""

import base64
import mimetypes
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from typing import Final

from corpus.article import ReadError
from corpus.one_line import one_line
from corpus.reader.base import Enclosed, ReadOptions
from corpus.reader.decode import decode
from corpus.reader.mail_head import read_header
from corpus.reader.walk import is_wanted
from corpus.surrogates import SURROGATE

# What mailers send along and no article is in: pictures, signatures, invitations, cards.
_PASSED_OVER: Final = re.compile(
    "(?:image|audio|video|font)/|application/(?:pgp-|(?:x-)?pkcs7-)|text/(?:calendar|(?:x-)?vcard)"
)
_ENDS: Final = (".ics", ".vcf", ".p7s", ".asc", ".sig")  # of their names
# What is a file though its part does not say so, nor how it is called.
_DOCUMENTS: Final = re.compile(
    r"application/(?:pdf|msword|rtf|epub\+zip|(?:x-)?zip|vnd\.(?:openxmlformats|ms-|oasis))"
)
_NAME: Final = re.compile(r"\b(?:file)?name=(?:\"([^\"]+)\"|([^\s;\"]+))")
_ANY: Final = "application/octet-stream"
_BODY: Final = ("text/plain", "text/html")


def attached(message: EmailMessage, address: str, options: ReadOptions) -> Iterator[Enclosed]:
    """The files of a mail, in its order, without those of mails that are forwarded within it.

    Passed over are pictures, sound, signatures, and what `ReadOptions.exclude` leaves out. Of two
    files with one name the second has a number behind its address.

    Args:
        message: The mail.
        address: The mail's, before the files' own names.
        options: What is left out.
    """
    times: dict[str, int] = {}
    for part in file_parts(message):
        name = _name(part)
        if name.lower().endswith(_ENDS) or not is_wanted(name, replace(options, include=())):
            continue
        times[name] = times.get(name, 0) + 1
        again = f"~{times[name]}" if times[name] > 1 else ""
        yield Enclosed(f"{address}#{name}{again}", name, base64.b64encode(_bytes(part)).decode())


def file_parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a mail that are files, and may hold articles by their kind."""
    kind = message.get_content_type()
    if kind.startswith("message/") or _PASSED_OVER.match(kind):
        return
    payload = message.get_payload()
    if isinstance(payload, list):
        for part in payload:
            if isinstance(part, EmailMessage):
                yield from file_parts(part)
    elif message.is_attachment() or _DOCUMENTS.match(kind):
        yield message
    elif kind not in _BODY and message.get_filename():
        yield message


def _name(part: EmailMessage) -> str:
    """The name of a file without any folders, made up where it has none that can be read."""
    given = name = str(part.get_filename() or "")
    if SURROGATE.search(name) or "\ufffd" in name or "=?" in name:
        heads = (read_header(part, head) for head in ("Content-Disposition", "Content-Type"))
        found = next(filter(None, map(_NAME.search, heads)), None)
        name = (found[1] or found[2]) if found else ""
    name = one_line(re.split(r"[/\\]", name)[-1])
    kind = part.get_content_type()
    guessed = "" if kind == _ANY else mimetypes.guess_extension(kind)
    return name or f"attachment{os.path.splitext(given)[1] or guessed or ''}"


def _bytes(part: EmailMessage) -> bytes:
    """What the file holds; a plain text as UTF-8, where its part says in which encoding it is."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    label = part.get_param("charset", "")
    if part.get_content_type() != "text/plain" or not isinstance(label, str) or not label:
        return data
    try:
        return decode(data, label=label).encode()
    except ReadError:
        return data
