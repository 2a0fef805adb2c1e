"""The formats that are read, and which one a source is of."""

import base64
import io
from dataclasses import replace
from typing import BinaryIO

from corpus.article import ReadError
from corpus.reader.archive import Members, MembersOf, opener_of
from corpus.reader.base import (
    Enclosed,
    Format,
    ReadFailure,
    Reading,
    ReadOptions,
    Sample,
    Source,
)
from corpus.reader.docx import DOCX
from corpus.reader.epub import EPUB
from corpus.reader.feed import FEED
from corpus.reader.html import HTML
from corpus.reader.isolate import isolated
from corpus.reader.json_file import JSON
from corpus.reader.jsonl import JSONL
from corpus.reader.limited import unpack
from corpus.reader.mail import MAIL
from corpus.reader.markdown import MARKDOWN
from corpus.reader.newsml import NEWSML
from corpus.reader.pdf import PDF
from corpus.reader.refused import REFUSED
from corpus.reader.sheets import XLS
from corpus.reader.subtitles import SUBTITLES
from corpus.reader.tables import CSV
from corpus.reader.txt import TXT
from corpus.reader.walk import system_reason
from corpus.reader.xlsx import XLSX
from corpus.reader.zips import member_names

# Parsed by libraries that hostile files may stop or blow up: in a process of their own.
FOREIGN: tuple[Format, ...] = (PDF, DOCX, XLSX, XLS, EPUB, FEED, NEWSML, HTML, MAIL, JSON)
FORMATS: tuple[Format, ...] = (
    *(*map(isolated, FOREIGN), *REFUSED),
    *(TXT, MARKDOWN, JSONL, CSV, SUBTITLES),
)
_HEAD = 4096
MOST_DEPTH = 3  # archives and packings within one another


def choose(sample: Sample, name: str) -> Format:
    """The format of a file: what its content says beyond doubt, else its suffix, else plain text.

    Where several formats fit, the first of `FORMATS` is taken. What an archive holds uncompressed
    says nothing of the archive: that is known by its members alone.
    """
    known = replace(sample, head=b"") if sample.members else sample
    by_content = (format_ for format_ in FORMATS if format_.sniff(known))
    by_name = (format_ for format_ in FORMATS if name.lower().endswith(format_.suffixes))
    return next(by_content, None) or next(by_name, TXT)


def choose_way(sample: Sample, name: str) -> tuple[Format, MembersOf | None]:
    """The format of a file, and what gives its members where these are read in its place.

    An Office file or an e-book is a ZIP file too, and read as one file.
    """
    format_ = choose(sample, name)
    if sample.members and format_ is not TXT:
        return format_, None
    return format_, opener_of(sample)


def take_sample(stream: BinaryIO) -> Sample:
    """What a file is known by; the stream is rewound."""
    head = stream.read(_HEAD)
    stream.seek(0)
    is_zip = head.startswith(b"PK\x03\x04")
    return Sample(head, member_names(stream) if is_zip else frozenset())


def read_source(source: Source, options: ReadOptions, depth: int = 0) -> Reading:
    """The articles and failures of a source, packed or not, in its own order.

    Raises:
        ReadError: Nothing more of it can be read.
        OSError: The same, for a reason of the system's.
    """
    sample = take_sample(source.stream)
    unpacked = unpack(source.stream, source.name, sample.head)
    if unpacked:
        stream, name = unpacked
        _check_depth(depth)
        yield from read_source(Source(stream, source.address, name), options, depth + 1)
        return
    format_, members_of = choose_way(sample, source.name)
    if members_of is None:
        yield from _read_file(format_, source, options, depth)
        return
    _check_depth(depth)
    yield from _read_members(members_of(source, options), options, depth)


def _read_file(format_: Format, source: Source, options: ReadOptions, depth: int) -> Reading:
    """What one file holds, and what the files hold that it carries."""
    for found in format_.read(source, options):
        if isinstance(found, Enclosed):
            yield from _read_members(_opened(found, depth), options, depth)
        else:
            yield found


def _opened(enclosed: Enclosed, depth: int) -> Members:
    """The one file, or the failure that it is where it is packed too many times over."""
    try:
        _check_depth(depth)
    except ReadError as error:
        yield ReadFailure(enclosed.address, str(error))
        return
    stream = io.BytesIO(base64.b64decode(enclosed.data))
    yield Source(stream, enclosed.address, enclosed.name)


def _read_members(members: Members, options: ReadOptions, depth: int) -> Reading:
    """What the members hold; one that cannot be read does not stop the others."""
    for member in members:
        if isinstance(member, ReadFailure):
            yield member
            continue
        try:
            with member.stream:
                yield from read_source(member, options, depth + 1)
        except ReadError as error:
            yield ReadFailure(member.address, str(error))
        except OSError as error:
            yield ReadFailure(member.address, system_reason(error))


def _check_depth(depth: int) -> None:
    if depth >= MOST_DEPTH:
        told = "is packed more than {most} times over; unpack it yourself"
        raise ReadError(told, most=MOST_DEPTH)
