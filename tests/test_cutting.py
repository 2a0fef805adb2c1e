"""Cutting in a second process: the same words in the same order, whatever becomes of it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.store import Store
from index import builder
from index.builder import refresh_words
from index.cutting import cut_ahead, cut_here
from index.lexical import LexicalIndex
from index.terms import plain_terms
from index.tokens import JiebaTokenizer
from tests.builders import make_article, put

TOKENIZER = JiebaTokenizer()
BATCHES = [[f"第{n}号渡轮从松岛首航。", "", "票价\t3.5元\n"] for n in range(9)]


class Letters:
    """A tokenizer that the other process knows nothing of."""

    fingerprint = "letters"

    def words(self, key: str) -> list[str]:
        return list(key)


def test_another_process_cuts_alike() -> None:
    assert [*cut_ahead(TOKENIZER, BATCHES)] == [*cut_here(TOKENIZER, BATCHES)]


def test_no_batches_give_no_words() -> None:
    assert [*cut_ahead(TOKENIZER, [])] == []


def test_batches_larger_than_a_pipe_get_through() -> None:
    large = [["渡轮从松岛首航。" * 20_000] for _ in range(6)]
    assert [*cut_ahead(TOKENIZER, large)] == [*cut_here(TOKENIZER, large)]


def test_another_tokenizer_cuts_itself() -> None:
    assert [*cut_ahead(Letters(), [["渡轮"], ["首航"]])] == [[["渡", "轮"]], [["首", "航"]]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> "list[subprocess.Popen[bytes]]":
    """The processes that are started."""
    seen: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def started_here(*given: object, **options: object) -> subprocess.Popen[bytes]:
        seen.append(start(*given, **options))  # type: ignore[call-overload]
        return seen[-1]

    monkeypatch.setattr(subprocess, "Popen", started_here)
    return seen


def test_what_a_dead_process_leaves_is_cut_here(
    started: "list[subprocess.Popen[bytes]]",
) -> None:
    def batches() -> Iterator[list[str]]:
        for number, batch in enumerate(BATCHES):
            if number == 5:
                started[0].kill()
                started[0].wait()
            yield batch

    assert [*cut_ahead(TOKENIZER, batches())] == [*cut_here(TOKENIZER, BATCHES)]


def test_the_process_ends_with_who_asked(started: "list[subprocess.Popen[bytes]]") -> None:
    words = cut_ahead(TOKENIZER, iter(BATCHES))
    next(words)
    words.close()
    assert started[0].poll() is not None


def test_many_passages_are_cut_in_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: "list[subprocess.Popen[bytes]]"
) -> None:
    store = Store(tmp_path / "chuchu.db")
    put(store, *(make_article(f"第{n}号渡轮首航。票价{n}元。") for n in range(9)))
    here = refresh_words(store, LexicalIndex(None), TOKENIZER)
    monkeypatch.setattr(builder, "_MANY", 1)
    monkeypatch.setattr(builder, "_PASSAGES_A_COMMIT", 2)
    there = refresh_words(store, LexicalIndex(None), TOKENIZER)
    assert len(started) == 1
    for word in ("渡轮", "首航", "票价", "3"):
        terms = plain_terms([word])
        assert there.retrieve(terms, 99) == here.retrieve(terms, 99) != ()
    store.database.close()
