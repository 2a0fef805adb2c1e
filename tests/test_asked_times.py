"""The dates that questions name, worked out by hand; today, if given, is 16 August 2023."""

from datetime import date

import pytest

from index.fold import fold
from qa.times import AskedTimes, read_asked_times

TODAY = date(2023, 8, 16)


def asked(question: str, today: date | None = None) -> AskedTimes:
    return read_asked_times(question, fold(question), today)


@pytest.mark.parametrize(
    ("question", "first", "last", "years"),
    [
        ("7月22日谁开会？", (7, 22), (7, 22), None),
        ("七月底誰開會？", (7, 21), (7, 31), None),
        ("今年8月谁开会？", (8, 1), (8, 31), None),
        ("8月2日至5日谁开会？", (8, 2), (8, 5), None),
        ("2月29日谁开会？", (2, 29), (2, 29), None),
        ("2023年谁开会？", (1, 1), (12, 31), (2023, 2023)),
        ("2023年7月22日谁开会？", (7, 22), (7, 22), (2023, 2023)),
        ("民國112年7月22日誰開會？", (7, 22), (7, 22), (2023, 2023)),
        ("Who met on July 22?", (7, 22), (7, 22), None),
        ("Who met in August?", (8, 1), (8, 31), None),
        ("Who met in August 2023?", (8, 1), (8, 31), (2023, 2023)),
    ],
)
def test_a_date_of_a_question(
    question: str, first: tuple[int, int], last: tuple[int, int], years: tuple[int, int] | None
) -> None:
    (day,) = asked(question).days
    assert (day.first, day.last, day.years) == (first, last, years)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("2023年7月1日以后谁开会？", "谁开会？"),
        ("2023年7月1日以后，谁开会？", "谁开会？"),
        ("谁在2024年5月以前开会？", "谁开会？"),
        ("2023年以來誰開會？", "誰開會？"),
        ("截至2023年7月1日，谁开会？", "谁开会？"),
        ("Who met after July 1, 2023?", "Who met?"),
        ("截至2023年6月有多少人？", ""),  # what a figure is told for
        ("2023年以来新增多少人？", ""),
        ("How many came since 2020?", ""),
        ("2023年7月1日谁开会？", ""),
        ("谁开会？", ""),
        ("岚国承诺在2030年前实现什么？", ""),
        ("2023年7月1日起施行的条例是什么？", ""),
        ("出生于2000年以后的球员是谁？", ""),
        ("《2012年以后》是谁拍的？", ""),
        ("2023年以前呢？", ""),
        ("Which law takes effect after July 1, 2023?", ""),
    ],
)
def test_words_that_only_narrow_are_not_asked_after(question: str, rest: str) -> None:
    assert asked(question).rest == rest


@pytest.mark.parametrize(
    "question",
    [
        "昨天谁开会？",
        "今年谁开会？",
        "上周五谁开会？",
        "近日谁开会？",
        "农历八月十五日谁开会？",
        "谁开会？",
        "",
        "Who met yesterday?",
    ],
)
def test_without_today_relative_words_say_nothing(question: str) -> None:
    assert asked(question) == AskedTimes()


@pytest.mark.parametrize(
    ("question", "first", "years"),
    [
        ("昨天谁开会？", (8, 15), 2023),
        ("去年12月谁开会？", (12, 1), 2022),
        ("last year?", (1, 1), 2022),
    ],
)
def test_today_anchors_relative_words(question: str, first: tuple[int, int], years: int) -> None:
    (day,) = asked(question, TODAY).days
    assert (day.first, day.years) == (first, (years, years))


def test_today_gives_no_year_to_a_plain_day() -> None:
    assert asked("7月22日谁开会？", TODAY).days[0].years is None


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("2023年7月1日以后谁开过会？", "2023-07-01", None),
        ("2023年7月1日之後誰開過會？", "2023-07-01", None),
        ("2020年以来谁开过会？", "2020-01-01", None),
        ("2023年7月1日之前谁开过会？", None, "2023-06-30"),
        ("截至2023年6月底谁开过会？", None, "2023-06-30"),
        ("2023年7月1日到8月1日之间谁开过会？", "2023-07-01", "2023-08-01"),
        ("从2023年7月1日到3日谁开过会？", "2023-07-01", "2023-07-03"),
        ("2023年6月和7月之间谁开过会？", "2023-06-01", "2023-07-31"),
        ("Who has met since July 2023?", "2023-07-01", None),
        ("Who has met since 2020?", "2020-01-01", None),
        ("Who met before March 2021?", None, "2021-02-28"),
        ("Who met between July 1, 2023 and August 3, 2023?", "2023-07-01", "2023-08-03"),
    ],
)
def test_only_words_that_say_so_narrow(question: str, since: str | None, until: str | None) -> None:
    found = asked(question)
    assert (found.since, found.until) == tuple(
        day and date.fromisoformat(day) for day in (since, until)
    )
    assert found.days == ()


@pytest.mark.parametrize(
    "question",
    [
        "7月1日以后谁开过会？",
        "2020年前后谁开过会？",
        "2023年7月1日前往北京的是谁？",
        "昨天之后谁开过会？",
    ],
)
def test_what_does_not_narrow(question: str) -> None:
    found = asked(question)
    assert (found.since, found.until) == (None, None)


def test_a_day_agrees_with_itself_in_any_year_and_with_a_short_stretch_around_it() -> None:
    (day,) = asked("7月22日谁开会？").days
    assert day.agrees_with(date(2021, 7, 22), date(2021, 7, 22))
    assert day.agrees_with(date(2021, 7, 20), date(2021, 7, 24))
    assert not day.agrees_with(date(2021, 7, 23), date(2021, 7, 23))
    assert not day.agrees_with(date(2021, 7, 1), date(2021, 7, 31))


def test_a_month_agrees_with_its_days() -> None:
    (month,) = asked("2023年8月谁开会？").days
    assert month.agrees_with(date(2023, 8, 31), date(2023, 8, 31))
    assert not month.agrees_with(date(2022, 8, 31), date(2022, 8, 31))


def test_news_of_a_day_is_printed_on_it_or_up_to_three_days_later() -> None:
    (day,) = asked("12月31日谁开会？").days
    assert [day.is_news_of(date(2023, 12, 30)), day.is_news_of(date(2023, 12, 31))] == [False, True]
    assert [day.is_news_of(date(2024, 1, 3)), day.is_news_of(date(2024, 1, 4))] == [True, False]


def test_a_leap_day_agrees_with_nothing_in_other_years() -> None:
    (day,) = asked("2月29日谁开会？").days
    assert not day.agrees_with(date(2023, 3, 1), date(2023, 3, 1))
