"""Snapshots: immutable, in step with the library, and made again from the database alone."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from corpus.article import StoreError
from corpus.store import Store
from corpus.vectors import VectorStore
from index import snapshot
from index.builder import encode_pending, refresh_dense, words_fingerprint
from index.dense import DenseIndex
from index.hits import Hit
from index.lexical import LexicalIndex
from index.snapshot import Indexes, Snapshot
from index.terms import plain_terms
from index.tokens import JiebaTokenizer
from tests.builders import make_article, put
from tests.fakes import CountingTokenizer, HashEncoder

TOKENIZER = JiebaTokenizer()
ENCODER = HashEncoder()
WORDS = f"lexical-{words_fingerprint(TOKENIZER)}"
ARTICLES = [
    make_article(f"第{n}号渡轮从松岛首航，票价{n}元。", address=f"{n}.txt") for n in range(9)
]


class Opened:
    """One process's view of a library: a store of its own, and indexes over it."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self.store = Store(folder / "chuchu.db", read_only=read_only)
        self.vectors = VectorStore(self.store.database, ENCODER.fingerprint)
        self.tokenizer = CountingTokenizer()
        self.indexes = Indexes(
            self.store,
            self.vectors,
            lambda: ENCODER.dim,
            self.tokenizer,
            folder / "cache",
            read_only=read_only,
        )

    def add(self, *numbers: int) -> None:
        put(self.store, *(ARTICLES[number] for number in numbers))
        encode_pending(self.store, self.vectors, lambda: ENCODER)


Open = Callable[..., Opened]


@pytest.fixture
def open_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    monkeypatch.setattr(snapshot, "_PATIENCE", 0.0)  # look again at once
    opened: list[Opened] = []

    def open_here(*, read_only: bool = False) -> Opened:
        opened.append(Opened(tmp_path, read_only=read_only))
        return opened[-1]

    yield open_here
    for each in opened:
        each.store.database.close()


def found(seen: Snapshot) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    row = ENCODER.encode_queries(["渡轮的票价"])[0]
    return seen.lexical.retrieve(plain_terms(["渡轮", "票价", "松岛"]), 99), seen.dense.retrieve(
        row, 99
    )


def holds(seen: Snapshot, *numbers: int) -> bool:
    with_them = {p for n in numbers for p in _PASSAGES[n]}
    return seen.lexical.ids() == seen.dense.ids() == with_them


@pytest.fixture(autouse=True, scope="module")
def _passages(tmp_path_factory: pytest.TempPathFactory) -> None:
    opened = Opened(tmp_path_factory.mktemp("passages"))
    put(opened.store, *ARTICLES)
    for number, article in enumerate(ARTICLES):
        _PASSAGES[number] = tuple(p.id for p in opened.store.passages_of(article.id))
    opened.store.database.close()


_PASSAGES: dict[int, tuple[str, ...]] = {}


def test_an_empty_library_has_a_snapshot(open_: Open) -> None:
    assert holds(open_().indexes.current())


def test_what_is_stored_is_seen(open_: Open) -> None:
    opened = open_()
    opened.add(0, 1)
    assert holds(opened.indexes.current(), 0, 1)


def test_an_unchanged_library_keeps_its_snapshot(open_: Open) -> None:
    opened = open_()
    opened.add(0)
    first = opened.indexes.current()
    assert opened.indexes.current() is first


def test_a_snapshot_does_not_see_later_changes(open_: Open) -> None:
    opened = open_()
    opened.add(0, 1)
    old = opened.indexes.current()
    before = found(old)
    opened.store.remove(ARTICLES[0].id)
    opened.add(2)
    assert holds(opened.indexes.refresh(), 1, 2)
    assert holds(old, 0, 1)
    assert found(old) == before


def test_words_are_found_before_meaning_is_encoded(open_: Open) -> None:
    opened = open_()
    put(opened.store, ARTICLES[0])
    seen = opened.indexes.refresh()
    assert seen.lexical.ids() == set(_PASSAGES[0])
    assert len(seen.dense) == 0


