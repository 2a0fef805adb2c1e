"""The quarters and years that a question names, and whether a text tells of them; by hand."""

from datetime import date

import pytest

from qa.question import read_question
from qa.text.periods import names_period, told_of

TOLD = date(2024, 8, 20)


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("第三季度净利润多少？", "上半年净利润3.87亿元,第二季度有所下降。", False),
        ("第三季度净利润多少？", "7—9月净利润2亿元。", True),
        ("三季度净利润多少？", "前三季度净利润6亿元。", False),
        ("前三季度净利润多少？", "1至9月净利润6亿元。", True),
        ("上半年净利润多少？", "公司净利润3亿元。", None),
        ("What was the profit in the third quarter?", "第三季度净利润2亿元。", True),
        ("What was the profit in the first half?", "三季度净利润2亿元。", False),
        ("2023年招生多少人？", "今年招生4100人,比去年增加250人。", False),
        ("2023年招生多少人？", "今年招生4100人,去年招生3850人。", True),
        ("2024年招生多少人？", "今年招生4100人。", True),
        ("2022年招生多少人？", "2022年招生3000人。", True),
        ("招生多少人？", "今年招生4100人。", None),
        ("一季度亏损多少？", "三季报显示亏损1亿元。", False),
        ("2020年以后招生多少人？", "今年招生4100人。", None),
        ("How many were admitted after July 2020?", "今年招生4100人。", None),
        ("5月客流量多少？", "6月客流量37万人次。", False),
        ("6月客流量多少？", "6月12日客流量37万人次。", True),
        ("8月客流量多少？", "6月客流量37万人次。", True),  # the month of the article
        ("7月客流量多少？", "当月37万人次,环比6月增长。", True),  # the one before
        ("7月客流量多少？", "1至7月37万人次。", True),
        ("5月客流量多少？", "客流量37万人次。", None),
        ("5月3日客流量多少？", "6月客流量37万人次。", None),
        ("5月谁开会？", "6月开会。", None),
        ("How many passed in May?", "6月客流量37万人次。", False),
    ],
)
def test_a_text_tells_of_the_stretch_asked_after(
    question: str, text: str, told: bool | None
) -> None:
    assert told_of(read_question(question), text, TOLD) is told


def test_years_are_not_judged_without_the_article_s_day() -> None:
    assert told_of(read_question("2008年谁夺冠？"), "他夺冠了。", None) is None


def test_in_january_the_year_before_is_told_without_being_named() -> None:
    asked = read_question("2023年大桥什么时候通车？")
    assert told_of(asked, "大桥于12月28日通车。", date(2024, 1, 3)) is None


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("2023年上半年营收多少？", True),
        ("营收多少？", False),
        ("20240101是什么？", False),
        ("2000米谁夺冠？", False),
    ],
)
def test_a_question_names_a_period_or_does_not(question: str, named: bool) -> None:
    assert names_period(read_question(question)) is named
