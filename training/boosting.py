"""Boosted trees: how they are learnt, folded, and put into the form `qa.ranking.trees` reads."""

import json
from collections.abc import Hashable, Mapping, Sequence
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from qa.ranking.trees import Tree, Trees

SEED: Final = 20231122
_DIGITS: Final = 5  # of a leaf
_THRESHOLD_DIGITS: Final = 9  # signs can lie close to a threshold


def folds_of(groups: Sequence[Hashable], folds: int) -> NDArray[np.int64]:
    """The fold of each example, drawn for each group: no group stands in two folds; int64, (n,)."""
    random = np.random.default_rng(SEED)
    drawn = {group: random.integers(folds) for group in dict.fromkeys(groups)}
    return np.array([drawn[group] for group in groups], dtype=np.int64)


def trees_of(model: HistGradientBoostingClassifier, signs: Sequence[str]) -> Trees:
    """The trees of a model that was fitted to columns of these names.

    scikit-learn keeps them in private attributes alone; a test compares what comes out with the
    model's own probabilities.
    """
    trees = (_tree(predictors[0].nodes, 0, signs) for predictors in model._predictors)
    return Trees(round(float(model._baseline_prediction[0, 0]), _DIGITS), tuple(trees))


def as_json(name: str, figures: Mapping[str, object], learnt: Trees) -> str:
    """The text of a file that `qa.ranking.trees.read_trees` reads; a line for each tree.

    Args:
        name: The module of this package that learnt them.
        figures: How well they do, cross-validated, by set.
        learnt: The trees.
    """
    head = {
        "command": f"python -m training.{name} --set LIBRARY QUESTIONS --set …",
        "cross_validated": figures,
        "base": learnt.base,
    }
    trees = ",\n    ".join(json.dumps(tree) for tree in learnt.trees)
    opening = json.dumps(head, indent=2, ensure_ascii=False)
    opening = opening.removesuffix("\n}")
    return f'{opening},\n  "trees": [\n    {trees}\n  ]\n}}\n'


def _tree(nodes: NDArray[np.void], place: int, signs: Sequence[str]) -> Tree:
    node = nodes[place]
    if node["is_leaf"]:
        return round(float(node["value"]), _DIGITS)
    threshold = round(float(node["num_threshold"]), _THRESHOLD_DIGITS)
    low, high = (_tree(nodes, node[side], signs) for side in ("left", "right"))
    return cast("Tree", (signs[node["feature_idx"]], threshold, low, high))
