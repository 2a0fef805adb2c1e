"""The formats that are read, and which one a source is of."""

from corpus.article import ReadError
from corpus.reader.base import Format, Reading, ReadOptions, Source
from corpus.reader.jsonl import JSONL
from corpus.reader.limited import unpack
from corpus.reader.markdown import MARKDOWN
from corpus.reader.txt import TXT

FORMATS: tuple[Format, ...] = (TXT, MARKDOWN, JSONL)
_HEAD = 4096
_DEPTH = 3  # packings within packings


def choose(head: bytes, name: str) -> Format:
    """The format of a file: what its content says beyond doubt, else its suffix, else plain text.

    Where several formats fit, the first of `FORMATS` is taken.
    """
    by_content = (format_ for format_ in FORMATS if format_.sniff(head))
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
    if unpacked is None:
        yield from choose(head, source.name).read(source, options)
        return
    if depth == _DEPTH:
        raise ReadError(f"is packed more than {_DEPTH} times over; unpack it yourself")
    stream, name = unpacked
    yield from read_source(Source(stream, source.address, name), options, depth + 1)
