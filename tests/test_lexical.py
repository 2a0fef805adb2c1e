"""Words: against BM25 by hand, with filters, and with changes that old searchers do not see."""

import logging
import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Filters
from index.hits import ranked
from index.lexical import Entry, LexicalIndex, LexicalSearcher
from index.pairs import pairs
from index.terms import Term, plain_terms
from tests.builders import number_id

K1, B = 1.2, 0.75


def entry(
    number: int,
    words: str | Sequence[str],
    pairs: str = "",
    *,
    article: str = "a",
    source: str = "",
    published: date | None = None,
) -> Entry:
    """A passage of words of one character each."""
    return Entry(number_id(number), tuple(words), tuple(pairs), article, source, published)


def searcher_of(*entries: Entry) -> LexicalSearcher:
    index = LexicalIndex(None)
    index.update(entries)
    return index.searcher()


def numbers(
    searcher: LexicalSearcher, words: str, k: int = 99, filters: Filters = Filters()
) -> list[int]:
    return [int(hit.passage_id, 16) for hit in searcher.retrieve(plain_terms(words), k, filters)]


def bm25(query: str, fields: dict[str, str]) -> dict[str, float]:
    """BM25 as the books have it, of the fields that hold a word of the query."""
    average = sum(map(len, fields.values())) / len(fields)
    scores: dict[str, float] = defaultdict(float)
    for word in query:
        holders = [each for each, words in fields.items() if word in words]
        rarity = math.log(1 + (len(fields) - len(holders) + 0.5) / (len(holders) + 0.5))
        for each in holders:
            count, length = fields[each].count(word), len(fields[each])
            saturated = count * (K1 + 1) / (count + K1 * (1 - B + B * length / average))
            scores[each] += rarity * saturated
    return dict(scores)


# lengths up to 40 are kept exactly; longer ones are rounded to fit one byte
fields = st.lists(st.text("雨雪风云雷", max_size=40), min_size=1, max_size=12)


@given(fields, st.text("雨雪风云雷电", min_size=1, max_size=6))
@settings(deadline=None, max_examples=30)
def test_scores_are_those_of_the_formula(texts: list[str], query: str) -> None:
    searcher = searcher_of(*(entry(number, words) for number, words in enumerate(texts, 1)))
    expected = bm25(query, {number_id(number): words for number, words in enumerate(texts, 1)})
    found = {hit.passage_id: hit.score for hit in searcher.retrieve(plain_terms(query), 99)}
    assert found == pytest.approx(expected, rel=1e-4)


def test_one_score_by_hand() -> None:
    searcher = searcher_of(entry(1, "雨雨云"), entry(2, "风"))
    # one of two passages holds it: ln(1 + 1.5/1.5); twice in 3 words where 2 are the average
    expected = math.log(2) * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 3 / 2))
    (hit,) = searcher.retrieve(plain_terms("雨"), 9)
    assert (hit.passage_id, hit.rank) == (number_id(1), 1)
    assert hit.score == pytest.approx(expected, rel=1e-5)


def test_a_word_asked_twice_counts_twice() -> None:
    searcher = searcher_of(entry(1, "雨云"), entry(2, "风云"))
    (once,) = searcher.retrieve(plain_terms("雨"), 1)
    (twice,) = searcher.retrieve(plain_terms("雨雨"), 1)
    assert twice.score == pytest.approx(2 * once.score)


@given(st.permutations(range(1, 41)), st.integers(1, 30))
@settings(deadline=None, max_examples=20)
def test_ties_follow_ids_whatever_the_order_of_adding(order: list[int], k: int) -> None:
    index = LexicalIndex(None)
    for half in (order[:20], order[20:]):
        index.update([entry(number, "雨云") for number in half])
    searcher = index.searcher()
    assert numbers(searcher, "雨", k) == list(range(1, k + 1))


@pytest.mark.parametrize(("words", "k"), [("", 9), ("雨", 0), ("雨", -1), ("雪", 9)])
def test_nothing_asked_or_nothing_there_finds_nothing(words: str, k: int) -> None:
    assert numbers(searcher_of(entry(1, "雨")), words, k) == []


def test_an_empty_index_finds_nothing() -> None:
    searcher = LexicalIndex(None).searcher()
    assert (len(searcher), searcher.ids(), numbers(searcher, "雨")) == (0, frozenset(), [])


def test_pairs_add_to_the_words() -> None:
    searcher = searcher_of(entry(1, "雨", pairs="ab"), entry(2, "雨", pairs="bc"), entry(3, "风"))
    words = {hit.passage_id: hit.score for hit in searcher.retrieve(plain_terms("雨"), 9)}
    first, second = searcher.retrieve(plain_terms("雨"), 9, pairs=["a"])
    assert (first.passage_id, second.passage_id) == (number_id(1), number_id(2))
    assert first.score > words[number_id(1)]
    assert second.score == pytest.approx(words[number_id(2)])


