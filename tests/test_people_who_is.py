"""Who a person is whom the question names, and who was not there."""

import pytest

from index.fold import fold
from qa.people import (
    PassagePeople,
    PeopleReader,
    answer_people,
    is_nowhere,
    is_settled,
    lists_of,
    tells_who,
)
from qa.people.who_is import is_only_a_name, name_asked_after
from qa.people.who_question import read_who_question
from qa.text.names import LacNames

MEETING = "镇长柯望舒主持会议，青川县水利局局长贺一苇出席会议。柯望舒说，河堤要加固。"
SPEECH = "青川县柳溪镇镇长柯望舒昨天致辞。"


@pytest.fixture(scope="module")
def reader() -> PeopleReader:
    return PeopleReader(LacNames())


def passages(reader: PeopleReader, *texts: str) -> list[PassagePeople]:
    return [
        PassagePeople(f"p{n}", f"a{n}", fold(text), reader.people(text, fold(text)))
        for n, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("柯望舒是谁？", "柯望舒"),
        ("谁是柯望舒？", "柯望舒"),
        ("柯望舒是什么人", "柯望舒"),
        ("Who is Ke Wangshu?", "ke wangshu"),
        ("柯望舒的老师是谁？", ""),
        ("Who is the mayor?", ""),
        ("Who is Liuxi's mayor?", ""),
        ("谁主持会议？", ""),
    ],
)
def test_a_question_may_name_the_person_it_asks_after(question: str, name: str) -> None:
    assert name_asked_after(read_who_question(question)) == name


def test_an_office_is_no_name() -> None:
    assert is_only_a_name(read_who_question("柯望舒是谁？"))
    assert not is_only_a_name(read_who_question("镇长是谁？"))


@pytest.mark.parametrize("question", ["柯望舒是谁？", "镇长柯望舒是谁？", "Who is Ke Wangshu?"])
def test_the_person_named_answers_with_the_fullest_title(
    reader: PeopleReader, question: str
) -> None:
    people = answer_people(question, passages(reader, MEETING, SPEECH))
    assert [(each.name, each.title, each.passage_id) for each in people] == [
        ("柯望舒", "青川县柳溪镇镇长", "p1")
    ]
    assert is_settled(question, people)


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("柯望舒是谁？", SPEECH, True),
        ("柯望舒是什么职务？", SPEECH, True),
        ("柯望舒是谁？", "柯望舒出席会议。", False),  # without a title
        ("谁致辞？", SPEECH, False),  # which asks by no name
        ("严知夏是谁？", SPEECH, False),
    ],
)
def test_a_title_beside_the_name_asked_after_tells_who_that_is(
    reader: PeopleReader, question: str, text: str, told: bool
) -> None:
    people = answer_people(question, passages(reader, text))
    assert tells_who(question, people) is told


def test_an_office_comes_before_a_part_played_for_a_day(reader: PeopleReader) -> None:
    opening = "大会执行主席柯望舒主持会议。"
    people = answer_people("柯望舒是谁？", passages(reader, opening, MEETING, SPEECH))
    assert [each.title for each in people] == ["青川县柳溪镇镇长"]


def test_nobody_else_is_named_where_the_person_is_not(reader: PeopleReader) -> None:
    assert answer_people("严知夏是谁？", passages(reader, MEETING)) == ()
    assert is_settled("严知夏是谁？", ())
    assert not is_settled("谁主持会议？", ())


@pytest.mark.parametrize(
    ("question", "nowhere"),
    [
        ("严知夏是谁？", True),
        ("柯望舒是谁？", False),
        ("谁主持会议？", False),
        ("镇长是谁？", False),
    ],
)
def test_a_person_asked_after_by_name_may_be_in_no_passage(question: str, nowhere: bool) -> None:
    assert is_nowhere(question, [fold(MEETING), fold(SPEECH)]) is nowhere


def test_only_those_who_were_not_there_are_absent(reader: PeopleReader) -> None:
    text = "镇长柯望舒、副镇长贺一苇参加会议。镇党委书记严知夏请假。"
    for question in ("谁没有参加会议？", "谁缺席了会议？", "Who was absent from the meeting?"):
        people = answer_people(question, passages(reader, text))
        assert [each.name for each in people] == ["严知夏"]
        assert is_settled(question, people)


def test_nobody_is_absent_where_no_text_says_so(reader: PeopleReader) -> None:
    assert answer_people("谁没有参加会议？", passages(reader, MEETING)) == ()


def test_those_who_sat_in_are_not_those_who_attended(reader: PeopleReader) -> None:
    text = "镇长柯望舒、副镇长贺一苇出席会议，严知夏、方照野应邀列席会议。"
    people = answer_people("谁列席了会议？", passages(reader, text))
    assert [each.name for each in people] == ["严知夏", "方照野"]


def test_the_mens_champion_is_not_the_womens(reader: PeopleReader) -> None:
    text = "男单冠军由柯望舒夺得。女单冠军是严知夏。"
    found = passages(reader, text)
    assert [each.name for each in answer_people("女单冠军是谁？", found)] == ["严知夏"]
    listed = lists_of("女单冠军是谁？", found, {"p0"})
    assert [each.people[0].name for each in listed] == ["严知夏"]


def test_whoever_wins_silver_is_second(reader: PeopleReader) -> None:
    text = "决赛中，选手柯望舒夺得冠军，队友严知夏紧随其后获得亚军。"
    answer = answer_people("银牌是谁拿的？", passages(reader, text))
    assert [each.name for each in answer] == ["严知夏"]
