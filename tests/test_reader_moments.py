"""Moments that records give as numbers."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reader.moments import shown_date


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1720137600", "2024-07-05"),
        ("1720137600000", "2024-07-05"),
        ("2024070512", "2024-07-05"),  # year, month, day and hour
        ("202407051230", "2024-07-05"),
        ("2024079912", "2034-02-21"),  # no such day: seconds
        ("20240705103000", "2024-07-05"),
        ("202402311230", "202402311230"),  # no such day
        ("20240700123000", "20240700123000"),
        ("1720137600.0", "2024-07-05"),
        ("1720137600000000", "2024-07-05"),
        ("/Date(1720137600000+0800)/", "2024-07-05"),
        ("45478", "2024-07-05"),  # days, of a spreadsheet
        ("45478.4375", "2024-07-05"),
        ("19990", "19990"),  # of 1954
        ("Fri Jul 05 10:00:00 +0800 2024", "2024-07-05"),
        ("Fri Jul  5 10:00:00 2024", "2024-07-05"),
        ("Fri Jul 05 10:00:00 CST 2024", "2024-07-05"),
        ("05-Jul-24", "2024-07-05"),
        ("5-JUL-2024 10:00", "2024-07-05"),
        ("31-Feb-24", "31-Feb-24"),
        ("05-Jul-99", "1999-07-05"),
        ("12345678901", "12345678901"),
        ("24-07-05", "24-07-05"),  # any of the three may be the year
        ("7月5日", "7月5日"),
        ("123456789", "123456789"),  # of 1973
    ],
)
def test_what_a_number_means(words: str, day: str) -> None:
    assert shown_date(words) == day


@given(st.dates(datetime.date(1990, 1, 2), datetime.date(2032, 12, 31)))
def test_a_day_is_read_however_it_is_counted_or_spelt(day: datetime.date) -> None:
    moment = datetime.datetime.combine(day, datetime.time(8), datetime.UTC)
    ways = [
        str(int(moment.timestamp())),
        str(int(moment.timestamp() * 1000)),
        str((day - datetime.date(1899, 12, 30)).days),
        day.strftime("%a %b %d 10:00:00 +0800 %Y"),
        day.strftime("%d-%b-%Y"),
        day.strftime("%Y%m%d100000"),
    ]
    assert {shown_date(words) for words in ways} == {day.isoformat()}


@given(st.text("0123456789./Date()JulFri-+: ", max_size=40))
def test_other_words_stay(words: str) -> None:
    assert shown_date(words) == words or datetime.date.fromisoformat(shown_date(words))
