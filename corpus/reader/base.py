"""What every reader shares: its options, its failures, and the description of a format."""

import codecs
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from corpus.article import RawArticle, ReadError


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What is read, and how much of it at most.

    Attributes:
        include: File name patterns (``*.txt``, ``2023/**``); empty means every file of a folder.
        exclude: File name patterns that are left out, even where ``include`` names them.
        text_column: The field or column that holds the text, where its name is not a usual one.
        max_bytes: The largest text or record that is read, in bytes.
        seconds: How long the reading of one PDF, web page, Word file and the like may take.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    text_column: str = ""
    max_bytes: int = 256 * 1024 * 1024
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """Something that could not be read, while everything around it was.

    Attributes:
        where: The path, ``path:line`` for a record of a line, or ``archive#member``.
        reason: One sentence that says what is wrong and what to do.
    """

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that another one carries, as a mail does its attachments; read as a file by itself.

    Attributes:
        address: What its articles are addressed by; see `RawArticle`.
        name: Its file name, for the suffix.
        data: Its bytes in base 64: so they pass through JSON.
    """

    address: str
    name: str
    data: str


DEFAULTS = ReadOptions()
Reading = Iterator[RawArticle | ReadFailure]
Finding = Iterator[RawArticle | ReadFailure | Enclosed]


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or one member of an archive, ready to be read.

    Attributes:
        stream: Its bytes; can seek, and stands at the beginning.
        address: What its articles are addressed by; see `RawArticle`.
        name: Its file name, for the suffix.
    """

    stream: BinaryIO
    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Sample:
    """What a format is known by: the first bytes, and the members' names if it is a ZIP file."""

    head: bytes
    members: frozenset[str] = frozenset()

    @property
    def markup(self) -> bytes:
        """The first bytes as markup is looked for in them: in UTF-8, without a mark before it."""
        if self.head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return self.head.decode("utf-16", "ignore").encode()
        return self.head.removeprefix(codecs.BOM_UTF8)


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file that holds articles.

    Attributes:
        name: What people call it.
        suffixes: The ends of file names that mean it, lower case, with the dot.
        sniff: Whether a file with this sample is of this kind beyond doubt.
        read: Yields the articles and failures of a source, and the files that it carries; may
            raise `ReadError` or `OSError` where nothing more can be read.
    """

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[Sample], bool]
    read: Callable[[Source, ReadOptions], Finding]


def next_told(lines: Sequence[str], place: int) -> int:
    """The first line from a place on that is not blank; behind the last where there is none."""
    return next((at for at in range(place, len(lines)) if lines[at].strip()), len(lines))


def too_large(max_bytes: int) -> ReadError:
    """The error for a text or record of more than ``max_bytes``."""
    size = f"{max_bytes / 1024 / 1024:g} MB"
    return ReadError("holds a text of more than {size}; divide it into smaller files", size=size)
