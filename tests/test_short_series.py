"""Figures told side by side, and tables written line by line; values by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fold import fold
from qa.question import read_question
from qa.short import Candidate, find_answers
from qa.short.respective import respective
from qa.short.series import named_alone
from qa.short.tables import find_cells, head_above
from qa.short.written import read_amounts
from qa.text.pieces import Piece, pieces

VOTES = "会议以赞成33票、反对1票、弃权2票通过条例。"
MOVED = "共转移269户903人，其中望溪县120户412人、青崮县85户287人、石杼县64户204人。"
MEDALS = "各代表团奖牌如下：\n代表团 金牌 银牌 铜牌\n泷安市 62 55 48\n渠州市 41 38 44"
TOLLS = "收费标准如下：\n7座及以下客车 65元\n20座以上客车 130元"


def answers(question: str, text: str) -> list[Candidate]:
    key = fold(text)
    return list(find_answers(read_question(question), text, key, date(2024, 5, 6)))


def first(question: str, text: str) -> str:
    best = answers(question, text)[0]
    return text[best.start : best.end]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("条例有几张反对票？", VOTES, "1票"),
        ("条例有多少弃权票？", VOTES, "2票"),
        ("反对的有多少票？", "1860位家长投票，1412票赞成，301票反对。", "301票"),
        ("青崮县转移了多少户？", MOVED, "85户"),
        ("石杼县转移了多少人？", MOVED, "204人"),
        ("父母要赔多少？", "判决学校赔偿8.64万元，小傅的父母赔偿4.32万元。", "4.32万元"),
        ("半程报名费多少钱？", "今年报名费全程150元、半程120元、健康跑60元。", "120元"),
        ("黄瓜多少钱？", "菠菜 6.50元 黄瓜 3.90元 茄子 4.20元", "3.90元"),
        ("营收比上一季度少了百分之几？", "营收同比增长12.3%，环比下降4.1%。", "4.1%"),
        ("收盘价多少钱？", "开报6.28元，其后回落，收报5.56元。", "5.56元"),
        ("银币有几枚？", "一盒金银纪念币共6枚，其中银质纪念币4枚，金质纪念币2枚。", "4枚"),
        ("金币有几枚？", "一盒金银纪念币共6枚，其中银质纪念币4枚，金质纪念币2枚。", "2枚"),
    ],
)
def test_the_item_that_a_question_names_has_its_figure(
    question: str, text: str, expected: str
) -> None:
    assert first(question, text) == expected


REGIONS = "分地区看，东岭、中川、西原地区完成投资同比分别增长13.8%、11.1%和13.2%。"
EARNED = "望溪水务营业收入和净利润分别为10.2亿元和1.3亿元，员工共860人。"
HOSTED = "上半年接待游客320万人次、旅游综合收入37.8亿元，分别同比增长26.6%和29.3%。"
MADE = "甲厂、乙厂与丙厂的产量分别是300、450和520辆。"


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("东岭地区投资增长多少？", REGIONS, "13.8%"),
        ("中川的投资增长了百分之几？", REGIONS, "11.1%"),
        ("西原地区投资增长多少？", REGIONS, "13.2%"),
        ("望溪水务的净利润是多少？", EARNED, "1.3亿元"),
        ("望溪水务营业收入是多少？", EARNED, "10.2亿元"),
        ("旅游综合收入增长多少？", HOSTED, "29.3%"),
        ("接待的游客增长了多少？", HOSTED, "26.6%"),
        ("乙厂生产了多少辆车？", MADE, "450"),
        ("三家厂里丙厂的产量是多少辆？", MADE, "520辆"),
    ],
)
def test_figures_are_told_in_the_order_of_their_names(
    question: str, text: str, expected: str
) -> None:
    assert first(question, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "甲县、乙县分别增长3%、4%和5%。",  # three figures of two names
        "甲县、乙县增长3%、4%。",  # may be of each
        "甲县、乙县分别在5月和6月完成，投入3万元。",  # one figure
    ],
)
def test_what_is_not_as_many_belongs_to_nobody(text: str) -> None:
    key = fold(text)
    assert list(respective(key, read_amounts(key))) == []


@given(st.integers(2, 5), st.integers(1, 6), st.sampled_from(["、", "和"]))
def test_names_and_figures_are_as_many(number: int, figures: int, last: str) -> None:
    names = "甲乙丙丁戊"[:number]
    listed = "、".join(names[:-1]) + last + names[-1]
    key = f"{listed}分别增长{'、'.join(f'{n}.5%' for n in range(figures))}。"
    told = [(tuple(names), len(row)) for names, row in respective(key, read_amounts(key))]
    assert told == ([(tuple(names), number)] if figures == number else [])


def test_what_is_common_to_all_does_not_name_the_first_item() -> None:
    """年报名费 stands before the first figure, and is of all of them."""
    text = "全程奖金6万元，半程奖金3万元。今年报名费全程150元、半程120元。"
    assert first("半程马拉松报名费多少钱？", text) == "120元"


def test_an_amount_of_another_measure_is_no_answer_because_its_item_is_named() -> None:
    text = "转移汐浦市21870人、鹤湾市12604人。下拨汐浦市6000万元、鹤湾市3500万元。"
    assert first("鹤湾市得到多少钱？", text) == "3500万元"


def test_what_an_item_denies_is_not_named() -> None:
    assert first("成年人门票多少钱？", "未成年人票40元，成人票80元。") == "80元"


@pytest.mark.parametrize(
    ("names", "place"),
    [
        (("甲县", "乙县"), 1),
        (("甲县", "丙县"), None),
        (("乙县东", "乙县西"), None),
        ((), None),
    ],
)
def test_a_name_counts_by_what_no_other_holds(names: tuple[str, ...], place: int | None) -> None:
    assert named_alone([Piece((("乙县", 1.0),))], names) == place


def test_a_word_that_may_mean_something_else_names_nothing() -> None:
    """An English word's unlikelier meanings are guesses."""
    assert named_alone([Piece((("金牌", 0.9),))], ["银牌", "金牌"]) is None


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("渠州拿了几块银牌？", MEDALS, "38"),
        ("泷安市得了多少铜牌？", MEDALS, "48"),
        ("7座及以下的客车收多少钱？", TOLLS, "65元"),
    ],
)
def test_a_row_and_a_column_tell_the_cell(question: str, text: str, expected: str) -> None:
    best = answers(question, text)[0]
    assert (text[best.start : best.end], best.settled) == (expected, True)


