"""Follow-ups over a real library with a small encoder: what is carried over, and what is not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Heading
from qa.answer import Answer, Topic
from qa.conversations.conversation import Conversation, carried_into, keeps_event, read_follow_up
from qa.library import Library
from qa.question import read_question
from tests.shelves import open_library, write

FLOOD = (
    "青岚日报报道 5月6日，县长陆青禾在青岚县水利局主持召开防汛会议。副县长桑若谷出席会议。\n"
    "陆青禾说：“堤坝要天天看。”"
)
FERRY = "松岛轮渡公司宣布，新渡轮将于六月一日首航，票价二十元。经理秦望舒说：“渡轮很稳。”"
WETLAND = "湿地保护论坛在白沙镇举行，镇长秋山月致辞。"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    for name, text in (("flood", FLOOD), ("ferry", FERRY), ("wetland", WETLAND)):
        write(tmp_path / "articles" / f"{name}.txt", text)
    with open_library(tmp_path / "library") as opened:
        opened.add([tmp_path / "articles"])
        yield opened


def chat(library: Library, *questions: str) -> Answer:
    """The answer to the last of some questions, asked one after the other."""
    conversation = Conversation()
    for question in questions:
        answer = library.ask(question, 3, conversation=conversation)
        conversation = conversation.after(answer)
    return answer


def test_a_follow_up_keeps_the_event(library: Library) -> None:
    answer = chat(library, "谁出席了青岚县的防汛会议？", "在哪里开的？")
    assert "青岚县水利局" in answer.evidence[0].passage.text
    assert answer.question == "在哪里开的？"
    assert answer.carried is not None
    assert answer.carried.heading.article_id == answer.evidence[0].passage.article_id
    assert not answer.carried.elsewhere


def test_he_is_the_person_who_answered(library: Library) -> None:
    answer = chat(library, "谁主持了青岚县的防汛会议？", "那他说了什么？")
    assert answer.carried is not None
    assert answer.carried.names == ("陆青禾",)
    best = answer.evidence[0]
    assert "堤坝要天天看" in best.passage.text[slice(*best.sentence)]


def test_he_is_the_person_whom_the_last_question_named(library: Library) -> None:
    answer = chat(library, "松岛轮渡公司的秦望舒怎么评价新渡轮？", "他還說了什麼？")
    assert answer.carried is not None
    assert answer.carried.names == ("秦望舒",)


def test_whoever_else_leaves_out_those_told_before(library: Library) -> None:
    first = chat(library, "谁主持了青岚县的防汛会议？")
    second = chat(library, "谁主持了青岚县的防汛会议？", "还有谁出席？")
    assert [person.name for person in first.people] == ["陆青禾"]
    assert [person.name for person in second.people] == ["桑若谷"]


def test_a_short_question_on_what_the_event_tells_keeps_it(library: Library) -> None:
    answer = chat(library, "松岛渡轮什么时候首航？", "票价是多少元呢？", "经理说了什么？")
    assert answer.carried is not None
    assert not answer.carried.elsewhere
    assert "渡轮很稳" in answer.evidence[0].passage.text


def test_an_answer_keeps_the_event_where_that_tells_what_is_named(library: Library) -> None:
    answer = chat(library, "谁主持了青岚县的防汛会议？", "在哪里开的？")
    assert answer.carried is not None
    told, half, other = map(read_question, ("哪个县长？", "县长和渡轮？", "渡轮票价？"))
    assert keeps_event(answer, told)
    assert keeps_event(answer, half)
    assert not keeps_event(answer, other)
    assert not keeps_event(replace(answer, answered=False), told)
    assert not keeps_event(replace(answer, carried=None), told)
    elsewhere = replace(answer.carried, elsewhere=True)
    assert not keeps_event(replace(answer, carried=elsewhere), told)


def test_a_short_question_on_another_event_stands_by_itself(library: Library) -> None:
    answer = chat(library, "谁主持了青岚县的防汛会议？", "新渡轮的票价多少？")
    assert answer.carried is None
    assert answer.question == "新渡轮的票价多少？"
    assert "二十元" in answer.evidence[0].passage.text


def test_another_place_asks_the_last_question_again(library: Library) -> None:
    topic = Topic("青岚县谁开会？", Heading("a", "a", "", "", None, "", ""), "", ())
    follow_up = read_follow_up(
        read_question("那白沙镇呢？"), Conversation(topic), library.searcher.chooser.names
    )
    assert follow_up is not None
    assert (follow_up.text, follow_up.words, follow_up.apart) == ("白沙镇谁开会？", "", True)
    assert not follow_up.about


@pytest.mark.parametrize(
    ("question", "text", "apart"),
    [
        ("What about July?", "How many people attended the opening in July?", True),
        ("How about the deputy mayor?", "How about the deputy mayor?", False),
    ],
)
def test_what_about_leans_on_the_last_question(question: str, text: str, *, apart: bool) -> None:
    last = "How many people attended the opening in June?"
    topic = Topic(last, Heading("a", "a", "渡轮首航", "", None, "", ""), "", ())
    follow_up = read_follow_up(read_question(question), Conversation(topic), lambda _: ())
    assert follow_up is not None
    assert (follow_up.text, follow_up.apart, bool(follow_up.words)) == (text, apart, not apart)
    assert bool(follow_up.about) == bool(follow_up.words)


def test_a_question_with_its_own_subject_carries_nothing(library: Library) -> None:
    answer = chat(library, "谁主持了青岚县的防汛会议？", "松岛渡轮的票价是多少？")
    assert answer.carried is None
    assert "二十元" in answer.evidence[0].passage.text


def test_a_conversation_that_is_dropped_carries_nothing(library: Library) -> None:
    conversation = Conversation().after(library.ask("谁主持了青岚县的防汛会议？", 3))
    assert conversation.topic is not None
    assert library.ask("在哪里开的？", 3, conversation=Conversation()).carried is None
    assert library.ask("在哪里开的？", 3).carried is None


def test_conversations_do_not_mix(library: Library) -> None:
    flood = Conversation().after(library.ask("谁主持了青岚县的防汛会议？", 3))
    forum = Conversation().after(library.ask("谁在湿地保护论坛致辞？", 3))
    where = "在哪里举行的？"
    assert "水利局" in library.ask(where, 3, conversation=flood).evidence[0].passage.text
    assert "白沙镇" in library.ask(where, 3, conversation=forum).evidence[0].passage.text


def test_an_unanswered_question_leaves_what_came_nearest(library: Library) -> None:
    answer = replace(library.ask("谁主持了青岚县的防汛会议？", 3), answered=False)
    topic = Conversation().after(answer).topic
    assert topic is not None
    assert topic.heading == answer.evidence[0].heading


def test_a_question_that_found_nothing_leaves_nothing_to_lean_on(library: Library) -> None:
    answer = replace(library.ask("谁主持了青岚县的防汛会议？", 3), answered=False, evidence=())
    assert Conversation().after(answer) == Conversation()


def test_a_name_that_the_last_question_cuts_is_whole_as_the_article_has_it() -> None:
    heading = Heading("1", "甲", "原局长彭允中受贿案宣判", "", None, "", "")
    topic = Topic("彭允中受贿多少钱？", heading, "法院判处彭允中有期徒刑。", ())
    known = {"彭允中受贿多少钱？": ("彭允",)}
    follow_up = read_follow_up(
        read_question("他上诉了吗？"),
        Conversation(topic),
        lambda text: known.get(text, ("彭允中",)),
    )
    assert follow_up is not None
    assert follow_up.names == ("彭允中",)


def test_nothing_but_what_asks_is_read_with_what_was_asked_about() -> None:
    heading = Heading("1", "甲", "名宿佟敬尧逝世", "", None, "", "")
    topic = Topic("佟敬尧的告别仪式哪天举行？", heading, "告别仪式7日举行。", ())
    follow_up = read_follow_up(read_question("在哪里？"), Conversation(topic), lambda _: ())
    assert follow_up is not None
    assert follow_up.about == "名宿佟敬尧逝世，佟敬尧的告别仪式举行"


def test_an_unanswered_follow_up_leaves_the_conversation_as_it_was(library: Library) -> None:
    before = Conversation().after(library.ask("谁主持了青岚县的防汛会议？", 3))
    answer = library.ask("票价多少？", 3, conversation=before)
    assert before.after(replace(answer, answered=False)) == before


def test_a_removed_event_is_answered_elsewhere(library: Library) -> None:
    conversation = Conversation().after(library.ask("谁主持了青岚县的防汛会议？", 3))
    assert conversation.topic is not None
    library.remove(conversation.topic.heading.article_id)
    answer = library.ask("在哪里开的？", 3, conversation=conversation)
    assert answer.carried is not None
    assert answer.carried.elsewhere


@pytest.mark.parametrize(
    ("text", "question", "then", "answered"),
    [
        ("青岚港全年吞吐量为380万吨。", "青岚港吞吐量多少？", "前年呢？", False),
        ("青岚港全年吞吐量为380万吨，上年为300万吨。", "青岚港吞吐量多少？", "去年呢？", True),
        ("青岚港全年吞吐量为380万吨，同比增长两成。", "青岚港吞吐量多少？", "去年呢？", True),
        ("青岚港吞吐量十月300万吨，十一月380万吨。", "青岚港十月吞吐量多少？", "11月呢？", True),
        ("展会首日有舞龙，最后一日有猜谜。", "展会首日有什么？", "那第二天呢？", False),
        ("展会首日有舞龙，次日有猜谜。", "展会首日有什么？", "那第二天呢？", True),
        ("展会6日有舞龙，7日有猜谜。", "展会首日有什么？", "那第二天呢？", True),
        ("12%的人出现幻觉，30%的人失眠。", "多少人失眠？", "有幻觉的呢？", True),
    ],
)
def test_the_same_again_and_what_tells_of_no_next_day_are_no_answer(
    tmp_path: Path, text: str, question: str, then: str, answered: bool
) -> None:
    with open_library(tmp_path / "library") as library:
        library.add(write(tmp_path / "a.txt", text))
        first = replace(library.ask(question), answered=True, confidence=0.9)
    follow_up = read_follow_up(read_question(then), Conversation().after(first), lambda _: ())
    assert follow_up is not None
    assert carried_into(first, follow_up, read_question(then), frozenset()).answered is answered
