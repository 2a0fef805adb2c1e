"""The mean of two trainings' weights."""

from pathlib import Path

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from training.averaging import averaged, main

EARLIER = {"weight": torch.tensor([1.0, 3.0]).half(), "columns": torch.tensor([1, 2])}
LATER = {"weight": torch.tensor([2.0, -3.0]).half(), "columns": torch.tensor([2, 5])}


def test_weights_are_averaged_and_columns_are_the_later_ones() -> None:
    found = averaged(EARLIER, LATER)
    assert found["weight"].tolist() == [1.5, 0.0]
    assert found["weight"].dtype == torch.float16
    assert found["columns"].tolist() == [2, 5]


def test_the_later_ones_may_count_more() -> None:
    assert averaged(EARLIER, LATER, 0.75)["weight"].tolist() == [1.75, -1.5]


def test_a_weight_that_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match="weight"):
        averaged({}, LATER)


def test_the_file_that_is_written_has_the_notes_of_the_later_one(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("earlier", "later", "out")]
    save_file(EARLIER, paths[0], metadata={"sets": "a"})
    save_file(LATER, paths[1], metadata={"sets": "a b"})
    main([str(paths[0]), str(paths[1]), "--out", str(paths[2])])
    with safe_open(paths[2], framework="pt") as file:
        assert file.metadata() == {"sets": "a b"}
        assert file.get_tensor("weight").tolist() == [1.5, 0.0]
