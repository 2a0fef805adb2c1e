"""Sums of decision trees, learnt by scikit-learn and read here from JSON, without scikit-learn."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

# A decision tree: a leaf, or a sign's name, a threshold, and the trees for up to it and above it.
Tree = float | tuple[str, float, "Tree", "Tree"]


@dataclass(frozen=True, slots=True)
class Trees:
    """What boosting learns: the log odds are the base and a leaf of each tree.

    Attributes:
        base: What the sum starts from.
        trees: The trees.
    """

    base: float
    trees: tuple[Tree, ...]

    def odds(self, signs: Mapping[str, float]) -> float:
        """The log odds by the values of all signs that the trees name."""
        return self.base + sum(_leaf(tree, signs) for tree in self.trees)


def read_trees(name: str) -> Trees:
    """The trees of a file of this package, under its keys ``base`` and ``trees``."""
    learnt = json.loads(files("qa").joinpath(name).read_text(encoding="utf-8"))
    return Trees(float(learnt["base"]), tuple(_trees(learnt["trees"])))


def _leaf(tree: Tree, signs: Mapping[str, float]) -> float:
    while not isinstance(tree, float):
        sign, threshold, low, high = tree
        tree = low if signs[sign] <= threshold else high
    return tree


def _trees(learnt: Sequence[object]) -> Iterator[Tree]:
    for tree in learnt:
        if isinstance(tree, list):
            sign, threshold, low, high = tree
            low, high = _trees([low, high])
            yield str(sign), float(threshold), low, high
        else:
            yield float(str(tree))
