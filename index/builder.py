"""Brings a library's indexes up to date with its database: words, vectors, FAISS; resumable."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import tee
from pathlib import Path

import numpy as np

from corpus.article import Heading, Passage
from corpus.changes import Step, changed_since, last_step, read_step, write_step
from corpus.store import Store
from corpus.vectors import VectorStore
from index.context import encoder_text
from index.cutting import cut_ahead, cut_here
from index.dense import DenseIndex
from index.encoder import Encoder
from index.faiss_index import index_kind
from index.fold import fold, script_version
from index.lexical import Entry, LexicalIndex, LexicalSearcher
from index.pairs import pairs
from index.tokens import Tokenizer

logger = logging.getLogger(__name__)

# Called with how many passages are done, and how many there are to do.
Progress = Callable[[int, int], None]

# Raised whenever our rules (folding, words, pairs) would give the same passage others: else what
# was indexed before would keep the old ones, and questions be cut by the new.
_WORDS_VERSION = 2
_PASSAGES_A_COMMIT = 128  # what a killed build loses at the most: some ten seconds
_MANY = 5_000  # passages: from here on a second process is worth its start


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


def refresh_words(
    store: Store, index: LexicalIndex, tokenizer: Tokenizer, progress: Progress = silent
) -> LexicalSearcher:
    """The lexical index, after it has been brought in step with the database.

    Whatever ``progress`` raises leaves it as it was.

    Raises:
        OSError: It cannot be written, or another process is writing to the same index.
    """
    step = last_step(store.database)
    changed = changed_since(store.database, index.step)
    if changed is None:
        stored, indexed = frozenset(store.passage_ids()), index.searcher().ids()
        added, removed = sorted(stored - indexed), sorted(indexed - stored)
    else:  # what is there already is taken out before it is put in
        added, removed = list(store.standing(changed)), list(changed)
    if added or removed:
        index.update(_entries(store, tokenizer, added, progress), removed)
    if step != index.step:
        index.keep_step(step)
    return index.searcher()


def encode_pending(
    store: Store,
    vectors: VectorStore,
    opened: Callable[[], Encoder],
    progress: Progress = silent,
) -> int:
    """Encodes the passages that have no vector, in committed batches; how many that were.

    Killed at any moment, it goes on where it was when called again. The encoder is opened where
    there is something to encode, for that takes seconds.

    Raises:
        StoreError: A batch cannot be stored; those before it are.
    """
    step = vectors.step()
    pending = vectors.pending()
    if pending:
        _encode(store, vectors, pending, opened(), progress)
    vectors.mark_encoded(step)
    return len(pending)


def _encode(
    store: Store,
    vectors: VectorStore,
    pending: Sequence[str],
    encoder: Encoder,
    progress: Progress,
) -> None:
    progress(0, len(pending))
    for first in range(0, len(pending), _PASSAGES_A_COMMIT):
        some = pending[first : first + _PASSAGES_A_COMMIT]
        found = _placed(store, some)
        texts = [encoder_text(h.title, h.lead, passage.text) for passage, h in found]
        rows = encoder.encode_passages(texts).astype(np.float16)
        vectors.put([passage.id for passage, _ in found], rows)
        progress(first + len(some), len(pending))


def refresh_dense(
    vectors: VectorStore, dim: Callable[[], int], file: Path, *, read_only: bool = False
) -> DenseIndex:
    """The dense index, grown from its file or made anew, in step with the stored vectors.

    The file is written where much has changed since, unless ``read_only``. ``dim`` is asked only
    where the index is made anew, since an encoder may have to be loaded to know it.
    """
    step = vectors.step()
    index = DenseIndex.load(file)
    changed = vectors.changed_since(read_step(step_file(file))) if index else None
    grown = _grown(index, vectors, changed) if index else None
    if grown is None or grown.kind != index_kind(len(grown)):
        columns, ids = dim(), vectors.ids()
        grown = DenseIndex.build(ids, vectors.rows(ids, columns), columns)
    elif changed is not None and not grown.is_stale:
        return grown  # what has changed since the file was written is soon read again
    whole = grown.compacted()
    if not read_only:
        _save(whole, file, step, is_new=whole is not index)
    return whole


def words_fingerprint(tokenizer: Tokenizer) -> str:
    """What the words and pairs of a passage depend on, beside the passage."""
    return f"{tokenizer.fingerprint}-{script_version()}-{_WORDS_VERSION}"


def step_file(file: Path) -> Path:
    """Where the step of the journal is kept that the dense index in a file is in step with."""
    return file.with_suffix(".step")


def _grown(index: DenseIndex, vectors: VectorStore, changed: Sequence[str] | None) -> DenseIndex:
    """The index with what has changed since it was written; itself where nothing has."""
    if changed is None:
        indexed, stored = index.ids(), frozenset(vectors.ids())
        added, removed = sorted(stored - indexed), sorted(indexed - stored)
    else:
        added, removed = list(vectors.ids(changed)), list(changed)
    if not added and not removed:
        return index
    return index.grown(added, vectors.rows(added, index.dim), removed)


def _save(index: DenseIndex, file: Path, step: Step | None, *, is_new: bool) -> None:
    """Writes the index where it is new, then its step: an older step only has more read again."""
    try:
        if is_new:
            index.save(file)
        write_step(step_file(file), step)
    except OSError as error:  # it is only derived: a search goes on without it
        logger.warning("%s cannot be written (%s): it is made again next time", file, error)


def _placed(store: Store, ids: Sequence[str]) -> list[tuple[Passage, Heading]]:
    """The passages with their headings, in the order of the ids; vanished ones are passed over."""
    passages = store.passages(ids)
    headings = store.headings(sorted({passage.article_id for passage in passages}))
    return [(p, headings[p.article_id]) for p in passages if p.article_id in headings]


_Keyed = list[tuple[Passage, Heading, str]]


def _entries(
    store: Store, tokenizer: Tokenizer, ids: Sequence[str], progress: Progress
) -> Iterator[Entry]:
    progress(0, len(ids))
    batches, again = tee(_keyed(store, ids))
    keys = ([key for _, _, key in batch] for batch in again)
    cut = cut_ahead if len(ids) >= _MANY else cut_here
    with closing(cut(tokenizer, keys)) as words:
        for number, (batch, its_words) in enumerate(zip(batches, words, strict=True), 1):
            yield from map(_entry, batch, its_words)
            progress(min(number * _PASSAGES_A_COMMIT, len(ids)), len(ids))


def _keyed(store: Store, ids: Sequence[str]) -> Iterator[_Keyed]:
    """The passages with headings and keys, in batches."""
    for first in range(0, len(ids), _PASSAGES_A_COMMIT):
        found = _placed(store, ids[first : first + _PASSAGES_A_COMMIT])
        yield [(passage, heading, fold(passage.text)) for passage, heading in found]


def _entry(keyed: tuple[Passage, Heading, str], words: Sequence[str]) -> Entry:
    passage, heading, key = keyed
    return Entry(
        passage_id=passage.id,
        words=tuple(words),
        pairs=tuple(pairs(key)),
        article_id=passage.article_id,
        source=heading.source,
        published=heading.published,
    )
