"""Pinyin glosses go, real parentheses stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.glosses import gloss_cuts, syllables

MARKED = ["lán", "jìn", "dǎo", "ér", "nǚ", "zhuāng", "ō", "qióng", "lüè", "ruì"]


def without_glosses(text: str) -> str:
    for start, end in reversed(list(gloss_cuts(text))):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("藍(lán)田", "藍田"),
        ("推進（jìn）會", "推進會"),
        ("推进[jin4]会", "推进会"),
        ("推进【jìn】会", "推进会"),
        ("女(nǚ)", "女"),
        ("女(nv3)", "女"),
        ("女(nu\u0308\u030c)", "女"),
        ("關（ɡuān）注", "關注"),
        ("临江[línjiāng]市", "临江市"),
        ("西安(xī'ān)", "西安"),
        ("<ruby>蓝<rp>(</rp><rt>lán</rt><rp>)</rp></ruby>田", "蓝田"),
    ],
)
def test_glosses_go(text: str, expected: str) -> None:
    assert without_glosses(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "世贸组织（WTO）",
        "苹果(Apple)公司",
        "今天(7月22日)",
        "5G(NR)网络",
        "老李(Li)",
        "集团(i)旅游(ii)酒店",
        "车型(a4)",
        "太差（low）",
        "央行(ecb)",
        "一(lán lán)",
        "A(lán)",
        "(lán)",
        "我们(men)",
        "蓝(lán",
    ],
)
def test_real_parentheses_stay(text: str) -> None:
    assert without_glosses(text) == text


def test_toneless_syllables_go_only_where_glosses_are_many() -> None:
    assert without_glosses("藍(lán)" * 10 + "孩子(zi)老李(Li)") == "藍" * 10 + "孩子老李(Li)"


def test_syllables_are_those_of_mandarin() -> None:
    assert {"a", "zhuang", "xiong", "nü", "er", "lüe"} <= syllables()
    assert not {"", "low", "bong", "fi", "gia", "jong", "v"} & syllables()
    assert 395 <= len(syllables()) <= 420


han = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=30)
brackets = st.sampled_from(["()", "（）", "[]", "【】"])


@given(han, st.lists(st.tuples(st.integers(0, 29), st.sampled_from(MARKED), brackets), max_size=9))
def test_inserted_glosses_are_found_again(text: str, inserted: list[tuple[int, str, str]]) -> None:
    places = {place: (reading, pair) for place, reading, pair in inserted if place < len(text)}
    glossed = "".join(
        char + ("{1}{0}{2}".format(places[i][0], *places[i][1]) if i in places else "")
        for i, char in enumerate(text)
    )
    assert without_glosses(glossed) == text
