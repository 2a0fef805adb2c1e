"""Things told apart by their measures."""

from dataclasses import replace

import pytest

from corpus.split import sentences
from qa.question import read_question
from qa.ranking.found import Found, Sentence
from qa.ranking.measures import measured
from qa.short import Candidate
from tests.builders import make_found

COINS = "3克金币发行10000枚。15克金币发行5000枚。由三家公司铸造。"


def judged(text: str) -> Found:
    """Sentences as likely as each other, and in each an answer of score 1."""
    spans = sentences(text)
    return replace(
        make_found(text),
        sentences=tuple(Sentence(start, end, 0.0) for start, end in spans),
        answers=tuple(Candidate(start, start + 1, "number", 1.0, "") for start, _ in spans),
    )


def lowered(question: str, text: str) -> list[int]:
    """The places of the sentences of which less is expected, and of whose answers too."""
    (found,) = measured(read_question(question), [judged(text)])
    places = [n for n, sentence in enumerate(found.sentences) if sentence.odds < 0]
    starts = {answer.start for answer in found.answers if answer.score < 1}
    assert starts == {found.sentences[n].start for n in places}
    return places


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("3克金币发行多少枚？", COINS, [1]),
        ("15克金币发行多少枚？", COINS, [0]),
        ("谁赢了50米蛙泳？", "200米蛙泳由甲夺冠。50米蛙泳乙第一。他高180厘米。", [0]),
        ("9岁女孩被骗多少钱？", "12岁男孩被骗100元。9岁女孩被骗800元。", [0]),
    ],
)
def test_less_is_expected_of_what_is_told_of_another_measure(
    question: str, text: str, expected: list[int]
) -> None:
    assert lowered(question, text) == expected


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("金币发行多少枚？", COINS),  # names none
        ("8克金币发行多少枚？", COINS),  # which the passage does not tell
        ("2名选手是谁？", "3名选手到了。2名选手没到。"),  # how many there are names nothing
        ("3天里来了多少人？", "5天里来了80人。3天里来了30人。"),
        ("3克和15克的金币有什么不同？", "3克金币小，15克金币大。"),
    ],
)
def test_nothing_else_changes(question: str, text: str) -> None:
    assert lowered(question, text) == []


def test_answers_come_in_the_order_of_their_new_scores() -> None:
    (found,) = measured(read_question("15克金币发行多少枚？"), [judged(COINS)])
    assert [answer.start for answer in found.answers] == [13, 26, 0]


def test_no_passages_give_none() -> None:
    assert measured(read_question("3克金币发行多少枚？"), []) == ()
