"""The hybrid retriever: one call of the encoder, both halves narrowed first, fused by measure."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Filters
from corpus.store import Store
from corpus.vectors import VectorStore
from index import retriever as retriever_module
from index.builder import encode_pending, refresh_dense, refresh_words
from index.centre import Centres
from index.context import encoder_text
from index.dense import DenseIndex
from index.encoder import Matrix
from index.hits import Hit, ranked
from index.lexical import LexicalIndex
from index.retriever import Halves, HybridRetriever, Query, Ranking, fuse
from index.terms import Term, plain_terms
from index.tokens import JiebaTokenizer
from tests.builders import make_article, put
from tests.fakes import HashEncoder

TOKENIZER = JiebaTokenizer()
FERRY = make_article("松岛渡轮六月首航，票价二十元。", source="松岛晚报", published="2023-06-01")
FARES = make_article("松岛渡轮票价七月上调。", source="青岚日报", published="2023-07-02")
BRIDGE = make_article("青岚大桥通车，县长陆青禾剪彩。", source="青岚日报", published="2023-07-01")
RAIN = make_article("今夜有大雨，气象台提醒市民少出门。", source="松岛晚报")
ALL = (FERRY, FARES, BRIDGE, RAIN)
FARE = Query("松岛渡轮票价多少？", "zh-Hans")


class Counting(HashEncoder):
    """Keeps the questions that it has encoded."""

    def __init__(self) -> None:
        super().__init__()
        self.questions: list[str] = []

    def encode_queries(self, texts: Sequence[str], language: str = "") -> Matrix:
        self.questions += texts
        return super().encode_queries(texts, language)


class Library:
    """Four passages, and a retriever over them."""

    def __init__(self, folder: Path) -> None:
        self.encoder = Counting()
        self.store = Store(folder / "chuchu.db")
        self.vectors = VectorStore(self.store.database, self.encoder.fingerprint)
        put(self.store, *ALL)
        self.asked: list[Filters] = []

    def within(self, filters: Filters) -> tuple[str, ...]:
        self.asked.append(filters)
        return self.store.passage_ids(filters)

    def retriever(self, *, encoded: bool = True, centres: Centres = Centres()) -> HybridRetriever:
        if encoded:
            encode_pending(self.store, self.vectors, lambda: self.encoder)
        return HybridRetriever(
            lexical=refresh_words(self.store, LexicalIndex(None), TOKENIZER),
            dense=refresh_dense(
                self.vectors, lambda: self.encoder.dim, Path("none"), read_only=True
            ),
            tokenizer=TOKENIZER,
            encoder=lambda: self.encoder,
            centres=lambda: centres,
            within=self.within,
            texts=lambda ids: [passage.text for passage in self.store.passages(ids)],
        )

    def texts(self, hits: Sequence[Hit]) -> list[str]:
        return [p.text for p in self.store.passages([hit.passage_id for hit in hits])]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path)
    yield library
    library.store.database.close()


def test_what_shares_words_and_meaning_comes_first(library: Library) -> None:
    hits = library.retriever().rank(FARE, 2).hits
    assert library.texts(hits) == [FARES.text, FERRY.text]
    assert [hit.rank for hit in hits] == [1, 2]


def test_the_encoder_runs_once_a_question(library: Library) -> None:
    retriever = library.retriever()
    retriever.rank(FARE, 2)
    assert library.encoder.questions == [FARE.text]
    retriever.rank(FARE, 2, Filters(source="青岚日报"))
    assert len(library.encoder.questions) == 2
    nothing = retriever.rank(FARE, 2, Filters(source="没有的报"))
    assert (nothing.hits, nothing.halves) == ((), Halves((), ()))
    assert len(library.encoder.questions) == 2


def test_the_encoder_reads_questions_in_simplified_script(library: Library) -> None:
    library.retriever().rank(Query("松島渡輪票價", "zh-Hant"), 2)
    assert library.encoder.questions == ["松岛渡轮票价"]


def test_both_scripts_find_the_same(library: Library) -> None:
    retriever = library.retriever()
    hant = retriever.rank(Query("松島渡輪票價", "zh-Hant"), 9).halves
    assert hant == retriever.rank(Query("松岛渡轮票价", "zh-Hans"), 9).halves


@pytest.mark.parametrize("k", [-1, 0, 1, 3, 4, 99])
def test_fewer_come_where_fewer_are(library: Library, k: int) -> None:
    assert len(library.retriever().rank(FARE, k).hits) == min(max(k, 0), 4)


def test_more_than_the_depth_may_be_asked_for(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retriever_module, "DEPTH", 1)
    assert len(library.retriever().rank(FARE, 4).hits) == 4


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(source="青岚日报"), {FARES.text, BRIDGE.text}),
        (Filters(since=BRIDGE.published), {FARES.text, BRIDGE.text}),
        (Filters(until=BRIDGE.published), {FERRY.text, BRIDGE.text}),
        (Filters(article=RAIN.id), {RAIN.text}),
        (Filters(source="青岚日报", until=BRIDGE.published), {BRIDGE.text}),
        (Filters(source="没有"), set()),
    ],
)
def test_filters_leave_what_is_within_them(
    library: Library, filters: Filters, expected: set[str]
) -> None:
    ranking = library.retriever().rank(FARE, 9, filters)
    assert set(library.texts(ranking.hits)) == expected
    for half in (ranking.halves.lexical, ranking.halves.dense or ()):
        assert set(library.texts(half)) <= expected


def test_filters_narrow_both_halves_before_ranking(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    # one deep: what is narrowed after ranking has lost the only hit by then
    monkeypatch.setattr(retriever_module, "DEPTH", 1)
    retriever = library.retriever()
    assert library.texts(retriever.rank(FARE, 1).hits) == [FARES.text]
    halves = retriever.rank(FARE, 1, Filters(source="松岛晚报")).halves
    assert library.texts(halves.lexical) == [FERRY.text]
    assert library.texts(halves.dense or ()) == [FERRY.text]


def test_passages_within_filters_are_asked_for_only_with_filters(library: Library) -> None:
    retriever = library.retriever()
    retriever.rank(FARE, 9)
    assert library.asked == []
    retriever.rank(FARE, 9, Filters(source="青岚日报"))
    assert library.asked == [Filters(source="青岚日报")]


def test_before_anything_is_encoded_words_alone_find(library: Library) -> None:
    ranking = library.retriever(encoded=False).rank(FARE, 9)
    assert ranking.halves.dense is None
    assert set(library.texts(ranking.hits)) == {FERRY.text, FARES.text}
    assert [hit.passage_id for hit in ranking.hits] == [
        hit.passage_id for hit in ranking.halves.lexical
    ]
    assert library.encoder.questions == []


def test_an_empty_library_gives_nothing(library: Library) -> None:
    for article in ALL:
        library.store.remove(article.id)
    assert library.retriever().rank(FARE, 9) == Ranking(
        (), Halves((), None), plain_terms(TOKENIZER.words("松岛渡轮票价多少"))
    )


def test_a_question_without_words_is_answered_by_meaning(library: Library) -> None:
    ranking = library.retriever().rank(Query("？！", "zh-Hans"), 9)
    assert ranking.words == ()
    assert ranking.halves.lexical == ()
    assert len(ranking.hits) == 4


def test_the_dense_half_ranks_by_cosine(library: Library) -> None:
    dense = library.retriever().rank(FARE, 9).halves.dense
    assert dense is not None
    row = library.encoder.encode_queries([FARE.text])[0]
    rows = library.encoder.encode_passages([encoder_text("", "", each.text) for each in ALL])
    expected = sorted(zip((rows @ row).tolist(), (a.text for a in ALL), strict=True), reverse=True)
    assert library.texts(dense) == [text for _, text in expected]
    assert [hit.score for hit in dense] == pytest.approx([s for s, _ in expected], abs=1e-3)


def test_the_language_is_taken_out_of_the_question(library: Library) -> None:
    plain = library.retriever()
    mean = np.full(64, 0.05, dtype=np.float32)
    centred = library.retriever(centres=Centres({"en": mean}))
    chinese, english = Query("渡轮", "zh-Hans"), Query("渡轮", "en")
    assert np.array_equal(centred.row(chinese), plain.row(chinese))
    rest = plain.row(english) - 0.75 * mean  # an English question's share
    assert centred.row(english) == pytest.approx(rest / np.linalg.norm(rest))


def test_an_english_question_leans_towards_its_words_in_chinese(library: Library) -> None:
    english = Query("Which ferry?", "en")
    retriever = library.retriever()
    alone, gloss = library.encoder.encode_queries([english.text, "渡轮"])
    expected = alone + 0.6 * gloss
    assert np.array_equal(retriever.row(english), alone)
    assert retriever.row(english, "渡轮") == pytest.approx(expected / np.linalg.norm(expected))


def test_a_chinese_question_has_no_gloss(library: Library) -> None:
    assert library.retriever().gloss(FARE, (Term((("渡轮", 1.0),)),), ()) == ""


def test_an_english_question_is_looked_for_by_what_its_words_mean(library: Library) -> None:
    lexical = library.retriever().rank(Query("Which ferry?", "en"), 9).halves.lexical
    assert set(library.texts(lexical)) == {FERRY.text, FARES.text}


def test_a_name_by_its_sound_leans_towards_what_is_found_of_it(library: Library) -> None:
    library.retriever().rank(Query("When did Qinglandaqiao and Qwert open?", "en"), 9)
    _, gloss = library.encoder.questions
    assert "青岚大桥" in gloss
    assert "qwert" in gloss


def test_a_question_that_would_vanish_stays() -> None:
    row, mean = np.array(
        [[0.75, 0], [1, 0]], dtype=np.float32
    )  # three quarters of it: nothing left
    assert np.array_equal(Centres({"en": mean}).without(row, "en"), row)


def test_the_gloss_is_freed_of_what_chinese_questions_share(library: Library) -> None:
    mean = np.full(64, 0.05, dtype=np.float32)
    retriever = library.retriever(centres=Centres({"zh-Hans": mean}))
    alone = retriever.row(Query("Which ferry?", "en"))
    expected = alone + 0.6 * retriever.row(Query("渡轮", "zh-Hans"))
    row = retriever.row(Query("Which ferry?", "en"), "渡轮")
    assert row == pytest.approx(expected / np.linalg.norm(expected))


# Chinese: 0.8 standard deviations of the lexical scores, ±1; English: 2 of BM25, in steps of 3
@pytest.mark.parametrize(
    ("language", "weight"), [("zh-Hans", 0.8), ("zh-Hant", 0.8), ("en", 4 / 7)]
)
def test_fused_scores_are_weighted_sums(language: str, weight: float) -> None:
    dense = ranked([("a", 0.9), ("b", 0.7), ("c", 0.5)])
    lexical = ranked([("b", 8.0), ("d", 4.0)])
    # standardised: dense ±√1.5 and 0; what a half lacks gets its lowest
    edge = 1.5**0.5
    hits = fuse(Halves(lexical, dense), language)
    expected = {"a": edge - weight, "b": weight, "c": -edge - weight, "d": -edge - weight}
    best_first = sorted(expected, key=lambda each: (-expected[each], each))
    assert [hit.passage_id for hit in hits] == best_first
    assert [hit.score for hit in hits] == pytest.approx([expected[each] for each in best_first])


def test_ties_of_fused_scores_follow_ids() -> None:
    dense = ranked([("b", 0.5), ("a", 0.5), ("c", 0.5)])
    assert [hit.passage_id for hit in fuse(Halves((), dense), "en")] == ["a", "b", "c"]


def test_an_empty_dense_index_is_no_half(library: Library) -> None:
    empty = DenseIndex.build([], np.zeros((0, 64), np.float16), 64)
    retriever = library.retriever(encoded=False)
    assert len(empty) == len(retriever.dense or ()) == 0
    assert retriever.rank(FARE, 1).halves.dense is None
