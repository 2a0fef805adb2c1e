"""Finds the columns of a network's activations that 8 bits would lose (see `index.rounded`).

``python -m training.columns --articles NEWS --leave-out DEV --wordnet FOLDER`` writes those of the
default encoder.
"""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import save_file

from index.encoder_folder import own_folder
from index.network import Network
from index.pieces import Pieces
from index.rounded import COLUMNS
from index.rounded_encoder import WHOLE
from training.distilling import layers_of
from training.texts import add_sources, read_kinds, some_of

# How many of each product's columns go in unrounded: on 180 paragraphs rounded rows are at cosine
# 0.9993 to the exact ones with these, 0.9996 with ten times as many, and 0.988 with none.
APART: Final = {
    "attention.self.query": 3,
    "attention.output.dense": 0,
    "intermediate.dense": 3,
    "output.dense": 8,
}

_EVERY: Final = 50  # of the articles, each how many-th: the columns stand out in any few texts


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the columns of the default encoder's layers, by their products' names."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    kinds = read_kinds(parser.parse_args(arguments), _EVERY, seed=1)
    texts = Pieces(own_folder()).ids(some_of(kinds))
    found = largest_columns(Network.open(own_folder()), texts)
    lines = ",\n".join(f'  "{name}": {each.tolist()}' for name, each in found.items())
    WHOLE.file.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def largest_columns(network: Network, texts: Iterable[Sequence[int]]) -> dict[str, torch.Tensor]:
    """Of each product, by its name, the columns that are largest on texts' ids."""
    watched = Watched(network)
    for ids in texts:
        watched.rows([ids])
    return watched.columns()


class Watched(Network):
    """A network that keeps the largest value that each column of what goes in has had."""

    def __init__(self, network: Network) -> None:
        super().__init__(network.weights, network.layers, network.heads, network.epsilon)
        self._largest: dict[str, torch.Tensor] = {}

    def columns(self) -> dict[str, torch.Tensor]:
        """Of each product, by its name, the columns that were largest."""
        return {
            name: largest.topk(APART[_kind(name)]).indices.int().clone()
            for name, largest in self._largest.items()
            if _kind(name) in APART
        }

    def _linear(self, states: torch.Tensor, name: str) -> torch.Tensor:
        found = states.abs().amax(0)
        self._largest[name] = torch.maximum(found, self._largest.get(name, found))
        return super()._linear(states, name)


def write_layers(
    path: Path,
    network: Network,
    columns: Mapping[str, torch.Tensor],
    others: Mapping[str, torch.Tensor] = {},
    notes: Mapping[str, str] = {},
) -> None:
    """Writes a network's layers, which `index.layer_files.read_layers` reads.

    Args:
        path: The file.
        network: The network; its layers are written in half precision, under BERT's names.
        columns: By each product's name, its columns that are not rounded.
        others: Tensors that are written as they are.
        notes: Words that are written with them.
    """
    layers = {
        name: tensor.detach().half().contiguous() for name, tensor in layers_of(network).items()
    }
    named = {f"{name}.{COLUMNS}": each for name, each in columns.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({**layers, **others, **named}, path, metadata=dict(notes) or None)


def _kind(name: str) -> str:
    """``output.dense`` of ``encoder.layer.3.output.dense``."""
    return name.split(".", 3)[3]


if __name__ == "__main__":
    main()
