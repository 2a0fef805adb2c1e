"""The fast encoder: the default one's words under four layers of our own, which ship here.

`training.student` made the layers; the model card beside them says how, and how good they are.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np
from safetensors.numpy import load_file

from index.pieces import common_places, only
from index.weights import Weights

_LAYER: Final = re.compile(r"l\d+\.")
_WORDS: Final = "emb.word"


def layers_file() -> Path:
    """The file of the fast encoder's layers: half precision, under BERT's names."""
    return Path(str(files("index").joinpath("fast", "layers.safetensors")))


def with_layers(weights: Weights, layers: Path) -> Weights:
    """The weights with other layers, and with the words alone that Chinese and English need.

    Raises:
        OSError: The file of the layers cannot be read.
    """
    places = common_places(weights.vocabulary)
    taught = {name: values.astype(np.float32) for name, values in load_file(layers).items()}
    kept = {name: row for name, row in weights.tensors.items() if not _LAYER.match(name)}
    words = kept[_WORDS].reshape(-1, weights.shape.hidden)[places]
    shape = replace(weights.shape, layers=_count(taught), words=len(places))
    return Weights(
        shape, only(weights.vocabulary, places), {**kept, _WORDS: words.reshape(-1), **taught}
    )


def _count(names: Iterable[str]) -> int:
    """How many layers have tensors of these names (``encoder.layer.0.…``)."""
    return len({name.split(".")[2] for name in names})
