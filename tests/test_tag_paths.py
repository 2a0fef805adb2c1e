"""The best path of tags, beside all paths."""

from collections.abc import Iterable
from itertools import pairwise, product

import numpy as np
import pytest

from qa.text.tag_paths import TagPaths


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("transitions_worth", [0.1, 1.0, 10.0])
def test_no_path_of_tags_has_a_larger_sum(seed: int, transitions_worth: float) -> None:
    random = np.random.default_rng(seed)
    scores = random.normal(size=(6, 3)).astype(np.float32)
    transitions = (transitions_worth * random.normal(size=(3, 3))).astype(np.float32)

    def worth(tags: Iterable[int]) -> float:
        path = list(tags)
        steps = sum(transitions[pair] for pair in pairwise(path))
        return float(sum(scores[n, tag] for n, tag in enumerate(path)) + steps)

    assert TagPaths(transitions).best(scores) == list(max(product(range(3), repeat=6), key=worth))


def test_where_transitions_say_nothing_each_character_has_its_likeliest_tag() -> None:
    scores = np.array([[1, 2], [5, 4], [0, 3]], np.float32)
    assert TagPaths(np.zeros((2, 2), np.float32)).best(scores) == [1, 0, 1]


def test_a_transition_changes_the_tag_beside_it() -> None:
    scores = np.array([[1, 2], [5, 4], [0, 3]], np.float32)
    transitions = np.array([[0, -9], [0, 0]], np.float32)  # hardly anything goes from 0 to 1
    assert TagPaths(transitions).best(scores) == [1, 1, 1]
