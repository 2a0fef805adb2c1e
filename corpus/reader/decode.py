"""Bytes → text: which encoding fits, strictly, and a plain refusal where none does."""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from corpus.article import ReadError
from corpus.reader.base import too_large
from corpus.reader.common_characters import COMMON
from corpus.reader.misread import MISREAD, was_misread
from corpus.reader.mixed import MIXED, has_utf8
from corpus.surrogates import SURROGATE

_BLOCK = 256 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDE = ("utf-16-le", "utf-16-be")
_CHINESE = ("gb18030", "big5hkscs")
_GUESSES = (*_CHINESE, *_WIDE)
# What a label says is not always what was meant: the wider encoding reads both.
_LABELS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "iso8859-1": "cp1252",
    "ascii": "utf-8",
}
_SCORED = 5000  # characters are enough to judge by
_FEW = 4  # characters beyond ASCII, and fewer prove nothing
_SURE = 0.4  # the share of common characters that the right decoding must reach
_MARGIN = 2.0  # and how many times it must beat the next best by
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY_SHARE = 0.02  # of control characters: more is no text
_UNSURE = "fits no encoding for sure (UTF-8, UTF-16, GB18030, Big5); save it as UTF-8"


@dataclass(frozen=True, slots=True)
class _Candidate:
    encoding: str
    share: float


def detect(sample: bytes, label: str = "") -> str:
    """The name of the Python codec that reads the sample, which may end within a character.

    A byte order mark decides; else what is strictly UTF-8 is UTF-8; else GB18030, Big5-HKSCS and
    UTF-16 are tried strictly, and the one wins whose text has by far the largest share of common
    characters. Where none does, the label decides if it fits strictly and is not beaten. What is
    UTF-8 in parts may fit another encoding by chance, and is refused; so is UTF-8 of what was
    decoded wrongly before.

    Args:
        sample: The beginning of the bytes.
        label: The encoding that the file itself or its mail claims, empty where it claims none.

    Raises:
        ReadError: The bytes are no text, or no encoding fits for sure.
    """
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return encoding
    text = None if b"\0" in sample else _try(sample, "utf-8")
    if text is not None:
        if _is_doubtful(text, sample):
            raise ReadError(_UNSURE)
        if was_misread(text):
            raise ReadError(MISREAD)
        return "utf-8"
    if has_utf8(sample):
        raise _refusal(sample)
    candidates = sorted(_candidates(sample, _GUESSES), key=lambda c: -c.share)
    if _is_sure(candidates):
        return candidates[0].encoding
    labelled = _candidates(sample, (codec_name(label),)) if label else []
    if labelled and all(c.share <= labelled[0].share for c in candidates):
        return labelled[0].encoding
    raise _refusal(sample)


def codec_name(label: str) -> str:
    """The codec that a label means, ``utf-8`` where Python does not know the label."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):  # ValueError: a NUL in the label
        return "utf-8"
    return _LABELS.get(name, name)


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
    while block := stream.read(_BLOCK):
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
    return encoding in _CHINESE and not line.isascii() and has_utf8(line.encode(encoding))


def find_sample(stream: BinaryIO) -> bytes:
    """The first block that is not plain ASCII, else the last; the stream is rewound."""
    sample = block = stream.read(_BLOCK)
    while block and block.isascii() and b"\0" not in block:
        sample, block = block, stream.read(_BLOCK)
    stream.seek(0)
    return block or sample


def _pass_over(lines: io.TextIOWrapper, step: int) -> None:
    while (rest := lines.readline(step)) and not rest.endswith("\n"):
        pass


def _try(sample: bytes, encoding: str) -> str | None:
    """The sample's text, None where it does not fit; a character cut at the end is left out."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(
            sample, final=len(sample) < _BLOCK
        )
    except UnicodeDecodeError:
        return None


def _is_doubtful(text: str, sample: bytes) -> bool:
    """Whether a few Chinese characters in GB18030 may have passed for Greek letters in UTF-8."""
    beyond = [c for c in text if not c.isascii()] if len(text) < _BLOCK else []
    if not 0 < len(beyond) < 3 * _FEW or not all("\u00c0" <= c < "\u0800" for c in beyond):
        return False
    chinese = [c for c in _try(sample, "gb18030") or "" if not c.isascii()]
    return 2 * sum(c in COMMON for c in chinese) >= len(chinese) > 0


def _candidates(sample: bytes, encodings: tuple[str, ...]) -> list[_Candidate]:
    texts = ((encoding, _try(sample, encoding)) for encoding in encodings)
    return [_Candidate(name, _share(text, name)) for name, text in texts if text is not None]


def _share(text: str, encoding: str) -> float:
    """The share of common characters: beyond ASCII, or of all where ASCII is evidence too."""
    if _CONTROLS.search(text):
        return 0.0
    if encoding in _WIDE:
        judged = text[:_SCORED]
        known = sum(c in COMMON or c.isascii() for c in judged)
    else:
        judged = "".join(c for c in text if not c.isascii())[:_SCORED]
        if len(judged) < _FEW:
            return 0.0
        known = sum(c in COMMON for c in judged)
    return known / len(judged) if judged else 0.0


def _is_sure(candidates: list[_Candidate]) -> bool:
    if not candidates or candidates[0].share < _SURE:
        return False
    return len(candidates) == 1 or candidates[0].share >= _MARGIN * candidates[1].share


def _refusal(sample: bytes) -> ReadError:
    controls = len(_CONTROLS.findall(sample.decode("latin-1")))
    if b"\0" in sample or controls > _BINARY_SHARE * len(sample):
        return ReadError("is binary, not text; give a text file, or a format that Chuchu reads")
    text = sample.decode("utf-8", "ignore")
    if len(text.encode()) > 0.9 * len(sample) and not text.isascii():
        return ReadError("is damaged UTF-8; save it again as UTF-8 from its original")
    return ReadError(MIXED if has_utf8(sample) else _UNSURE)


def _decode_block(
    decoder: io.IncrementalNewlineDecoder,
    block: bytes,
    done: int,
    encoding: str,
    *,
    final: bool = False,
) -> str:
    if encoding in _CHINESE and has_utf8(block):
        raise ReadError(MIXED)
    try:
        text = decoder.decode(block, final=final)
    except UnicodeDecodeError as error:
        raise _damaged(encoding, done + error.start) from error
    if "\0" in text or len(_CONTROLS.findall(text)) > _BINARY_SHARE * len(text) + 3:
        told = "holds binary data near byte {byte}, so it is no text; give the text alone"
        raise ReadError(told, byte=done)
    return text


def _damaged(encoding: str, byte: int) -> ReadError:
    told = "is {encoding} but damaged near byte {byte}; save it again from its original"
    return ReadError(told, encoding=encoding, byte=byte)
