"""Accidents: which texts tell of one, and which tells its toll."""

from datetime import date

import pytest

from index.fold import fold
from qa.people import PassagePeople
from qa.question import read_question
from qa.ranking.accidents import read_accident, tells_toll, toll_asked
from qa.ranking.events import Told, read_told, same_event

SEPT_3, SEPT_5, OCTOBER, DECEMBER = (
    date(2024, 9, 3),
    date(2024, 9, 5),
    date(2024, 10, 20),
    date(2024, 12, 20),
)
BUS = "9月2日，一辆旅游大巴在青岚县侧翻，造成3人死亡。"


def told(text: str, published: date, article: str = "") -> Told:
    source = PassagePeople(article or text, article or text, fold(text), ())
    return read_told(source, text, "", published)


@pytest.mark.parametrize(
    ("other", "published", "expected"),
    [
        ("4日，青岚县“9·2”大巴侧翻事故遇难人数增至4人。", SEPT_5, True),
        ("9月2日的事故中，青岚县大巴司机贝某因侧翻受重伤。", SEPT_5, True),
        ("“9·2”侧翻事故的调查报告今天公布，27人被问责。", SEPT_5, True),
        ("4日，云河县一处山路上有客车侧翻，两名乘客遇难。", SEPT_5, False),
        ("4日，青岚县一家工厂发生火灾，造成2人死亡。", SEPT_5, False),
        ("10月18日，一辆旅游大巴在青岚县侧翻，造成2人死亡。", OCTOBER, False),
    ],
)
def test_an_accident_is_known_by_its_kind_its_place_and_its_day(
    other: str, published: date, expected: bool
) -> None:
    assert same_event(told(BUS, SEPT_3), told(other, published)) is expected


def test_an_accident_that_has_a_name_is_the_same_months_later() -> None:
    one = told("青岚化工厂“9·2”爆炸事故致5人遇难。", SEPT_5)
    assert same_event(one, told("“9·2”爆炸事故调查报告公布。", DECEMBER))


def test_a_toll_that_grows_is_that_of_the_same_thing() -> None:
    one = told("4日上午发布的消息称，青岚化工爆炸已致5人遇难。", SEPT_5)
    more = told("15日，青岚化工爆炸死亡人数增至6人。", date(2024, 9, 16))
    again = told("15日，青岚化工爆炸致6人死亡。", date(2024, 9, 16))
    assert same_event(one, more)
    assert not same_event(one, again)


def test_where_nothing_happened_is_no_accident() -> None:
    assert not read_accident(fold("青岚县召开会议。")).kinds


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("死了几个人？", "造成3人死亡、21人受伤。", True),
        ("死了几个人？", "遇难人数增至4人。", True),
        ("死了几个人？", "21人受伤。", False),
        ("多少人受伤？", "已致2死14伤。", True),
        ("多少人失联？", "另有3人失联。", True),
        ("How many people were injured?", "21人受伤。", True),
        ("How many people died?", "21人受伤。", False),
    ],
)
def test_what_tells_the_toll_asked_after(question: str, text: str, expected: bool) -> None:
    assert tells_toll(fold(text), toll_asked(read_question(question))) is expected


@pytest.mark.parametrize("question", ["谁死了？", "多少人参加？", "How many came?"])
def test_other_questions_ask_after_no_toll(question: str) -> None:
    assert toll_asked(read_question(question)) == ""
