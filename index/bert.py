"""Runs our own encoders' folders with torch alone: the same rows as sentence-transformers.

Importing sentence-transformers takes several seconds, which a person who asks one question on the
command line would wait for each time. torch and the tokenizer are there in a third of it.
"""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from index.encoder_files import PROMPTS
from index.encoder_folder import encodable, fingerprint
from index.pieces import Pieces
from index.weights import Matrix

if TYPE_CHECKING:
    import torch

_BATCH: Final = 8  # larger ones are slower on processors: they fall out of the cache


class BertEncoder:
    """A BERT encoder with mean pooling, read from a folder that `write_folder` wrote.

    Texts over 512 tokens are cut. A row is the same in whatever company a text is encoded, but for
    the last bits.

    Args:
        folder: The encoder's folder.
        name: What its fingerprint begins with.

    Raises:
        OSError: A file of the folder cannot be read.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._pieces = Pieces(folder)
        self._network = Network.open(folder)
        self._fingerprint = fingerprint(folder, name)

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
        tokens = self._pieces.ids([encodable(text) for text in texts])
        order = sorted(range(len(tokens)), key=lambda place: len(tokens[place]))
        rows = np.empty((len(tokens), self.dim), dtype=np.float32)
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            rows[batch] = self._network.rows([tokens[place] for place in batch])
        return rows


class Network:
    """The layers, on the processor; what `states` computes can be differentiated.

    Args:
        weights: The tensors by BERT's names.
        layers: How many layers there are.
        heads: How many heads each has.
        epsilon: What keeps its norms from dividing by nothing.
    """

    def __init__(
        self, weights: "Mapping[str, torch.Tensor]", layers: int, heads: int, epsilon: float
    ) -> None:
        import torch  # noqa: PLC0415  takes over a second: only where something is encoded

        self._torch = torch
        self._functional = torch.nn.functional
        self._layers, self.heads, self.epsilon = layers, heads, epsilon
        self.weights = weights
        self.hidden = len(weights["embeddings.LayerNorm.bias"])

    @classmethod
    def open(cls, folder: Path) -> "Network":
        """The network of a folder that `write_folder` wrote.

        The word table stays in the file and is read where a word is met.

        Raises:
            OSError: A file of the folder cannot be read.
        """
        # Threads that wait in a loop for each other make a question forty times slower while
        # another program has a core; torch reads this when it is first imported.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        from safetensors import safe_open  # noqa: PLC0415  imports torch

        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        with safe_open(folder / "model.safetensors", framework="pt") as file:
            weights = {name: file.get_tensor(name) for name in file.keys()}
        return cls(
            weights,
            layers=int(config["num_hidden_layers"]),
            heads=int(config["num_attention_heads"]),
            epsilon=float(config["layer_norm_eps"]),
        )

    def rows(self, batch: Sequence[Sequence[int]]) -> Matrix:
        """One row of unit length for each list of token ids."""
        with self._torch.inference_mode():
            ids, mask = self.padded(batch)
            rows: Matrix = self.means(self.states(ids, mask), mask).numpy()
        return rows

    def padded(self, batch: Sequence[Sequence[int]]) -> "tuple[torch.Tensor, torch.Tensor]":
        """The token ids, (n, width), and which of them are tokens rather than padding."""
        width = max(len(ids) for ids in batch)
        lengths = self._torch.tensor([len(ids) for ids in batch])
        padded = self._torch.tensor([[*ids, *[0] * (width - len(ids))] for ids in batch])
        return padded, self._torch.arange(width)[None, :] < lengths[:, None]

    def states(self, ids: "torch.Tensor", mask: "torch.Tensor") -> "torch.Tensor":
        """The last layer's vector of each token, (n, width, hidden); of padding, anything."""
        states = self._embedded(ids)
        seen = mask[:, None, None, :] if not bool(mask.all()) else None
        for layer in range(self._layers):
            states = self._layer(states, f"encoder.layer.{layer}", seen)
        return states

    def means(self, states: "torch.Tensor", mask: "torch.Tensor") -> "torch.Tensor":
        """The mean of each text's token vectors, of unit length, (n, hidden)."""
        means = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return self._functional.normalize(means, dim=1)

    def _embedded(self, ids: "torch.Tensor") -> "torch.Tensor":
        words = self._functional.embedding(ids, self.weights["embeddings.word_embeddings.weight"])
        places = self.weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        kind = self.weights["embeddings.token_type_embeddings.weight"][0]
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
            self._linear(states, f"{name}.{part}").unflatten(-1, (self.heads, -1)).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        mixed = self._functional.scaled_dot_product_attention(query, key, value, attn_mask=seen)
        return mixed.transpose(1, 2).flatten(2)

    def _linear(self, states: "torch.Tensor", name: str) -> "torch.Tensor":
        weight, bias = self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]
        return self._functional.linear(states, weight, bias)

    def _normed(self, states: "torch.Tensor", name: str) -> "torch.Tensor":
        weight = self.weights[f"{name}.LayerNorm.weight"]
        bias = self.weights[f"{name}.LayerNorm.bias"]
        return self._functional.layer_norm(states, (self.hidden,), weight, bias, self.epsilon)
