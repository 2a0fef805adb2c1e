"""What close reading points at, and how it leads what rules find."""

from dataclasses import replace

import pytest

from index.fold import fold
from qa.answer import SpanKind
from qa.question import read_question
from qa.short import Candidate, asks_the_same, fitting, led_by, pointed
from qa.short.hosts import of_act_asked
from tests.builders import make_reading

KEY = "据悉,影片《奥本海默》上映11岁的观众很多。票价三十元。"


@pytest.mark.parametrize(
    ("stretch", "said"),
    [
        ((5, 10), "《奥本海默》"),  # the pair of marks is made whole
        ((6, 11), "《奥本海默》"),
        ((5, 11), "《奥本海默》"),
        ((13, 17), "11岁"),
        ((2, 5), "影片"),
        ((3, 6), "影片"),
        ((15, 17), "11岁"),  # and the figure before what it counts
    ],
)
def test_what_is_pointed_at_is_cut_to_whole_words(stretch: tuple[int, int], said: str) -> None:
    found = pointed(make_reading({stretch[0]: 2.0}, stretch[1]), (0, len(KEY)), KEY)
    assert found is not None
    assert (KEY[found.start : found.end], found.value, found.kind) == (said, said, "words")


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (9, "“水上云川”"),
        (10, "“水上云川”"),
        (12, "“水上云川”“绿色云川”"),
        (15, "“水上云川”“绿色云川”"),
        (18, "“水上云川”“绿色云川”“书香云川”"),
    ],
)
def test_the_last_of_several_pairs_of_marks_is_made_whole(end: int, said: str) -> None:
    key = "主题为“水上云川”“绿色云川”“书香云川”。"
    found = pointed(make_reading({3: 2.0}, end), (0, len(key)), key)
    assert found is not None
    assert found.value == said


@pytest.mark.parametrize(
    ("end", "said"), [(9, "望溪机械公司"), (10, "望溪机械公司"), (11, "望溪机械公司在上")]
)
def test_what_leads_on_to_a_place_is_no_part(end: int, said: str) -> None:
    key = "将与望溪机械公司在上游合作。"
    found = pointed(make_reading({2: 2.0}, end - 1), (0, len(key)), key)
    assert found is not None
    assert found.value == said


@pytest.mark.parametrize(
    ("question", "value", "counts"),
    [
        ("机场开通了哪些航线?", "两条航线", True),
        ("机场开通了哪些航线?", "2条航线", True),
        ("机场有哪几条航线?", "三条航线", True),
        ("机场开通了哪些航线?", "往返两地的航线", False),
        ("获得了哪些奖项?", "三个一等奖", False),
        ("机场开通了几条航线?", "两条航线", False),
    ],
)
def test_how_many_there_are_is_not_which(question: str, value: str, counts: bool) -> None:
    point = Candidate(0, len(value), "words", 1.0, value)
    assert (fitting(read_question(question), point, value) is None) == counts


@pytest.mark.parametrize(
    ("question", "value", "fits"),
    [
        ("收入为什么增长？", "27%至31亿元", False),
        ("释放船员以换取什么？", "5名", False),
        ("释放船员以换取什么？", "5名船员的自由", True),
        ("票价是什么？", "30元", True),
        ("释放了多少船员？", "5名", True),
        ("What was the down payment?", "30%", True),
    ],
)
def test_an_amount_is_no_reason_and_no_thing(question: str, value: str, *, fits: bool) -> None:
    point = Candidate(0, len(value), "words", 1.0, value)
    assert (fitting(read_question(question), point, value) is not None) == fits


