"""BERT's layers on torch alone, from a folder that our own encoders are written to."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.weights import Matrix

if TYPE_CHECKING:
    import torch

LAYER: Final = "encoder.layer."  # what the names of all layers' tensors begin with
PARTS: Final = ("query", "key", "value")  # of an attention


class Network:
    """The layers, on the processor; what `states` computes can be differentiated.

    Args:
        weights: The tensors by BERT's names.
        layers: How many layers there are.
        heads: How many heads each has.
        epsilon: What keeps its norms from dividing by nothing.

    Attributes:
        together: How many texts are best given at once: more make larger products, which are
            faster, until they fall out of the cache.
    """

    together = 4

    def __init__(
        self, weights: "Mapping[str, torch.Tensor]", layers: int, heads: int, epsilon: float
    ) -> None:
        import torch  # noqa: PLC0415  takes over a second: only where something is encoded

        self._torch = torch
        self._functional = torch.nn.functional
        self.layers, self.heads, self.epsilon = layers, heads, epsilon
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
        # So short a wait in a loop costs a busy machine little and spares an idle one a quarter.
        os.environ.setdefault("GOMP_SPINCOUNT", "1000")
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

    def with_layers(self, layers: "Mapping[str, torch.Tensor]") -> "Network":
        """The same words under other layers, whose tensors these are (``encoder.layer.0.…``)."""
        kept = {name: row for name, row in self.weights.items() if not name.startswith(LAYER)}
        return Network({**kept, **layers}, _count(layers), self.heads, self.epsilon)

    def with_last(self, layers: "Mapping[str, torch.Tensor]") -> "Network":
        """The same with these, counted from 0, in place of as many of its last layers."""
        first = self.layers - _count(layers)
        moved = {
            f"{LAYER}{first + layer_number(name)}.{_part(name)}": row
            for name, row in layers.items()
        }
        return Network({**self.weights, **moved}, self.layers, self.heads, self.epsilon)

    def first(self, layers: int) -> "Network":
        """The same words under the first of the layers alone."""
        return Network(self.weights, layers, self.heads, self.epsilon)

    def rows(self, texts: Sequence[Sequence[int]]) -> Matrix:
        """One row of unit length for each list of token ids."""
        with self._torch.inference_mode():
            lengths = [len(ids) for ids in texts]
            rows: Matrix = self.means(self.states(texts), lengths).numpy()
        return rows

    def states(self, texts: Sequence[Sequence[int]]) -> "torch.Tensor":
        """The last layer's vector of each token, text after text, (tokens, hidden)."""
        return self.after(self._embedded(texts), [len(ids) for ids in texts])

    def apart(self, texts: Sequence[Sequence[int]]) -> "Sequence[torch.Tensor]":
        """The same of each text, (tokens, hidden)."""
        parts: Sequence[torch.Tensor] = self.states(texts).split([len(ids) for ids in texts])
        return parts

    def depths(self, texts: Sequence[Sequence[int]]) -> "Iterator[torch.Tensor]":
        """After each layer in turn, the vector of each token, text after text, (tokens, hidden).

        The texts stand in one row without padding: only attention keeps them apart.
        """
        return self.through(self._embedded(texts), [len(ids) for ids in texts])

    def through(self, states: "torch.Tensor", lengths: Sequence[int]) -> "Iterator[torch.Tensor]":
        """The same of tokens that have vectors already, (tokens, hidden), in texts so long."""
        for layer in range(self.layers):
            states = self._layer(states, f"{LAYER}{layer}", lengths)
            yield states

    def after(self, states: "torch.Tensor", lengths: Sequence[int]) -> "torch.Tensor":
        """The same after the last layer alone."""
        last = states
        for last in self.through(states, lengths):  # noqa: B007  the last one is wanted
            pass
        return last

    def means(self, states: "torch.Tensor", lengths: Sequence[int]) -> "torch.Tensor":
        """The mean of each text's token vectors, of unit length, (texts, hidden)."""
        means = self._torch.stack([part.mean(0) for part in states.split(list(lengths))])
        return self._functional.normalize(means, dim=1)

    def _embedded(self, texts: Sequence[Sequence[int]]) -> "torch.Tensor":
        ids = self._torch.tensor([number for text in texts for number in text])
        words = self._functional.embedding(ids, self.weights["embeddings.word_embeddings.weight"])
        table = self.weights["embeddings.position_embeddings.weight"]
        places = self._torch.cat([table[: len(text)] for text in texts])
        kind = self.weights["embeddings.token_type_embeddings.weight"][0]
        return self._normed(words + places + kind, "embeddings")

    def _layer(self, states: "torch.Tensor", name: str, lengths: Sequence[int]) -> "torch.Tensor":
        attention = self._attention(states, f"{name}.attention.self", lengths)
        attention = self._linear(attention, f"{name}.attention.output.dense")
        states = self._normed(attention.add_(states), f"{name}.attention.output")
        inner = self._functional.gelu(self._linear(states, f"{name}.intermediate.dense"))
        inner = self._linear(inner, f"{name}.output.dense")
        return self._normed(inner.add_(states), f"{name}.output")

    def _attention(
        self, states: "torch.Tensor", name: str, lengths: Sequence[int]
    ) -> "torch.Tensor":
        parts = [part.split(list(lengths)) for part in self._asked(states, name)]
        found = [self._attended(*each) for each in zip(*parts, strict=True)]
        return found[0] if len(found) == 1 else self._torch.cat(found)

    def _attended(
        self, query: "torch.Tensor", key: "torch.Tensor", value: "torch.Tensor"
    ) -> "torch.Tensor":
        """What one text's tokens take of each other, (tokens, hidden)."""
        heads = (
            part.unflatten(-1, (self.heads, -1)).transpose(0, 1)[None]
            for part in (query, key, value)
        )
        mixed = self._functional.scaled_dot_product_attention(*heads)
        return mixed[0].transpose(0, 1).flatten(1)

    def _asked(self, states: "torch.Tensor", name: str) -> "Sequence[torch.Tensor]":
        """What the attention takes as queries, keys and values."""
        return [self._linear(states, f"{name}.{part}") for part in PARTS]

    def _linear(self, states: "torch.Tensor", name: str) -> "torch.Tensor":
        weight, bias = self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]
        return self._functional.linear(states, weight, bias)

    def _normed(self, states: "torch.Tensor", name: str) -> "torch.Tensor":
        weight = self.weights[f"{name}.LayerNorm.weight"]
        bias = self.weights[f"{name}.LayerNorm.bias"]
        return self._functional.layer_norm(states, (self.hidden,), weight, bias, self.epsilon)


def _count(layers: "Mapping[str, torch.Tensor]") -> int:
    return len({layer_number(name) for name in layers})


def layer_number(name: str) -> int:
    """The number of the layer that a tensor is of."""
    return int(name.removeprefix(LAYER).partition(".")[0])


def _part(name: str) -> str:
    """What of its layer a tensor is."""
    return name.removeprefix(LAYER).partition(".")[2]
