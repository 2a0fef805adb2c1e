"""The indexes of a library as readers see them: immutable snapshots, swapped when it changes."""

import logging
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from filelock import FileLock, Timeout

from corpus.article import StoreError
from corpus.changes import forget_before, read_step
from corpus.store import Store
from corpus.vectors import VectorStore
from index.builder import (
    Progress,
    refresh_dense,
    refresh_words,
    silent,
    step_file,
    words_fingerprint,
)
from index.dense import DenseIndex
from index.lexical import STEP, LexicalIndex, LexicalSearcher
from index.tokens import Tokenizer

logger = logging.getLogger(__name__)

_LOCK_SECONDS = 60.0
# A library that somebody else is writing to is looked at again after this many times the time
# that the last look took, so that looking never becomes what a question waits for.
_PATIENCE = 20.0
# What was ever made here, by any tokenizer or encoder, and what a killed writer has left.
_OURS = re.compile(r"(?:words|lexical)-[\w.-]+|dense-[\w.-]+\.(?:faiss|step)(?:\.\d+){0,2}")


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
        dim: Gives how many columns these vectors have; asked late, as it may open the encoder.
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
        self._behind = False  # something changed here while the indexes were being refreshed

    def current(self) -> Snapshot:
        """The newest snapshot; while somebody else is writing it may be some seconds old."""
        snapshot = self._snapshot
        if snapshot is None:
            return self.refresh()
        changed = self._store.database.version() != snapshot.version
        if not changed or not (self._behind or time.monotonic() >= self._look_again):
            return snapshot
        if not self._lock.acquire(blocking=False):  # somebody is about it
            return snapshot
        try:
            return self._refreshed(0.0)
        except Timeout:
            return snapshot
        except OSError as error:  # a full disk is no reason to answer nothing
            logger.warning("%s cannot be brought up to date: %s", self._cache, error)
            return snapshot
        finally:
            self._lock.release()

    def words(self) -> LexicalSearcher:
        """The words of all passages, as of the newest snapshot or the one being made.

        Whoever asks for words alone does not wait for the vectors that are still being read.
        """
        return self.current().lexical if self._searcher is None else self._searcher

    def refresh(self, on_words: Progress = silent) -> Snapshot:
        """A snapshot in step with the database, which readers see from now on.

        Whatever ``on_words`` raises is raised, and the indexes stay as they were.

        Args:
            on_words: Called with how many new passages have their words indexed, and how many
                there are.

        Raises:
            StoreError: Another process has held the derived files for a minute, or they cannot be
                written.
        """
        with self._lock, _told(self._cache):
            return self._refreshed(_LOCK_SECONDS, on_words)

    def follow(self) -> None:
        """Has readers see what was changed: now, or with the next question where that would wait.

        Raises:
            StoreError: As `refresh`.
        """
        self._behind = True
        if not self._lock.acquire(blocking=False):
            return
        try:
            with _told(self._cache):
                self._refreshed(_LOCK_SECONDS)
        finally:
            self._lock.release()

    def _refreshed(self, wait: float, on_words: Progress = silent) -> Snapshot:
        """The same, for whoever holds the lock; waits so many seconds for another process.

        Raises:
            Timeout: It took longer.
        """
        began = time.monotonic()
        self._behind = False
        version = self._store.database.version()
        if self._read_only:
            snapshot = self._made(version, on_words)
        else:
            self._cache.mkdir(parents=True, exist_ok=True)
            with FileLock(self._cache / "lock", timeout=wait):
                snapshot = self._made(version, on_words)
        self._snapshot = snapshot
        now = time.monotonic()
        self._look_again = now + _PATIENCE * (now - began)
        return snapshot

    def tidy(self) -> None:
        """Removes what is not needed any more: files of other tokenizers and encoders, the journal.

        Whatever is not named as ours are stays. Nothing is removed while somebody else writes.

        Raises:
            StoreError: The library cannot be written to.
        """
        mine = (self._words_folder, self._vectors_file, step_file(self._vectors_file))
        try:
            with FileLock(self._cache / "lock", timeout=0.0):
                for path in sorted(self._cache.iterdir()):
                    if path not in mine and _OURS.fullmatch(path.name):
                        _remove(path)
                kept = read_step(step_file(self._vectors_file))
        except (Timeout, OSError):  # there is a next time
            return
        if kept:
            forget_before(self._store.database, kept)

    @property
    def _words_folder(self) -> Path:
        return self._cache / f"lexical-{words_fingerprint(self._tokenizer)}"

    @property
    def _vectors_file(self) -> Path:
        return self._cache / f"dense-{self._vectors.encoder}.faiss"

    def _made(self, version: int, on_words: Progress) -> Snapshot:
        file = self._vectors_file
        lexical = refresh_words(self._store, self._index(), self._tokenizer, on_words)
        self._searcher = lexical  # whoever wants words alone has them from here on
        return Snapshot(
            lexical=lexical,
            dense=refresh_dense(self._vectors, self._dim, file, read_only=self._read_only),
            version=version,
        )

    def _index(self) -> LexicalIndex:
        """The index of words; for reading alone, what somebody else has written meanwhile."""
        folder = self._words_folder
        if self._read_only:
            kept, mine = read_step(folder / STEP), self._words.step if self._words else None
            if self._words is None or (kept and (mine is None or kept.number > mine.number)):
                self._words = LexicalIndex.borrowed(folder)
        elif self._words is None:
            self._words = LexicalIndex(folder)
        return self._words


@contextmanager
def _told(cache: Path) -> Iterator[None]:
    """Says in a sentence why the derived files cannot be brought in step."""
    try:
        yield
    except Timeout as error:
        told = "{path}: another process is building this library; try again when it is done"
        raise StoreError(told, path=cache) from error
    except OSError as error:
        told = "{path}: cannot be written ({reason}); make room, or allow it"
        raise StoreError(told, path=cache, reason=error) from error


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
