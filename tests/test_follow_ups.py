"""Which questions follow up an earlier one, and what their pronouns stand for."""

import pytest

from qa.conversations.follow_ups import (
    asks_for_more,
    is_follow_up,
    means_one,
    means_several,
    with_names,
)
from qa.question import read_question


@pytest.mark.parametrize(
    "question",
    "那他说了什么？ 在哪里开的？ 还有谁？ 什么时候？ 谁主持的？ 为什么？ 结果呢？ 后来呢？ 他是谁？"
    " 这次会议有多少人参加？ 那次会面的主题是什么？ 他们谈了什么？ 会上谁发言了？ 在哪里会见的？"
    " 离县城多远？"
    " 这位部长还说了什么？ 它花了多少钱？ 票价多少？ 谁出席了会议？ 他对气候变化怎么看？ 其他人呢？"
    " 佢點解要走？ 佢哋幾時簽嘅？"
    " 那他說了什麼？ 還有誰出席？ 這場活動在哪裡舉行？ 為什麼？ 他們談了什麼？".split(),
)
def test_a_follow_up_in_chinese(question: str) -> None:
    assert is_follow_up(read_question(question))


@pytest.mark.parametrize(
    "question",
    [
        "what did he say?",
        "Where was it held?",
        "Who else attended?",
        "When?",
        "and why?",
        "What did she say about Tesla?",
        "How many people attended the meeting?",
        "Where did they meet?",
        "How old is she?",
        "How big did he say it was?",
    ],
)
def test_a_follow_up_in_english(question: str) -> None:
    assert is_follow_up(read_question(question))


@pytest.mark.parametrize(
    "question",
    [
        "谁出席了防汛会议？",
        "陆青禾是谁？",
        "7月22日谁出席了会议？",
        "渡轮什么时候首航？",
        "还有谁出席了防汛会议？",
        "松岛轮渡撤回了申请，它背后的股东是谁？",
        "那场讲湿地保护的论坛，先后有谁致辞？",
        "《他》是谁写的？",
        "誰主持了濕地保護會議？",
        "Who is Ada Quill?",
        "Who chaired the flood meeting?",
        "Why was Ada Quill in pain while giving her talk?",
        "Where is it that Ada Quill was born?",
    ],
)
def test_a_question_that_stands_by_itself(question: str) -> None:
    assert not is_follow_up(read_question(question))


@pytest.mark.parametrize(
    ("question", "names", "expected"),
    [
        ("那他说了什么？", ("陆青禾",), "那陆青禾说了什么？"),
        ("他們談了什麼？", ("陆青禾", "桑若谷"), "陆青禾、桑若谷談了什麼？"),
        ("其他人说了什么？", ("陆青禾",), "其他人说了什么？"),
        ("What did he say?", ("陆青禾",), "What did 陆青禾 say?"),
        ("Where did they meet?", ("陆青禾", "桑若谷"), "Where did 陆青禾、桑若谷 meet?"),
        ("他说了什么？", (), "他说了什么？"),
    ],
)
def test_names_stand_in_place_of_pronouns(
    question: str, names: tuple[str, ...], expected: str
) -> None:
    assert with_names(read_question(question), names) == expected


def test_one_or_several() -> None:
    one, several = read_question("她说了什么？"), read_question("她們說了什麼？")
    assert (means_one(one), means_several(one)) == (True, False)
    assert (means_one(several), means_several(several)) == (False, True)


def test_more_is_asked_for() -> None:
    assert asks_for_more(read_question("還有誰？"))
    assert asks_for_more(read_question("Who else came?"))
    assert not asks_for_more(read_question("谁来了？"))
