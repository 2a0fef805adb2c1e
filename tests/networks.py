"""A small network with made-up weights."""

import numpy as np
import torch

from index.network import Network

HIDDEN, INNER = 8, 16
TOKENS = [[1, 2, 3], [4, 5]]


def layer(number: int, random: np.random.Generator) -> dict[str, np.ndarray]:
    name = f"encoder.layer.{number}"
    square = {f"attention.self.{part}": (HIDDEN, HIDDEN) for part in ("query", "key", "value")}
    square["attention.output.dense"] = (HIDDEN, HIDDEN)
    shapes = {**square, "intermediate.dense": (INNER, HIDDEN), "output.dense": (HIDDEN, INNER)}
    tensors = {}
    for part, shape in shapes.items():
        tensors[f"{name}.{part}.weight"] = random.normal(0, 0.3, shape).astype(np.float32)
        tensors[f"{name}.{part}.bias"] = np.zeros(shape[0], dtype=np.float32)
    for part in ("attention.output.LayerNorm", "output.LayerNorm"):
        tensors[f"{name}.{part}.weight"] = np.ones(HIDDEN, dtype=np.float32)
        tensors[f"{name}.{part}.bias"] = np.zeros(HIDDEN, dtype=np.float32)
    return tensors


def small_network() -> Network:
    """Three layers, eight columns, six words; the same each time."""
    random = np.random.default_rng(1)
    tensors = {
        "embeddings.word_embeddings.weight": random.normal(size=(6, HIDDEN)),
        "embeddings.position_embeddings.weight": random.normal(size=(4, HIDDEN)),
        "embeddings.token_type_embeddings.weight": np.zeros((1, HIDDEN)),
        "embeddings.LayerNorm.weight": np.ones(HIDDEN),
        "embeddings.LayerNorm.bias": np.zeros(HIDDEN),
    }
    for number in range(3):
        tensors.update(layer(number, random))
    weights = {name: torch.from_numpy(rows).float() for name, rows in tensors.items()}
    return Network(weights, layers=3, heads=2, epsilon=1e-12)
