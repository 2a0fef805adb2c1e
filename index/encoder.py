"""The Encoder protocol, and the sentence-transformers encoder."""

import logging
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from index.encoder_folder import MAX_TOKENS, NAME, Progress, default_folder
from index.weights import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Matrix = NDArray[np.float32]

_BATCH: Final = 8  # larger ones are slower on processors: they fall out of the cache
_PROBE: Final = "query: 山西日報 reports, 2023年7月22日。"

logger = logging.getLogger(__name__)

__all__ = ["Encoder", "EncoderError", "Matrix", "SentenceTransformerEncoder", "open_encoder"]


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

    def encode_queries(self, texts: Sequence[str]) -> Matrix:
        """One row a question: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """One row a passage: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        ...


def open_encoder(name: str = "default", progress: Progress | None = None) -> Encoder:
    """The encoder of that name, ready to encode.

    Args:
        name: ``""``, ``"default"`` or ``"multilingual-e5-small"`` for the default encoder; else
            the folder, or the name of a downloaded one, that sentence-transformers can open.
        progress: Told in one line about each longer step of the default encoder's first time.

    Raises:
        EncoderError: There is no such encoder on this machine, or it is broken.
    """
    if name in ("", "default", NAME):
        return SentenceTransformerEncoder(default_folder(progress), name=NAME)
    return SentenceTransformerEncoder(name)


class SentenceTransformerEncoder:
    """An encoder that sentence-transformers runs, from this machine's files alone.

    Questions and passages get the prompts that the encoder itself declares ("query" and
    "document" or "passage"), and none where it declares none. Texts over its length are cut.

    Args:
        source: A folder, or the name of an encoder that has been downloaded.
        name: What the fingerprint begins with; the last part of the source where not given.

    Raises:
        EncoderError: Nothing can be opened under that name.
    """

    def __init__(self, source: str | Path, *, name: str = "") -> None:
        self._network = _load(str(source))
        self._network.max_seq_length = min(self._network.max_seq_length or MAX_TOKENS, MAX_TOKENS)
        self._dim = len(self._network.encode("", normalize_embeddings=True))
        prompts = self._network.prompts
        self._query_prompt = prompts.get("query") or ""
        self._passage_prompt = prompts.get("document") or prompts.get("passage") or ""
        self._fingerprint = f"{name or Path(source).name}-{self._digest()}"

    @property
    def fingerprint(self) -> str:
        """The name, and eight digits for the weights, the tokenizer, the prompts, the length."""
        return self._fingerprint

    @property
    def dim(self) -> int:
        """The number of columns of every matrix it returns."""
        return self._dim

    def encode_queries(self, texts: Sequence[str]) -> Matrix:
        """One row a question: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        return self._encode([self._query_prompt + text for text in texts])

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """One row a passage: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        return self._encode([self._passage_prompt + text for text in texts])

    def _encode(self, texts: list[str]) -> Matrix:
        if not texts:
            return np.empty((0, self._dim), dtype=np.float32)
        rows = self._network.encode(
            [_encodable(text) for text in texts],
            batch_size=_BATCH,
            prompt="",
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(rows, dtype=np.float32)

    def _digest(self) -> str:
        """Eight digits for what was loaded; only some of the weights are looked at."""
        digest = sha256(repr(self._network).encode())
        for part in (self._query_prompt, self._passage_prompt, str(self._network.max_seq_length)):
            digest.update(part.encode() + b"\0")
        digest.update(repr(self._network.tokenizer(_PROBE)["input_ids"]).encode())
        for key, values in sorted(self._network.state_dict().items()):
            flat = values.reshape(-1)
            some = flat[:: max(1, len(flat) // 64)].float().cpu().numpy()
            digest.update(f"{key} {tuple(values.shape)}".encode() + some.tobytes())
        return digest.hexdigest()[:8]


def _load(source: str) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - takes seconds

    try:
        return SentenceTransformer(source, device="cpu", local_files_only=True)
    except (OSError, ValueError) as error:
        raise EncoderError(
            f"there is no encoder {source!r} on this machine: name the folder of a "
            f"sentence-transformers encoder, or leave the setting empty for the default one"
        ) from error


def _encodable(text: str) -> str:
    """The text with each lone surrogate, which UTF-8 cannot hold, replaced by a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
