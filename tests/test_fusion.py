"""Merged rankings, against the formulas written out by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.fusion import centred, standardised, weighted
from index.hits import Hit, best, ranked


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.passage_id for hit in hits]


def test_ranks_follow_scores_and_ties_follow_ids() -> None:
    hits = ranked([("b", 1.0), ("c", 2.0), ("a", 1.0)])
    assert hits == (Hit("c", 2.0, 1), Hit("a", 1.0, 2), Hit("b", 1.0, 3))


@pytest.mark.parametrize("k", [1, 2, 3, 40, 99])
def test_the_best_are_the_smallest_ids_of_those_that_tie(k: int) -> None:
    # a back-end that gives the largest ids first where scores tie
    pairs = [("z", 9.0)] + [(f"{n:02}", 1.0) for n in reversed(range(50))] + [("y", 0.5)]
    assert best(lambda size: pairs[:size], k) == ranked(pairs)[:k]


def test_nothing_fused_is_nothing() -> None:
    assert weighted([]) == weighted([({}, 1.0), ({}, 0.5)]) == ()


def test_standardised_scores_have_mean_nought_and_deviation_one() -> None:
    # mean 4, squared differences 4 + 0 + 4, deviation √(8/3)
    deviation = (8 / 3) ** 0.5
    assert standardised(ranked([("a", 6.0), ("b", 4.0), ("c", 2.0)])) == pytest.approx(
        {"a": 2 / deviation, "b": 0.0, "c": -2 / deviation}
    )


def test_equal_scores_are_standardised_to_nought() -> None:
    assert standardised(ranked([("a", 3.0), ("b", 3.0)])) == {"a": 0.0, "b": 0.0}
    assert standardised(()) == {}


def test_centred_scores_are_steps_from_the_mean() -> None:
    assert centred(ranked([("a", 9.0), ("b", 5.0), ("c", 4.0)]), 2.0) == pytest.approx(
        {"a": 1.5, "b": -0.5, "c": -1.0}
    )
    assert centred((), 2.0) == {}


def test_weighted_scores_add_up_and_the_missing_have_the_lowest() -> None:
    one = {"a": 2.0, "b": 1.0, "c": -1.0}
    other = {"b": 4.0, "d": 3.0}
    assert weighted([(one, 1.0), (other, 0.5)]) == (
        Hit("a", 3.5, 1),  # 2 + 0.5 · 3, the other's lowest
        Hit("b", 3.0, 2),  # 1 + 0.5 · 4
        Hit("c", 0.5, 3),  # -1 + 0.5 · 3
        Hit("d", 0.5, 4),  # -1, the one's lowest, + 0.5 · 3
    )


def test_a_ranking_without_hits_changes_no_score() -> None:
    assert weighted([({"a": 1.0}, 1.0), ({}, 9.0)]) == (Hit("a", 1.0, 1),)


rankings = st.lists(
    st.dictionaries(st.sampled_from("abcdefg"), st.floats(-9, 9)).map(lambda d: ranked(d.items())),
    max_size=4,
)


@given(rankings)
@settings(deadline=None)
def test_every_passage_is_ranked_once(each: list[tuple[Hit, ...]]) -> None:
    expected = {hit.passage_id for ranking in each for hit in ranking}
    merged = weighted([(standardised(ranking), 1.0) for ranking in each])
    assert sorted(ids(merged)) == sorted(expected)
    assert [hit.rank for hit in merged] == list(range(1, len(merged) + 1))
    assert [(-hit.score, hit.passage_id) for hit in merged] == sorted(
        (-hit.score, hit.passage_id) for hit in merged
    )
