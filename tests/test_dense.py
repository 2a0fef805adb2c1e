"""Meaning: against brute force on random vectors, exact and with an inverted file."""

import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import faiss_index
from index.dense import DenseIndex
from index.encoder import Matrix
from index.faiss_index import EXACT_UP_TO, index_kind
from index.hits import Hit
from tests.builders import number_id

DIM = 24
Stored = NDArray[np.float16]


def unit(rows: NDArray[np.float64]) -> Stored:
    lengths: NDArray[np.float64] = np.linalg.norm(rows, axis=-1, keepdims=True)
    return (rows / lengths).astype(np.float16)


def random_rows(count: int, seed: int = 0) -> Stored:
    return unit(np.random.default_rng(seed).normal(size=(count, DIM)))


def ids_of(count: int, first: int = 1) -> list[str]:
    return [number_id(number) for number in range(first, first + count)]


def question(seed: int) -> Matrix:
    row: Matrix = random_rows(1, 1000 + seed)[0].astype(np.float32)
    return row


def brute_force(ids: Sequence[str], rows: Stored, row: Matrix, k: int) -> list[str]:
    scores = rows.astype(np.float32) @ row
    return [each for _, each in sorted(zip(-scores, ids, strict=True))][:k]


def found(hits: Sequence[Hit]) -> list[str]:
    return [hit.passage_id for hit in hits]


IDS, ROWS = ids_of(300), random_rows(300)


@pytest.fixture(scope="module")
def index() -> DenseIndex:
    return DenseIndex.build(IDS, ROWS, DIM)


@pytest.mark.parametrize("k", [1, 7, 300, 999])
@pytest.mark.parametrize("seed", range(5))
def test_finds_what_brute_force_finds(index: DenseIndex, k: int, seed: int) -> None:
    hits = index.retrieve(question(seed), k)
    assert found(hits) == brute_force(IDS, ROWS, question(seed), k)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))


def test_the_score_is_the_cosine(index: DenseIndex) -> None:
    row = question(0)
    for hit in index.retrieve(row, 50):
        cosine = float(ROWS[IDS.index(hit.passage_id)].astype(np.float32) @ row)
        assert hit.score == pytest.approx(cosine, abs=1e-5)


@pytest.mark.parametrize("k", [1, 3, 17, 40])
def test_ties_follow_ids_whatever_the_order_of_adding(k: int) -> None:
    ids = list(np.random.default_rng(5).permutation(ids_of(40)))
    index = DenseIndex.build(ids[:25], np.repeat(ROWS[:1], 25, axis=0), DIM)
    index = index.grown(ids[25:], np.repeat(ROWS[:1], 15, axis=0))
    assert found(index.retrieve(ROWS[0].astype(np.float32), k)) == sorted(ids)[:k]


def test_only_the_passages_asked_for_are_ranked(index: DenseIndex) -> None:
    only = IDS[::7]
    assert found(index.retrieve(question(1), 10, only)) == brute_force(
        only, ROWS[::7], question(1), 10
    )


def test_only_may_name_few_none_or_unknown_passages(index: DenseIndex) -> None:
    assert found(index.retrieve(question(1), 10, [IDS[5]])) == [IDS[5]]
    assert index.retrieve(question(1), 10, []) == ()
    assert index.retrieve(question(1), 10, [number_id(9999)]) == ()


def test_an_empty_index_finds_nothing() -> None:
    empty = DenseIndex.build([], np.zeros((0, DIM), np.float16), DIM)
    assert (len(empty), empty.dim, empty.ids()) == (0, DIM, frozenset())
    assert empty.retrieve(question(0), 5) == ()
    assert empty.retrieve(question(0), 5, IDS) == ()


@pytest.mark.parametrize("k", [0, -1])
def test_asked_for_none_gives_none(index: DenseIndex, k: int) -> None:
    assert index.retrieve(question(0), k) == ()


