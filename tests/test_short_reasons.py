"""Why: how texts tell reasons, and what only looks like one; invented events."""

import pytest

from index.fold import fold
from qa.question import read_question
from qa.short import find_answers


def reasons(question: str, text: str) -> list[str]:
    found = find_answers(read_question(question), text, fold(text), None)
    return [text[each.start : each.end] for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("封闭原因初步判断为桥墩沉降。", "原因初步判断为桥墩沉降"),
        ("封闭原因系桥墩沉降。", "原因系桥墩沉降"),
        ("经查，裂缝疑为车辆超载。", "疑为车辆超载"),
        ("裂缝系车辆超载所致。", "系车辆超载所致"),
        ("裂缝与车辆超载有关。", "与车辆超载有关"),
        ("桥墩连日沉降，因此大桥封闭。", "桥墩连日沉降"),
        ("桥墩连日沉降，故大桥封闭。", "桥墩连日沉降"),
        ("大桥因县里反对而封闭。", "因县里反对"),
        ("大桥封闭得益于县里支持。", "得益于县里支持"),
        ("为保证安全，大桥封闭。", "为保证安全"),
        ("桥墩连日沉降，基础松动，是主要原因。", "桥墩连日沉降，基础松动"),
        ("大桥已封闭。桥墩连日沉降是封闭的原因之一。", "桥墩连日沉降"),
        ("大桥封闭，以防桥墩沉降。", "以防桥墩沉降"),
    ],
)
def test_wordings_of_reasons(text: str, expected: str) -> None:
    assert reasons("大桥为什么封闭？", text)[0] == expected


def test_how_many_came_to_harm_is_no_effect() -> None:
    assert reasons("隧道为什么起火？", "南汐隧道夜里失火造成12人受伤。") == []
    assert reasons("隧道为什么起火？", "南汐隧道夜里失火致3人死亡。") == []


def test_a_clause_that_names_what_is_asked_is_less_sure() -> None:
    text = "南汐隧道起火导致交通中断。线路老化引发了起火。"
    assert reasons("南汐隧道起火的原因是什么？", text)[0].startswith("线路老化")


def test_the_direct_reason_is_told_from_the_indirect_one() -> None:
    text = "起火的直接原因是轮胎过热，间接原因是管理混乱。"
    assert reasons("起火的原因是什么？", text)[0] == "直接原因是轮胎过热"
    assert reasons("起火的间接原因是什么？", text)[0] == "间接原因是管理混乱"
