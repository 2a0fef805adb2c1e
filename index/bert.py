"""Runs the default encoder's folder with torch alone: the same rows as sentence-transformers.

Importing sentence-transformers takes several seconds, which a person who asks one question on the
command line would wait for each time. torch and the tokenizer are there in a third of it.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from tokenizers import Tokenizer

from index.encoder_files import MAX_TOKENS, PROMPTS
from index.encoder_folder import NAME, encodable, fingerprint
from index.weights import Matrix

if TYPE_CHECKING:
    import torch

_BATCH: Final = 8  # larger ones are slower on processors: they fall out of the cache


class BertEncoder:
    """A BERT encoder with mean pooling, read from a folder that `write_folder` wrote.

    Texts over 512 tokens are cut. A row is the same in whatever company a text is encoded, but for
    the last bits.

    Raises:
        OSError: A file of the folder cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._network = _Network(folder)
        self._fingerprint = fingerprint(folder, NAME)

    @property
    def fingerprint(self) -> str:
        """The encoder's name, and eight digits for the files of its folder."""
        return self._fingerprint

    @property
    def dim(self) -> int:
        """The number of columns of every matrix it returns."""
        return self._network.hidden

    def encode_queries(self, texts: Sequence[str]) -> Matrix:
        """One row a question: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        return self._encode([PROMPTS["query"] + text for text in texts])

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """One row a passage: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        return self._encode([PROMPTS["document"] + text for text in texts])

    def _encode(self, texts: list[str]) -> Matrix:
        tokens = [
            encoding.ids
            for encoding in self._tokenizer.encode_batch_fast([encodable(text) for text in texts])
        ]
        order = sorted(range(len(tokens)), key=lambda place: len(tokens[place]))
        rows = np.empty((len(tokens), self.dim), dtype=np.float32)
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            rows[batch] = self._network.rows([tokens[place] for place in batch])
        return rows


class _Network:
    """The layers; the word table stays in the file and is read where a word is met."""

    def __init__(self, folder: Path) -> None:
        # Threads that wait in a loop for each other make a question forty times slower while
        # another program has a core; torch reads this when it is first imported.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        import torch  # noqa: PLC0415  takes over a second: only where something is encoded
        from safetensors import safe_open  # noqa: PLC0415  as above

        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self._torch = torch
        self._functional = torch.nn.functional
        self._layers = int(config["num_hidden_layers"])
        self._heads = int(config["num_attention_heads"])
        self._epsilon = float(config["layer_norm_eps"])
        self.hidden = int(config["hidden_size"])
        with safe_open(folder / "model.safetensors", framework="pt") as file:
            self._weights = {name: file.get_tensor(name) for name in file.keys()}

    def rows(self, batch: list[list[int]]) -> Matrix:
        """One row of unit length for each list of token ids."""
        torch = self._torch
        with torch.inference_mode():
            ids, mask = self._padded(batch)
            states = self._embedded(ids)
            seen = mask[:, None, None, :] if not bool(mask.all()) else None
            for layer in range(self._layers):
                states = self._layer(states, f"encoder.layer.{layer}", seen)
            means = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
            rows: Matrix = self._functional.normalize(means, dim=1).numpy()
        return rows

    def _padded(self, batch: list[list[int]]) -> "tuple[torch.Tensor, torch.Tensor]":
        width = max(len(ids) for ids in batch)
        lengths = self._torch.tensor([len(ids) for ids in batch])
        padded = self._torch.tensor([ids + [0] * (width - len(ids)) for ids in batch])
        return padded, self._torch.arange(width)[None, :] < lengths[:, None]

    def _embedded(self, ids: "torch.Tensor") -> "torch.Tensor":
        words = self._functional.embedding(ids, self._weights["embeddings.word_embeddings.weight"])
        places = self._weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        kind = self._weights["embeddings.token_type_embeddings.weight"][0]
        return self._normed(words + places + kind, "embeddings")

    def _layer(
        self, states: "torch.Tensor", name: str, seen: "torch.Tensor | None"
    ) -> "torch.Tensor":
        attention = self._attention(states, f"{name}.attention.self", seen)
        attention = self._linear(attention, f"{name}.attention.output.dense")
        states = self._normed(states + attention, f"{name}.attention.output")
        inner = self._functional.gelu(self._linear(states, f"{name}.intermediate.dense"))
        return self._normed(states + self._linear(inner, f"{name}.output.dense"), f"{name}.output")

    def _attention(
        self, states: "torch.Tensor", name: str, seen: "torch.Tensor | None"
    ) -> "torch.Tensor":
        query, key, value = (
            self._linear(states, f"{name}.{part}").unflatten(-1, (self._heads, -1)).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        mixed = self._functional.scaled_dot_product_attention(query, key, value, attn_mask=seen)
        return mixed.transpose(1, 2).flatten(2)

    def _linear(self, states: "torch.Tensor", name: str) -> "torch.Tensor":
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return self._functional.linear(states, weight, bias)

    def _normed(self, states: "torch.Tensor", name: str) -> "torch.Tensor":
        weight = self._weights[f"{name}.LayerNorm.weight"]
        bias = self._weights[f"{name}.LayerNorm.bias"]
        return self._functional.layer_norm(states, (self.hidden,), weight, bias, self._epsilon)
