from collections.abc import Callable
from itertools import repeat
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import save_file

from index.bert import Network
from index.student import layers_file, with_layers
from index.weights import Shape, Vocabulary, Weights
from training.student import lesson, losses, resume, save, student_of, train

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


def clock(steps: int) -> Callable[[], float]:
    """Says that the time is over after so many steps."""
    parts = iter(range(steps + 1))
    return lambda: next(parts) / steps


@pytest.fixture
def teacher() -> Network:
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


def test_a_student_of_all_layers_says_what_the_teacher_says(teacher: Network) -> None:
    found = losses(student_of(teacher, (0, 1, 2)), lesson(teacher, TOKENS))
    assert found.texts.item() == pytest.approx(0, abs=1e-9)
    assert found.tokens.item() == pytest.approx(0, abs=1e-9)


def test_a_student_of_some_layers_has_these_under_new_numbers(teacher: Network) -> None:
    student = student_of(teacher, (0, 2))
    last = "encoder.layer.1.output.dense.weight"
    assert torch.equal(student.weights[last], teacher.weights[last.replace("1", "2")])
    assert not any(name.startswith("encoder.layer.2") for name in student.weights)


def test_training_brings_the_student_nearer_and_leaves_the_embeddings(teacher: Network) -> None:
    student, given = student_of(teacher, (0, 2)), lesson(teacher, TOKENS)
    before, words = losses(student, given), "embeddings.word_embeddings.weight"
    untouched = teacher.weights[words].clone()
    assert len(list(train(student, repeat(given), clock(50)))) == 50
    assert losses(student, given).tokens < before.tokens
    assert torch.equal(student.weights[words], untouched)


def test_what_was_saved_is_gone_on_from(teacher: Network, tmp_path: Path) -> None:
    student, given = student_of(teacher, (0, 2)), lesson(teacher, TOKENS)
    list(train(student, repeat(given), clock(20)))
    save(student, tmp_path / "layers.safetensors")
    other = student_of(teacher, (0, 2))
    resume(other, tmp_path / "layers.safetensors")
    assert losses(other, given).texts.item() == pytest.approx(
        losses(student, given).texts.item(), abs=1e-2
    )


def test_layers_take_the_place_of_layers_and_rare_words_go(tmp_path: Path) -> None:
    pieces = ("<s>", "<pad>", "</s>", "<unk>", "雨", "жш")
    vocabulary = Vocabulary(pieces, (0.0, 0.0, 0.0, 0.0, -9.0, -1.0), 0, 2, 1, 3, ())
    tensors = {"emb.word": np.arange(12, dtype=np.float32), "l0.q.w": np.ones(4, dtype=np.float32)}
    weights = Weights(Shape(2, 12, 1, 4, 6, 8, 1, 0.25), vocabulary, tensors)
    taught = {f"encoder.layer.{n}.x.weight": np.ones((2, 2), dtype=np.float16) for n in (0, 1)}
    save_file(taught, tmp_path / "layers")
    found = with_layers(weights, tmp_path / "layers")
    assert (found.shape.layers, found.shape.words) == (2, 5)
    assert found.vocabulary.pieces == pieces[:5]
    assert found.tensors["emb.word"].tolist() == list(range(10))
    assert sorted(found.tensors) == ["emb.word", *sorted(taught)]


def test_the_layers_ship() -> None:
    assert layers_file().stat().st_size < 16_000_000
