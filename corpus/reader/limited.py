"""Compressed streams that give up where they swell beyond reason."""

import gzip
import io
import lzma
import os
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

from corpus.article import ReadError

# Text shrinks to a tenth, at best to a fiftieth; a bomb to a thousandth.
_RATIO = 200
_HARMLESS = 64 * 1024 * 1024  # bytes that are read whatever the ratio
MAX_EXPANDED = 4 * 1024 * 1024 * 1024


class LimitedStream(io.RawIOBase):
    """A stream that raises `ReadError` once it has given more than its bytes can honestly hold."""

    def __init__(self, stream: BinaryIO, packed: int, most: int = MAX_EXPANDED) -> None:
        self._stream = stream
        self._most = min(most, max(_HARMLESS, _RATIO * packed))

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
        except (EOFError, lzma.LZMAError, zlib.error, gzip.BadGzipFile) as error:
            raise ReadError("is cut off or damaged; fetch or pack it again") from error
        buffer[: len(data)] = data
        if self._stream.tell() > self._most:
            raise ReadError(
                f"unpacks to more than {self._most // 1024 // 1024} MB, as a bomb would; "
                "unpack it yourself if you trust it"
            )
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Goes to the place and gives it back."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """The place in the unpacked bytes."""
        return self._stream.tell()


def _gunzip(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream))


def _unxz(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, lzma.LZMAFile(stream))


_PACKINGS: tuple[tuple[bytes, str, Callable[[BinaryIO], BinaryIO]], ...] = (
    (b"\x1f\x8b", ".gz", _gunzip),
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
            return io.BufferedReader(limited), inner
    return None