def test_a_change_by_another_process_is_seen(open_: Open) -> None:
    mine, other = open_(), open_()
    mine.add(0)
    assert holds(mine.indexes.current(), 0)
    assert holds(other.indexes.current(), 0)
    other.add(1)
    assert holds(mine.indexes.current(), 0, 1)
    mine.store.remove(ARTICLES[0].id)
    assert holds(other.indexes.current(), 1)
    assert holds(mine.indexes.current(), 1)


def test_a_reader_sees_what_a_writer_adds(open_: Open) -> None:
    writer = open_()
    writer.add(0)
    writer.indexes.refresh()
    reader = open_(read_only=True)
    assert holds(reader.indexes.current(), 0)
    writer.add(1)
    assert holds(reader.indexes.current(), 0, 1)
    assert found(reader.indexes.current()) == found(writer.indexes.current())


def test_reading_alone_writes_nothing(open_: Open, tmp_path: Path) -> None:
    writer = open_()
    writer.add(0, 1, 2)
    reader = open_(read_only=True)
    assert holds(reader.indexes.current(), 0, 1, 2)
    assert not (tmp_path / "cache").exists()


def test_reading_alone_takes_over_what_is_there(open_: Open, tmp_path: Path) -> None:
    writer = open_()
    writer.add(0, 1, 2)
    before = found(writer.indexes.refresh())
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "cache").rglob("*")}
    reader = open_(read_only=True)
    assert found(reader.indexes.refresh()) == before
    assert reader.tokenizer.cut == 0  # no passage was cut into words anew
    writer.add(3)
    assert holds(reader.indexes.refresh(), 0, 1, 2, 3)
    assert reader.tokenizer.cut == 1
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "cache").rglob("*")} == kept
    writer.add(4)
    writer.indexes.refresh()
    assert holds(reader.indexes.refresh(), 0, 1, 2, 3, 4)
    assert reader.tokenizer.cut == 1


def test_a_broken_index_of_words_is_read_around(open_: Open, tmp_path: Path) -> None:
    writer = open_()
    writer.add(0, 1)
    writer.indexes.refresh()
    for path in (tmp_path / "cache" / WORDS).iterdir():
        path.write_bytes(b"")
    assert holds(open_(read_only=True).indexes.current(), 0, 1)


def test_an_index_without_a_step_is_compared(open_: Open, tmp_path: Path) -> None:
    writer = open_()
    writer.add(0, 1)
    writer.indexes.refresh()
    for name in (f"{WORDS}/step", f"dense-{ENCODER.fingerprint}.step"):
        (tmp_path / "cache" / name).unlink()
    later = open_()
    later.add(2)
    assert holds(later.indexes.current(), 0, 1, 2)


def test_what_nobody_uses_any_more_is_removed(open_: Open, tmp_path: Path) -> None:
    opened = open_()
    opened.add(0)
    opened.indexes.refresh()
    cache = tmp_path / "cache"
    mine = {path.name for path in cache.iterdir()}
    for name in ("words-jieba-0.1", "lexical-jieba-0.41", "notes", "lexicon"):
        (cache / name).mkdir()
    for name in (
        "dense-old.faiss",
        "dense-old.step",
        "dense-a.faiss.77.78",
        "dense.txt",
        "x.faiss",
    ):
        (cache / name).touch()
    opened.indexes.tidy()
    left = {path.name for path in cache.iterdir()}
    assert left == mine | {"notes", "lexicon", "dense.txt", "x.faiss"}
    assert holds(open_().indexes.current(), 0)


def test_nothing_is_removed_while_somebody_writes(open_: Open, tmp_path: Path) -> None:
    opened = open_()
    opened.add(0)
    opened.indexes.refresh()
    (tmp_path / "cache" / "dense-old.faiss").touch()
    with FileLock(tmp_path / "cache" / "lock"):
        opened.indexes.tidy()
    assert (tmp_path / "cache" / "dense-old.faiss").exists()


