"""The sentence that answers, and what is lit up; expected values by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fold import fold
from qa.answer import Span
from qa.evidence import best_sentence, lit_spans, telling_words
from qa.question import read_question
from qa.short import Candidate, find_answers


def sentence(text: str, question: str) -> str:
    start, end = best_sentence(text, fold(text), read_question(question))
    return text[start:end]


def lit(text: str, words: list[str], kind: str) -> list[tuple[str, str]]:
    asked = read_question({"when": "何时？", "howmany": "多少？"}.get(kind, "什么？"))
    answers = find_answers(asked, text, fold(text), date(2024, 5, 6))
    spans = lit_spans(fold(text), words, (), answers)
    return [(text[span.start : span.end], span.kind) for span in spans]


def test_the_sentence_that_shares_most_with_the_question() -> None:
    text = "大桥全长三公里。大桥的桥面铺了新沥青。车流不断。"
    assert sentence(text, "桥面铺了什么？") == "大桥的桥面铺了新沥青。"


@pytest.mark.parametrize(
    ("kind", "question", "expected"),
    [
        ("when", "大桥何时通车？", "大桥将于6月1日通车。"),
        ("why", "大桥为什么封闭？", "大桥封闭是由于桥墩沉降。"),
        ("howmany", "大桥花了多少元？", "大桥花了九亿元。"),
        ("said", "关于大桥，县长怎么说？", "县长表示，大桥是全县的大事。"),
    ],
)
def test_a_sign_of_the_answer_decides_between_equals(
    kind: str, question: str, expected: str
) -> None:
    text = (
        "大桥很长。大桥将于6月1日通车。大桥封闭是由于桥墩沉降。"
        "大桥花了九亿元。县长表示，大桥是全县的大事。"
    )
    assert sentence(text, question) == expected


def test_without_anything_shared_the_first_sentence() -> None:
    assert sentence("甲乙。丙丁。", "风雨？") == "甲乙。"


def test_words_are_lit_once_where_they_overlap() -> None:
    assert lit("领导小组会议", ["领导", "领导小组", "小组"], "what") == [("领导小组", "match")]


def test_a_figure_is_not_lit_inside_another() -> None:
    assert lit_spans("4121公里,21人", ("21",), (), ()) == (Span(7, 9, "match"),)


def test_traditional_text_is_lit_by_simplified_words() -> None:
    assert lit("領導小組會議", ["会议"], "what") == [("會議", "match")]


def test_a_when_question_lights_dates_and_a_how_many_question_numbers() -> None:
    text = "5月1日有三十人参观。"
    assert lit(text, [], "when") == [("5月1日", "date")]
    assert ("三十人", "number") in lit(text, [], "howmany")


def test_what_is_less_sure_than_the_surest_is_not_lit() -> None:
    sure, unsure = Candidate(5, 7, "number", 1.0, "9个"), Candidate(0, 2, "number", 0.5, "8个")
    assert lit_spans("8个和其他9个", (), (), [sure, unsure]) == (Span(5, 7, "number"),)


def test_of_what_overlaps_the_surer_is_lit() -> None:
    sure, other = Candidate(2, 6, "place", 0.9, "南汐会场"), Candidate(2, 4, "place", 0.8, "南汐")
    assert lit_spans("就在南汐会场", (), (), [sure, other]) == (Span(2, 6, "place"),)


def test_words_that_every_question_holds_tell_nothing() -> None:
    assert telling_words(["谁", "出席", "什么", "会议", "出席", "the"]) == ("出席", "会议")


@given(st.text(max_size=200), st.sampled_from(["谁？", "何时开会？", "为什么？", "Where is 5?"]))
def test_the_sentence_lies_in_the_text(text: str, question: str) -> None:
    start, end = best_sentence(text, fold(text), read_question(question))
    assert 0 <= start <= end <= len(text)


@given(st.text(alphabet="会议5月1日出席甲乙。", max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    answers = find_answers(read_question("何时？"), text, fold(text), None)
    spans = lit_spans(fold(text), ["会议", "出席"], (), answers)
    assert list(spans) == sorted(spans, key=lambda span: (span.start, span.kind, span.end))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(isinstance(span, Span) for span in spans)