@pytest.mark.parametrize(
    ("text", "held", "head"),
    [(MEDALS, "38", "代表团 金牌 银牌 铜牌"), (TOLLS, "65元", ""), (MOVED, "85户", "")],
)
def test_the_columns_of_a_table_are_named_above(text: str, held: str, head: str) -> None:
    span = head_above(fold(text), text.index(held))
    assert (text[slice(*span)] if span else "") == head


def test_a_column_alone_tells_nothing() -> None:
    asked = pieces(read_question("雁岭市得了几块银牌？"))
    assert list(find_cells(asked, "", fold(MEDALS))) == []


def test_a_row_whose_column_is_not_named_is_given_whole() -> None:
    key = fold(MEDALS)
    (row,) = find_cells(pieces(read_question("渠州得了多少？")), "", key)
    assert (key[row.start : row.end], row.kind) == ("41 38 44", "words")


def test_the_only_cell_of_the_unit_asked_for_needs_no_head() -> None:
    key = "甲站 12元 3.5公里\n乙站 15元 8公里"
    cells = list(find_cells(pieces(read_question("乙站票价多少钱？")), "money", key))
    assert [(key[c.start : c.end], c.value, c.settled) for c in cells] == [("15元", "15元", True)]


def test_one_line_with_figures_is_no_table() -> None:
    assert list(find_cells(pieces(read_question("甲站多少钱？")), "money", "甲站 12元\n完")) == []


FIGURES = st.lists(st.sampled_from(["7", "12元", "3.5公里", "41"]), min_size=3, max_size=3)


@given(st.lists(FIGURES, min_size=3, max_size=3), st.sampled_from(["甲站", "乙站", "丙站"]))
def test_cells_are_the_figures_of_the_line_that_is_named(lines: list[list[str]], name: str) -> None:
    heads = dict(zip(("甲站", "乙站", "丙站"), map(" ".join, lines), strict=True))
    key = "\n".join(f"{head} {figures}" for head, figures in heads.items())
    cells = find_cells(pieces(read_question(f"{name}多少？")), "", key)
    assert [key[cell.start : cell.end] for cell in cells] == [heads[name]]


CELLS = st.text(alphabet="甲乙丙 12.元|\n:", max_size=40)


@given(CELLS, st.text(alphabet="甲乙丙几多少元", max_size=8))
def test_any_text_is_read_for_series(key: str, question: str) -> None:
    for each in answers(question + "有多少?", key):
        assert 0 <= each.start < each.end <= len(key)


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("柯小蕾哪天自首？", "5月6日，苗大勇被抓获；次日，柯小蕾投案自首。", "次日"),
        ("哪天公布成绩？", "中考定于6月18日举行，7月5日公布成绩，7月8日填报志愿。", "7月5日"),
        ("大桥哪天封闭？", "大桥5月1日封闭，5月9日开放。", "5月1日"),
    ],
)
def test_a_later_day_is_told_by_its_own_clauses(question: str, text: str, expected: str) -> None:
    assert first(question, text) == expected
