"""Sums of decision trees; expected values by hand."""

import numpy as np
import pytest

from qa.ranking.trees import Forest, Trees, read_trees

STUMP = ("warm", 0.5, -1.0, ("wet", 2.0, 10.0, ("warm", 0.75, 20.0, 40.0)))


def odds(trees: Trees, *rows: tuple[float, float]) -> list[float]:
    table = np.array(rows, dtype=np.float64).reshape(-1, 2)
    return list(map(float, Forest(trees, ["wet", "warm"]).odds(table)))


def test_up_to_a_threshold_is_low_and_above_it_high() -> None:
    rows = (9.0, 0.5), (2.0, 0.6), (2.1, 0.75), (2.1, 0.8)
    assert odds(Trees(0.0, (STUMP,)), *rows) == [-1.0, 10.0, 20.0, 40.0]


def test_the_base_and_a_leaf_of_each_tree_are_summed() -> None:
    assert odds(Trees(0.25, (STUMP, 3.0, ("wet", 0.0, 0.5, 7.0))), (0.0, 0.0)) == [2.75]


def test_no_rows_and_no_trees() -> None:
    assert odds(Trees(0.0, (STUMP,))) == []
    assert odds(Trees(1.5, ()), (0.0, 0.0)) == [1.5]


@pytest.mark.parametrize("name", ["confidence.json", "ranking/selection.json"])
def test_what_was_learnt_ships(name: str) -> None:
    assert len(read_trees(name).trees) >= 60
