"""What is asked: kinds held to a labelled file, languages, names, acts, and refusals."""

import json
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qa.question import MOST, QuestionError, read_question

KINDS = Path(__file__).parent / "data" / "question-kinds.jsonl"


def labelled() -> list[tuple[str, str, str]]:
    rows = map(json.loads, KINDS.read_text(encoding="utf-8").splitlines())
    return [(row["question"], row["kind"], row["language"]) for row in rows]


@pytest.mark.parametrize(("question", "kind", "language"), labelled())
def test_kind_and_language_are_as_labelled(question: str, kind: str, language: str) -> None:
    asked = read_question(question)
    assert (asked.kind, asked.language) == (kind, language)


def test_labelled_questions_cover_every_kind_in_every_language() -> None:
    rows = labelled()
    assert len(rows) >= 120
    assert len({(kind, language) for _, kind, language in rows}) == 8 * 3


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("县长怎么看大桥的前景？", "said"),
        ("怎么看直播？", "how"),
        ("县长怎么夸大桥的？", "said"),
        ("如何总结经验？", "how"),
        ("他是为了什么上榜？", "why"),
        ("邊個係縣長？", "who"),
        ("大會喺邊度舉行？", "where"),
        ("大橋點解封閉？", "why"),
        ("大橋幾時通車？", "when"),
        ("在海边度假的有多少人？", "howmany"),  # 海边, not 边度
        ("几内亚政变发生在什么时候？", "when"),
        ("巴布亚新几内亚总理在哪里访问？", "where"),
        ("茶几上放的是什么？", "what"),
        ("两国诸多高官中，哪位没有出席？", "who"),
        ("占比最高的是哪个国家？", "what"),
        ("女性的占比是？", "howmany"),
        ("任何地方不得设卡的要求由谁提出？", "who"),
        ("What's the population of Lanhe?", "howmany"),
        ("What was the port's loss in 2023?", "howmany"),
        ("Lanhe earthquake death toll", "howmany"),
        ("Lanhe harbour closing date", "what"),
        ("What’s the name of the mayor?", "who"),
        ("What's the reason for the delay?", "why"),
        ("What's the date of the fair?", "when"),
        ("重点解决什么问题？", "what"),  # 重点, not 点解
        ("水利局的处长叫什么？", "who"),
        ("带头救人的是哪个兵？", "who"),
        ("哪两个解说聊了比赛？", "who"),
        ("检察长叫什么名字？", "who"),
        ("哪个村民造了假山？", "who"),
        ("公告把谁称作第三方？", "who"),
        ("新馆是哪个建筑师设计的？", "who"),
        ("哪个学生会赢了？", "what"),  # 学生会 is nobody
        ("他是哪个国家的国王？", "what"),  # asks for the country
        ("说明改装车为何危险的队长是哪位？", "who"),  # what it ends with is asked
        ("谁在什么时候签了字？", "who"),  # the first that is asked decides
        ("什么时候由谁签字？", "when"),
        ("谁说过这句话？", "said"),  # at one place, the more specific
        ("电影《晴川》讲的是什么？", "what"),
        ("这本书讲述了一个什么故事？", "what"),
        ("导演对电影讲了什么？", "said"),
        ("导演在《晴川》首映式上讲了什么？", "said"),
        ("他被称为什么？", "what"),
        ("乔叙被聘为什么？", "what"),
        ("他被任命为什么？", "what"),  # 称为什么 holds 为什么
        ("污水如何处理？", "how"),  # 如何处理 holds 何处
        ("近几年有什么变化？", "what"),  # 近几年 counts nothing
        ("哪个国家的部长到访？", "who"),
        ("哪个国家赢了？", "what"),
        ("在哪个国家举行？", "where"),
        ("WHO为什么发出警告？", "why"),  # an organisation, not a question word
        ("How many people who called were answered?", "howmany"),
        ("What happened when the lights went out?", "what"),
        ("In which country was it built?", "where"),
        ("Which country won?", "what"),
        ("Which county leaders came?", "who"),  # a county's people, no county
        ("Which county has leaders?", "where"),
        ("Which Lanhe women's league chairwoman spoke?", "who"),
        ("Which fencers won gold?", "who"),
        ("Which company's chairman resigned?", "what"),  # asks which company
        ("What score earned the young swimmers gold?", "what"),
        ("Who declared an emergency?", "who"),
        ("Who declared that the dam is safe?", "said"),
        ("票价？", "howmany"),  # a quantity alone asks how much it is
        ("营业收入呢？", "howmany"),
        ("白沙一中分数线", "howmany"),
        ("遇难人数是？", "howmany"),
        ("如何提高收入？", "how"),
        ("谁的收入？", "who"),
        ("部长的评价", "what"),  # 评价 is no price
        ("What is the fare of the bus?", "howmany"),
        ("Baisha wetlands", "what"),
    ],
)
def test_one_kind_wins(question: str, kind: str) -> None:
    assert read_question(question).kind == kind


