"""The Encoder protocol, and the sentence-transformers encoder."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from index.bert import BertEncoder
from index.encoder_folder import NAME, encodable, fingerprint, own_folder
from index.pieces import MAX_TOKENS
from index.rounded_encoder import FAST, WHOLE, RoundedEncoder, Rounding
from index.weights import EncoderError, Matrix

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# What may be named, and how passages are encoded then: exactly, where nothing says otherwise.
_OWN: Final[dict[str, Rounding | None]] = {
    "": WHOLE,
    "default": WHOLE,
    WHOLE.name: WHOLE,
    "fast": FAST,
    FAST.name: FAST,
    "exact": None,
    NAME: None,
}
# The layers that English questions go through last (`training.english_questions`).
ENGLISH: Final = Path(__file__).parent / "english" / "layers.safetensors"
_BATCH: Final = 8  # larger ones are slower on processors: they fall out of the cache

__all__ = [
    "Encoder",
    "EncoderError",
    "Matrix",
    "SentenceTransformerEncoder",
    "fingerprint_of",
    "open_encoder",
    "own_name",
]


class Encoder(Protocol):
    """Turns texts into vectors whose inner product says how near their meanings are."""

    @property
    def fingerprint(self) -> str:
        """Names the weights and how they are used; different ones are never compared."""
        ...

    @property
    def dim(self) -> int:
        """The number of columns of every matrix it returns."""
        ...

    def encode_queries(self, texts: Sequence[str], language: str = "") -> Matrix:
        """One row a question: float32, (n, dim), rows of unit length; n = 0 gives (0, dim).

        Args:
            texts: Questions, or what stands for one beside it.
            language: "zh-Hans", "zh-Hant" or "en": that of the question; empty where unknown.
        """
        ...

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """One row a passage: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        ...


def own_name(known: str) -> str:
    """The name of our own encoder whose fingerprint this is, or once was; empty for another's."""
    name = known.rpartition("-")[0]
    return name if name in (NAME, WHOLE.name, FAST.name) else ""


def open_encoder(name: str = "default") -> Encoder:
    """The encoder of that name, ready to encode.

    Args:
        name: ``""`` or ``"default"`` for the default encoder, ``"fast"`` for the fast one,
            ``"exact"`` or ``"multilingual-e5-small"`` for the one that both are nearly like; else
            the folder, or the name of a downloaded one, that sentence-transformers can open.

    Raises:
        EncoderError: There is no such encoder on this machine, or it is broken.
    """
    if name not in _OWN:
        return SentenceTransformerEncoder(_find_folder(name), Path(name).name)
    rounding, exact = _OWN[name], BertEncoder(own_folder(), NAME, ENGLISH)
    return RoundedEncoder(exact, rounding) if rounding else exact


def fingerprint_of(name: str = "default") -> str:
    """The fingerprint of the encoder of that name, without loading it.

    Raises:
        EncoderError: There is no such encoder on this machine.
    """
    if name not in _OWN:
        return fingerprint(_find_folder(name), Path(name).name)
    rounding, exact = _OWN[name], fingerprint(own_folder(), NAME)
    return rounding.fingerprint(exact) if rounding else exact


class SentenceTransformerEncoder:
    """An encoder that sentence-transformers runs, from this machine's files alone.

    Questions and passages get the prompts that the encoder itself declares ("query", and
    "document" or "passage"), and none where it declares none. Texts over 512 tokens are cut, or
    over the encoder's own length where that is less.

    Args:
        folder: Where its files are.
        name: What the fingerprint begins with; the folder's name where not given.

    Raises:
        EncoderError: sentence-transformers cannot open the folder.
    """

    def __init__(self, folder: Path, name: str = "") -> None:
        self._network = _load(folder)
        self._network.max_seq_length = min(self._network.max_seq_length or MAX_TOKENS, MAX_TOKENS)
        prompts = self._network.prompts
        self._query_prompt = prompts.get("query") or ""
        self._passage_prompt = prompts.get("document") or prompts.get("passage") or ""
        self._dim = len(self._rows(["?"])[0])
        self._fingerprint = fingerprint(folder, name or folder.name)

    @property
    def fingerprint(self) -> str:
        """The encoder's name, and eight digits for the files of its folder."""
        return self._fingerprint

    @property
    def dim(self) -> int:
        """The number of columns of every matrix it returns."""
        return self._dim

    def encode_queries(self, texts: Sequence[str], language: str = "") -> Matrix:
        """One row a question: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        return self._encode(self._query_prompt, texts)

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """One row a passage: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        return self._encode(self._passage_prompt, texts)

    def _encode(self, prompt: str, texts: Sequence[str]) -> Matrix:
        if not texts:
            return np.empty((0, self._dim), dtype=np.float32)
        return self._rows([encodable(prompt + text) for text in texts])

    def _rows(self, texts: list[str]) -> Matrix:
        rows = self._network.encode(
            texts,
            prompt="",  # the texts have it already
            batch_size=_BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(rows, dtype=np.float32)


def _find_folder(name: str) -> Path:
    """The folder of that name, or the one where the hub's client keeps the download."""
    from huggingface_hub import snapshot_download  # noqa: PLC0415  slow: only for other encoders

    if Path(name).is_dir():
        return Path(name)
    repository = name if "/" in name else f"sentence-transformers/{name}"
    try:
        return Path(snapshot_download(repository, local_files_only=True))
    except (OSError, ValueError) as error:
        raise EncoderError(
            f"there is no encoder {name!r} on this machine: name the folder of a "
            f"sentence-transformers encoder, or leave the setting empty for the default one"
        ) from error


def _load(folder: Path) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415  takes seconds
    from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415  as above

    disable_progress_bar()
    try:
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise EncoderError(
            f"{folder} cannot be opened as a sentence-transformers encoder ({error}); name one that"
            " sentence-transformers saved, or leave the setting empty for the default one"
        ) from error
