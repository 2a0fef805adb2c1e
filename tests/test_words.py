"""Which meanings of English words texts attest; expected values by hand."""

import pytest

from index.dictionary import attested_meanings, meanings
from index.translation import translate
from training.words import Attested, attested, learn

RARELY = 0.01  # of all evidence that holds a meaning


def test_the_commonest_meaning_comes_first() -> None:
    keys = ["孩子来了", "孩子走了", "儿童节", "儿童画", "孩子们"]
    assert attested(keys, {"儿童": RARELY, "孩子": RARELY}) == ("孩子", "儿童")


@pytest.mark.parametrize(
    ("usual", "why"),
    [
        ({"开展": 0.5}, "half of all evidence holds it, too"),
        ({"会议": RARELY}, "one question alone has it"),
        ({"走": RARELY}, "none has it"),
    ],
)
def test_what_is_not_attested(usual: dict[str, float], why: str) -> None:
    assert attested(["开展活动", "开展会议", "报告", "报告"], usual) == (), why


def test_what_stands_only_where_a_commoner_one_does_adds_nothing() -> None:
    keys = ["湖南省", "湖南省", "湖南", "云川"]
    assert attested(keys, {"湖南": RARELY, "湖南省": RARELY}) == ("湖南",)


def test_meanings_that_explain_too_few_questions_are_none() -> None:
    keys = ["俱乐部", "俱乐部", *["报告"] * 7]
    assert attested(keys, {"俱乐部": RARELY}) == ()
    assert attested(keys[:8], {"俱乐部": RARELY}) == ("俱乐部",)


def test_no_more_than_four_are_kept() -> None:
    words = ["甲一", "乙二", "丙三", "丁四", "戊五"]
    keys = [word for word in words for _ in range(2)]
    assert attested(keys, dict.fromkeys(words, RARELY)) == tuple(sorted(words)[:4])


def test_a_word_is_learnt_from_the_questions_that_have_it() -> None:
    """Of glacier a dictionary knows 冰川 and 冰河; of 40 questions four have it."""
    asked = [("Which glacier melts?", "这条冰川在融化")] * 4
    asked += [(f"Where is it in {year}?", "会议在县城举行") for year in range(1950, 1986)]
    assert learn(asked) == [Attested("glacier", ("冰川",), 4), Attested("melts", ("融化",), 4)]
    assert learn(asked[1:]) == []  # three questions are too few
    assert learn([]) == []


def test_what_is_attested_are_meanings_that_the_dictionary_knows() -> None:
    known = {word for each in meanings().values() for word in each}
    listed = attested_meanings()
    assert len(listed) > 500
    told = [word for each in listed.values() for word in each]
    assert sum(word in known for word in told) > 0.95 * len(told)  # some of other spellings


def test_what_is_attested_goes_before_what_else_a_word_may_mean() -> None:
    worth = dict(next(iter(translate("Which community?"))).forms)
    assert worth["社区"] == 1.0
    assert all(each <= 0.6 for word, each in worth.items() if word not in {"社区", "community"})
