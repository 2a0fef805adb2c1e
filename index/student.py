"""The fast encoder: passages through eight layers of our own, questions as the default encoder.

The eight layers, which ship here, were taught to give the default encoder's vectors, so that what
either gives can be compared; `training.student` made them, and the model card beside them says how
good they are. Many passages are encoded once, a question each time: so a passage is where layers
can be spared, and a question is where they cannot.
"""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.once import once
from index.bert import BertEncoder, encode
from index.encoder_files import PROMPTS
from index.network import Network
from index.rounded import COLUMNS, RoundedNetwork
from index.weights import EncoderError, Matrix

if TYPE_CHECKING:
    import torch

    Tensors = dict[str, torch.Tensor]

_REVISION: Final = 1  # raise it when the same layers give other rows: they are encoded again then


def layers_file() -> Path:
    """The file of the fast encoder's layers: half precision, under BERT's names."""
    return Path(str(files("index").joinpath("fast", "layers.safetensors")))


def student_fingerprint(name: str, teacher: str) -> str:
    """The name, and eight digits for the layers and for the teacher of that fingerprint."""
    digest = sha256(f"{_REVISION} {teacher} {_layers_digest()}".encode())
    return f"{name}-{digest.hexdigest()[:8]}"


@cache
def _layers_digest() -> str:
    return sha256(layers_file().read_bytes()).hexdigest()


class StudentEncoder:
    """Encodes passages with a student's layers, and questions with its teacher.

    Args:
        teacher: The encoder whose words the layers stand on, and whose vectors they learnt to give.
        name: What its fingerprint begins with.

    Raises:
        OSError: The layers cannot be read.
    """

    def __init__(self, teacher: BertEncoder, name: str) -> None:
        self._teacher = teacher
        self._fingerprint = student_fingerprint(name, teacher.fingerprint)
        self._student = once(lambda: read_student(layers_file(), teacher.network))

    @property
    def fingerprint(self) -> str:
        """The encoder's name, and eight digits for the layers and the teacher."""
        return self._fingerprint

    @property
    def dim(self) -> int:
        """The number of columns of every matrix it returns."""
        return self._teacher.dim

    def encode_queries(self, texts: Sequence[str]) -> Matrix:
        """One row a question: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        return self._teacher.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """One row a passage: float32, (n, dim), rows of unit length; n = 0 gives (0, dim).

        Raises:
            EncoderError: The layers are broken.
        """
        prompted = [PROMPTS["document"] + text for text in texts]
        return encode(self._student(), self._teacher.pieces, prompted)


def read_student(layers: Path, teacher: Network) -> Network:
    """The layers of a file over the teacher's words, in 8 bits.

    Raises:
        EncoderError: The file is broken.
    """
    taught, columns = read_layers(layers)
    return RoundedNetwork(teacher.with_layers(taught), columns)


def read_layers(path: Path) -> "tuple[Tensors, Tensors]":
    """The layers of a file, float32, and by each product's name its columns.

    Raises:
        EncoderError: The file is broken.
    """
    from safetensors import SafetensorError  # noqa: PLC0415  with the next, imports torch
    from safetensors.torch import load_file  # noqa: PLC0415  as above

    try:
        found = load_file(path)
    except (OSError, SafetensorError) as error:
        raise EncoderError(f"{path} cannot be read: {error}; install Chuchu again") from error
    ending = f".{COLUMNS}"
    columns = {
        name.removesuffix(ending): found.pop(name) for name in list(found) if name.endswith(ending)
    }
    return {name: row.float() for name, row in found.items()}, columns
