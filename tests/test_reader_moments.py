"""Moments that records give as numbers."""

import pytest

from corpus.reader.moments import shown_date


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1720137600", "2024-07-05"),
        ("1720137600000", "2024-07-05"),
        ("2024070512", "2024-07-05"),  # year, month, day and hour
        ("202407051230", "2024-07-05"),
        ("2024079912", "2034-02-21"),  # no such day: seconds
        ("7月5日", "7月5日"),
        ("123456789", "123456789"),  # of 1973
    ],
)
def test_what_a_number_means(words: str, day: str) -> None:
    assert shown_date(words) == day