def test_pairs_alone_find_too() -> None:
    searcher = searcher_of(entry(1, "雨", pairs="ab"), entry(2, "雨", pairs="bc"))
    assert [hit.passage_id for hit in searcher.retrieve((), 9, pairs=["c"])] == [number_id(2)]


FORMS = {1: "雨雨", 2: "雪", 3: "风云", 4: "风", 5: "云"}


def test_any_form_of_a_term_finds_and_the_rest_counts_for_nothing() -> None:
    searcher = searcher_of(*(entry(number, words) for number, words in FORMS.items()))
    assert sorted(found(searcher, Term((("雪", 1.0), ("云", 1.0))))) == [2, 3, 5]
    assert found(searcher, Term((("霜", 1.0), ("雹", 0.5)))) == {}


def test_forms_of_a_term_are_as_rare_as_they_are_together() -> None:
    """A rare form is worth what a common one of the same term is, in a passage as long."""
    searcher = searcher_of(*(entry(number, words) for number, words in FORMS.items()))
    scores = found(searcher, Term((("雪", 1.0), ("云", 1.0))))
    assert scores[2] == pytest.approx(scores[5])
    rarity = math.log(1 + (5 - 3 + 0.5) / (3 + 0.5))
    length = sum(map(len, FORMS.values())) / 5
    assert scores[2] == pytest.approx(rarity * 2.2 / (1 + 1.2 * (0.25 + 0.75 / length)), rel=1e-5)


def test_a_form_counts_as_much_as_it_is_worth() -> None:
    searcher = searcher_of(*(entry(number, words) for number, words in FORMS.items()))
    whole = found(searcher, Term((("雪", 1.0), ("云", 1.0))))
    half = found(searcher, Term((("雪", 0.5), ("云", 1.0))))
    assert half[2] == pytest.approx(whole[2] / 2)
    assert half[5] == pytest.approx(whole[5])


def test_a_word_that_is_looked_for_whole_is_found_where_it_is_cut() -> None:
    cut = Entry(number_id(1), ("桥", "水"), tuple(pairs("桥水")), "a", "", None)
    apart = Entry(number_id(2), ("桥", "水"), tuple(pairs("桥与水")), "a", "", None)
    searcher = searcher_of(cut, apart)
    forms = (("bridgewater", 1.0), ("桥水", 1.0))
    (hit,) = searcher.retrieve([Term(forms, whole=("桥水",))], 9)
    assert hit.passage_id == number_id(1)
    assert searcher.retrieve([Term(forms)], 9) == ()


def test_a_word_that_is_mostly_whole_is_found_as_a_word_alone() -> None:
    """Else what holds its pairs by chance (主持|人: 主|持人) would be found as well."""
    whole = [Entry(number_id(n), ("主持",), tuple(pairs("主持")), "a", "", None) for n in (1, 2)]
    by_chance = Entry(number_id(3), ("主", "持"), tuple(pairs("主持")), "a", "", None)
    searcher = searcher_of(*whole, by_chance)
    found = searcher.retrieve([Term((("主持", 1.0),), whole=("主持",))], 9)
    assert [hit.passage_id for hit in found] == [number_id(1), number_id(2)]


def test_what_is_written_in_one_of_several_ways_is_found_however_it_is_cut() -> None:
    index = LexicalIndex(None)
    index.update(
        Entry(number_id(number), (), tuple(pairs(text)), "a", "", None)
        for number, text in enumerate(["陆青禾来", "卢清河县", "陆青河", "青禾陆", "陆禾", "陆青"])
    )
    term = Term((), (("陆卢", "青清", "禾河"), ("陆", "禾")))
    scores = found(index.searcher(), term)
    assert set(scores) == {0, 1, 2, 4}
    rarity = math.log(1 + (6 - 4 + 0.5) / (4 + 0.5))
    assert list(scores.values()) == pytest.approx([rarity] * 4)


def found(searcher: LexicalSearcher, term: Term) -> dict[int, float]:
    return {int(hit.passage_id, 16): hit.score for hit in searcher.retrieve([term], 99)}


