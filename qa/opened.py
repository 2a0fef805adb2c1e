"""Opened: a library's folder as it is held open, which every part of a library works on."""

from pathlib import Path

from corpus.database import DATABASE
from corpus.store import Store
from corpus.vectors import VectorStore
from index.lazy import LazyEncoder
from index.snapshot import Indexes
from index.tokens import JiebaTokenizer
from qa.languages import Languages


class Opened:
    """The store, the vectors and the indexes of a library's folder.

    Args:
        path: The folder; made if missing.
        encoder: The encoder of its vectors.
        read_only: Change nothing; SQLite may lay what it locks by beside the database.

    Raises:
        StoreError: The folder cannot be used.
    """

    def __init__(self, path: Path, encoder: LazyEncoder, *, read_only: bool = False) -> None:
        self.path = path
        self.encoder = encoder
        self._store = Store(path / DATABASE, read_only=read_only)
        self._tokenizer = JiebaTokenizer()
        self._languages = Languages(self._store.database)
        self._vectors = VectorStore(self._store.database, encoder.fingerprint)
        self._indexes = Indexes(
            self._store,
            self._vectors,
            encoder.dim,
            self._tokenizer,
            path / "cache",
            read_only=read_only,
        )