def test_grown_is_as_if_made_at_once_and_leaves_the_old_untouched() -> None:
    old = DenseIndex.build(IDS[:200], ROWS[:200], DIM)
    before = old.retrieve(question(2), 20)
    grown = old.grown(IDS[200:], ROWS[200:], removed=IDS[:50])
    assert found(grown.retrieve(question(2), 20)) == brute_force(
        IDS[50:], ROWS[50:], question(2), 20
    )
    assert grown.ids() == set(IDS[50:])
    assert old.ids() == set(IDS[:200])
    assert old.retrieve(question(2), 20) == before


def test_growing_by_nothing_changes_nothing(index: DenseIndex) -> None:
    same = index.grown([], ROWS[:0])
    assert same.retrieve(question(3), 20) == index.retrieve(question(3), 20)


def test_an_empty_index_grows() -> None:
    empty = DenseIndex.build([], np.zeros((0, DIM), np.float16), DIM)
    assert found(empty.grown(IDS, ROWS).retrieve(question(4), 5)) == brute_force(
        IDS, ROWS, question(4), 5
    )


@pytest.mark.parametrize("number", [1, 2**62, 2**63 - 1])
def test_every_id_comes_back(number: int) -> None:
    index = DenseIndex.build([number_id(number)], ROWS[:1], DIM)
    assert index.ids() == {number_id(number)}
    assert found(index.retrieve(question(0), 1, [number_id(number)])) == [number_id(number)]


def test_what_is_saved_is_loaded(index: DenseIndex, tmp_path: Path) -> None:
    file = tmp_path / "出处 #1" / "意思.faiss"
    index.save(file)
    loaded = DenseIndex.load(file)
    assert loaded is not None
    assert (loaded.kind, loaded.dim, loaded.ids()) == (index.kind, DIM, index.ids())
    assert loaded.retrieve(question(0), 300) == index.retrieve(question(0), 300)
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_loaded_index_grows(index: DenseIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "a")
    loaded = DenseIndex.load(tmp_path / "a")
    assert loaded is not None
    grown = loaded.grown(ids_of(1, 301), random_rows(1, 9), removed=IDS[:1])
    assert grown.ids() == {*IDS[1:], number_id(301)}


def test_no_file_is_no_index_and_no_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert DenseIndex.load(tmp_path / "none") is None
    assert not caplog.records


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.9, 0.999])
def test_a_truncated_file_is_no_index_and_a_warning(
    index: DenseIndex, tmp_path: Path, caplog: pytest.LogCaptureFixture, share: float
) -> None:
    index.save(tmp_path / "a")
    data = (tmp_path / "a").read_bytes()
    (tmp_path / "a").write_bytes(data[: int(len(data) * share)])
    with caplog.at_level(logging.WARNING):
        assert DenseIndex.load(tmp_path / "a") is None
    assert "cannot be read and is made anew" in caplog.text


def test_a_file_of_something_else_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("not an index" * 99, encoding="utf-8")
    assert DenseIndex.load(tmp_path / "a") is None


@pytest.mark.parametrize(
    ("count", "kind"),
    [
        (0, "SQfp16"),
        (EXACT_UP_TO, "SQfp16"),
        (EXACT_UP_TO + 1, "IVF2048,SQfp16"),  # 4·√150001 ≈ 1549: nearer 2048 than 1024
        (1_000_000, "IVF4096,SQfp16"),  # 4·√1000000 = 4000
    ],
)
def test_the_kind_follows_the_size(count: int, kind: str) -> None:
    assert index_kind(count) == kind


def clustered(count: int, seed: int) -> Stored:
    """Vectors around 40 centres, as news are around events."""
    random = np.random.default_rng(seed)
    centres = np.random.default_rng(1).normal(size=(40, DIM))
    return unit(centres[random.integers(0, 40, count)] + random.normal(0, 0.35, (count, DIM)))


@pytest.fixture(scope="module")
def inverted() -> tuple[DenseIndex, Stored]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(faiss_index, "EXACT_UP_TO", 1999)
        rows = clustered(2000, 2)
        return DenseIndex.build(ids_of(2000), rows, DIM), rows


def test_an_inverted_file_knows_its_kind(inverted: tuple[DenseIndex, Stored]) -> None:
    # 4·√2000 ≈ 179: nearer 128 than 256 by its logarithm, 7.48
    assert inverted[0].kind == "IVF128,SQfp16"


