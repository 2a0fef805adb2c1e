"""When, where and which: clocks, births, addresses, lists and documents; invented news."""

from datetime import date

import pytest

from index.fold import fold
from qa.question import read_question
from qa.short import find_answers


def found(question: str, text: str) -> list[str]:
    answers = find_answers(read_question(question), text, fold(text), date(2024, 5, 6))
    return [text[each.start : each.end] for each in answers]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("图书馆几点开门？", "图书馆5月1日启用，每日9时至21时开放。", "9时至21时"),
        ("图书馆几点闭馆？", "图书馆5月1日启用，19:30闭馆。", "19:30"),
        ("图书馆什么时候启用？", "图书馆每日9时开放，图书馆5月1日启用。", "5月1日"),
        ("图书馆哪天启用？", "图书馆22时30分启用，5月1日。", "5月1日"),
        ("乔叙什么时候任县长？", "乔叙，1971年8月生，乔叙2023年9月任县长。", "2023年9月"),
        ("乔叙什么时候出生？", "乔叙，1971年8月生，2023年9月任县长。", "1971年8月"),
        ("图书馆在哪里？", "图书馆地址位于石桥镇朝阳路18号，今日启用。", "石桥镇朝阳路18号"),
        ("外长签署了什么协定？", "“朋友”外长签署了《免签协定》。", "《免签协定》"),
        ("县里印发了什么方案？", "县里印发《防汛方案》。", "《防汛方案》"),
    ],
)
def test_the_first_answer(question: str, text: str, expected: str) -> None:
    assert found(question, text)[0] == expected


def test_where_it_was_not_is_no_place() -> None:
    assert found("台风在哪里登陆？", "台风未在青岚市登陆，也没有在云岫县登陆。") == []


def test_a_list_of_names_answers_as_one() -> None:
    text = "飞机由青岚飞机公司、南汐大学和云岫材料研究所研制。"
    assert found("飞机由哪些单位研制？", text) == ["青岚飞机公司、南汐大学和云岫材料研究所"]
    assert found("飞机由哪些公司研制？", text) == ["青岚飞机公司"]
    two = "青岚飞机公司研制，南汐航空公司订购。"
    assert sorted(found("哪些公司参与？", two)) == ["南汐航空公司", "青岚飞机公司"]
