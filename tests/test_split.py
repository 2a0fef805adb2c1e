"""Passages and sentences: nothing lost, nothing twice, and cut only where a reader would."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import digest
from corpus.split import Sizes, make_passages, sentences, split
from tests.builders import make_article

PIECES = [
    "会议今天举行", "。", "！", "？”", "。”", "“", "”", "……", "\n", "\n\n", " ", "\u3000", "，",
    "；", "增长3.5%", "U.S. officials met. ",
    "The end.", "、", "县长说：", "『好』", "）", "长" * 30,
]  # fmt: skip
news = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
any_text = news | st.text(max_size=200)
sizes = st.integers(1, 60).flatmap(
    lambda most: st.integers(0, most).map(lambda few: Sizes(most, few))
)

# whole sentences, each at most 12 characters long, closing marks and quotes included
whole = st.sampled_from(
    ["今天有雨。", "“会好的。”", "他说：“走吧！”", "真的吗？！", "（完）。", "“好。”"]
)


def check_spans(text: str, spans: tuple[tuple[int, int], ...], start: int = 0) -> None:
    """Spans in order, apart from each other, without outer white space, and none left out."""
    assert all(text[a:b] and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    covered = {place for a, b in spans for place in range(a, b)}
    outside = set(range(start, len(text))) - covered
    assert not "".join(text[place] for place in sorted(outside)).strip()
    assert all(place >= start for place in covered)


@given(any_text)
@settings(deadline=None)
def test_sentences_leave_nothing_out(text: str) -> None:
    check_spans(text, sentences(text))


@given(any_text, sizes, st.integers(0, 20))
@settings(deadline=None)
def test_passages_leave_nothing_out(text: str, size: Sizes, start: int) -> None:
    check_spans(text, split(text, start, size), start)


@given(any_text, sizes)
@settings(deadline=None)
def test_no_passage_is_longer_than_asked(text: str, size: Sizes) -> None:
    assert all(end - start <= size.most for start, end in split(text, 0, size))


@given(news, st.integers(0, 20))
@settings(deadline=None)
def test_passages_are_slices_of_their_article(text: str, body_start: int) -> None:
    article = make_article(text, body_start=min(body_start, len(text)))
    for passage in make_passages(article, Sizes(30, 5)):
        assert passage.text == article.text[passage.start : passage.end]
        assert passage.article_id == article.id
        assert passage.id == digest(article.id, str(passage.start), str(passage.end))


@given(st.lists(whole, min_size=1, max_size=12))
@settings(deadline=None)
def test_sentences_are_cut_behind_their_closing_quotes(parts: list[str]) -> None:
    text = "".join(parts)
    assert [text[a:b] for a, b in sentences(text)] == parts


@given(st.lists(whole, max_size=20), st.integers(12, 40))
@settings(deadline=None)
def test_passages_never_cut_a_sentence_that_fits(parts: list[str], most: int) -> None:
    ends = set(itertools.accumulate(map(len, parts)))
    assert {end for _, end in split("".join(parts), 0, Sizes(most, 0))} <= ends


@pytest.mark.parametrize("text", ["", " ", "\n\u3000\n", "\t"])
def test_white_text_has_no_parts(text: str) -> None:
    assert sentences(text) == ()
    assert split(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长3.5%。其中出口1.2亿元。", ["增长3.5%。", "其中出口1.2亿元。"]),
        ("U.S. officials came. The talks ended.", ["U.S. officials came.", "The talks ended."]),
        ("Mr. Lind met Prof. Oram. They spoke.", ["Mr. Lind met Prof. Oram.", "They spoke."]),
        ("Ports, e.g. Lanbei, opened. Ships came.", ["Ports, e.g. Lanbei, opened.", "Ships came."]),
        ("It rose 5%. The rest fell.", ["It rose 5%.", "The rest fell."]),
        ("等等……后来呢？！好。", ["等等……", "后来呢？！", "好。"]),
        ("他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]),
        ("（见图。）下一句", ["（见图。）", "下一句"]),
        ("第一行\n第二行", ["第一行", "第二行"]),
        ("www.example.test 开通。", ["www.example.test 开通。"]),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


def parts(text: str, size: Sizes) -> list[str]:
    return [text[a:b] for a, b in split(text, 0, size)]


def test_short_paragraphs_are_joined() -> None:
    assert parts("甲\n乙\n丙", Sizes(10, 3)) == ["甲\n乙\n丙"]


def test_paragraphs_that_are_long_enough_stay_apart() -> None:
    assert parts("甲甲甲\n乙乙乙", Sizes(10, 3)) == ["甲甲甲", "乙乙乙"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲甲甲。\n题\n乙乙乙。", ["甲甲甲。", "题\n乙乙乙。"]),
        (
            "甲。\n题\n乙乙乙乙乙乙。",
            ["甲。\n题", "乙乙乙乙乙乙。"],
        ),  # what is above is too short alone
        (
            "甲甲甲。\n题\n乙乙乙乙乙乙乙乙。",
            ["甲甲甲。\n题", "乙乙乙乙乙乙乙乙。"],
        ),  # does not fit
        ("甲甲甲。\n乙，\n丙丙丙。", ["甲甲甲。\n乙，", "丙丙丙。"]),  # goes on
        ("甲甲甲。\n一\n二\n三三三", ["甲甲甲。\n一\n二", "三三三"]),  # rows
    ],
)
def test_a_heading_goes_with_what_stands_below_it(text: str, expected: list[str]) -> None:
    assert parts(text, Sizes(9, 3)) == expected


def test_short_paragraphs_that_do_not_fit_together_stay_apart() -> None:
    assert parts("甲甲甲甲\n乙", Sizes(5, 3)) == ["甲甲甲甲", "乙"]


def test_a_passage_may_be_just_as_long_as_asked() -> None:
    assert parts("甲甲甲。\n乙", Sizes(6, 3)) == ["甲甲甲。\n乙"]
    assert parts("一二三四五六", Sizes(6, 0)) == ["一二三四五六"]


def test_a_long_paragraph_is_cut_into_equal_parts() -> None:
    # 20 characters into parts of at most 12: two of ten, not twelve and eight
    assert parts("一二三四。" * 4, Sizes(12, 2)) == ["一二三四。" * 2] * 2


def test_a_sentence_that_is_too_long_is_cut_at_its_best_clause() -> None:
    text = "一二三四五、六七八，九十十一十二"
    assert parts(text, Sizes(12, 0)) == ["一二三四五、六七八，", "九十十一十二"]


def test_a_sentence_without_clauses_is_cut_at_the_limit() -> None:
    assert parts("字" * 25, Sizes(10, 0)) == ["字" * 10, "字" * 10, "字" * 5]


def test_a_quotation_that_fits_is_kept_whole() -> None:
    text = "前面的话。“甲甲。乙乙。丙丙。”后面的话。"
    # the quotation has 11 characters
    assert parts(text, Sizes(11, 0)) == ["前面的话。", "“甲甲。乙乙。丙丙。”", "后面的话。"]
    assert parts(text, Sizes(10, 0))[1] != "“甲甲。乙乙。丙丙。”"


def test_passages_begin_at_the_body() -> None:
    (passage,) = make_passages(make_article("标题\n正文在此。", body_start=3))
    assert (passage.start, passage.end, passage.text) == (3, 8, "正文在此。")


def test_without_a_body_the_whole_text_is_taken() -> None:
    (passage,) = make_passages(make_article("只有标题", body_start=4))
    assert passage.text == "只有标题"
