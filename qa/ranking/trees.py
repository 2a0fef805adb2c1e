"""Sums of decision trees, learnt by scikit-learn and read here from JSON, without scikit-learn."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

# A decision tree: a leaf, or a sign's name, a threshold, and the trees for up to it and above it.
Tree = float | tuple[str, float, "Tree", "Tree"]
_Node = tuple[int, float, int, int, float]  # sign, threshold, low, high, value


@dataclass(frozen=True, slots=True)
class Trees:
    """What boosting learns: the log odds are the base and a leaf of each tree.

    Attributes:
        base: What the sum starts from.
        trees: The trees.
    """

    base: float
    trees: tuple[Tree, ...]


class Forest:
    """Trees laid out in arrays, so that all of them are gone down at once.

    Args:
        learnt: The trees.
        signs: The names of the columns of what they judge.
    """

    def __init__(self, learnt: Trees, signs: Sequence[str]) -> None:
        nodes: list[_Node] = []
        depths = [_lay(tree, list(signs), nodes) for tree in learnt.trees]
        self._base, self._depth = learnt.base, max((depth for _, depth in depths), default=0)
        self._roots = np.array([root for root, _ in depths], dtype=np.intp)
        signs_of, thresholds, low, high, values = zip(*nodes, strict=True) if nodes else [()] * 5
        self._signs, self._low, self._high = (
            np.array(each, dtype=np.intp) for each in (signs_of, low, high)
        )
        self._thresholds, self._values = np.array(thresholds), np.array(values)

    def odds(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The log odds of each row of signs, (n, signs): float64, (n,); n = 0 gives (0,)."""
        at = np.broadcast_to(self._roots, (len(rows), len(self._roots)))
        for _ in range(self._depth):
            up_to = np.take_along_axis(rows, self._signs[at], 1) <= self._thresholds[at]
            at = np.where(up_to, self._low[at], self._high[at])
        summed: NDArray[np.float64] = self._base + self._values[at].sum(1)
        return summed


def matrix(some: Sequence[object], signs: Sequence[str]) -> NDArray[np.float64]:
    """The attributes of these names, a row for each object; float64, (n, signs)."""
    rows = [[getattr(each, sign) for sign in signs] for each in some]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(signs))


def read_trees(name: str) -> Trees:
    """The trees of a file, by its path in `qa`, under its keys ``base`` and ``trees``."""
    learnt = json.loads(files("qa").joinpath(name).read_text(encoding="utf-8"))
    return Trees(float(learnt["base"]), tuple(_trees(learnt["trees"])))


def _lay(tree: Tree, signs: Sequence[str], nodes: list[_Node]) -> tuple[int, int]:
    """Puts a tree's nodes behind the others; where its root is, and how deep it goes."""
    if isinstance(tree, float):
        here = len(nodes)
        nodes.append((0, 0.0, here, here, tree))  # who comes to a leaf stays there
        return here, 0
    sign, threshold, *sides = tree
    (low, left), (high, right) = (_lay(side, signs, nodes) for side in sides)
    nodes.append((signs.index(sign), threshold, low, high, 0.0))
    return len(nodes) - 1, 1 + max(left, right)


def _trees(learnt: Sequence[object]) -> Iterator[Tree]:
    for tree in learnt:
        if isinstance(tree, list):
            sign, threshold, low, high = tree
            low, high = _trees([low, high])
            yield str(sign), float(threshold), low, high
        else:
            yield float(str(tree))
