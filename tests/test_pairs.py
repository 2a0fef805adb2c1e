"""Pairs of neighbouring characters."""

from hypothesis import given
from hypothesis import strategies as st

from index.pairs import asked_about, asked_pairs, han_pairs, in_common, neighbours, pairs


def test_neighbours_overlap() -> None:
    assert pairs("松岛渡轮") == ["松岛", "岛渡", "渡轮"]


def test_rare_characters_of_names_are_han_too() -> None:
    assert pairs("许𬱖明佐々木") == ["许𬱖", "𬱖明", "明佐", "佐々", "々木"]


def test_punctuation_parts_neighbours() -> None:
    assert pairs("松岛，渡轮") == ["松岛", "渡轮"]


def test_latin_words_figures_and_single_characters_stand_for_themselves() -> None:
    assert pairs("雨 covid 1,200.5 3a") == ["雨", "covid", "1,200.5", "3a"]


def test_nothing_has_no_pairs() -> None:
    assert pairs("") == asked_pairs("") == []


def test_a_question_is_asked_by_what_it_is_about() -> None:
    assert asked_pairs("松岛渡轮的票价是多少？") == ["松岛", "岛渡", "渡轮", "票价"]


def test_what_is_asked_about_stands_beside_the_asking_word() -> None:
    assert asked_about("郑老师的聘期是几年？") == ["师的", "的聘", "聘期"]
    assert asked_about("去了哪家造船厂参观？") == ["去", "造船", "船厂", "厂参"]
    assert asked_about("松岛渡轮") == []


def test_neighbours_are_of_any_kind() -> None:
    assert list(neighbours("3号a")) == ["3号", "号a"]
    assert list(neighbours("岛")) == []


def test_pairs_of_han_stop_at_all_else() -> None:
    assert han_pairs("松岛3号渡轮") == {"松岛", "号渡", "渡轮"}


def test_what_is_in_common_is_a_share_of_the_smaller() -> None:
    assert in_common(frozenset({"松岛", "岛渡"}), frozenset({"松岛", "渡轮", "票价"})) == 1 / 2
    assert in_common(frozenset(), frozenset({"松岛"})) == 0


@given(st.text(alphabet="松岛渡轮谁的a1 ，", max_size=30))
def test_pairs_stand_in_the_key(key: str) -> None:
    assert all(pair in key for pair in pairs(key))