DAYS = [date(2023, 7, 1), date(2023, 7, 2), date(2023, 7, 3), None]
# 1–4 from 青岚日报, 5–8 from 松岛晚报, each with the four days in turn
FILTERED = searcher_of(
    *(
        entry(
            number,
            "雨" * number,
            article=number_id(100 + number),
            source="青岚日报" if number < 5 else "松岛晚报",
            published=DAYS[(number - 1) % 4],
        )
        for number in range(1, 9)
    )
)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), {1, 2, 3, 4, 5, 6, 7, 8}),
        (Filters(source="青岚日报"), {1, 2, 3, 4}),
        (Filters(source="青岚"), set()),
        (Filters(since=DAYS[1]), {2, 3, 6, 7}),
        (Filters(until=DAYS[1]), {1, 2, 5, 6}),
        (Filters(since=DAYS[1], until=DAYS[1]), {2, 6}),
        (Filters(since=DAYS[2], until=DAYS[0]), set()),
        (Filters(source="松岛晚报", since=DAYS[2]), {7}),
        (Filters(article=number_id(104)), {4}),
        (Filters(article=number_id(104), since=DAYS[0]), set()),
    ],
)
def test_filters_leave_what_is_within_them(filters: Filters, expected: set[int]) -> None:
    assert set(numbers(FILTERED, "雨", 99, filters)) == expected


def test_filters_change_no_score() -> None:
    everywhere = {hit.passage_id: hit.score for hit in FILTERED.retrieve(plain_terms("雨"), 99)}
    for hit in FILTERED.retrieve(plain_terms("雨"), 99, Filters(source="松岛晚报", since=DAYS[0])):
        assert hit.score == pytest.approx(everywhere[hit.passage_id])


def test_filters_narrow_before_the_first_k_are_taken() -> None:
    best = numbers(FILTERED, "雨", 1)[0]
    other = "青岚日报" if best >= 5 else "松岛晚报"
    assert len(numbers(FILTERED, "雨", 1, Filters(source=other))) == 1


def test_what_is_removed_is_gone_and_what_is_added_is_there() -> None:
    index = LexicalIndex(None)
    index.update([entry(1, "雨"), entry(2, "雨")])
    index.update([entry(3, "雨")], [number_id(1)])
    searcher = index.searcher()
    assert searcher.ids() == {number_id(2), number_id(3)}
    assert sorted(numbers(searcher, "雨")) == [2, 3]
    assert len(searcher) == 2


def test_a_passage_may_be_taken_out_and_put_in_again_at_once() -> None:
    index = LexicalIndex(None)
    index.update([entry(1, "雨")])
    index.update([entry(1, "雪")], [number_id(1)])
    assert (numbers(index.searcher(), "雨"), numbers(index.searcher(), "雪")) == ([], [1])


def test_a_searcher_does_not_see_later_changes() -> None:
    index = LexicalIndex(None)
    index.update([entry(1, "雨")])
    old = index.searcher()
    index.update([entry(2, "雨")], [number_id(1)])
    assert numbers(old, "雨") == [1]
    assert old.ids() == {number_id(1)}
    assert numbers(index.searcher(), "雨") == [2]


def test_an_update_that_fails_changes_nothing() -> None:
    index = LexicalIndex(None)
    index.update([entry(1, "雨")])
    with pytest.raises(ValueError, match="invalid literal"):
        index.update([entry(2, "雨"), Entry("no number", ("雨",), (), "a", "", None)])
    assert index.searcher().ids() == {number_id(1)}
    index.update([entry(3, "雨")])
    assert index.searcher().ids() == {number_id(1), number_id(3)}


@pytest.mark.parametrize("number", [1, 2**62, 2**63 - 1])
def test_every_id_comes_back(number: int) -> None:
    assert numbers(searcher_of(entry(number, "雨")), "雨") == [number]


def test_an_index_is_kept_in_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "出处 词"
    LexicalIndex(folder).update([entry(1, "雨")])
    assert numbers(LexicalIndex(folder).searcher(), "雨") == [1]


@pytest.mark.parametrize(
    ("pattern", "kept"), [("meta.json", 0), ("meta.json", 9), ("*.idx", -5), ("*.term", -5)]
)
def test_a_broken_folder_is_made_anew(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, pattern: str, kept: int
) -> None:
    LexicalIndex(tmp_path / "words").update([entry(1, "雨")])
    (file,) = (tmp_path / "words").glob(pattern)
    file.write_bytes(file.read_bytes()[:kept])
    with caplog.at_level(logging.WARNING):
        index = LexicalIndex(tmp_path / "words")
    assert "cannot be read and is made anew" in caplog.text
    assert len(index.searcher()) == 0
    index.update([entry(2, "雨")])
    assert numbers(LexicalIndex(tmp_path / "words").searcher(), "雨") == [2]


def test_scores_fall_and_ranks_rise() -> None:
    hits = FILTERED.retrieve(plain_terms("雨"), 99)
    assert hits == ranked([(hit.passage_id, hit.score) for hit in hits])
