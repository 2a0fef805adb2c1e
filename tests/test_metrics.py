"""The rules of the scoring, on examples worked out by hand and against plain oracles."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.quality.metrics import (
    Gold,
    NameCounts,
    Ranks,
    Shown,
    answered_share,
    auroc,
    count_names,
    covers,
    distinct,
    is_read,
    is_right,
    percentile,
    rank_figures,
    squeezed,
    threshold,
)

TEN = "甲乙丙丁戊己庚辛壬癸"
confidences = st.lists(st.floats(0, 1), min_size=1, max_size=30)


def shown(text: str, article: str = "a", start: int = 0) -> Shown:
    return Shown(article, start, start + len(text), text)


def test_white_space_of_every_kind_is_left_out() -> None:
    assert squeezed(" 甲\u3000乙\n丙\t丁\u00a0") == "甲乙丙丁"


@pytest.mark.parametrize(
    ("text", "evidence", "right"),
    [
        ("甲乙丙丁戊", TEN, True),  # exactly half
        ("甲乙丙丁", TEN, False),  # one less
        ("丙丁戊己庚", TEN, True),  # from the middle
        ("甲乙丙x丁戊己", TEN, False),  # six characters, no run of five
        ("甲乙", "甲乙丙", True),  # half of three is two
        ("甲", "甲乙丙", False),
        ("甲 乙\n丙丁\u3000戊", TEN, True),
        ("甲乙丙丁戊", "甲 乙 丙 丁 戊 己 庚 辛 壬 癸", True),
        ("湾区会议", "灣區會議", False),  # scripts are not folded
        ("甲", " ", False),
        ("", "甲", False),
    ],
)
def test_half_of_the_evidence_in_one_run_is_covered(text: str, evidence: str, right: bool) -> None:
    assert covers(text, evidence) is right


@given(st.text(max_size=5), st.text("甲乙丙 \n", max_size=12), st.text(max_size=5))
def test_a_text_covers_whatever_it_holds(before: str, evidence: str, after: str) -> None:
    assert covers(before + evidence + after, evidence) is bool(evidence.strip())


def test_a_right_passage_is_of_the_gold_article_whose_evidence_it_covers() -> None:
    gold = [Gold("a", TEN), Gold("b", "子丑寅卯")]
    assert is_right(shown(TEN, "a"), gold)
    assert is_right(shown("寅卯", "b"), gold)
    assert not is_right(shown(TEN, "b"), gold)
    assert not is_right(shown(TEN, "c"), gold)
    assert not is_right(shown(TEN, "a"), [])


def test_reading_ends_at_the_limit() -> None:
    passages = [shown("子丑寅卯辰", "b"), shown("xx甲乙丙yy")]
    gold = [Gold("a", "甲乙丙")]
    assert is_read(passages, gold, 10)
    assert not is_read(passages, gold, 9)


def test_half_an_evidence_is_not_read() -> None:
    assert not is_read([shown("甲乙丙丁戊")], [Gold("a", TEN)], 1000)


def test_white_space_costs_no_reading() -> None:
    assert is_read([shown("甲 \n 乙")], [Gold("a", "甲乙")], 2)


def test_one_of_several_evidences_is_enough() -> None:
    assert is_read([shown("甲乙")], [Gold("a", "子丑"), Gold("a", "甲乙")], 2)


def test_an_evidence_over_two_neighbours_is_met_when_both_are_read() -> None:
    first, second = shown("甲乙丙", start=0), shown("丁戊己", start=4)
    gold = [Gold("a", "丙丁")]
    assert is_read([first, second], gold, 4)
    assert not is_read([first, second], gold, 3)
    assert is_read([second, first], gold, 6)
    assert not is_read([second, first], gold, 5)


def test_passages_with_text_between_them_are_not_neighbours() -> None:
    assert not is_read([shown("甲乙", start=0), shown("丙丁", start=5)], [Gold("a", "乙丙")], 100)


def test_the_same_offsets_of_another_article_are_no_neighbours() -> None:
    passages = [shown("甲乙", "a", 0), shown("丙丁", "b", 2)]
    assert not is_read(passages, [Gold("a", "乙丙"), Gold("b", "乙丙")], 100)


@given(st.integers(0, 12), st.integers(0, 12))
def test_who_reads_more_has_met_no_less(one: int, other: int) -> None:
    passages = [shown("子丑寅", "b"), shown("甲乙丙丁", start=0), shown("戊己", start=4)]
    gold = [Gold("a", "丙丁戊")]
    few, many = sorted((one, other))
    assert is_read(passages, gold, few) <= is_read(passages, gold, many)


def test_an_article_counts_where_it_comes_first() -> None:
    assert distinct(["b", "a", "b", "c", "a"]) == ("b", "a", "c")


def test_ranks_by_hand() -> None:
    right = [[True], [False, False, True], [False] * 9 + [True], [False] * 3, []]
    found = rank_figures(right)
    assert found.hits == pytest.approx((1 / 5, 2 / 5, 3 / 5))
    assert found.mrr == pytest.approx((1 + 1 / 3 + 1 / 10) / 5)


def test_the_eleventh_does_not_count() -> None:
    assert rank_figures([[False] * 10 + [True]]) == Ranks((0, 0, 0), 0)


def test_no_rankings_give_zeros() -> None:
    assert rank_figures([]) == Ranks((0, 0, 0), 0)


@given(st.lists(st.lists(st.booleans(), max_size=14), max_size=6))
def test_ranks_agree_with_plain_counting(right: list[list[bool]]) -> None:
    number = max(1, len(right))
    hits = tuple(sum(any(each[:cut]) for each in right) / number for cut in (1, 5, 10))
    first = [each[:10].index(True) + 1 for each in right if any(each[:10])]
    found = rank_figures(right)
    assert found.hits == pytest.approx(hits)
    assert found.mrr == pytest.approx(sum(1 / rank for rank in first) / number)


def test_auroc_by_hand() -> None:
    # of six pairs four are in order and one is a tie
    assert auroc([0.9, 0.5, 0.2], [0.5, 0.1]) == pytest.approx((2 + 1.5 + 1) / 6)


@given(confidences, confidences)
def test_auroc_is_the_share_of_pairs_in_order(yes: list[float], no: list[float]) -> None:
    won = sum((a > b) + (a == b) / 2 for a, b in product(yes, no))
    assert auroc(yes, no) == pytest.approx(won / len(yes) / len(no))


def test_without_one_side_there_is_nothing_to_tell_apart() -> None:
    assert auroc([0.5], []) is None
    assert auroc([], [0.5]) is None
    assert answered_share([0.5], []) is None
    assert answered_share([], [0.5]) is None


def test_the_threshold_answers_nineteen_of_twenty() -> None:
    answerable = [place / 20 for place in range(1, 21)]
    assert threshold(answerable) == 0.1
    assert answered_share(answerable, [0.05, 0.1, 0.5, 0.9]) == 0.75


def test_the_threshold_of_few_answers_them_all() -> None:
    assert threshold([0.9, 0.3, 0.6]) == 0.3


@given(confidences)
def test_the_threshold_answers_enough_and_no_higher_one_does(answerable: list[float]) -> None:
    least = threshold(answerable)
    assert 100 * sum(value >= least for value in answerable) >= 95 * len(answerable)
    assert 100 * sum(value > least for value in answerable) < 95 * len(answerable)


def test_names_and_titles_are_compared_exactly_but_for_white_space() -> None:
    found = {"桑若谷": "副 县长", "陆青禾": "县长", "休·托兰": "", "谢云": ""}
    wanted = {"桑 若谷": "副县长", "陆青禾": "代县长", "休·托兰": "", "舒望": "秘书长"}
    assert count_names(found, wanted) == NameCounts(found=4, wanted=4, both=3, titles=2)


def test_no_names_found() -> None:
    assert count_names({}, {"桑若谷": "副县长"}) == NameCounts(0, 1, 0, 0)


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([], 0.95, 0), ([3], 0.95, 3), ([4, 2, 3, 1], 0.5, 2), (list(range(1, 101)), 0.95, 95)],
)
def test_percentiles_are_values_that_occur(
    values: list[float], share: float, expected: float
) -> None:
    assert percentile(values, share) == expected
