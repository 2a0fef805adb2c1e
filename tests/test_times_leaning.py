"""What bare clocks, days and years lean on, worked out against Wednesday, 15 May 2024."""

from datetime import date

import pytest

from index.fold import fold
from qa.times import find_times

WEDNESDAY = date(2024, 5, 15)


def short(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str, str, str]]:
    spans = find_times(text, fold(text), published)
    return [(t.words, str(t.first), str(t.last), t.precise) for t in spans]


@pytest.mark.parametrize(
    ("words", "precise"),
    [
        ("22时30分", "minute"),
        ("19:30", "minute"),
        ("9时至21时", "range"),
        ("7点到9点", "range"),
        ("8:30-17:00", "range"),
        ("9点半", "hour"),
    ],
)
def test_a_clock_alone_names_no_day(words: str, precise: str) -> None:
    assert short(f"每日{words}开放") == [(words, "None", "None", precise)]


@pytest.mark.parametrize("text", "3时段 第3时 以21:15取胜 25:00 上涨12点 48时 9时差".split())
def test_what_is_no_clock(text: str) -> None:
    assert short(text) == []


def test_a_clock_that_ends_a_stretch_is_of_its_day() -> None:
    assert short("5月3日上午9时至下午3时停水") == [
        ("5月3日上午9时至下午3时", "2024-05-03", "2024-05-03", "range")
    ]
    assert short("5月3日22时至次日6时封路")[0][1:] == ("2024-05-03", "2024-05-04", "range")


@pytest.mark.parametrize(
    ("words", "first", "last", "precise"),
    [
        ("前三季度", "2024-01-01", "2024-09-30", "quarter"),
        ("2023年前三季度", "2023-01-01", "2023-09-30", "quarter"),
        ("前两个季度", "2024-01-01", "2024-06-30", "quarter"),
        ("今年前8个月", "2024-01-01", "2024-08-31", "quarter"),
        ("昨夜", "2024-05-14", "2024-05-14", "part"),
    ],
)
def test_a_time_means_these_days(words: str, first: str, last: str, precise: str) -> None:
    assert short(words) == [(words, first, last, precise)]


def test_the_next_day_follows_the_day_named_last() -> None:
    assert short("5月3日开幕，次日闭幕")[1][1] == "2024-05-04"
    assert short("次日闭幕") == [("次日", "None", "None", "day")]
    assert short("次日达") == []


def test_a_bare_day_does_not_lean_on_one_to_come() -> None:
    text = "4月23日，办法公布，自10月1日起施行。25日，开会。"
    assert short(text)[2][1] == "2024-04-25"
    assert short("办法自10月1日起施行。12日，开会。")[1][1] == "2024-05-12"
    assert short("大会将于10月1日开幕，将于3日闭幕。")[1][1] == "2024-10-03"


def test_all_that_a_forecast_goes_on_to_tell_is_to_come() -> None:
    told = "据预报，台风“海棠”强度加强，逐渐向南岬岛沿海靠近，之后折向沧州湾，于28日早晨登陆。"
    assert short(told)[0][1] == "2024-05-28"
    assert short("台风中的灯塔倒塌，于28日早晨被人发现。")[0][1] == "2024-04-28"
    assert short("预报中的台风没有登陆南岬岛，灯塔于28日早晨倒塌。")[0][1] == "2024-04-28"


@pytest.mark.parametrize("told", ["每年7月至8月多雨", "每年的7月1日休市", "rain every July"])
def test_what_comes_again_each_year_is_on_no_day_of_one(told: str) -> None:
    assert [each[1] for each in short(told)] == ["None"]


def test_a_bare_day_that_begins_a_line_leans_on_the_last_that_did() -> None:
    text = "4月23日，开会，3月2日的事。\n25日，散会，忆起3月1日。\n26日，又开。"
    assert [each[1] for each in short(text)] == [
        "2024-04-23",
        "2024-03-02",
        "2024-04-25",
        "2024-03-01",
        "2024-04-26",
    ]


def test_an_event_is_named_by_its_day_and_nothing_leans_on_that() -> None:
    found = short("“8·11”事故报告30日公布。", date(2024, 1, 30))
    assert [each[:2] for each in found] == [("8·11", "2023-08-11"), ("30日", "2024-01-30")]
    assert short("“13·11”、“某·某”和3·15") == []


@pytest.mark.parametrize("words", ["三月初八", "正月十五", "腊月廿三", "闰二月初三"])
def test_the_lunar_calendar_is_told_by_its_words(words: str) -> None:
    assert short(f"{words}有庙会") == [(words, "None", "None", "day")]


def test_the_beginning_of_a_month_is_no_lunar_day() -> None:
    assert short("三月初开幕")[0][:3] == ("三月初", "2024-03-01", "2024-03-10")


def test_a_traditional_text_leaves_out_the_republics_name() -> None:
    assert short("縣政府112年1月26日發布規定")[0][:2] == ("112年1月26日", "2023-01-26")
    assert short("县政府112年1月26日发布规定")[0][0] == "1月26日"