def test_an_inverted_file_recalls_nearly_all(inverted: tuple[DenseIndex, Stored]) -> None:
    index, rows = inverted
    recalled = 0
    for row in clustered(50, 3).astype(np.float32):
        exact = brute_force(ids_of(2000), rows, row, 10)
        recalled += len(set(exact) & set(found(index.retrieve(row, 10))))
    assert recalled >= 0.9 * 500


def test_an_inverted_file_is_exact_among_few(inverted: tuple[DenseIndex, Stored]) -> None:
    index, rows = inverted
    only = ids_of(2000)[::11]
    for row in clustered(20, 4).astype(np.float32):
        # an inverted file rounds once more: what is nearly equal may change places
        scores = [hit.score for hit in index.retrieve(row, 100, only)]
        exact = np.sort(rows[::11].astype(np.float32) @ row)[::-1][:100]
        np.testing.assert_allclose(scores, exact, atol=2e-3)


def test_an_inverted_file_is_saved_and_grows(
    inverted: tuple[DenseIndex, Stored], tmp_path: Path
) -> None:
    inverted[0].save(tmp_path / "a")
    loaded = DenseIndex.load(tmp_path / "a")
    assert loaded is not None
    row = clustered(1, 5)
    assert loaded.retrieve(row[0].astype(np.float32), 9) == inverted[0].retrieve(
        row[0].astype(np.float32), 9
    )
    grown = loaded.grown(ids_of(1, 2001), row, removed=ids_of(1))
    assert grown.kind == loaded.kind
    assert grown.ids() == set(ids_of(2000, 2))
    assert found(grown.retrieve(row[0].astype(np.float32), 1)) == [number_id(2001)]


def test_what_is_taken_out_of_an_inverted_file_is_gone(
    inverted: tuple[DenseIndex, Stored], tmp_path: Path
) -> None:
    index, rows = inverted
    row = rows[0].astype(np.float32)
    gone = [hit.passage_id for hit in index.retrieve(row, 5)]
    shrunk = index.grown([], rows[:0], removed=gone)
    assert shrunk.ids() == index.ids() - set(gone)
    assert not set(gone) & set(found(shrunk.retrieve(row, 50)))
    shrunk.save(tmp_path / "a")
    loaded = DenseIndex.load(tmp_path / "a")
    assert loaded is not None
    assert loaded.ids() == shrunk.ids()
    assert loaded.retrieve(row, 50) == shrunk.retrieve(row, 50)


def test_what_is_late_is_found_as_if_it_had_been_there() -> None:
    grown = DenseIndex.build(IDS[:250], ROWS[:250], DIM).grown(IDS[250:], ROWS[250:], IDS[:9])
    for seed in range(5):
        hits = grown.retrieve(question(seed), 40)
        assert hits == grown.compacted().retrieve(question(seed), 40)
        assert found(hits) == brute_force(IDS[9:], ROWS[9:], question(seed), 40)
        only = IDS[::7]
        kept = [n for n in range(0, 300, 7) if n >= 9]
        assert found(grown.retrieve(question(seed), 10, only)) == brute_force(
            [IDS[n] for n in kept], ROWS[kept], question(seed), 10
        )


def test_what_is_put_in_takes_the_place_of_what_was_there() -> None:
    old = DenseIndex.build(IDS[:9], ROWS[:9], DIM)
    row = question(1)
    changed = old.grown(IDS[:1], row.reshape(1, -1).astype(np.float16))
    again = changed.grown(IDS[:1], ROWS[:1])
    assert found(changed.retrieve(row, 1)) == IDS[:1]
    assert len(changed) == len(again) == 9
    assert again.retrieve(row, 9) == old.retrieve(row, 9)


def test_an_index_is_stale_when_a_twentieth_has_changed() -> None:
    old = DenseIndex.build(IDS[:100], ROWS[:100], DIM)
    assert not old.grown(IDS[100:105], ROWS[100:105]).is_stale
    assert old.grown(IDS[100:105], ROWS[100:105], removed=IDS[:1]).is_stale
    assert not old.grown(IDS[100:200], ROWS[100:200]).compacted().is_stale
