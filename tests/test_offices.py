"""Questions after a named person's office: read as who that is, looked for so, and answered."""

from collections.abc import Iterator

import pytest

from index.fold import fold
from qa.library import Library
from qa.people.who_is import name_asked_after
from qa.people.who_question import read_who_question
from qa.question import read_question
from qa.question_rules.offices import as_who, holder_asked, may_be_of_body
from qa.settings import Settings
from tests.browser.pages import small_library

TITLED = "云川日报讯 4月9日，水利局局长柯望舒主持会议，研究河堤加固。"
TOLD = "严知夏生于石桥镇，毕业于云川大学，2019年起在县医院当院长，此前教过书。"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("offices")
    for name, text in (("a", TITLED), ("b", TOLD)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with small_library(folder / "library", Settings()) as opened:
        opened.add([folder / "a.txt", folder / "b.txt"])
        yield opened


@pytest.mark.parametrize(
    ("question", "name", "sought"),
    [
        ("柯望舒是什么职务？", "柯望舒", "柯望舒是谁？"),
        ("柯望舒現在擔任什麼職務？", "柯望舒", "柯望舒是谁？"),
        ("柯望舒的职务是什么", "柯望舒", "柯望舒是谁？"),
        ("柯望舒是干什么的？", "柯望舒", "柯望舒是谁？"),
        ("柯望舒在水利局任什么职？", "柯望舒", "柯望舒在水利局是谁？"),
        ("水利局的柯望舒是什么身份？", "柯望舒", "水利局的柯望舒是谁？"),
        ("局长柯望舒是什么身份？", "柯望舒", "局长柯望舒是谁？"),
        ("欧阳知夏是什么头衔？", "欧阳知夏", "欧阳知夏是谁？"),
        ("马克·贝尔现在是什么职务？", "马克·贝尔", "马克·贝尔是谁？"),
        ("柯望舒是哪个单位的？", "柯望舒", "柯望舒是谁？"),
        ("柯望舒来自哪所学校？", "柯望舒", "柯望舒是谁？"),
        ("柯望舒是哪家医院的医生？", "柯望舒", "柯望舒是谁？"),
        ("What is Ke Wangshu's job title?", "ke wangshu", "Who is Ke Wangshu?"),
        ("What position does Ke Wangshu hold?", "ke wangshu", "Who is Ke Wangshu?"),
        ("What is the job of Ke Wangshu?", "ke wangshu", "Who is Ke Wangshu?"),
    ],
)
def test_an_office_asked_after_asks_who_that_is(question: str, name: str, sought: str) -> None:
    assert holder_asked(fold(question)) == name
    assert read_question(question).kind == "who"
    assert name_asked_after(read_who_question(question)) == name
    assert as_who(question, fold(question)) == sought


@pytest.mark.parametrize(
    "question",
    [
        "新任局长是什么身份？",
        "任命谁担任什么职务？",
        "柯望舒在1949年担任什么职务？",  # what somebody once was, no title tells
        "高速公路是干什么的？",
        "温度是什么？",
        "柯望舒说了什么？",
        "What is China's position?",
        "What is the role of the committee?",
        "What is the title of the film?",
    ],
)
def test_other_questions_stay_what_they_are(question: str) -> None:
    assert holder_asked(fold(question)) == ""
    assert as_who(question, fold(question)) == question


def test_a_title_beside_the_name_answers(library: Library) -> None:
    answer = library.ask("柯望舒是什么职务？")
    assert answer.question == "柯望舒是什么职务？"
    assert [(each.name, each.title) for each in answer.people] == [("柯望舒", "水利局局长")]
    assert "柯望舒" in answer.evidence[0].passage.text


@pytest.mark.parametrize(
    ("question", "title", "may_be"),
    [
        ("柯望舒是哪所学校的？", "云川中学高一学生", True),
        ("柯望舒是哪所学校的？", "云川一中教师", True),
        ("柯望舒是哪所学校的？", "高一学生", False),
        ("柯望舒是哪家医院的医生？", "云川县人民医院院长", True),
        ("柯望舒是哪个单位的？", "水利局局长", True),
        ("柯望舒是哪家公司的？", "水利局局长", False),
        ("柯望舒是什么职务？", "高一学生", True),  # no body is asked after
    ],
)
def test_a_title_may_name_the_body_that_is_asked_after(
    question: str, title: str, may_be: bool
) -> None:
    assert may_be_of_body(fold(question), title) == may_be


def test_whose_body_a_title_tells_is_answered_by_it(library: Library) -> None:
    answer = library.ask("柯望舒是哪个单位的？")
    assert [(person.name, person.title) for person in answer.people] == [("柯望舒", "水利局局长")]
    assert answer.answered


def test_a_title_without_the_body_asked_after_names_nobody(library: Library) -> None:
    assert not library.ask("柯望舒是哪家公司的？").people


def test_without_a_title_the_words_that_tell_it_answer(library: Library) -> None:
    search = library.searcher.search("严知夏是什么职务？", 5)
    assert search.question.kind == "what"
    assert "严知夏" in search.choice.found[0].passage.text
