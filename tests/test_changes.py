"""The journal: what came, went or got a vector since a step, or that it cannot be told."""

import shutil
from pathlib import Path

import pytest

from corpus import changes
from corpus.changes import Step, changed_since, forget_before, last_step, read_step, write_step
from corpus.store import Store
from corpus.vectors import VectorStore
from corpus.withdrawn import restore, withdraw
from index.builder import encode_pending
from tests.builders import make_article, put
from tests.fakes import HashEncoder

FERRY, BRIDGE = make_article("渡轮首航。"), make_article("新桥通车。")


def passages(store: Store, article_id: str) -> tuple[str, ...]:
    return tuple(sorted(passage.id for passage in store.passages_of(article_id)))


def test_a_new_library_has_a_step_since_which_nothing_changed(store: Store) -> None:
    assert changed_since(store.database, last_step(store.database)) == ()


def test_what_came_and_what_went_has_changed(store: Store) -> None:
    put(store, FERRY)
    ferry, step = passages(store, FERRY.id), last_step(store.database)
    put(store, BRIDGE)
    assert changed_since(store.database, step) == passages(store, BRIDGE.id)
    store.remove(BRIDGE.id)
    store.remove(FERRY.id)
    assert set(ferry) < set(changed_since(store.database, step) or ())


def test_what_was_set_aside_and_put_back_has_changed(store: Store) -> None:
    put(store, FERRY)
    step = last_step(store.database)
    withdraw(store.database, [FERRY.id], "a")
    after = last_step(store.database)
    restore(store.database, "a")
    ferry = passages(store, FERRY.id)
    assert changed_since(store.database, step) == changed_since(store.database, after) == ferry


def test_vectors_count_where_they_are_asked_for(store: Store) -> None:
    put(store, FERRY)
    step = last_step(store.database)
    encode_pending(store, VectorStore(store.database, "hash-64"), HashEncoder)
    assert changed_since(store.database, step) == ()
    assert changed_since(store.database, step, vectors=True) == passages(store, FERRY.id)


def test_no_step_and_an_unknown_one_tell_nothing(store: Store) -> None:
    assert changed_since(store.database, None) is None
    assert changed_since(store.database, Step(99, "00")) is None


def test_a_copy_that_went_another_way_tells_nothing(store: Store, tmp_path: Path) -> None:
    store.database.copy_to(tmp_path / "copy.db")
    put(store, FERRY)
    mine = last_step(store.database)
    copy = Store(tmp_path / "copy.db")
    put(copy, BRIDGE)
    assert changed_since(copy.database, mine) is None
    copy.database.close()


def test_what_is_forgotten_cannot_be_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "_SPARE", 0)
    before = last_step(store.database)
    put(store, FERRY)
    after = last_step(store.database)
    assert after
    forget_before(store.database, after)
    assert changed_since(store.database, before) is None
    assert changed_since(store.database, after) == ()


def test_little_is_not_worth_forgetting(store: Store) -> None:
    before = last_step(store.database)
    put(store, FERRY)
    after = last_step(store.database)
    assert after
    forget_before(store.database, after)
    assert changed_since(store.database, before) == passages(store, FERRY.id)


def test_a_library_without_a_journal_tells_nothing(store: Store, tmp_path: Path) -> None:
    put(store, FERRY)
    with store.database.writing() as db:
        db.execute("DROP TABLE changes")
        for trigger in ("passage_came", "passage_went", "vector_came"):
            db.execute(f"DROP TRIGGER {trigger}")
    assert last_step(store.database) is None
    assert changed_since(store.database, Step(1, "00")) is None


def test_a_step_is_kept_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "步.step"
    write_step(file, Step(7, "0A"))
    assert read_step(file) == Step(7, "0A")
    write_step(file, None)
    assert not file.exists()


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"number": 1}', '{"number": "x", "token": ""}'])
def test_a_file_that_holds_no_step_gives_none(tmp_path: Path, kept: str) -> None:
    (tmp_path / "a").write_text(kept, encoding="utf-8")
    assert read_step(tmp_path / "a") is None


def test_encoded_passages_are_not_looked_at_again(store: Store, tmp_path: Path) -> None:
    vectors = VectorStore(store.database, "hash-64")
    put(store, FERRY)
    encode_pending(store, vectors, HashEncoder)
    with store.database.writing() as db:  # behind the journal's back
        db.execute("DELETE FROM vectors")
    assert vectors.pending() == ()
    put(store, BRIDGE)
    assert vectors.pending() == passages(store, BRIDGE.id)
    assert vectors.count() == len(passages(store, FERRY.id))


def test_a_copy_knows_what_is_encoded(store: Store, tmp_path: Path) -> None:
    put(store, FERRY)
    encode_pending(store, VectorStore(store.database, "hash-64"), HashEncoder)
    store.database.close()
    shutil.copy(tmp_path / "chuchu.db", tmp_path / "copy.db")
    copy = Store(tmp_path / "copy.db")
    put(copy, BRIDGE)
    assert VectorStore(copy.database, "hash-64").pending() == passages(copy, BRIDGE.id)
    copy.database.close()
