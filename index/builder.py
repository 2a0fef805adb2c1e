"""Brings a library's indexes in step with its database: words, vectors, FAISS; resumable."""

import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from corpus.article import Heading, Passage
from corpus.store import Store
from corpus.vectors import VectorStore
from index.context import encoder_text
from index.dense import DenseIndex, index_kind
from index.encoder import Encoder
from index.fold import fold
from index.lexical import Entry, LexicalIndex, LexicalSearcher
from index.pairs import pairs
from index.tokens import Tokenizer

logger = logging.getLogger(__name__)

# Called with how many passages are done, and how many there are to do.
Progress = Callable[[int, int], None]

_PASSAGES_A_COMMIT = 128  # what a killed build loses at the most: some ten seconds


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


def refresh_words(
    store: Store, index: LexicalIndex, tokenizer: Tokenizer, progress: Progress = silent
) -> LexicalSearcher:
    """The lexical index, after it has been brought in step with the database.

    Raises:
        ValueError: Another process is writing to the same index.
    """
    searcher = index.searcher()
    stored, indexed = frozenset(store.passage_ids()), searcher.ids()
    added, removed = sorted(stored - indexed), sorted(indexed - stored)
    if not added and not removed:
        return searcher
    index.update(_entries(store, tokenizer, added, progress), removed)
    return index.searcher()


def encode_pending(
    store: Store, vectors: VectorStore, encoder: Encoder, progress: Progress = silent
) -> int:
    """Encodes the passages that have no vector, in committed batches; how many that were.

    Killed at any moment, it goes on where it was when called again.

    Raises:
        StoreError: A batch cannot be stored; those before it are.
    """
    pending = vectors.pending()
    progress(0, len(pending))
    for first in range(0, len(pending), _PASSAGES_A_COMMIT):
        some = pending[first : first + _PASSAGES_A_COMMIT]
        found = _placed(store, some)
        texts = [encoder_text(h.title, h.lead, passage.text) for passage, h in found]
        rows = encoder.encode_passages(texts).astype(np.float16)
        vectors.put([passage.id for passage, _ in found], rows)
        progress(first + len(some), len(pending))
    return len(pending)


def refresh_dense(
    vectors: VectorStore, dim: Callable[[], int], file: Path, *, read_only: bool = False
) -> DenseIndex:
    """The dense index, grown from its file or made anew, in step with the stored vectors.

    The file is written where it was out of step, unless ``read_only``. ``dim`` is asked only
    where the index is made anew, since an encoder may have to be loaded to know it.
    """
    index = DenseIndex.load(file)
    ids = vectors.ids()
    grown = _grown(index, vectors, ids) if index else None
    if grown is None:
        columns = dim()
        grown = DenseIndex.build(ids, vectors.rows(ids, columns), columns)
    if grown is not index and not read_only:
        _save(grown, file)
    return grown


def _grown(index: DenseIndex, vectors: VectorStore, ids: Sequence[str]) -> DenseIndex | None:
    """The index with what has changed since; None where making it anew is better."""
    if index.kind != index_kind(len(ids)):
        return None
    indexed, stored = index.ids(), frozenset(ids)
    added, removed = sorted(stored - indexed), sorted(indexed - stored)
    if not added and not removed:
        return index
    return index.grown(added, vectors.rows(added, index.dim), removed)


def _save(index: DenseIndex, file: Path) -> None:
    try:
        index.save(file)
    except OSError as error:  # it is only derived: a search goes on without it
        logger.warning("%s cannot be written (%s): it is made again next time", file, error)


def _placed(store: Store, ids: Sequence[str]) -> list[tuple[Passage, Heading]]:
    """The passages with their headings, in the order of the ids; vanished ones are passed over."""
    passages = store.passages(ids)
    headings = store.headings(sorted({passage.article_id for passage in passages}))
    return [(p, headings[p.article_id]) for p in passages if p.article_id in headings]


def _entries(
    store: Store, tokenizer: Tokenizer, ids: Sequence[str], progress: Progress
) -> Iterator[Entry]:
    for first in range(0, len(ids), _PASSAGES_A_COMMIT):
        for passage, heading in _placed(store, ids[first : first + _PASSAGES_A_COMMIT]):
            key = fold(passage.text)
            yield Entry(
                passage_id=passage.id,
                words=tuple(tokenizer.words(key)),
                pairs=tuple(pairs(key)),
                article_id=passage.article_id,
                source=heading.source,
                published=heading.published,
            )
        progress(min(first + _PASSAGES_A_COMMIT, len(ids)), len(ids))
