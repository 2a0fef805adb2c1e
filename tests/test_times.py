"""Dates and times of texts, worked out by hand against Wednesday, 15 May 2024."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.fold import fold
from qa.times import TimeSpan, find_times, times_of_events

WEDNESDAY = date(2024, 5, 15)


def times(text: str, published: date | None = WEDNESDAY) -> tuple[TimeSpan, ...]:
    return find_times(text, fold(text), published)


def short(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str, str, str]]:
    return [(t.words, str(t.first), str(t.last), t.precise) for t in times(text, published)]


@pytest.mark.parametrize(
    ("words", "first", "last", "precise"),
    [
        ("4月22日", "2024-04-22", "2024-04-22", "day"),
        ("2023年7月22日", "2023-07-22", "2023-07-22", "day"),
        ("二〇二三年八月十三日", "2023-08-13", "2023-08-13", "day"),
        ("2月24日元宵节", "2024-02-24", "2024-02-24", "day"),  # no 24日元
        ("十二月三十一日", "2023-12-31", "2023-12-31", "day"),
        ("今天", "2024-05-15", "2024-05-15", "day"),
        ("昨日", "2024-05-14", "2024-05-14", "day"),
        ("前天", "2024-05-13", "2024-05-13", "day"),
        ("last November", "2023-11-01", "2023-11-30", "month"),
        ("last May", "2023-05-01", "2023-05-31", "month"),
        ("next May", "2025-05-01", "2025-05-31", "month"),
        ("3日起至6月3日", "2024-05-03", "2024-06-03", "range"),
        ("大前天", "2024-05-12", "2024-05-12", "day"),
        ("大后天", "2024-05-18", "2024-05-18", "day"),
        ("这个星期五", "2024-05-17", "2024-05-17", "day"),
        ("这个周末", "2024-05-18", "2024-05-19", "week"),
        ("下下周五", "2024-05-31", "2024-05-31", "day"),
        ("下下个星期", "2024-05-27", "2024-06-02", "week"),
        ("明日上午", "2024-05-16", "2024-05-16", "part"),
        ("昨晚10点半", "2024-05-14", "2024-05-14", "hour"),
        ("今早", "2024-05-15", "2024-05-15", "part"),
        ("昨（14）日", "2024-05-14", "2024-05-14", "day"),
        ("今（15）日凌晨2時38分", "2024-05-15", "2024-05-15", "minute"),
        ("昨（13）日", "2024-05-13", "2024-05-13", "day"),  # what is written counts
        ("上周五", "2024-05-10", "2024-05-10", "day"),
        ("上上周日", "2024-05-05", "2024-05-05", "day"),
        ("本周一", "2024-05-13", "2024-05-13", "day"),
        ("下周三上午9时", "2024-05-22", "2024-05-22", "hour"),
        ("星期六", "2024-05-11", "2024-05-11", "day"),
        ("上周", "2024-05-06", "2024-05-12", "week"),
        ("本周末", "2024-05-18", "2024-05-19", "week"),
        ("本月", "2024-05-01", "2024-05-31", "month"),
        ("上个月", "2024-04-01", "2024-04-30", "month"),
        ("下月初", "2024-06-01", "2024-06-10", "tendays"),
        ("4月中旬", "2024-04-11", "2024-04-20", "tendays"),
        ("2月底", "2024-02-21", "2024-02-29", "tendays"),
        ("2023年2月", "2023-02-01", "2023-02-28", "month"),
        ("去年同期", "2023-01-01", "2023-12-31", "year"),
        ("今年以来", "2024-01-01", "2024-12-31", "year"),
        ("前年", "2022-01-01", "2022-12-31", "year"),
        ("去年12月5日", "2023-12-05", "2023-12-05", "day"),
        ("今年初", "2024-01-01", "2024-02-29", "quarter"),
        ("2023年二季度", "2023-04-01", "2023-06-30", "quarter"),
        ("上半年", "2024-01-01", "2024-06-30", "quarter"),
        ("2023年Q4", "2023-10-01", "2023-12-31", "quarter"),
        ("12日下午", "2024-05-12", "2024-05-12", "part"),
        ("22日", "2024-04-22", "2024-04-22", "day"),
        ("当地时间4月11日2时10分", "2024-04-11", "2024-04-11", "minute"),
        ("5月8日(周三)上午9:30", "2024-05-08", "2024-05-08", "minute"),
        ("8月2日至5日", "2024-08-02", "2024-08-05", "range"),
        ("4月28日至5月3日", "2024-04-28", "2024-05-03", "range"),
        ("4月23日—27日", "2024-04-23", "2024-04-27", "range"),
        ("1至4月", "2024-01-01", "2024-04-30", "range"),
        ("2021-2025年", "2021-01-01", "2025-12-31", "range"),
        ("2024-05-08 18:24:57", "2024-05-08", "2024-05-08", "minute"),
        ("2024/5/8", "2024-05-08", "2024-05-08", "day"),
        ("５月８日", "2024-05-08", "2024-05-08", "day"),
        ("July 30", "2024-07-30", "2024-07-30", "day"),
        ("30 July 2023", "2023-07-30", "2023-07-30", "day"),
        ("August 13, 2023", "2023-08-13", "2023-08-13", "day"),
        ("Aug. 5-7, 2023", "2023-08-05", "2023-08-07", "range"),
        ("March 2024", "2024-03-01", "2024-03-31", "month"),
        ("in April", "2024-04-01", "2024-04-30", "month"),
        ("in 2022", "2022-01-01", "2022-12-31", "year"),
        ("yesterday", "2024-05-14", "2024-05-14", "day"),
        ("last Friday", "2024-05-10", "2024-05-10", "day"),
        ("next Monday", "2024-05-20", "2024-05-20", "day"),
        ("last month", "2024-04-01", "2024-04-30", "month"),
        ("last year", "2023-01-01", "2023-12-31", "year"),
        ("next week", "2024-05-20", "2024-05-26", "week"),
    ],
)
def test_a_time_means_these_days(words: str, first: str, last: str, precise: str) -> None:
    found = short(words)
    assert [each[1:] for each in found] == [(first, last, precise)]
    assert words.startswith(found[0][0])


@pytest.mark.parametrize(
    ("words", "precise"),
    [
        ("7月22日", "day"),
        ("昨日", "day"),
        ("22日", "day"),
        ("上周五", "day"),
        ("本月", "month"),
        ("去年", "year"),
        ("上半年", "quarter"),
        ("8月2日至5日", "range"),
        ("July 30", "day"),
    ],
)
def test_nothing_is_guessed_without_the_articles_date(words: str, precise: str) -> None:
    assert short(words, None) == [(words, "None", "None", precise)]


def test_a_whole_date_needs_no_article() -> None:
    assert short("2023年7月22日", None)[0][1] == "2023-07-22"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("民國112年4月12日", "2023-04-12", "2023-04-12"),
        ("中华民国三十八年十月", "1949-10-01", "1949-10-31"),
        ("民国一百一十二年", "2023-01-01", "2023-12-31"),
        ("民国元年", "1912-01-01", "1912-12-31"),
        ("民国百年", "2011-01-01", "2011-12-31"),
    ],
)
def test_years_of_the_republic(words: str, first: str, last: str) -> None:
    assert [each[:3] for each in short(words)] == [(words, first, last)]


def test_a_year_of_the_republic_holds_for_its_sentence() -> None:
    assert short("民國112年4月12日開工，5月1日完工。")[1][1] == "2023-05-01"


@pytest.mark.parametrize(
    ("words", "precise"),
    [
        ("农历八月十五日", "day"),
        ("农历3月5日", "day"),
        ("农历正月初三", "day"),
        ("陰曆2024年八月十五至十六日", "day"),
        ("农历八月", "month"),
    ],
)
def test_days_of_the_lunar_calendar_stay_unresolved(words: str, precise: str) -> None:
    assert short(f"{words}举行庙会") == [(words, "None", "None", precise)]


@pytest.mark.parametrize("words", ["近日", "日前", "近期"])
def test_vague_times_stay_unresolved(words: str) -> None:
    assert short(words) == [(words, "None", "None", "vague")]


def test_a_fiscal_quarter_stays_unresolved() -> None:
    assert short("2023财年Q2") == [("2023财年Q2", "None", "None", "quarter")]


def test_an_hour_without_a_day_stays_unresolved() -> None:
    assert short("下午3时20分") == [("下午3时20分", "None", "None", "minute")]


@pytest.mark.parametrize(
    "text",
    "3天 连续3日 5个月 3.5月 第3日 8日游 19号线 2000年代 2月30日 13月5日 拘留5日 三点要求 25时"
    " 5-7号 今日俄罗斯 may".split(),
)
def test_what_is_no_time(text: str) -> None:
    assert times(text) == ()


def test_an_empty_text_has_no_times() -> None:
    assert times("") == ()


def test_a_december_day_in_a_january_article_is_last_years() -> None:
    assert short("12月28日", date(2024, 1, 5))[0][1] == "2023-12-28"


def test_a_later_day_is_the_articles_own_year() -> None:
    assert short("10月5日")[0][1] == "2024-10-05"


def test_a_january_day_to_come_is_next_years() -> None:
    assert short("大会将于1月5日举行", date(2024, 12, 20))[0][1] == "2025-01-05"


def test_a_day_to_come_lies_behind_the_article() -> None:
    assert short("22日将举行")[0][1] == "2024-05-22"


def test_a_year_named_in_the_sentence_goes_before_the_articles() -> None:
    assert [each[1] for each in short("2019年7月毕业，9月入职。9月")] == [
        "2019-07-01",
        "2019-09-01",
        "2024-09-01",
    ]


def test_a_day_without_a_month_lies_in_the_month_named_last() -> None:
    assert [each[1] for each in short("3月8日开幕，10日闭幕")] == ["2024-03-08", "2024-03-10"]


def test_that_day_is_the_day_named_last() -> None:
    assert [each[1] for each in short("3月8日开幕，当天下午")] == ["2024-03-08", "2024-03-08"]
    assert short("当天下午") == [("当天下午", "None", "None", "part")]


def test_the_same_year_is_the_one_named_last() -> None:
    assert [each[1] for each in short("2019年3月被查，同年11月")] == ["2019-03-01", "2019-11-01"]


def test_traditional_and_full_width_words_are_quoted_as_they_stand() -> None:
    assert [each[0] for each in short("當地時間８月２日至５日，上個月")] == [
        "當地時間８月２日至５日",
        "上個月",
    ]


def test_a_key_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="a text of 2 characters has a key of 1"):
        find_times("昨日", "昨", None)


PIECES = st.sampled_from(
    "2023年 今年 去年 7月 本月 二十二日 31日 0日 至 - 昨日 上周 五 下午 3时 99分 24:00 Q2 财年 将"
    " 。 ， 同年 当日 July 30 , 2023 last Friday 0000年 2023-02-30 同期 底 中旬".split()
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=30),
    st.none() | st.dates(),
)
def test_any_text_is_read_and_spans_hold(text: str, published: date | None) -> None:
    end = 0
    for span in times(text, published):
        assert end <= span.start < span.end
        assert text[span.start : span.end] == span.words
        assert (span.first is None) == (span.last is None)
        assert span.first is None or span.last is None or span.first <= span.last
        end = span.end


def test_a_datelines_day_is_not_the_events() -> None:
    text = "松岛晚报5月7日电（记者 乔叙）5月6日，渡轮首航。"
    times = times_of_events(text, text, date(2024, 5, 8))
    assert [time.words for time in times] == ["5月6日"]
