"""Figures that stand apart from their units: 8 月 3 日, 3.5 亿元, 11 人."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fold import fold
from qa.question import read_question
from qa.short import find_answers
from qa.short.written import read_amounts
from qa.text.spaced import closed_amounts, closed_times
from qa.times import find_times

DAY = datetime.date(2024, 7, 1)


def test_only_spaces_between_figures_and_their_units_are_left_out() -> None:
    assert closed_times("2024 年 7 月 5 日，A 股 3 只").key == "2024年7月5日，A 股 3 只"
    assert closed_amounts("共 11 人，A 股 3 只 x 5 y").key == "共 11人，A 股 3只 x 5 y"
    assert closed_times("7月5日").places == ()


@given(st.text(alphabet="年月日123 人,a"))
def test_every_stretch_is_found_again_in_the_whole(key: str) -> None:
    for closed in (closed_times(key), closed_amounts(key)):
        for end in range(1, len(closed.key) + 1):
            start, behind = closed.span(end - 1, end)
            assert key[start:behind] == closed.key[end - 1]
        whole = closed.span(0, len(closed.key)) if closed.key else (0, 0)
        assert key[slice(*whole)].replace(" ", "") == closed.key.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("海屿网 8 月 3 日消息", "8 月 3 日", (2024, 8, 3), (2024, 8, 3)),
        ("展会于 2024 年 9 月 5 日开幕", "2024 年 9 月 5 日", (2024, 9, 5), (2024, 9, 5)),
        ("2024 年 9 月 5 日至 8 日", "2024 年 9 月 5 日至 8 日", (2024, 9, 5), (2024, 9, 8)),
        ("1773 年或更早", "1773 年", (1773, 1, 1), (1773, 12, 31)),
    ],
)
def test_dates_are_read_with_spaces_and_quoted_with_them(
    text: str, words: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    (span,) = find_times(text, fold(text), DAY)
    assert (span.words, text[span.start : span.end]) == (words, words)
    assert (span.first, span.last) == (datetime.date(*first), datetime.date(*last))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("共有 1,388 人受伤", "1,388 人", "1388人"),
        ("投资 3.5 亿元", "3.5 亿元", "350000000元"),
        ("最高气温 41 ℃", "41 ℃", "41℃"),
    ],
)
def test_amounts_are_read_with_spaces(text: str, words: str, value: str) -> None:
    (amount,) = read_amounts(fold(text))
    assert (text[amount.start : amount.end], amount.value) == (words, value)


def test_a_spaced_date_and_amount_answer() -> None:
    text = "海屿网 8 月 3 日消息，青岚号渡轮将于 9 月 5 日首航，载客 300 人。"
    for question, words in (("渡轮什么时候首航？", "9 月 5 日"), ("渡轮载客多少人？", "300 人")):
        best = find_answers(read_question(question), text, fold(text), DAY, ())[0]
        assert text[best.start : best.end] == words
