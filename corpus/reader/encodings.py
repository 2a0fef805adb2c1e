"""Bytes → which encoding they are in, strictly; a plain refusal where none fits for sure."""

import codecs
import re
from dataclasses import dataclass
from typing import BinaryIO, Final

from corpus.article import ReadError
from corpus.reader.common_characters import COMMON
from corpus.reader.misread import MISREAD, was_misread
from corpus.reader.mixed import MIXED, has_utf8

BLOCK: Final = 256 * 1024  # bytes of a sample, and that are decoded at once
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDE = ("utf-16-le", "utf-16-be")
CHINESE: Final = ("gb18030", "big5hkscs")
_GUESSES = (*CHINESE, *_WIDE)
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
CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
BINARY_SHARE: Final = 0.02  # of control characters: more is no text
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


def find_sample(stream: BinaryIO) -> bytes:
    """The first block that is not plain ASCII, else the last; the stream is rewound."""
    sample = block = stream.read(BLOCK)
    while block and block.isascii() and b"\0" not in block:
        sample, block = block, stream.read(BLOCK)
    stream.seek(0)
    return block or sample


def _try(sample: bytes, encoding: str) -> str | None:
    """The sample's text, None where it does not fit; a character cut at the end is left out."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(
            sample, final=len(sample) < BLOCK
        )
    except UnicodeDecodeError:
        return None


def _is_doubtful(text: str, sample: bytes) -> bool:
    """Whether a few Chinese characters in GB18030 may have passed for Greek letters in UTF-8."""
    beyond = [c for c in text if not c.isascii()] if len(text) < BLOCK else []
    if not 0 < len(beyond) < 3 * _FEW or not all("\u00c0" <= c < "\u0800" for c in beyond):
        return False
    chinese = [c for c in _try(sample, "gb18030") or "" if not c.isascii()]
    return 2 * sum(c in COMMON for c in chinese) >= len(chinese) > 0


def _candidates(sample: bytes, encodings: tuple[str, ...]) -> list[_Candidate]:
    texts = ((encoding, _try(sample, encoding)) for encoding in encodings)
    return [_Candidate(name, _share(text, name)) for name, text in texts if text is not None]


def _share(text: str, encoding: str) -> float:
    """The share of common characters: beyond ASCII, or of all where ASCII is evidence too."""
    if CONTROLS.search(text):
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
    controls = len(CONTROLS.findall(sample.decode("latin-1")))
    if b"\0" in sample or controls > BINARY_SHARE * len(sample):
        return ReadError("is binary, not text; give a text file, or a format that Chuchu reads")
    text = sample.decode("utf-8", "ignore")
    if len(text.encode()) > 0.9 * len(sample) and not text.isascii():
        return ReadError("is damaged UTF-8; save it again as UTF-8 from its original")
    return ReadError(MIXED if has_utf8(sample) else _UNSURE)
