"""What is found and leaves a question open: nothing told, another edition, a deputy; by hand."""

import re
from dataclasses import replace

import pytest

from qa.answer import Person, ShortAnswer
from qa.doubts import is_untold, only_asks
from qa.question import read_question
from tests.builders import make_found, make_reading

SHORT = ShortAnswer("三十元", "number", "p1", 0, 3)
PERSON = Person("沈远", "馆长", (), "p1", 0, 2)


def untold(
    question: str, text: str, *, title: str = "", told: bool = True, read: bool = True
) -> bool:
    """Of the text's first sentence; told, its last figure is the short answer."""
    found = make_found(text, title)
    if read:
        found = replace(found, reading=make_reading(dict.fromkeys(range(len(text)), 0.0)))
    end = text.find("。") + 1 or len(text)
    figures = [each.start() for each in re.finditer("[二三四五]十|五年", text[:end])]
    short = replace(SHORT, passage_id=found.passage.id, start=max(figures, default=0))
    return is_untold(read_question(question), found, (0, end), (), (short,) if told else ())


@pytest.mark.parametrize(
    "question", ["谁修了桥？", "修桥花了多少钱？", "桥何时通车？", "When did the bridge open?"]
)
def test_nobody_and_nothing_told(question: str) -> None:
    assert untold(question, "新桥修好了。", told=False)
    assert not untold(question, "新桥修好了。")
    assert not untold(question, "新桥修好了。", told=False, read=False)


@pytest.mark.parametrize(
    "question", ["为什么修桥？", "Who built the bridge?", "修桥花了一百万吗？"]
)
def test_other_questions_need_no_short_answer(question: str) -> None:
    assert not untold(question, "新桥修好了。", told=False)


def test_people_are_told_too() -> None:
    found = replace(make_found("新桥修好了。"), reading=make_reading({0: 0.0}))
    assert not is_untold(read_question("谁修了桥？"), found, (0, 6), (PERSON,), ())


@pytest.mark.parametrize(
    ("question", "title", "text", "expected"),
    [
        ("首届灯会票价多少？", "第二届灯会开幕", "票价三十元。首届灯会在青岚。", True),
        ("首届灯会票价多少？", "", "第二届灯会票价三十元。", True),
        ("首届灯会票价多少？", "", "首届灯会开过，第二届灯会票价三十元。", True),
        ("第二届灯会票价多少？", "第二届灯会开幕", "票价三十元。首届灯会在青岚。", False),
        ("首届灯会票价多少？", "", "首届灯会比第二届灯会便宜，票价三十元。", False),
        ("灯会票价多少？", "第二届灯会开幕", "票价三十元。", False),
        ("灯会票价多少？", "第三届灯会开幕", "本届灯会票价三十元，比第二届灯会贵。", False),
        ("第三届灯会票价多少？", "第三届灯会开幕", "本届灯会票价三十元，比第二届灯会贵。", False),
        ("3号线有多少站？", "地铁3号线开通", "全线共二十站，与1号线换乘。", False),
        ("二审改判几年？", "张三案二审宣判", "法院撤销一审判决，改判五年。", False),
        ("镇长今年多大？", "", "副镇长林小满今年四十岁。", True),
        ("镇长热线多少号？", "", "副镇长林小满今年四十岁。", False),
        ("人民银行长期目标是多少？", "", "人民银行副行长林小满说目标是四十。", False),
        ("总统大选是哪天？", "", "大选十一月五日举行，副总统林小满参选。", False),
        ("副镇长今年多大？", "", "副镇长林小满今年四十岁。", False),
        ("镇长今年多大？", "镇长与副镇长同行", "副镇长林小满今年四十岁。", False),
        ("镇长今年多大？", "", "林小满今年四十岁。", False),
    ],
)
def test_another_edition_and_a_deputy(question: str, title: str, text: str, expected: bool) -> None:
    assert untold(question, text, title=title) is expected


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("谁？", (), True),
        ("什么时候", ("时候",), True),
        ("When?", (), True),
        ("谁赢了", (), False),
        ("谁？", ("灯会",), False),  # a conversation is about something
        ("Who won?", ("won",), False),
    ],
)
def test_a_question_may_only_ask(question: str, words: tuple[str, ...], expected: bool) -> None:
    assert only_asks(read_question(question), words) is expected
