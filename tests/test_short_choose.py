"""The choice among what may answer in several passages; values by hand."""

from datetime import date

import pytest

from qa.answer import ShortAnswer
from qa.quality.short_metrics import plain_form, says
from qa.short import Candidate, Read, choose_short
from qa.text.numerals import plain, read_number


def read(number: int, *candidates: Candidate) -> Read:
    return Read(f"p{number}", f"a{number}", "大桥全长三十公里，花了九亿元。", candidates)


def amount(value: str, score: float, start: int = 4, end: int = 8) -> Candidate:
    return Candidate(start, end, "number", score, value)


def day(number: int, score: float) -> Candidate:
    there = date(2024, 5, number)
    return Candidate(0, 2, "date", score, there.isoformat(), (there, there))


def test_the_surest_first_with_its_words_and_place() -> None:
    shorts = choose_short([read(1, amount("30公里", 1.0), amount("9元", 0.9, 11, 14))])
    assert shorts[0] == ShortAnswer("三十公里", "number", "p1", 4, 8)
    assert [each.text for each in shorts] == ["三十公里", "九亿元"]


def test_the_first_passage_outweighs_a_little_more_in_the_second() -> None:
    shorts = choose_short([read(1, amount("30公里", 0.9)), read(2, amount("31公里", 1.0))])
    assert [each.passage_id for each in shorts] == ["p1", "p2"]


def test_a_value_that_several_articles_give_stands_once() -> None:
    (short,) = choose_short([read(1, amount("30人", 0.9)), read(2, amount("30名", 0.9))])
    assert (short.passage_id, short.also, short.disputed) == ("p1", ("p2",), False)


def test_two_values_of_one_unit_are_disputed() -> None:
    shorts = choose_short([read(1, amount("30人", 0.9)), read(2, amount("31人", 1.0))])
    assert [each.disputed for each in shorts] == [True, True]


@pytest.mark.parametrize(
    "other",
    [amount("31元", 1.0), amount("31人", 0.75), amount("30人", 1.0), day(3, 1.0)],
    ids=["another unit", "less sure", "the same", "another kind"],
)
def test_what_does_not_contradict_is_not_disputed(other: Candidate) -> None:
    shorts = choose_short([read(1, amount("30人", 0.9)), read(2, other)])
    assert not any(each.disputed for each in shorts)


def test_two_values_in_one_article_are_not_disputed() -> None:
    shorts = choose_short([read(1, amount("30人", 0.9), amount("31人", 0.9, 11, 14))])
    assert len(shorts) == 2
    assert not any(each.disputed for each in shorts)


def test_other_days_are_disputed_the_same_day_in_other_words_is_not() -> None:
    assert [s.disputed for s in choose_short([read(1, day(3, 0.9)), read(2, day(4, 1.0))])] == [
        True,
        True,
    ]
    (short,) = choose_short([read(1, day(3, 0.9)), read(2, day(3, 0.9))])
    assert short.also == ("p2",)


def at(clocks: str, score: float = 0.9) -> Candidate:
    there = date(2024, 5, 3)
    value = f"{there.isoformat()}T{clocks}" if clocks else there.isoformat()
    return Candidate(0, 2, "date", score, value, (there, there))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("09:00", "09:00"),
        ("09:00", ""),
        ("", "15:00"),
        ("09", "09:20"),
        ("09:00,15:00", "15:00"),
    ],
)
def test_clocks_that_agree_stand_once(one: str, other: str) -> None:
    (short,) = choose_short([read(1, at(one)), read(2, at(other))])
    assert (short.also, short.disputed) == (("p2",), False)


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        ("09:00", "15:00", True),
        ("09", "10:00", True),
        ("09:00", "24:00", True),
        ("09:00,15:00", "10:00", False),
    ],
)
def test_other_clocks_of_one_day_are_two_answers(one: str, other: str, disputed: bool) -> None:
    shorts = choose_short([read(1, at(one)), read(2, at(other))])
    assert [(each.also, each.disputed) for each in shorts] == [((), disputed)] * 2


def test_a_day_alone_does_not_agree_with_two_clocks_that_differ() -> None:
    passages = [read(1, at("", 0.71)), read(2, at("09:00", 0.85)), read(3, at("15:00", 0.895))]
    shorts = choose_short(passages)
    assert [(each.passage_id, each.also) for each in shorts] == [("p1", ("p2",)), ("p3", ())]
    assert [each.disputed for each in shorts] == [True, True]


def test_a_clock_that_is_less_sure_does_not_dispute() -> None:
    shorts = choose_short([read(1, at("09:00", 0.86)), read(2, at("15:00", 1.0))])
    assert [each.disputed for each in shorts] == [False, False]


def test_two_clocks_in_one_article_are_not_disputed() -> None:
    shorts = choose_short([read(1, at("09:00"), at("15:00"))])
    assert [each.disputed for each in shorts] == [False, False]


def test_nothing_sure_enough_is_not_stated() -> None:
    assert choose_short([read(1, amount("30人", 0.2))]) == ()
    assert choose_short([]) == ()


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("12", "12"),
        ("1.2万", "12000"),
        ("1,063.5亿", "106350000000"),
        ("十二", "12"),
        ("一万二千", "12000"),
        ("三千零五", "3005"),
        ("二〇二三", "2023"),
        ("三点五", "3.5"),
        ("一点二万", "12000"),
        ("十亿五千万", "1050000000"),
        ("半", "0.5"),
    ],
)
def test_numbers_are_read(word: str, number: str) -> None:
    read = read_number(word)
    assert read is not None
    assert plain(read) == number


@pytest.mark.parametrize("word", ["", "元", "点五", "一点"])
def test_what_is_no_number(word: str) -> None:
    assert read_number(word) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("１２個項目", "十二个项目"),
        ("1.2万元", "12000元"),
        ("百分之五", "5%"),
        ("2024-05-03", "2024年5月3日"),
        ("5月3日18：00", "5月3日下午6点"),
        ("18万余元", "18萬多元"),
        ("11月5日到10日", "11月5日至10日"),
        ("「白鷺」", "白鹭"),
    ],
)
def test_one_form_for_what_says_the_same(one: str, other: str) -> None:
    assert plain_form(one) == plain_form(other)


@pytest.mark.parametrize(
    ("text", "wanted", "right"),
    [
        ("5月3日", "2024年5月3日", True),
        ("2024年5月3日上午", "5月3日", True),
        ("5月", "2024年5月3日", False),
        ("15%", "5%", False),
        ("30人", "3人", False),
        ("县城的会展中心", "会展中心", True),
        ("九人", "", False),
    ],
)
def test_an_answer_that_holds_the_label_or_much_of_it_is_right(
    text: str, wanted: str, right: bool
) -> None:
    assert says(ShortAnswer(text, "number", "p", 0, len(text)), [wanted]) is right


def test_the_days_count_as_words_do() -> None:
    there = date(2024, 5, 3)
    short = ShortAnswer("昨日", "date", "p", 0, 2, days=(there, there))
    assert says(short, ["2024年5月3日"])
    assert says(short, ["5月3日"])
    assert not says(short, ["5月4日"])


def test_of_two_that_overlap_in_a_passage_the_surer_stands_alone() -> None:
    places = [Candidate(0, 4, "place", 0.9, "大桥全长"), Candidate(2, 6, "place", 0.8, "全长三十")]
    assert [each.start for each in choose_short([read(1, *places)])] == [0]


def test_what_is_below_zero_is_another_amount() -> None:
    shorts = choose_short([read(1, amount("5℃", 0.9)), read(2, amount("-5℃", 0.9))])
    assert len(shorts) == 2
