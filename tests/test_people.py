"""Persons with title and part, read from invented passages with the real recogniser."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.fold import fold
from qa.people import Mention, PassagePeople, PeopleReader, answer_people, headed_by
from qa.text.names import LacNames


@dataclass(frozen=True)
class Case:
    case: str
    text: str
    people: list[tuple[str, str, list[str]]]
    question: str
    answer: list[str]


LINES = (Path(__file__).parent / "data" / "people.jsonl").read_text("utf-8").splitlines()
CASES = [Case(**json.loads(line)) for line in LINES]
by_case = pytest.mark.parametrize("case", CASES, ids=[case.case for case in CASES])


@pytest.fixture(scope="module")
def reader() -> PeopleReader:
    return PeopleReader(LacNames())


def read(reader: PeopleReader, text: str) -> tuple[Mention, ...]:
    return reader.people(text, fold(text))


def passage(reader: PeopleReader, text: str, number: int = 1, article: str = "a") -> PassagePeople:
    return PassagePeople(f"p{number}", article, fold(text), read(reader, text))


def names(question: str, *passages: PassagePeople) -> list[str]:
    return [person.name for person in answer_people(question, passages)]


@by_case
def test_names_titles_and_parts_are_those_of_the_text(reader: PeopleReader, case: Case) -> None:
    found = [[m.name, m.title, list(m.roles)] for m in read(reader, case.text)]
    assert found == [list(person) for person in case.people]


@by_case
def test_the_question_is_answered(reader: PeopleReader, case: Case) -> None:
    assert names(case.question, passage(reader, case.text)) == case.answer


@by_case
def test_spans_are_the_texts_they_claim(reader: PeopleReader, case: Case) -> None:
    for mention in read(reader, case.text):
        assert case.text[mention.start : mention.end] == mention.name
        assert case.text[mention.title_start : mention.title_end] == mention.title


def test_an_empty_text_names_nobody(reader: PeopleReader) -> None:
    assert read(reader, "") == ()


def test_a_key_of_another_length_is_refused(reader: PeopleReader) -> None:
    with pytest.raises(ValueError, match="a text of 2 characters has a key of 1"):
        reader.people("会议", "会")


def test_no_passages_have_no_people(reader: PeopleReader) -> None:
    assert reader.people_of([]) == ()


def test_no_passages_give_no_people() -> None:
    assert answer_people("谁出席了会议？", []) == ()


def test_the_same_person_in_two_passages_is_one_with_the_title_of_either(
    reader: PeopleReader,
) -> None:
    texts = ["会议期间，江澜会见了贺兰亭。", "北岭集团董事长贺兰亭昨日抵达。"]
    found = reader.people_of([(text, fold(text)) for text in texts])
    passages = [
        PassagePeople(f"p{number}", "a", fold(text), people)
        for number, (text, people) in enumerate(zip(texts, found, strict=True))
    ]
    answer = answer_people("江澜会见了谁？", passages)
    assert [(p.name, p.title) for p in answer] == [("贺兰亭", "北岭集团董事长")]


def test_reprints_add_the_names_that_the_first_left_out(reader: PeopleReader) -> None:
    short = passage(reader, "副市长江澜、沈若水等出席签约仪式。", 1, "a")
    long = passage(reader, "副市长江澜、沈若水、程之远出席签约仪式。", 2, "b")
    assert names("谁出席了签约仪式？", short, long) == ["江澜", "沈若水", "程之远"]


def test_another_meeting_adds_nobody(reader: PeopleReader) -> None:
    first = passage(reader, "副市长江澜、沈若水出席湿地保护会议。", 1, "a")
    second = passage(reader, "县长罗一禾、副县长高远山出席植树活动。", 2, "b")
    assert names("谁出席了湿地保护会议？", first, second) == ["江澜", "沈若水"]


def test_people_of_a_left_out_title_are_left_out(reader: PeopleReader) -> None:
    text = "市长陆明川、副市长江澜、沈若水出席会议。"
    assert names("市长之外，还有谁出席会议？", passage(reader, text)) == ["江澜", "沈若水"]


def test_whoever_chairs_a_meeting_attends_it(reader: PeopleReader) -> None:
    text = "县委书记白云舟主持会议。副县长高远山、钱多益出席会议。"
    assert names("谁出席了会议？", passage(reader, text)) == ["白云舟", "高远山", "钱多益"]


def test_nobody_answers_what_no_passage_tells(reader: PeopleReader) -> None:
    assert names("谁被任命为省长？", passage(reader, "副市长江澜、沈若水出席会议。")) == []


def test_a_possessive_speech_is_no_part_played(reader: PeopleReader) -> None:
    (mention,) = read(reader, "会议学习总理苏晚晴在工作会议上的重要讲话精神。")
    assert mention.roles == ()


def test_an_answer_stands_where_it_says(reader: PeopleReader) -> None:
    text = "昨日，副市长江澜出席会议。"
    (person,) = answer_people("谁出席了会议？", [passage(reader, text, 7)])
    assert (person.passage_id, text[person.start : person.end]) == ("p7", "江澜")


def test_the_part_asked_after_stands_first(reader: PeopleReader) -> None:
    (person,) = answer_people("谁在会上讲话？", [passage(reader, "副市长江澜出席会议并讲话。")])
    assert person.roles == ("讲话", "出席")


PIECES = st.sampled_from(
    "副市长 江澜 、 ， 。 和 会见 了 （ ） “ ” 出席 等"
    " 贺兰亭 · Alan 先生 的 由 主持 为 5位 作家".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=30))
def test_any_text_is_read_and_spans_hold(reader: PeopleReader, text: str) -> None:
    found = read(reader, text)
    assert [m.start for m in found] == sorted(m.start for m in found)
    for mention in found:
        assert text[mention.start : mention.end] == mention.name != ""
        assert text[mention.title_start : mention.title_end] == mention.title


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_question_is_answered(reader: PeopleReader, question: str) -> None:
    given_names = {"江澜", "沈若水"}
    assert set(names(question, passage(reader, "副市长江澜、沈若水出席会议。"))) <= given_names


def test_a_list_below_its_articles_title_did_what_that_says(reader: PeopleReader) -> None:
    text = "云川市　副市长　吴建民\n北岭县　县长　卞国栋\n请假\n南汐大学教授　冯远征"
    people = headed_by(fold("云川论坛出席嘉宾名单"), fold(text), read(reader, text))
    assert [each.roles for each in people] == [("出席",), ("出席",), ("其他",)]
    assert headed_by(fold("云川论坛开幕"), fold(text), people[:1]) == people[:1]