def test_a_deleted_cache_comes_back_with_equal_results(open_: Open, tmp_path: Path) -> None:
    first = open_()
    first.add(*range(9))
    before = found(first.indexes.current())
    shutil.rmtree(tmp_path / "cache")
    assert found(open_().indexes.current()) == before
    assert (tmp_path / "cache").exists()


def test_derived_files_are_named_by_what_they_were_made_with(open_: Open, tmp_path: Path) -> None:
    opened = open_()
    opened.add(0)
    opened.indexes.current()
    assert {each.name for each in (tmp_path / "cache").iterdir()} - {"lock"} == {
        f"dense-{ENCODER.fingerprint}.faiss",
        f"dense-{ENCODER.fingerprint}.step",
        WORDS,
    }


def test_words_by_other_rules_are_indexed_anew(
    open_: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_()
    opened.add(0)
    opened.indexes.refresh()
    monkeypatch.setattr("index.builder._WORDS_VERSION", 1_000_000)
    later = open_()
    assert holds(later.indexes.current(), 0)
    later.indexes.tidy()
    (folder,) = (tmp_path / "cache").glob("lexical-*")
    assert folder.name == f"lexical-{words_fingerprint(TOKENIZER)}" != WORDS


def test_while_another_process_builds_the_old_snapshot_serves(
    open_: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_()
    opened.add(0)
    first = opened.indexes.current()
    opened.add(1)
    with FileLock(tmp_path / "cache" / "lock"):
        assert opened.indexes.current() is first
        monkeypatch.setattr(snapshot, "_LOCK_SECONDS", 0.0)
        with pytest.raises(StoreError, match="another process is building this library"):
            opened.indexes.refresh()
    assert holds(opened.indexes.current(), 0, 1)


def test_what_cannot_be_written_is_told_in_a_sentence(open_: Open, tmp_path: Path) -> None:
    opened = open_()
    opened.add(0)
    (tmp_path / "cache").write_text("a file, where a folder is wanted")
    with pytest.raises(StoreError, match=r"cache: cannot be written .*; make room, or allow it"):
        opened.indexes.refresh()


def test_what_cannot_be_written_leaves_the_old_snapshot(
    open_: Open, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    opened = open_()
    opened.add(0)
    first = opened.indexes.current()
    opened.add(1)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(LexicalIndex, "update", full)
        assert opened.indexes.current() is first
    assert "No space left on device" in caplog.text
    assert holds(opened.indexes.refresh(), 0, 1)


def test_looking_again_waits_for_its_turn(open_: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "_PATIENCE", 1e9)
    opened = open_()
    opened.add(0)
    first = opened.indexes.current()
    opened.add(1)
    assert opened.indexes.current() is first
    assert holds(opened.indexes.refresh(), 0, 1)


def test_what_changes_while_words_are_indexed_is_seen_with_the_next_look(
    open_: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "_PATIENCE", 1e9)
    one = open_()
    one.add(0, 1)

    def remove(done: int, total: int) -> None:
        if done == total:
            one.store.remove(ARTICLES[0].id)
            one.indexes.follow()  # does not wait for the refresh that it is in

    one.indexes.refresh(remove)
    assert holds(one.indexes.current(), 1)


def test_what_follows_while_nobody_refreshes_is_seen_at_once(open_: Open) -> None:
    one = open_()
    one.add(0)
    one.indexes.follow()
    assert holds(one.indexes.current(), 0)


def test_indexing_words_that_is_stopped_is_begun_again(open_: Open) -> None:
    one = open_()
    one.add(0, 1)
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        one.indexes.refresh(stop)
    assert seen == [(0, 2)]
    assert holds(one.indexes.refresh(), 0, 1)


def test_words_are_there_while_vectors_are_still_read(
    open_: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = open_()
    one.add(1, 2)
    seen: list[int] = []

    def slow(*given: Any, **options: Any) -> DenseIndex:  # noqa: ANN401  as it is called
        seen.append(len(one.indexes.words()))
        return refresh_dense(*given, **options)

    monkeypatch.setattr(snapshot, "refresh_dense", slow)
    one.indexes.current()
    assert seen == [2]
    one.add(3)
    one.indexes.refresh()
    assert len(one.indexes.words()) == 3
