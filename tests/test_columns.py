"""Columns as a terminal shows them: Chinese characters are two wide."""

from hypothesis import given
from hypothesis import strategies as st

from qa.cli.columns import padded, table

WIDTHS = {"a": 1, "é": 1, "青": 2, "，": 2}


def wide(text: str) -> int:
    return sum(WIDTHS[character] for character in text)


def test_the_first_column_is_to_the_left_and_the_others_to_the_right() -> None:
    rows = [["", "hits"], ["青岚", "7"]]
    assert list(table(rows)) == ["      hits", "青岚     7"]


@given(st.text("aé青，", max_size=12), st.integers(0, 30))
def test_what_fits_is_filled_up_to_the_width(text: str, width: int) -> None:
    shown = padded(text, width)
    assert shown.startswith(text)
    if wide(text) < width:
        assert wide(text) + shown.count(" ") == width


def test_behind_a_text_too_long_for_a_wide_column_stands_a_blank() -> None:
    assert padded("青岚日报青岚", 10) == "青岚日报青岚 "
    assert padded("青岚", 3) == "青岚"
