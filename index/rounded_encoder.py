"""Encoders whose passages go through products of 8-bit numbers, and whose questions do not.

Many passages are encoded once, a question each time: so a passage is where work can be spared, and
a question is where it cannot. Both kinds of vectors can be compared, since the passages' are nearly
those that the exact encoder gives.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from corpus.once import once
from index.bert import BertEncoder, encode
from index.encoder_files import PROMPTS
from index.encoder_folder import NAME
from index.layer_files import read_columns, read_layers
from index.network import Network
from index.rounded import RoundedNetwork
from index.weights import Matrix

_REVISION: Final = 1  # raise it when the same file gives other rows: they are encoded again then


@dataclass(frozen=True, slots=True)
class Rounding:
    """How passages are encoded instead of exactly.

    Attributes:
        name: What the encoder's fingerprint begins with.
        file: What it needs beside the exact encoder's weights.
        read: Makes the passages' network of that file and of the exact encoder's; may raise
            EncoderError.
    """

    name: str
    file: Path
    read: Callable[[Path, Network], Network]

    def fingerprint(self, exact: str) -> str:
        """The name, and eight digits for the file and for the exact encoder's fingerprint."""
        digest = sha256(f"{_REVISION} {exact} {_digest(self.file)}".encode())
        return f"{self.name}-{digest.hexdigest()[:8]}"


def read_whole(columns: Path, exact: Network) -> Network:
    """All layers of the exact network in 8 bits, but for the columns that a file names.

    Raises:
        EncoderError: The file is broken.
    """
    return RoundedNetwork(exact, read_columns(columns))


def read_student(layers: Path, exact: Network) -> Network:
    """The layers of a file, in 8 bits, over the exact network's words.

    Raises:
        EncoderError: The file is broken.
    """
    taught, columns = read_layers(layers)
    return RoundedNetwork(exact.with_layers(taught), columns)


_HERE: Final = Path(__file__).parent
# The default encoder: all layers that questions go through.
WHOLE: Final = Rounding(f"{NAME}-8bit", _HERE / "columns.json", read_whole)
# The fast encoder: fewer layers, taught to give the exact encoder's vectors (`training.student`).
FAST: Final = Rounding(f"{NAME}-fast", _HERE / "fast" / "layers.safetensors", read_student)


class RoundedEncoder:
    """Encodes passages as a rounding says, and questions exactly.

    Args:
        exact: The encoder of questions, over whose words the passages' network stands.
        rounding: How passages are encoded; its network is made when the first comes.

    Raises:
        OSError: The rounding's file cannot be read.
    """

    def __init__(self, exact: BertEncoder, rounding: Rounding) -> None:
        self._exact = exact
        self._fingerprint = rounding.fingerprint(exact.fingerprint)
        self._network = once(lambda: rounding.read(rounding.file, exact.network))

    @property
    def fingerprint(self) -> str:
        """The rounding's name, and eight digits for its file and the exact encoder."""
        return self._fingerprint

    @property
    def dim(self) -> int:
        """The number of columns of every matrix it returns."""
        return self._exact.dim

    def encode_queries(self, texts: Sequence[str], language: str = "") -> Matrix:
        """One row a question: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        return self._exact.encode_queries(texts, language)

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """One row a passage: float32, (n, dim), rows of unit length; n = 0 gives (0, dim).

        Raises:
            EncoderError: The rounding's file is broken.
        """
        prompted = [PROMPTS["document"] + text for text in texts]
        return encode(self._network(), self._exact.pieces, prompted)


@cache
def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