def test_quoted_names_ask_nothing() -> None:
    assert read_question("电影《谁在敲门》几点放映？").kind == "when"
    assert read_question('When was "Who Goes There" published?').kind == "when"


def test_a_question_in_quotation_marks_is_still_read() -> None:
    assert read_question("“谁主持了会议？”").kind == "who"


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("NASA为什么推迟发射Artemis登月任务？", "zh-Hans"),
        ("NASA為什麼延後發射？", "zh-Hant"),
        ("Who chaired 全市防汛工作会议?", "en"),
        ("Who replaced 何志远?", "en"),
        ("AI 芯片", "zh-Hans"),
        ("tell me all about the opening of 云渡大桥", "en"),
        ("2023", "en"),
    ],
)
def test_language_of_mixed_questions(question: str, language: str) -> None:
    assert read_question(question).language == language


def test_names_are_what_marks_enclose_each_once_in_order() -> None:
    asked = read_question("《雪线之外》和“白鹭杯”、「海風」有什么关系，《雪线之外》是谁拍的？")
    assert asked.names == ("雪线之外", "白鹭杯", "海風")


def test_apostrophes_and_open_marks_enclose_no_names() -> None:
    assert read_question("Who is Lanhe's mayor and whose are the drivers' claims?").names == ()
    assert read_question("谁写了《渡口来信").names == ()


def test_who_questions_carry_the_acts_asked_after() -> None:
    assert "主持" in read_question("會議是誰主持的？").acts
    assert "陪同" in read_question("Who accompanied the envoy?").acts
    assert read_question("谁是新船的船东？").acts == ()


def test_the_roles_asked_after_are_those_of_the_acts() -> None:
    question = read_question("谁致辞，又是谁签约？")
    assert question.acts == ("讲话", "签署")
    assert question.roles == {"讲话"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("谁主持会议？", True), ("Who chaired the meeting?", False), ("会议几点开始？", False)],
)
def test_who_is_asked_in_chinese(text: str, expected: bool) -> None:
    assert read_question(text).is_who_in_chinese is expected


def test_acts_are_not_read_from_names_nor_for_other_kinds() -> None:
    assert "主持" not in read_question("谁写了《主持》？").acts
    assert read_question("会议几点开始，谁主持？").acts == ()


def test_text_is_stripped_and_key_is_folded() -> None:
    asked = read_question("\u3000ＮＡＳＡ說了什麼？ \n")
    assert (asked.text, asked.key) == ("ＮＡＳＡ說了什麼？", "nasa说了什么?")


@pytest.mark.parametrize("text", ["", " ", "\n\t\u3000"])
def test_an_empty_question_is_refused(text: str) -> None:
    with pytest.raises(QuestionError, match="the question is empty"):
        read_question(text)


@pytest.mark.parametrize("text", ["。", "！！！？？？", "😀😀", "……"])
def test_a_question_without_words_is_refused(text: str) -> None:
    with pytest.raises(QuestionError, match="the question has no words"):
        read_question(text)


def test_a_question_may_have_so_many_characters_and_no_more() -> None:
    assert len(read_question("谁" * MOST).text) == MOST
    with pytest.raises(QuestionError, match=f"has {MOST + 1} characters; ask in at most {MOST}"):
        read_question("谁" * (MOST + 1))


def test_a_question_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        read_question("谁？").kind = "what"  # type: ignore[misc]


@settings(max_examples=200, deadline=None)
def has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


@given(st.text(st.characters(), min_size=1, max_size=60).filter(has_words))
@example("\ud800谁")
@example("“甲”")
@example("''1")
def test_any_text_is_read_and_its_key_has_its_length(text: str) -> None:
    asked = read_question(text)
    assert asked.text == text.strip()
    assert len(asked.key) == len(asked.text)
    assert all(name in asked.text for name in asked.names)


PIECES = (
    "谁 哪 什么 几 多少 为何 何 在 说 的 “ ” 《 》 ' \" who what did say which the of , ?".split()
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, " "]), min_size=1, max_size=40).map("".join))
def test_pieces_of_questions_in_any_order_are_read(text: str) -> None:
    if has_words(text):
        assert read_question(text) == read_question(f" {text} ")