@pytest.mark.parametrize(
    ("question", "value", "fits"),
    [
        ("Which day did the bridge open?", "六年", False),
        ("大桥是哪一年建成的？", "近六年多", False),
        ("大桥几点通车？", "历时3个小时20分钟", False),
        ("大桥哪天通车？", "两个小时前", True),
        ("大桥是哪年建成的？", "1998年", True),
        ("大桥是哪年建成的？", "98年", True),
        ("大桥什么时候收回成本？", "六年", True),  # open for how soon
        ("大桥建了几年？", "六年", True),
    ],
)
def test_a_length_of_time_is_no_point_in_time(question: str, value: str, *, fits: bool) -> None:
    point = Candidate(0, len(value), "words", 1.0, value)
    assert (fitting(read_question(question), point, value) is not None) == fits


@pytest.mark.parametrize(("said", "fits"), [("和游客", False), ("和平公园", True)])
def test_the_second_of_two_is_no_answer(said: str, *, fits: bool) -> None:
    text = f"领馆提醒公民{said}小心。"
    start = text.index(said)
    point = Candidate(start, start + len(said), "words", 1.0, said)
    assert (fitting(read_question("领馆提醒公民什么？"), point, text) is not None) == fits


@pytest.mark.parametrize(
    ("question", "text", "said", "whole"),
    [
        ("乐园开在哪些城市？", "乐园开在云川和青岚等地。", "云川", "云川和青岚"),
        ("哪三所学校获奖？", "一中、二中和松岛中学获奖。", "一中", "一中、二中和松岛中学获奖"),
        ("乐园开在哪座城市？", "乐园开在云川和青岚等地。", "云川", "云川"),
    ],
)
def test_the_rest_of_a_list_is_told(question: str, text: str, said: str, whole: str) -> None:
    start = text.index(said)
    point = Candidate(start, start + len(said), "words", 1.0, said)
    found = fitting(read_question(question), point, text)
    assert found is not None
    assert (found.value, text[found.start : found.end]) == (whole, whole)


@pytest.mark.parametrize(
    ("question", "value", "left"),
    [
        ("活动由谁承办?", "市纪委、市直机关工委主办,由纪检工委", "纪检工委"),
        ("活动由谁主办?", "市纪委、市直机关工委", "市纪委、市直机关工委"),
        ("哪家单位协办?", "云川大学主办,青岚学院承办,松岛中学", "松岛中学"),
        ("活动由谁主办?", "市纪委主办", "市纪委主办"),
        ("活动在哪里?", "市纪委主办,云川", "市纪委主办,云川"),
        ("活动由谁承办?", "市纪委主办", "市纪委主办"),
    ],
)
def test_who_does_something_else_is_left_out(question: str, value: str, left: str) -> None:
    point = of_act_asked(question, Candidate(3, 3 + len(value), "words", 1.0, value))
    assert point.value == left
    assert point.end - point.start == len(left)
    assert point.end == 3 + len(value)


def test_only_what_begins_in_the_sentence_is_pointed_at() -> None:
    reading = make_reading({3: 5.0, 24: 1.0}, 5, 27)
    found = pointed(reading, (22, len(KEY)), KEY)
    assert found is not None
    assert KEY[found.start : found.end] == "三十元"


def test_what_is_pointed_at_ends_with_the_sentence() -> None:
    found = pointed(make_reading({19: 3.0}, len(KEY)), (0, 22), KEY)
    assert found is not None
    assert KEY[found.start : found.end] == "很多"


@pytest.mark.parametrize(
    "reading", [None, make_reading({0: -4.5}), make_reading({30: 4.0}), make_reading({2: 4.0})]
)
def test_nothing_is_pointed_at(reading: object) -> None:
    """Unread, unsure, elsewhere, nothing but a mark."""
    assert pointed(reading, (0, len(KEY)), KEY) is None  # type: ignore[arg-type]


def candidate(start: int, end: int, score: float) -> Candidate:
    return Candidate(start, end, "number", score, str(start))


POINT = Candidate(10, 14, "words", 0.7, "…")


def test_a_candidate_that_is_pointed_at_comes_first_and_is_as_sure_as_the_surest() -> None:
    here, elsewhere = candidate(10, 13, 0.6), candidate(0, 4, 0.9)
    first, second = led_by(POINT, [elsewhere, here])
    assert (first.start, first.end, first.kind, first.score) == (10, 13, "number", 0.9)
    assert second == elsewhere


