"""English who-questions: the offices and acts they ask after, and who answers, on invented text."""

import pytest

from index.fold import fold
from qa.people import PassagePeople, PeopleReader, answer_people, lists_of
from qa.people.english import english_kinds
from qa.people.offices import by_office
from qa.people.who_question import read_who_question
from qa.people.wording import read_wording
from qa.text.names import LacNames
from qa.text.roles import asked_acts


@pytest.fixture(scope="module")
def reader() -> PeopleReader:
    return PeopleReader(LacNames())


def passage(reader: PeopleReader, text: str) -> PassagePeople:
    return PassagePeople("p", "a", fold(text), reader.people(text, fold(text)))


def names(reader: PeopleReader, text: str, question: str) -> list[str]:
    return [person.name for person in answer_people(question, [passage(reader, text)])]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Who is the mayor of Nanchuan?", "市长"),
        ("Who is Nanchuan's mayor?", "市长"),
        ("Who is the deputy mayor of Nanchuan?", "副市长"),
        ("Who was named acting mayor of Nanchuan?", "代理市长"),
        ("Who is the former mayor of Nanchuan?", "前市长"),
        ("Who is the mayor of Shihe town?", "镇长"),
        ("Who is the director of the water bureau?", "局长"),
        ("Who is the deputy director of the education bureau?", "副局长"),
        ("Who was elected president of Nanchuan University?", "校长"),
        ("Who resigned as president of Nanchuan Bank?", "行长"),
        ("Which hospital president spoke?", "院长"),
        ("Who heads the statistics bureau?", "局长"),
        ("Who became general manager of the company?", "总经理"),
        ("Who is the county party secretary?", "书记"),
        ("Who is the secretary-general of the league?", "秘书长"),
        ("Who is Beiling's ambassador to China?", "驻华大使"),
        ("Which lawmaker voted against the bill?", "议员"),
        ("Which defender was sent off?", "后卫"),
    ],
)
def test_an_office_is_what_chinese_titles_call_it(question: str, first: str) -> None:
    kinds, is_one = english_kinds(fold(question))
    assert kinds[0][0] == first
    assert is_one == (not question.startswith("Who heads"))


@pytest.mark.parametrize(
    "question",
    [
        "Who accompanied the mayor?",
        "Who appointed the director?",
        "Which officials attended?",
        "Who led the walk?",
        "Who is suing the president?",
    ],
)
def test_not_every_question_that_names_an_office_asks_after_it(question: str) -> None:
    assert english_kinds(fold(question))[0] == ()


def test_a_chair_s_own_words_come_before_the_body_s() -> None:
    ((*kinds,),), _ = english_kinds("who is the chairman of the committee?")
    assert kinds.index("主席") < kinds.index("主任")


@pytest.mark.parametrize(("question", "one"), [("Which mayor?", True), ("Which mayors?", False)])
def test_one_office_is_asked_of_one(question: str, one: bool) -> None:
    assert (read_who_question(question).count == 1) == one


OFFICES = "市长江澜、副市长沈若水、水利局局长程之远、水利局副局长罗一禾、教育局局长高远山出席会议。"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who is the mayor?", ["江澜"]),
        ("Who is the deputy mayor?", ["沈若水"]),
        ("Who is the deputy director of the water bureau?", ["罗一禾"]),
        ("Which deputy mayor attended the meeting?", ["沈若水"]),
    ],
)
def test_offices_and_ranks_are_told_apart(
    reader: PeopleReader, question: str, expected: list[str]
) -> None:
    assert names(reader, OFFICES, question) == expected


def test_the_words_of_an_office_tell_it_from_others_of_its_kind(reader: PeopleReader) -> None:
    text = "会议任命江澜为水利局局长；任命沈若水为教育局局长；任命程之远为民政局局长。"
    question = "Who was appointed director of the education bureau?"
    assert names(reader, text, question) == ["沈若水"]


def earned(reader: PeopleReader, text: str, question: str) -> list[float]:
    """What the office of each person earns."""
    source = passage(reader, text)
    return [by_office(read_who_question(question), source, [person]) for person in source.people]


def test_an_office_earns_by_its_words_too_but_only_where_it_is_the_one_asked_after(
    reader: PeopleReader,
) -> None:
    text = "水利局局长江澜到场。教育局局长沈若水到场。教育局科长程之远到场。"
    question = "Who is the director of the education bureau?"
    other, right, no_director = earned(reader, text, question)
    assert right > other > no_director == 0


