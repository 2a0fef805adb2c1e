"""Who answers what in a passage: turns of an interview, and rumours that are denied."""

from dataclasses import replace

import pytest

from corpus.split import sentences
from index.fold import fold
from qa.ranking.found import Found, Sentence
from qa.ranking.turns import answered_by, turned
from tests.builders import make_found


def judged(text: str, *odds: float, start: int = 0) -> Found:
    found = make_found(text)
    passage = replace(found.passage, start=start, end=start + len(text))
    spans = sentences(text)
    told = tuple(Sentence(*span, each) for span, each in zip(spans, odds, strict=True))
    return replace(found, passage=passage, sentences=told)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("记者：桥何时通车？", "陆青禾：明年春天。"), [(0, 1)]),
        (("青岚电视台记者：桥何时通车？", "明年春天。"), [(0, 1)]),
        (("问：桥何时通车？", "陆青禾答：明年春天。"), [(0, 1)]),
        (("桥何时通车？", "陆青禾：明年春天。"), [(0, 1)]),
        (("桥何时通车？", "居民们这样问。"), []),
        (("记者：桥何时通车？",), []),
        (("网传大桥塌了。", "桥很长。", "警方称该消息不实。"), [(0, 2)]),
        (("网传大桥塌了，系谣言。", "警方称该消息不实。"), []),
        (("桥通车了。", "警方称该消息不实。"), []),
    ],
)
def test_what_answers_instead(texts: tuple[str, ...], expected: list[tuple[int, int]]) -> None:
    assert list(answered_by([fold(text) for text in texts])) == expected


def odds_of(found: Found) -> list[float]:
    return [sentence.odds for sentence in found.sentences]


def test_a_question_changes_odds_with_the_turn_that_answers_it() -> None:
    (each,) = turned([judged("记者：桥何时通车？陆青禾：明年春天。", 3.0, 1.0)])
    assert odds_of(each) == [1.0, 3.0]
    (each,) = turned([judged("记者：桥何时通车？陆青禾：明年春天。", 1.0, 3.0)])
    assert odds_of(each) == [1.0, 3.0]


def test_an_answer_in_the_next_passage_gains() -> None:
    asked, answer = "记者：桥何时通车？", "陆青禾：明年春天。"
    behind, before = turned(
        [judged(answer, 1.0, start=len(asked) + 1), judged(asked, 3.0, start=0)]
    )
    assert (odds_of(behind), odds_of(before)) == ([3.0], [1.0])
    far, before = turned([judged(answer, 1.0, start=99), judged(asked, 3.0, start=0)])
    assert (odds_of(far), odds_of(before)) == ([1.0], [3.0])