def test_what_rules_find_far_likelier_comes_before_what_is_pointed_at() -> None:
    likelier = [candidate(0, 4, 1.2), candidate(10, 13, 0.7)]
    assert led_by(POINT, likelier) == tuple(likelier)


def test_a_question_in_the_text_answers_nothing() -> None:
    key = "什么时候开始的?1995年。"
    assert pointed(make_reading({0: 3.0}, 4), (0, 8), key) is None
    assert pointed(make_reading({8: 3.0}, 13), (8, 14), key) is not None


def test_a_figure_does_not_run_over_the_next_ones() -> None:
    point = Candidate(0, 15, "words", 0.7, "11.2%;净利润0.88亿元")
    first, *_ = led_by(point, [candidate(0, 5, 0.8), candidate(9, 15, 0.6)])
    assert (first.start, first.end) == (0, 5)


def test_an_amount_of_another_kind_than_answers_is_left() -> None:
    point = Candidate(10, 17, "words", 0.7, "649.5亿元")
    assert led_by(point, [candidate(20, 24, 0.8)]) == (candidate(20, 24, 0.8),)
    counted = Candidate(10, 14, "words", 0.7, "5.4个")
    assert led_by(counted, [candidate(20, 24, 0.8)])[0].value == "5.4个"


def test_what_is_pointed_at_stands_for_itself_where_no_candidate_is() -> None:
    elsewhere = candidate(0, 4, 0.4)
    assert led_by(POINT, [elsewhere]) == (POINT, elsewhere)


def test_a_later_figure_of_a_list_that_is_likelier_is_meant_alone() -> None:
    """Of 13.8%、11.1%和13.2% the one whose place a question names."""
    point = Candidate(4, 20, "words", 0.9, "13.8%、11.1%和13.2%")
    first, last = (Candidate(4, 9, "number", 0.8, "13.8%"), Candidate(15, 20, "number", 0.9, ""))
    assert led_by(point, [last, first])[0].start == 15
    assert led_by(point, [first, last])[0] == replace(point, score=0.9)


def test_a_list_stands_for_itself() -> None:
    items = [candidate(10, 11, 0.8), candidate(12, 14, 0.6)]
    (first,) = led_by(POINT, items)
    assert (first.start, first.end, first.kind, first.score) == (10, 14, "words", 0.7)


@pytest.mark.parametrize(
    ("kind", "end", "shown"),
    [("place", 16, (10, 16)), ("number", 16, (11, 13)), ("place", 30, (11, 13))],
)
def test_more_of_a_place_in_few_words_stands_for_itself(
    kind: SpanKind, end: int, shown: tuple[int, int]
) -> None:
    inside = Candidate(11, 13, kind, 0.5, "…")
    (first,) = led_by(Candidate(10, end, "words", 0.7, "…"), [inside])
    assert (first.start, first.end) == shown


def test_without_a_point_all_stays() -> None:
    candidates = (candidate(0, 4, 0.9), candidate(10, 13, 0.5))
    assert led_by(None, candidates) == candidates


@pytest.mark.parametrize(
    ("question", "sentence", "same"),
    [
        ("麻疹如何预防？", "那么如何预防呢？", True),
        ("哪些人容易得病？", "哪些人容易患病？”", True),
        ("麻疹如何预防？", "接种疫苗。", False),
        ("哪位顾问说这很荒谬？", "顾问发文称：“用领土换取保护吗？", False),
        ("老话是怎么说的？", "俗话说早立秋冷飕飕，今年是早还是晚？", False),
    ],
)
def test_a_sentence_may_ask_the_same(question: str, sentence: str, *, same: bool) -> None:
    key = fold(sentence)
    assert asks_the_same(read_question(question), key, (0, len(key))) == same
