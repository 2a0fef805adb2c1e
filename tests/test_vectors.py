"""Vectors belong to what the encoder reads: shared, kept apart by encoder, never encoded twice."""

import numpy as np
import pytest

from corpus.article import StoreError
from corpus.store import Store
from corpus.vectors import Vectors, VectorStore
from tests.builders import make_article, put

ONE = make_article("松岛轮渡六月首航。", address="one")
SAME = make_article("松岛轮渡六月首航。", address="same")
TITLED = make_article("松岛轮渡六月首航。", address="titled", title="新渡轮")
OTHER = make_article("青岚大桥通车。", address="other")


@pytest.fixture
def vectors(store: Store) -> VectorStore:
    return VectorStore(store.database, "hash-2")


def rows(*values: tuple[float, float]) -> Vectors:
    return np.array(values, dtype=np.float16).reshape(-1, 2)


def the_passage(store: Store, article_id: str) -> str:
    (passage,) = store.passages_of(article_id)
    return passage.id


def test_what_is_new_is_pending_once_for_each_content(store: Store, vectors: VectorStore) -> None:
    put(store, ONE, SAME, TITLED, OTHER)
    same = min(the_passage(store, ONE.id), the_passage(store, SAME.id))
    pending = vectors.pending()
    assert len(pending) == 3
    assert set(pending) == {
        same, the_passage(store, TITLED.id), the_passage(store, OTHER.id)
    }  # fmt: skip


def test_an_empty_library_has_no_vectors(vectors: VectorStore) -> None:
    assert vectors.pending() == vectors.ids() == ()
    assert vectors.drop_others() == 0
    assert vectors.rows([], 2).shape == (0, 2)


def test_passages_that_read_alike_share_a_vector(store: Store, vectors: VectorStore) -> None:
    put(store, ONE, SAME)
    vectors.put(vectors.pending(), rows((0.6, 0.8)))
    ids = sorted([the_passage(store, ONE.id), the_passage(store, SAME.id)])
    assert vectors.pending() == ()
    assert vectors.ids() == tuple(ids)
    assert vectors.rows(ids, 2).tolist() == rows((0.6, 0.8), (0.6, 0.8)).tolist()


def test_rows_come_in_the_order_asked_for(store: Store, vectors: VectorStore) -> None:
    put(store, ONE, OTHER)
    one, other = the_passage(store, ONE.id), the_passage(store, OTHER.id)
    vectors.put([one, other], rows((1, 0), (0, 1)))
    found = vectors.rows([other, "f" * 16, one], 2)
    assert found.dtype == np.float16
    assert found.tolist() == [[0, 1], [0, 0], [1, 0]]


def test_a_vector_that_is_there_is_kept(store: Store, vectors: VectorStore) -> None:
    put(store, ONE)
    one = the_passage(store, ONE.id)
    vectors.put([one], rows((1, 0)))
    vectors.put([one], rows((0, 1)))
    assert vectors.rows([one], 2).tolist() == [[1, 0]]


def test_a_passage_that_has_gone_is_passed_over(store: Store, vectors: VectorStore) -> None:
    put(store, ONE)
    vectors.put(["f" * 16, the_passage(store, ONE.id)], rows((1, 0), (0, 1)))
    assert vectors.rows(vectors.ids(), 2).tolist() == [[0, 1]]


def test_more_rows_than_passages_are_refused(store: Store, vectors: VectorStore) -> None:
    put(store, ONE)
    with pytest.raises(ValueError, match="zip") as caught:
        vectors.put(vectors.pending(), rows((1, 0), (0, 1)))
    assert not isinstance(caught.value, StoreError)
    assert vectors.ids() == ()


def test_a_passage_that_comes_back_finds_what_its_twin_kept(
    store: Store, vectors: VectorStore
) -> None:
    put(store, ONE, SAME)
    vectors.put(vectors.pending(), rows((1, 0)))
    store.remove(ONE.id)
    put(store, ONE)
    assert vectors.pending() == ()


def test_encoders_are_kept_apart(store: Store, vectors: VectorStore) -> None:
    put(store, ONE)
    another = VectorStore(store.database, "hash-4")
    vectors.put(vectors.pending(), rows((1, 0)))
    assert another.ids() == ()
    another.put(another.pending(), np.ones((1, 4), np.float16))
    assert vectors.rows(vectors.ids(), 2).tolist() == [[1, 0]]
    assert (another.drop_others(), another.drop_others()) == (1, 0)
    assert (another.pending(), vectors.ids()) == ((), ())


def test_many_passages_have_many_rows(store: Store, vectors: VectorStore) -> None:
    put(store, make_article("\n".join(f"{n}" * 30 for n in range(700))))
    pending = vectors.pending()
    numbered = np.arange(len(pending) * 2, dtype=np.float16).reshape(-1, 2)
    vectors.put(pending, numbered)
    assert len(pending) > 500
    assert np.array_equal(vectors.rows(pending, 2), numbered)
