"""Connections to a library's SQLite file, and what its errors mean in one sentence."""

import os
import sqlite3
from pathlib import Path
from typing import Final

_BUSY_SECONDS = 60.0
_PAGE_CACHE_KIB = 16_384

_NOT_WRITABLE: Final = (
    "{path}: the library's folder cannot be written to; choose another, or ask for the right"
)
DAMAGED: Final = "{path}: the database is damaged; restore it from a copy, or add the files anew"
_NO_ANSWER = (
    "{path}: the database does not answer ({reason}); close what else uses it, and try again"
)
_SENTENCES: Final = {
    "SQLITE_FULL": "{path}: the disk is full; make room and go on, nothing stored is lost",
    "SQLITE_NOTADB": "{path}: this file is not a library; choose another folder",
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_BUSY": "{path}: another program has been writing to the library; try again",
    "SQLITE_CANTOPEN": "{path}: the database cannot be opened; check the folder's permissions",
}

_NO_TEXT: Final = "decode to UTF-8"


class Connection:
    """A connection that is closed when nobody holds it any more.

    SQLite's own one refers to itself, so that it stays open until all garbage is looked for.

    Attributes:
        sql: SQLite's.
    """

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.sql = _connect(path, read_only=read_only)

    def __del__(self) -> None:
        if hasattr(self, "sql"):  # it was opened
            self.sql.close()


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    mode = _reading_mode(path) if read_only else "mode=rwc"
    uri = f"{path.absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    if not read_only:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_PAGE_CACHE_KIB}")
    return connection


def _reading_mode(path: Path) -> str:
    # SQLite makes its log beside the file even to read, unless it is told that nobody writes: so
    # it is told where the folder cannot be written to and no writer has left a log
    log = path.with_name(f"{path.name}-wal")
    sealed = not os.access(path.parent, os.W_OK) and not log.exists()
    return "mode=ro&immutable=1" if sealed else "mode=ro"


def sentence_of(error: sqlite3.Error) -> str:
    """What is told of an error, with gaps for the database's path and for SQLite's own reason."""
    name = getattr(error, "sqlite_errorname", "")
    if _NO_TEXT in str(error):  # the error holds all of the text that it stumbles over
        return DAMAGED
    if name.startswith("SQLITE_READONLY"):
        return _NOT_WRITABLE
    return _SENTENCES.get(name, _NO_ANSWER)
