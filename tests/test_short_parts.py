"""Questions that ask twice: their parts, and what answers each in one sentence; by hand."""

import pytest

from index.fold import fold
from qa.question import read_question
from qa.short.parts import answers_of_parts, parts_asked


@pytest.mark.parametrize(
    ("question", "text", "answers"),
    [
        ("抓了几个人，缴获多少现金？", "警方抓获8名嫌疑人，缴获现金44000元。", ["8名", "44000元"]),
        ("缴获多少现金，抓了几个人？", "警方抓获8名嫌疑人，缴获现金44000元。", ["44000元", "8名"]),
        ("電梯可載多少人，花了多少錢？", "電梯可載8人，花了60萬元。", ["8人", "60萬元"]),
        (
            "How many people were hurt and how much was lost?",
            "事故造成11人受伤，损失2806.5万元。",
            ["11人", "2806.5万元"],
        ),
        ("抓了几个人，缴获多少现金？", "警方抓获8名嫌疑人。", []),  # one part has no answer
        ("桥长多少米，宽多少米？", "大桥宽30米，全长1200米。", []),  # which is which
    ],
)
def test_each_part_has_its_answer(question: str, text: str, answers: list[str]) -> None:
    parts = parts_asked(read_question(question))
    assert len(parts) == 2
    said = answers_of_parts(parts, text, (0, len(text)), None, fold(text))
    assert [text[each.start : each.end] for each in said] == answers


@pytest.mark.parametrize(
    "question",
    [
        "抓了几个人？",
        "北京、上海共有多少人？",
        "谁主持会议，有多少人参加？",  # people answer the one
        "大桥什么时候通车，多少人参加？",
        "几个月前，有多少人失业？",
        "When the bridge opened, how many people came?",
        "据报道，今年招生多少人？",
        "How many people were hurt?",
    ],
)
def test_a_question_of_one_part_has_none(question: str) -> None:
    assert parts_asked(read_question(question)) == ()
