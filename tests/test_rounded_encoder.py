import json
from collections.abc import Callable
from pathlib import Path

import pytest

from index.network import Network
from index.rounded_encoder import FAST, WHOLE, Rounding, read_student, read_whole
from index.weights import EncoderError
from tests.networks import TOKENS, small_network
from training.columns import largest_columns
from training.distilling import student_of
from training.student import save


@pytest.fixture
def exact() -> Network:
    return small_network()


def cosine(network: Network, other: Network) -> float:
    return float((network.rows(TOKENS[:1]) * other.rows(TOKENS[:1])).sum())


def test_all_layers_in_8_bits_give_nearly_the_exact_rows(exact: Network, tmp_path: Path) -> None:
    found = largest_columns(exact, TOKENS)
    named = {name: each.tolist() for name, each in found.items()}
    (tmp_path / "columns.json").write_text(json.dumps(named))
    read = read_whole(tmp_path / "columns.json", exact)
    assert read.layers == exact.layers
    assert cosine(read, exact) > 0.999


def test_layers_that_were_saved_give_nearly_the_students_rows(
    exact: Network, tmp_path: Path
) -> None:
    student = student_of(exact, (0, 2))
    save(student, TOKENS, tmp_path / "layers.safetensors")
    read = read_student(tmp_path / "layers.safetensors", exact)
    assert read.layers == 2
    assert cosine(read, student) > 0.999


@pytest.mark.parametrize("read", [read_whole, read_student])
def test_a_broken_file_gives_one_sentence(
    read: Callable[[Path, Network], Network], exact: Network, tmp_path: Path
) -> None:
    (tmp_path / "broken").write_bytes(b"\0" * 100)
    with pytest.raises(EncoderError, match=r"broken cannot be read: .*install Chuchu again"):
        read(tmp_path / "broken", exact)


def test_a_fingerprint_changes_with_the_file_and_with_the_exact_encoder(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).write_text(name)
    one = Rounding("some", tmp_path / "one", read_whole)
    other = Rounding("some", tmp_path / "other", read_whole)
    found = {one.fingerprint("a"), one.fingerprint("b"), other.fingerprint("a")}
    assert len(found) == 3
    assert all(each.startswith("some-") for each in found)


def test_what_passages_need_ships() -> None:
    assert len(json.loads(WHOLE.file.read_text(encoding="utf-8"))) == 4 * 12  # a layer, layers
    assert FAST.file.stat().st_size < 40_000_000
