"""Bringing the indexes in step: only what is new is done, and it goes on where it stopped."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.article import StoreError, digest
from corpus.store import Store
from corpus.vectors import VectorStore
from index import builder, dense, faiss_index
from index.builder import encode_pending, refresh_dense, refresh_words
from index.context import content_digest, encoder_text
from index.dense import DenseIndex
from index.encoder import Matrix
from index.fold import fold
from index.lexical import LexicalIndex
from index.pairs import pairs
from index.terms import plain_terms
from index.tokens import JiebaTokenizer
from tests.builders import make_article, put
from tests.fakes import CountingTokenizer, HashEncoder

TOKENIZER = JiebaTokenizer()
ARTICLES = [
    make_article(
        f"第{n}号渡轮首航。票价{n}元。\n" + f"船长{chr(0x4E00 + n)}说，" * 8,
        address=f"{n}.txt",
        title=f"渡轮{n}",
        source="松島晚報",
        published=f"2023-07-{n + 1:02}",
    )
    for n in range(12)
]


class Recorder(HashEncoder):
    """Keeps the texts that it has encoded, and stops after some calls."""

    def __init__(self, calls: int = 999) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._calls = calls

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        if self._calls == 0:
            raise KeyboardInterrupt
        self._calls -= 1
        self.texts += texts
        return super().encode_passages(texts)


@pytest.fixture
def vectors(store: Store) -> VectorStore:
    return VectorStore(store.database, HashEncoder().fingerprint)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "dense.faiss"


def dim() -> int:
    return HashEncoder().dim


def never() -> int:
    raise RuntimeError("the encoder must not be loaded for this")


@pytest.mark.parametrize(
    ("title", "lead", "text", "read"),
    [
        ("會議", "縣長出席。", "船到ＯＫ。", "会议\n船到ＯＫ。"),
        ("", "縣長出席。船到。", "票價多少。", "县长出席。\n票价多少。"),
        ("", "縣長出席。船到。", "縣長出席。船到。", "县长出席。船到。"),
        ("會議", "", "會議開始。", "会议开始。"),
        ("", "", "船到。", "船到。"),
        ("", "甲" * 70 + "。", "船到。", "甲" * 60 + "\n船到。"),
    ],
)
def test_the_encoder_reads_a_line_that_names_the_event(
    title: str, lead: str, text: str, read: str
) -> None:
    assert encoder_text(title, lead, text) == read


def test_contents_stand_for_what_is_encoded(store: Store, vectors: VectorStore) -> None:
    articles = [
        make_article("標題\n" + "甲乙丙丁。" * 40, title="標題", body_start=3),
        make_article("縣長出席了，" * 30 + "。" + "船到。" * 20),
    ]
    put(store, *articles)
    encoder = Recorder()
    encode_pending(store, vectors, lambda: encoder)
    contents = {
        content_digest(article, passage)
        for article in articles
        for passage in store.passages_of(article.id)
    }
    assert {digest(text) for text in encoder.texts} == contents


def test_stored_rows_are_those_of_the_encoder(store: Store, vectors: VectorStore) -> None:
    put(store, *ARTICLES)
    encode_pending(store, vectors, HashEncoder)
    for article in ARTICLES:
        passages = store.passages_of(article.id)
        texts = [encoder_text(article.title, "", passage.text) for passage in passages]
        rows = vectors.rows([passage.id for passage in passages], dim())
        assert np.array_equal(rows, HashEncoder().encode_passages(texts).astype(np.float16))


def test_nothing_is_encoded_twice(store: Store, vectors: VectorStore) -> None:
    put(store, *ARTICLES)
    first = Recorder()
    assert encode_pending(store, vectors, lambda: first) == len(first.texts) == len(vectors.ids())
    again = Recorder()
    assert encode_pending(store, vectors, lambda: again) == 0
    assert again.texts == []


def test_one_more_article_costs_one_article(store: Store, vectors: VectorStore) -> None:
    put(store, *ARTICLES)
    encode_pending(store, vectors, HashEncoder)
    put(store, make_article("新桥通车。"))
    more = Recorder()
    encode_pending(store, vectors, lambda: more)
    assert more.texts == ["新桥通车。"]


def test_an_interrupted_build_goes_on_where_it_was(
    store: Store, vectors: VectorStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builder, "_PASSAGES_A_COMMIT", 5)
    put(store, *ARTICLES)
    total = len(vectors.pending())
    stopped = Recorder(calls=2)
    with pytest.raises(KeyboardInterrupt):
        encode_pending(store, vectors, lambda: stopped)
    assert len(vectors.ids()) == 10
    rest = Recorder()
    assert encode_pending(store, vectors, lambda: rest) == total - 10
    assert not set(rest.texts) & set(stopped.texts)
    assert vectors.pending() == ()


def test_a_full_disk_keeps_the_batches_before(
    store: Store, vectors: VectorStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builder, "_PASSAGES_A_COMMIT", 5)
    put(store, *ARTICLES)

    def fill(done: int, _: int) -> None:
        if done == 5:
            (pages,) = store.database.rows("PRAGMA page_count")[0]
            store.database.rows(f"PRAGMA max_page_count = {pages}")

    wide = HashEncoder(2048)
    stored = VectorStore(store.database, wide.fingerprint)
    with pytest.raises(StoreError, match="the disk is full"):
        encode_pending(store, stored, lambda: wide, fill)
    assert len(stored.ids()) >= 5


def test_progress_begins_at_nought_and_ends_with_all(
    store: Store, vectors: VectorStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builder, "_PASSAGES_A_COMMIT", 10)
    put(store, *ARTICLES)
    total = len(vectors.pending())
    seen: list[tuple[int, int]] = []
    encode_pending(store, vectors, HashEncoder, lambda *now: seen.append(now))
    assert seen == [(n, total) for n in (*range(0, total, 10), total)]


def test_words_and_pairs_are_those_of_the_passage(store: Store) -> None:
    put(store, ARTICLES[3])
    searcher = refresh_words(store, LexicalIndex(None), TOKENIZER)
    assert searcher.ids() == set(store.passage_ids())
    passage = next(iter(store.passages(store.passage_ids())))
    for word in TOKENIZER.words(fold(passage.text)):
        assert searcher.retrieve(plain_terms([word]), 9)
    for pair in pairs(fold(passage.text)):
        assert searcher.retrieve((), 9, pairs=[pair])


def test_words_follow_the_library(store: Store, tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path / "words")
    put(store, *ARTICLES)
    refresh_words(store, index, TOKENIZER)
    store.remove(ARTICLES[0].id)
    put(store, make_article("新桥通车。"))
    tokenizer = CountingTokenizer()
    searcher = refresh_words(store, index, tokenizer)
    assert tokenizer.cut == 1
    assert searcher.ids() == set(store.passage_ids())
    assert len(searcher.retrieve(plain_terms(["新桥"]), 9)) == 1


def test_a_stopped_index_of_words_stays_as_it_was(store: Store) -> None:
    index = LexicalIndex(None)
    put(store, *ARTICLES)

    def stop(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refresh_words(store, index, TOKENIZER, stop)
    assert index.searcher().ids() == frozenset()
    seen: list[tuple[int, int]] = []
    refresh_words(store, index, TOKENIZER, lambda *step: seen.append(step))
    many = len(store.passage_ids())
    assert seen == [(0, many), (many, many)]


def test_words_that_are_in_step_are_not_read_again(store: Store) -> None:
    index = LexicalIndex(None)
    put(store, *ARTICLES)
    refresh_words(store, index, TOKENIZER)
    tokenizer = CountingTokenizer()
    refresh_words(store, index, tokenizer)
    assert tokenizer.cut == 0


def test_vectors_follow_the_library(store: Store, vectors: VectorStore, file: Path) -> None:
    put(store, *ARTICLES)
    encode_pending(store, vectors, HashEncoder)
    assert refresh_dense(vectors, dim, file).ids() == set(store.passage_ids())
    store.remove(ARTICLES[0].id)
    put(store, make_article("新桥通车。"))
    encode_pending(store, vectors, HashEncoder)
    assert refresh_dense(vectors, never, file).ids() == set(store.passage_ids())
    saved = DenseIndex.load(file)
    assert saved is not None
    assert saved.ids() == set(store.passage_ids())


def test_a_large_file_is_not_written_for_little(
    store: Store, vectors: VectorStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dense, "_STALE_SHARE", 0.5)
    put(store, *ARTICLES)
    encode_pending(store, vectors, HashEncoder)
    refresh_dense(vectors, dim, file)
    before = file.read_bytes()
    store.remove(ARTICLES[0].id)
    put(store, make_article("新桥通车。"))
    encode_pending(store, vectors, HashEncoder)
    assert refresh_dense(vectors, never, file).ids() == set(store.passage_ids())
    assert file.read_bytes() == before
    file.unlink()
    assert refresh_dense(vectors, dim, file).ids() == set(store.passage_ids())


def test_an_older_step_only_has_more_read_again(
    store: Store, vectors: VectorStore, file: Path
) -> None:
    put(store, *ARTICLES[:6])
    encode_pending(store, vectors, HashEncoder)
    refresh_dense(vectors, dim, file)
    step = builder.step_file(file).read_bytes()
    put(store, *ARTICLES[6:])
    encode_pending(store, vectors, HashEncoder)
    row = HashEncoder().encode_queries(["渡轮票价"])[0]
    before = refresh_dense(vectors, never, file).retrieve(row, 99)
    builder.step_file(file).write_bytes(step)
    assert refresh_dense(vectors, never, file).retrieve(row, 99) == before


@pytest.mark.parametrize("damage", [None, b"", b"broken"])
def test_a_lost_or_broken_file_comes_back(
    store: Store, vectors: VectorStore, file: Path, damage: bytes | None
) -> None:
    put(store, *ARTICLES)
    encode_pending(store, vectors, HashEncoder)
    row = HashEncoder().encode_queries(["渡轮票价"])[0]
    before = refresh_dense(vectors, dim, file).retrieve(row, 99)
    file.unlink() if damage is None else file.write_bytes(damage)
    assert refresh_dense(vectors, dim, file).retrieve(row, 99) == before
    assert refresh_dense(vectors, never, file).retrieve(row, 99) == before


def test_read_only_writes_no_file(store: Store, vectors: VectorStore, file: Path) -> None:
    put(store, ARTICLES[0])
    encode_pending(store, vectors, HashEncoder)
    index = refresh_dense(vectors, dim, file, read_only=True)
    assert index.ids() == set(store.passage_ids())
    assert not file.parent.exists()


def test_a_file_that_cannot_be_written_is_done_without(
    store: Store, vectors: VectorStore, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "cache").touch()
    put(store, ARTICLES[0])
    encode_pending(store, vectors, HashEncoder)
    index = refresh_dense(vectors, dim, tmp_path / "cache" / "dense.faiss")
    assert index.ids() == set(store.passage_ids())
    assert "cannot be written" in caplog.text


def test_an_index_that_has_outgrown_its_kind_is_made_anew(
    store: Store, vectors: VectorStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, *ARTICLES)
    encode_pending(store, vectors, HashEncoder)
    assert refresh_dense(vectors, dim, file).kind == "SQfp16"
    monkeypatch.setattr(faiss_index, "EXACT_UP_TO", len(vectors.ids()) - 1)
    grown = refresh_dense(vectors, dim, file)
    assert grown.kind.startswith("IVF")
    assert grown.ids() == set(store.passage_ids())
    assert refresh_dense(vectors, never, file).kind == grown.kind


def test_what_reads_alike_has_one_content(store: Store) -> None:
    hans, hant = make_article("县长出席会议。"), make_article("縣長出席會議。")
    titled = make_article("县长出席会议。", title="会议", address="c")
    put(store, hans, hant, titled)
    digests = [content_digest(a, store.passages_of(a.id)[0]) for a in (hans, hant, titled)]
    assert digests[0] == digests[1] != digests[2]
