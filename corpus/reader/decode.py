"""Bytes → text, in the encoding that they are in."""

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from corpus.article import ReadError
from corpus.reader.base import too_large
from corpus.reader.encodings import (
    BINARY_SHARE,
    BLOCK,
    CHINESE,
    CONTROLS,
    detect,
    find_sample,
)
from corpus.reader.mixed import MIXED, has_utf8
from corpus.surrogates import SURROGATE


def decode(data: bytes, label: str = "") -> str:
    r"""The text of the bytes, with ``\n`` for line ends and no byte order mark.

    Raises:
        ReadError: The bytes are no text, or no encoding fits for sure.
    """
    return read_text(io.BytesIO(data), max_bytes=len(data), label=label)


def read_text(stream: BinaryIO, *, max_bytes: int, label: str = "") -> str:
    r"""The text of a whole stream, with ``\n`` for line ends and no byte order mark.

    It is decoded block by block: beside the text itself no more than another copy is held.

    Raises:
        ReadError: The bytes are no text, no encoding fits for sure, or they are over the limit.
    """
    encoding = detect(find_sample(stream), label)
    decoder = io.IncrementalNewlineDecoder(
        codecs.getincrementaldecoder(encoding)("strict"), translate=True
    )
    parts: list[str] = []
    done = 0
    while block := stream.read(BLOCK):
        if done + len(block) > max_bytes:
            raise too_large(max_bytes)
        parts.append(_decode_block(decoder, block, done, encoding))
        done += len(block)
    parts.append(_decode_block(decoder, b"", done, encoding, final=True))
    return "".join(parts).removeprefix("\ufeff")


def read_lines(stream: BinaryIO, *, max_bytes: int) -> Iterator[str | None]:
    """The lines of a stream, one by one, without their ends; None for each that cannot be decoded.

    A line over ``max_bytes`` (counted in characters) is None too; the rest of it is passed over.

    Raises:
        ReadError: The bytes are no text, or no encoding fits for sure.
    """
    encoding = detect(find_sample(stream))
    # Broken bytes come out as surrogates: the line that holds them is lost, not the file.
    errors = "surrogatepass" if "16" in encoding else "surrogateescape"
    lines = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="\n")
    try:
        while line := lines.readline(max_bytes + 1):
            if len(line) > max_bytes and not line.endswith("\n"):
                _pass_over(lines, max_bytes)
                yield None
            else:
                yield None if _is_broken(line, encoding) else line.rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise _damaged(encoding, error.start) from error
    finally:
        lines.detach()


def _is_broken(line: str, encoding: str) -> bool:
    """Whether a decoded line holds broken bytes, or what is UTF-8 in a file that is not."""
    if SURROGATE.search(line):
        return True
    return encoding in CHINESE and not line.isascii() and has_utf8(line.encode(encoding))


def _pass_over(lines: io.TextIOWrapper, step: int) -> None:
    while (rest := lines.readline(step)) and not rest.endswith("\n"):
        pass


def _decode_block(
    decoder: io.IncrementalNewlineDecoder,
    block: bytes,
    done: int,
    encoding: str,
    *,
    final: bool = False,
) -> str:
    if encoding in CHINESE and has_utf8(block):
        raise ReadError(MIXED)
    try:
        text = decoder.decode(block, final=final)
    except UnicodeDecodeError as error:
        raise _damaged(encoding, done + error.start) from error
    if "\0" in text or len(CONTROLS.findall(text)) > BINARY_SHARE * len(text) + 3:
        told = "holds binary data near byte {byte}, so it is no text; give the text alone"
        raise ReadError(told, byte=done)
    return text


def _damaged(encoding: str, byte: int) -> ReadError:
    told = "is {encoding} but damaged near byte {byte}; save it again from its original"
    return ReadError(told, encoding=encoding, byte=byte)
