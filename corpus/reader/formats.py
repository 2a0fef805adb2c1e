"""The formats that are read, and which one a source is of."""

from corpus.article import ReadError
from corpus.reader.archive import Members, opener_of
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Sample, Source
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
from corpus.reader.pdf import PDF
from corpus.reader.tables import CSV
from corpus.reader.txt import TXT
from corpus.reader.walk import system_reason
from corpus.reader.xlsx import XLSX
from corpus.reader.zips import member_names

# Parsed by libraries that hostile files may stop or blow up: in a process of their own.
FOREIGN: tuple[Format, ...] = (PDF, DOCX, XLSX, EPUB, FEED, HTML, MAIL, JSON)
FORMATS: tuple[Format, ...] = (*map(isolated, FOREIGN), TXT, MARKDOWN, JSONL, CSV)
_HEAD = 4096
_DEPTH = 3  # archives and packings within one another


def choose(sample: Sample, name: str) -> Format:
    """The format of a file: what its content says beyond doubt, else its suffix, else plain text.

    Where several formats fit, the first of `FORMATS` is taken.
    """
    by_content = (format_ for format_ in FORMATS if format_.sniff(sample))
    by_name = (format_ for format_ in FORMATS if name.lower().endswith(format_.suffixes))
    return next(by_content, None) or next(by_name, TXT)


def read_source(source: Source, options: ReadOptions, depth: int = 0) -> Reading:
    """The articles and failures of a source, packed or not, in its own order.

    Raises:
        ReadError: Nothing more of it can be read.
        OSError: The same, for a reason of the system's.
    """
    head = source.stream.read(_HEAD)
    source.stream.seek(0)
    unpacked = unpack(source.stream, source.name, head)
    if unpacked:
        stream, name = unpacked
        _check_depth(depth)
        yield from read_source(Source(stream, source.address, name), options, depth + 1)
        return
    sample = _sample(source, head)
    members = opener_of(sample)
    format_ = choose(sample, source.name)
    if members is None or (sample.members and format_ is not TXT):
        yield from format_.read(source, options)
        return
    _check_depth(depth)
    yield from _read_members(members(source, options), options, depth)


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


def _sample(source: Source, head: bytes) -> Sample:
    is_zip = head.startswith(b"PK\x03\x04")
    return Sample(head, member_names(source.stream) if is_zip else frozenset())


def _check_depth(depth: int) -> None:
    if depth >= _DEPTH:
        raise ReadError(f"is packed more than {_DEPTH} times over; unpack it yourself")
