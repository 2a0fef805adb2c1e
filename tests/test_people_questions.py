"""What who-questions ask, and Chinese names in English letters."""

import re

import pytest

from corpus.surnames import SURNAMES
from qa.people.pinyin import (
    _SPELLINGS,
    initial_of,
    is_romanised,
    romanised_names,
    syllable_initials,
)
from qa.people.who_question import read_who_question
from qa.text.roles import acts_in, asked_acts, main_acts, roles_of


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("谁出席了会议？", "出席"),
        ("會議由誰主持？", "主持"),
        ("省长会见了哪些人？", "会见"),
        ("协议是谁签署的？", "签署"),
        ("谁陪同省长调研？", "陪同"),
        ("谁当选为会长？", "任命"),
        ("这届文学奖哪几位作家获奖？", "获奖"),
        ("Who attended the meeting?", "出席"),
        ("Who chaired the meeting?", "主持"),
        ("Who signed the agreement?", "签署"),
        ("Who was appointed vice governor?", "任命"),
        ("Who gave speeches at the forum?", "讲话"),
        ("看望武警时，哪几位主官参加？", "参加"),
    ],
)
def test_the_act_nearest_to_the_question_word_is_first(question: str, act: str) -> None:
    assert read_who_question(question).acts[0] == act


@pytest.mark.parametrize(
    "question",
    [
        "谁？",
        "Who is the president of the university?",
        "Who is the chairman of the company?",
        "Who is the director of the bureau?",
    ],
)
def test_a_question_without_an_act_asks_none(question: str) -> None:
    assert read_who_question(question).acts == ()


@pytest.mark.parametrize(
    ("question", "acts"),
    [("Who read the news?", ("宣读",)), ("Who attended the New Year concert?", ("出席", "参加"))],
)
def test_new_tells_of_an_office_only_where_it_is_a_word_of_its_own(
    question: str, acts: tuple[str, ...]
) -> None:
    assert read_who_question(question).acts == acts


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("是哪两位领导致辞？", 2),
        ("致辞的三个人是谁？", 3),
        ("哪12位作家？", 12),
        ("主持人是谁？", 1),
        ("双方各由谁签署？", 0),
        ("谁出席了会议？", 0),
        ("Which two officers presided?", 2),
    ],
)
def test_how_many_are_asked_after(question: str, count: int) -> None:
    assert read_who_question(question).count == count


def test_what_is_left_out() -> None:
    assert read_who_question("除了县委书记还有哪些县领导出席？").left_out == ("县委书记",)
    assert read_who_question("市长之外还有谁到会？").left_out == ("市长",)


def test_the_kind_of_people() -> None:
    assert read_who_question("有哪两位主席到场？").kinds[0] == ("主席",)
    assert read_who_question("谁是白沙县县长？").kinds[0][-1] == "县长"


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("打来电话的辅警叫什么名字？", (("辅警",),)),
        ("开车的司机姓什么？", (("司机",),)),
        ("新来的副校长叫啥？", (("副校长",),)),
        ("那位医生的名字是什么？", (("医生",),)),
        ("这座桥叫什么？", ()),
    ],
)
def test_the_kind_of_those_whose_name_is_asked_after(
    question: str, kinds: tuple[tuple[str, ...], ...]
) -> None:
    assert read_who_question(question).kinds == kinds


@pytest.mark.parametrize(("office", "also"), [("cto", "首席技术官"), ("首席运营官", "coo")])
def test_the_kind_holds_what_the_office_is_called_in_short_and_in_full(
    office: str, also: str
) -> None:
    assert also in read_who_question(f"石浔集团的{office}是谁？").kinds[0]


@pytest.mark.parametrize("question", ["青岚市副市长是谁？", "林溪大学前市长是谁？"])
def test_deputies_and_former_holders_are_of_another_kind_than_the_chief(question: str) -> None:
    assert "市长" not in read_who_question(question).kinds[0]


def test_whom_and_who() -> None:
    assert read_who_question("财长会见了哪些人？").side == "object"
    assert read_who_question("谁会见了财长？").side == "subject"
    assert read_who_question("谁出席了会议？").side == ""


def test_what_is_attended_is_no_act() -> None:
    assert main_acts("参加调研并主持座谈会") == ("参加", "主持")
    assert acts_in("参加调研并主持座谈会") == ("参加", "主持", "访问")
    assert acts_in("获全国第三名") == ("获奖",)
    assert acts_in("获悉候选人名单已经公布") == ()


def test_roles_stand_in_their_order_and_others_yield() -> None:
    assert roles_of(("讲话", "出席")) == ("出席", "讲话")
    assert roles_of(("签署",)) == ("其他",)
    assert roles_of(("签署", "出席")) == ("出席",)
    assert roles_of(()) == ()


def test_distance_counts_clauses() -> None:
    assert asked_acts("调研时,由谁主持") == ("主持", "访问")


@pytest.mark.parametrize(
    ("word", "initials"),
    [("wanqing", "wq"), ("wan", "w"), ("xian", "x"), ("zhiyuan", "zy"), ("brown", ""), ("", "")],
)
def test_pinyin_divides_into_the_fewest_syllables(word: str, initials: str) -> None:
    assert syllable_initials(word) == initials


@pytest.mark.parametrize(
    ("character", "letter"), [("啊", "a"), ("晚", "w"), ("座", "z"), ("澜", "l")]
)
def test_initials_come_from_the_order_of_gb2312(character: str, letter: str) -> None:
    assert initial_of(character) == letter


def test_initials_are_unknown_outside_the_first_level() -> None:
    assert initial_of("翀") == initial_of("A") == ""


def test_romanised_names_of_a_question() -> None:
    assert romanised_names("Who met Li Wanqing and John Brown?") == (("li", "wq"),)
    assert romanised_names("Who met Premier Li Wanqing?") == (("li", "wq"),)


def test_a_romanised_name_is_told_by_surname_and_initials() -> None:
    assert is_romanised("李晚晴", ("li", "wq"))
    assert not is_romanised("李明川", ("li", "wq"))
    assert not is_romanised("王晚晴", ("li", "wq"))
    assert not is_romanised("李晚", ("li", "wq"))
    assert is_romanised("欧阳清泉", ("ouyang", "qq"))


def test_every_surname_is_spelled() -> None:
    spelled = re.sub("[a-z\\s]", "", _SPELLINGS)
    assert set(spelled) >= SURNAMES
