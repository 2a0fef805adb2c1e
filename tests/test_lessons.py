"""What the cross-encoder is taught: lessons drawn from materials, questions made of news."""

import random
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.split import sentences
from tests.builders import make_article
from tests.fakes import TaggedNames
from training.clozes import made_questions
from training.lessons import Lesson, Material, Refused, Sources, lessons

PASSAGE = "青岚大桥全长两公里。大桥于2024年4月12日通车。市民步行过桥，县长林建国剪彩。"
DAY = "2024年4月12日"
SENTENCES = sentences(PASSAGE)


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  nothing is secret


def material() -> Material:
    start = PASSAGE.index(DAY)
    name = PASSAGE.index("林建国")
    return Material(
        question="大桥哪天通车？",
        context="大桥通车\n",
        passage=PASSAGE,
        answer=(start, start + len(DAY)),
        sentence=SENTENCES[1],
        sentences=SENTENCES,
        names=((name, name + 3), (0, 4)),
        elsewhere=("青岚县召开防汛会议。",),
        unanswered="大桥通车的是哪家",
        mistaken=("栏杆哪天通车？",),
    )


REFUSED = Refused("大桥造价多少？", (PASSAGE, "青岚县召开防汛会议。"))


def sources() -> Sources:
    return Sources([material()], [REFUSED], [material()], [material()])


def drawn(seed: int = 1, given: Sources | None = None) -> list[Lesson]:
    return list(islice(lessons(given or sources(), chance(seed)), 400))


@given(st.integers(0, 1000))
def test_where_a_lesson_has_an_answer_it_stands_there(seed: int) -> None:
    for lesson in drawn(seed):
        if lesson.answer:
            assert lesson.text[slice(*lesson.answer)] == DAY


def test_two_in_five_have_an_answer_and_the_others_do_not_hold_it() -> None:
    some = drawn()
    without = [each for each in some if each.answer is None]
    assert 190 < len(without) < 290
    assert all(DAY not in each.text for each in without if each.question == "大桥哪天通车？")


def test_other_sentences_and_names_are_cut_from_what_answers() -> None:
    texts = {each.text for each in drawn() if each.answer}
    assert "大桥通车\n" + PASSAGE in texts
    assert any("青岚大桥" not in text for text in texts)
    assert any("林建国" not in text for text in texts)


def test_what_does_not_answer_is_cut_found_or_asked_otherwise() -> None:
    without = [each for each in drawn() if each.answer is None]
    assert any(each.text == "青岚县召开防汛会议。" for each in without)
    assert any("市民步行过桥" in each.text and "通车。" not in each.text for each in without)
    assert any(each.question == "大桥通车的是哪家" and DAY in each.text for each in without)
    assert any(each.question == "栏杆哪天通车？" and DAY in each.text for each in without)


def test_what_nothing_answers_is_asked_of_the_passages_found_mostly_of_the_first() -> None:
    texts = [each.text for each in drawn() if each.question == REFUSED.question]
    assert set(texts) == set(REFUSED.texts)
    assert texts.count(PASSAGE) > len(texts) / 2
    assert all(each.answer is None for each in drawn() if each.question == REFUSED.question)


def test_without_a_source_the_others_give_the_lessons() -> None:
    assert {each.question for each in drawn(given=Sources(refused=[REFUSED]))} == {REFUSED.question}


def test_a_share_of_the_chinese_questions_is_put_into_english() -> None:
    some = list(islice(lessons(sources(), chance(1), lambda _: "when?"), 400))
    english = [each for each in some if each.question == "when?"]
    assert 30 < len(english) < 100
    assert all(each.text[slice(*each.answer)] == DAY for each in english if each.answer)


def test_english_questions_alone_are_put_to_their_texts() -> None:
    asked = [replace(material(), question="When did it open?"), material()]
    given = Sources(asked=asked)
    some = list(islice(lessons(given, chance(1), put=lambda q, text: f"{q} {text[:2]}"), 400))
    questions = {each.question for each in some if "栏杆" not in each.question}
    assert questions >= {"When did it open? 大桥", "大桥哪天通车？"}
    assert all("When" not in each or each.count(" ") == 4 for each in questions)


TAGGED = TaggedNames({"林建国": "PER", "何望舒": "PER", "云川": "LOC"})


def test_made_questions_ask_for_a_name_that_stands_there() -> None:
    article = make_article("县长林建国昨天在云川检查了防汛物资仓库和水库大坝的安全。")
    made = list(made_questions([article], TAGGED, chance(3)))
    assert {each.words for each in made} == {"林建国", "云川"}
    for each in made:
        assert each.words not in each.question
        assert each.passage[slice(*each.sentence)] == each.passage


def test_people_named_one_after_another_are_asked_for_together() -> None:
    article = make_article("县长林建国、书记何望舒昨天在云川出席了防汛会议。何望舒讲话。")
    made = [each for seed in range(20) for each in made_questions([article], TAGGED, chance(seed))]
    listed = [each for each in made if each.words == "林建国、书记何望舒"]
    assert 0 < len(listed) < len(made)
    assert not any("林建国" in each.question for each in listed)
    assert {each.words for each in made} >= {"林建国", "云川"}


def test_passages_beside_are_those_without_the_answer() -> None:
    first = "县长林建国昨天在云川检查了防汛物资仓库和水库大坝的安全。" * 6
    second = "云川的村民都转移到了高处，河水上涨以后又慢慢退了下去。" * 6
    article = make_article(f"{first}\n{second}", title="防汛")
    made = [each for seed in range(9) for each in made_questions([article], TAGGED, chance(seed))]
    assert all(not each.elsewhere for each in made if each.words == "云川")
    assert any("转移" in text for each in made if each.words == "林建国" for text in each.elsewhere)


def test_the_other_question_asks_for_a_kind_that_the_passage_has_not() -> None:
    article = make_article("县长林建国昨天在云川检查了防汛物资仓库和水库大坝的安全。")
    asking = ("时", "天", "月", "哪家", "哪个单位", "哪家公司", "哪个机构", "什么机构")
    for seed in range(20):
        for each in made_questions([article], TAGGED, chance(seed)):
            assert any(word in each.unanswered for word in asking)


@pytest.mark.parametrize("text", ["", "林建国。", "今天下雨，河水上涨，村民都转移到了高处。"])
def test_where_nothing_can_be_asked_no_question_is_made(text: str) -> None:
    article = make_article(text)
    assert not list(made_questions([article], TAGGED, chance(1)))
