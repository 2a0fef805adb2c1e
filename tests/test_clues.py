"""What is seen of a sentence; expected values by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.split import sentences
from qa.answer import Person
from qa.question import read_question
from qa.ranking.clues import Clues, read_clues
from qa.short import Candidate
from tests.builders import make_found

BRIDGE = "大桥长3公里。桥面铺了沥青。车流不断。"


def clues(text: str, question: str, title: str = "") -> list[Clues]:
    return read_clues(read_question(question), [make_found(text, title)])[0]


def test_words_of_the_question_count_where_they_stand() -> None:
    first, second, third = clues(BRIDGE, "桥面铺了什么？")  # 桥面 and 面铺
    assert (first.holds, second.holds, third.holds) == pytest.approx((0, 1, 0))
    assert (first.share, second.share, third.share) == (0, 1, 0)
    assert (first.share_behind, second.share_behind) == (-1, 0)
    assert (first.holds_behind, second.holds_behind) == pytest.approx((-1, 0))
    assert second.pieces == 2


def test_neighbours_and_the_title_lend_a_sentence_what_they_hold() -> None:
    first, second, third = clues(BRIDGE, "桥面铺了什么？")
    assert (first.with_before, first.with_next) == pytest.approx((0, 1))
    assert (third.with_before, third.with_next) == pytest.approx((1, 0))
    assert [each.in_passage for each in (first, second, third)] == pytest.approx([1, 1, 1])
    titled = clues("车流不断。", "桥面铺了什么？", title="桥面铺沥青")[0]
    assert (titled.holds, titled.with_before, titled.in_title) == pytest.approx((0, 1, 1))


def test_what_few_sentences_hold_weighs_more() -> None:
    common, rare = clues("大桥开工。大桥塌了。大桥雾大。雾锁山城。", "大桥和山城？")[::3]
    assert 0 < common.holds < rare.holds < 1


def test_the_longest_stretch_of_the_question() -> None:
    assert clues("桥面铺了沥青。", "桥面铺了什么？")[0].run == pytest.approx(4 / 7)
    assert clues("桥面铺了沥青。", "What is on the bridge?")[0].run == 0


def test_what_stands_beside_the_asking_word() -> None:
    first, second, _ = clues(BRIDGE, "桥面铺了什么？")
    assert (first.beside, second.beside, first.passage_beside) == (0, 1, 1)
    assert clues(BRIDGE, "What is on the bridge?")[0].beside == 0.5


def test_the_thing_asked_for() -> None:
    city, company = clues("他去了南汐城。他进了一家公司。", "他去了哪座城市？")
    assert (city.thing, company.thing) == (0.5, 0)  # 城 of 城市


def test_signs_of_the_kind_and_of_the_unit() -> None:
    long, paved, _ = clues(BRIDGE, "大桥长多少公里？")
    assert (long.sign, paved.sign) == (3, 0)
    assert (long.figures, paved.figures) == (1, 0)


def test_short_answers_and_people_count_in_the_sentence_where_they_stand() -> None:
    text = "陆青禾出席。林小满缺席。"
    here = make_found(text, "", 0.0, Candidate(6, 9, "name", 0.7, "林小满"))
    people = [
        Person("陆青禾", "", ("出席",), here.passage.id, 0, 3),
        Person("林小满", "", ("其他",), here.passage.id, 6, 9),
        Person("别人", "", ("出席",), "another passage", 0, 2),
    ]
    first, second = read_clues(read_question("谁出席了？"), [here], people)[0]
    assert (first.named, first.acting, first.answer, first.surest) == (1, 1, 0, 0)
    assert (second.named, second.acting, second.answer, second.surest) == (1, 0, 0.7, 1)


def test_how_far_a_passage_is_behind_the_first() -> None:
    best, other = make_found("甲乙丙丁。", score=2.0), make_found("戊己庚辛。", score=0.5)
    meaning = {best.passage.id: 0.9}
    (first,), (second,) = read_clues(read_question("谁？"), [best, other], (), meaning)
    assert (first.rank, first.behind, first.meaning_behind) == (0, 0, 0)
    assert (second.rank, second.behind) == (1, -1.5)
    assert second.meaning_behind == -1


def test_nothing_found_gives_nothing() -> None:
    assert read_clues(read_question("谁？"), []) == []


@given(
    st.text(max_size=120),
    st.text(min_size=1, max_size=30).filter(lambda text: any(map(str.isalnum, text))),
)
def test_each_sentence_has_its_clues_and_shares_stay_within_bounds(text: str, asked: str) -> None:
    every = clues(text, asked)
    assert len(every) == len(sentences(text))
    for each in every:
        assert 0 <= each.holds <= each.with_before + 1e-9 <= each.in_passage + 2e-9
        assert 0 <= each.run <= 1
        assert 0 <= each.share <= 1 + 1e-9
