"""What is found and leaves a question open: nothing told, another edition, a deputy; by hand."""

from dataclasses import replace

import pytest

from qa.answer import Person, ShortAnswer
from qa.doubts import is_untold
from qa.question import read_question
from tests.builders import make_found, make_reading

SHORT = ShortAnswer("三十元", "number", "p1", 0, 3)
PERSON = Person("沈远", "馆长", (), "p1", 0, 2)


def untold(
    question: str, text: str, *, title: str = "", told: bool = True, read: bool = True
) -> bool:
    """Of the text's first sentence; told, there is a short answer."""
    found = make_found(text, title)
    found = (
        replace(found, reading=make_reading(dict.fromkeys(range(len(text)), 0.0)))
        if read
        else found
    )
    end = text.find("。") + 1 or len(text)
    return is_untold(read_question(question), found, (0, end), (), (SHORT,) if told else ())


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
        ("第二届灯会票价多少？", "第二届灯会开幕", "票价三十元。首届灯会在青岚。", False),
        ("首届灯会票价多少？", "", "首届灯会比第二届灯会便宜，票价三十元。", False),
        ("灯会票价多少？", "第二届灯会开幕", "票价三十元。", False),
        ("镇长今年多大？", "", "副镇长林小满今年四十岁。", True),
        ("副镇长今年多大？", "", "副镇长林小满今年四十岁。", False),
        ("镇长今年多大？", "镇长与副镇长同行", "副镇长林小满今年四十岁。", False),
        ("镇长今年多大？", "", "林小满今年四十岁。", False),
    ],
)
def test_another_edition_and_a_deputy(question: str, title: str, text: str, expected: bool) -> None:
    assert untold(question, text, title=title) is expected