def test_the_likelier_meaning_of_an_office_earns_more(reader: PeopleReader) -> None:
    text = "部长江澜到场。厅长沈若水到场。"
    minister, head = earned(reader, text, "Who is the director of the department?")
    assert minister > head > 0


def test_the_words_around_a_list_tell_where_no_act_does(reader: PeopleReader) -> None:
    text = "记者走进学校。江澜喜欢跳舞。沈若水喜欢钓鱼。程之远喜欢绘画。"
    assert names(reader, text, "Who likes fishing?") == ["沈若水"]


def test_whom_an_english_question_names_is_no_answer(reader: PeopleReader) -> None:
    text = "教练特朗普和球员沈若水到场。"
    assert "特朗普" not in names(reader, text, "Who joined Trump at the game?")


def test_a_name_is_told_by_its_sound_or_by_the_dictionary() -> None:
    question = "Who met Nowak and Trump?"
    wording = read_wording(question, fold(question))
    assert wording.is_named("玛丽亚·诺瓦克")
    assert wording.is_named("唐纳德·特朗普")
    assert not wording.is_named("玛丽亚·诺瓦克娃")


def test_words_count_by_what_they_mean_and_half_where_they_stand_before() -> None:
    english = read_wording("Who opened schools?", "who opened schools?")
    assert english.share("学校") == english.share("") + 0.5
    assert english.share("", "学校") == english.share("学校") / 2
    chinese = read_wording("谁去学校", "谁去学校")
    assert chinese.share("在学校", "她去学校") == pytest.approx(1.5 / 3)
    assert read_wording("Who?", "who?").share("学校") == 0


def test_who_holds_the_office_asked_after_was_given_it(reader: PeopleReader) -> None:
    source = passage(reader, "市长江澜到场。书记沈若水讲话。")
    told = [set(each.acts) for each in lists_of("Who is the mayor?", [source], {"p"})]
    assert told == [{"任命"}, set()]


@pytest.mark.parametrize(
    ("question", "acts"),
    [
        ("Who received the award?", ("获奖",)),
        ("Who received the guests?", ("会见", "出席")),
        ("Who was killed in the fire?", ("逝世",)),
        ("Who killed the wolf?", ()),
        ("Who was arrested?", ("涉案",)),
        ("Who led the investigation?", ("率领",)),
        ("Who spoke at the inspection meeting?", ("讲话",)),
        ("Who scored his own goal?", ()),
        ("Who is the owner of the boat?", ("控制",)),
        ("Who called the boat owner?", ()),
        ("Who chaired the joint session?", ("主持",)),
        ("Who was the presiding judge?", ()),
        ("Who is the new mayor?", ("任命",)),
        ("Who opened a new library?", ()),
        ("Who is acting as mayor?", ("任命",)),
        ("Who was sworn in as mayor?", ("任命",)),
        ("Who was removed as mayor?", ("免职",)),
        ("Who disclosed the plan?", ("表示",)),
        ("Who delivered the keynote?", ("讲话",)),
        ("Who underwrote the lead project?", ()),
    ],
)
def test_english_words_tell_an_act_only_where_they_are_done(
    question: str, acts: tuple[str, ...]
) -> None:
    assert asked_acts(fold(question)) == acts


@pytest.mark.parametrize(
    ("question", "kind", "acts"),
    [
        ("Who is the mayor of Nanchuan, host of the games?", "市长", ()),
        ("Who is the principal of Nanhe School, which received a gift?", "校长", ()),
        ("Who chairs the federation of industry in Nanchuan?", "主席", ()),
        ("Which mayor hosted the games?", "市长", ("主持",)),
    ],
)
def test_what_tells_more_of_an_office_is_not_asked(
    question: str, kind: str, acts: tuple[str, ...]
) -> None:
    asked = read_who_question(question)
    assert (asked.kinds[0][0], asked.acts) == (kind, acts)


def test_whoever_chairs_a_meeting_does_something() -> None:
    asked = read_who_question("Who chairs the committee meeting in Nanchuan?")
    assert (asked.kinds, asked.acts) == ((), ("主持",))


@pytest.mark.parametrize("question", ["Who chairs  ", "Who chairs  of the board?"])
def test_whoever_chairs_nothing_named_is_asked_after_without_an_office(question: str) -> None:
    assert read_who_question(question).kinds == ()
