"""Compressed streams that give up where they swell beyond reason."""

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

from corpus.article import ReadError

MOST_UNPACKED = 4 * 1024 * 1024 * 1024  # bytes that anything packed may hold
CUT_OFF = "is cut off or damaged; fetch or pack it again"
_BOMB = "unpacks to more than {most} MB, as a bomb would; unpack it yourself if you trust it"
# Text shrinks to a tenth, at best to a fiftieth; a bomb to a thousandth.
_RATIO = 200
_HARMLESS = 64 * 1024 * 1024  # bytes that are read whatever the ratio
# What the standard library raises where packed bytes are cut off or not what they should be.
_DAMAGE = (
    *(EOFError, lzma.LZMAError, zlib.error, gzip.BadGzipFile),
    *(zipfile.BadZipFile, tarfile.TarError),
)


def most_unpacked(packed: int) -> int:
    """How many bytes so many packed ones can honestly hold."""
    return min(MOST_UNPACKED, max(_HARMLESS, _RATIO * packed))


class LimitedStream(io.RawIOBase):
    """A stream that raises `ReadError` once it has given more than its bytes can honestly hold."""

    def __init__(self, stream: BinaryIO, packed: int) -> None:
        self._stream = stream
        self._most = most_unpacked(packed)

    def readable(self) -> bool:
        """True."""
        return True

    def seekable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Fills the buffer and says how much; any damage is a `ReadError`."""
        try:
            data = self._stream.read(len(buffer))
        except _DAMAGE as error:
            raise ReadError(CUT_OFF) from error
        buffer[: len(data)] = data
        if self._stream.tell() > self._most:
            raise ReadError(_BOMB, most=self._most // 1024 // 1024)
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Goes to the place and gives it back."""
        try:
            return self._stream.seek(offset, whence)
        except _DAMAGE as error:
            raise ReadError(CUT_OFF) from error

    def tell(self) -> int:
        """The place in the unpacked bytes."""
        return self._stream.tell()


def buffered(stream: LimitedStream) -> BinaryIO:
    """The stream, read in large pieces."""
    return io.BufferedReader(stream, 256 * 1024)


def _gunzip(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream))


def _unxz(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, lzma.LZMAFile(stream))


def _unbz2(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, bz2.BZ2File(stream))


_PACKINGS: tuple[tuple[bytes, str, Callable[[BinaryIO], BinaryIO]], ...] = (
    (b"\x1f\x8b", ".gz", _gunzip),
    (b"BZh", ".bz2", _unbz2),
    (b"\xfd7zXZ\0", ".xz", _unxz),
)


def unpack(stream: BinaryIO, name: str, head: bytes) -> tuple[BinaryIO, str] | None:
    """The unpacked stream and its name without the packing's suffix; None where it is not packed.

    Nothing is unpacked before it is read. Reading raises `ReadError` for a bomb or for damage.
    """
    for magic, suffix, opener in _PACKINGS:
        if head.startswith(magic):
            packed = stream.seek(0, os.SEEK_END)
            stream.seek(0)
            limited = LimitedStream(opener(stream), packed)
            inner = name[: -len(suffix)] if name.lower().endswith(suffix) else name
            return buffered(limited), inner
    return None
