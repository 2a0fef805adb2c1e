"""The indexes of a library as readers see them: immutable snapshots, swapped when it changes."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from filelock import FileLock, Timeout

from corpus.store import Store
from corpus.vectors import VectorStore
from index.builder import Progress, refresh_dense, refresh_words, silent
from index.dense import DenseIndex
from index.lexical import LexicalIndex, LexicalSearcher
from index.tokens import Tokenizer

logger = logging.getLogger(__name__)

_LOCK_SECONDS = 60.0
# A library that somebody else is writing to is looked at again after this many times the time
# that the last look took, so that looking never becomes what a question waits for.
_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The library's indexes at one moment.

    Attributes:
        lexical: The words of all passages.
        dense: The vectors of the passages that are encoded.
        version: The database's version that they are in step with.
    """

    lexical: LexicalSearcher
    dense: DenseIndex
    version: int


class Indexes:
    """Keeps a library's derived indexes, in ``cache``, in step with its database.

    Args:
        store: The library's articles and passages.
        vectors: Their vectors by one encoder.
        dim: The columns of these vectors.
        tokenizer: Cuts keys into words.
        cache: The folder of derived files, named by what they were made with.
        read_only: Write nothing: what is out of step is made in memory.
    """

    def __init__(
        self,
        store: Store,
        vectors: VectorStore,
        dim: Callable[[], int],
        tokenizer: Tokenizer,
        cache: Path,
        *,
        read_only: bool = False,
    ) -> None:
        self._store = store
        self._vectors = vectors
        self._dim = dim
        self._tokenizer = tokenizer
        self._cache = cache
        self._read_only = read_only
        self._lock = Lock()
        self._words: LexicalIndex | None = None
        self._searcher: LexicalSearcher | None = None
        self._snapshot: Snapshot | None = None
        self._look_again = 0.0

    def current(self) -> Snapshot:
        """The newest snapshot; while somebody else is writing it may be some seconds old."""
        snapshot = self._snapshot
        if snapshot is None:
            return self.refresh()
        changed = self._store.database.version() != snapshot.version
        if not changed or time.monotonic() < self._look_again or self._lock.locked():
            return snapshot
        try:
            return self.refresh(wait=0.0)
        except Timeout:
            return snapshot

    def words(self) -> LexicalSearcher:
        """The words of all passages, as of the newest snapshot or the one being made.

        Whoever asks for words alone does not wait for the vectors that are still being read.
        """
        return self._searcher or self.current().lexical

    def refresh(self, progress: Progress = silent, *, wait: float = _LOCK_SECONDS) -> Snapshot:
        """A snapshot in step with the database, which readers see from now on.

        Raises:
            Timeout: Another process has held the derived files for longer than ``wait`` seconds.
        """
        with self._lock:
            began = time.monotonic()
            version = self._store.database.version()
            if self._read_only:
                snapshot = self._made(version, progress)
            else:
                self._cache.mkdir(parents=True, exist_ok=True)
                with FileLock(self._cache / "lock", timeout=wait):
                    snapshot = self._made(version, progress)
            self._snapshot = snapshot
            now = time.monotonic()
            self._look_again = now + _PATIENCE * (now - began)
            return snapshot

    def _made(self, version: int, progress: Progress) -> Snapshot:
        file = self._cache / f"dense-{self._vectors.encoder}.faiss"
        return Snapshot(
            lexical=self._lexical(progress),
            dense=refresh_dense(self._vectors, self._dim, file, read_only=self._read_only),
            version=version,
        )

    def _lexical(self, progress: Progress) -> LexicalSearcher:
        if self._words is None:
            folder = self._cache / f"lexical-{self._tokenizer.fingerprint}"
            self._words = LexicalIndex(None if self._read_only else folder)
        self._searcher = refresh_words(self._store, self._words, self._tokenizer, progress)
        return self._searcher
