from itertools import repeat
from pathlib import Path

import pytest
import torch

from index.network import Network
from tests.networks import TOKENS, small_network
from training.columns import largest_columns
from training.distilling import lesson, losses, student_of, train
from training.student import resume, save

_RATE = 6e-4


@pytest.fixture
def teacher() -> Network:
    return small_network()


def test_a_student_of_all_layers_says_what_the_teacher_says(teacher: Network) -> None:
    given = lesson(teacher, TOKENS, (0, 1, 2))
    found = losses(student_of(teacher, (0, 1, 2)), given)
    assert found.texts.item() == pytest.approx(0, abs=1e-9)
    assert found.tokens.item() == pytest.approx(0, abs=1e-9)
    assert found.inner.item() == pytest.approx(0, abs=1e-9)


def test_a_student_of_some_layers_has_these_under_new_numbers(teacher: Network) -> None:
    student = student_of(teacher, (0, 2))
    last = "encoder.layer.1.output.dense.weight"
    assert torch.equal(student.weights[last], teacher.weights[last.replace("1", "2")])
    assert not any(name.startswith("encoder.layer.2") for name in student.weights)


def test_training_brings_the_student_nearer_and_leaves_the_embeddings(teacher: Network) -> None:
    student, given = student_of(teacher, (0, 2)), lesson(teacher, TOKENS, (1, 2))
    before, words = losses(student, given), "embeddings.word_embeddings.weight"
    untouched = teacher.weights[words].clone()
    assert len(list(train(student, repeat(given), 50, _RATE))) == 50
    assert losses(student, given).tokens < before.tokens
    assert torch.equal(student.weights[words], untouched)


def test_what_was_saved_is_gone_on_from(teacher: Network, tmp_path: Path) -> None:
    student, given = student_of(teacher, (0, 2)), lesson(teacher, TOKENS, (1, 2))
    list(train(student, repeat(given), 20, _RATE))
    save(student, TOKENS, tmp_path / "layers.safetensors")
    other = student_of(teacher, (0, 2))
    resume(other, tmp_path / "layers.safetensors", first=2)
    assert losses(other, given).texts.item() == pytest.approx(
        losses(student, given).texts.item(), abs=1e-2
    )


def test_of_what_was_saved_only_the_first_layers_may_be_taken(
    teacher: Network, tmp_path: Path
) -> None:
    student, given = student_of(teacher, (0, 2)), lesson(teacher, TOKENS, (1, 2))
    list(train(student, repeat(given), 5, _RATE))
    save(student, TOKENS, tmp_path / "layers.safetensors")
    other = student_of(teacher, (0, 2))
    resume(other, tmp_path / "layers.safetensors", first=1)
    first, second = (f"encoder.layer.{layer}.output.dense.weight" for layer in (0, 1))
    assert torch.allclose(other.weights[first], student.weights[first], atol=1e-3)
    assert torch.equal(other.weights[second], teacher.weights[second.replace("1", "2")])


def test_largest_columns_are_those_that_go_in_largest(teacher: Network) -> None:
    words = teacher.weights["embeddings.LayerNorm.bias"]
    words[5] = 90.0
    found = largest_columns(teacher, TOKENS)
    assert found["encoder.layer.0.attention.self.query"][0] == 5
    assert len(found) == 4 * 3  # products of a layer, layers
