"""The library's SQLite file: connections, transactions, and errors in one sentence."""

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from weakref import WeakSet

from corpus.article import StoreError
from corpus.connection import DAMAGED, Connection, sentence_of
from corpus.schema import check, migrate
from corpus.surrogates import mend

DATABASE: Final = "chuchu.db"  # the file's name in the folder of a library

Row = tuple[Any, ...]  # SQLite's own types, as the statement's columns say
Value = str | int | float | bytes | None
Values = Sequence[Value] | Mapping[str, Value]  # for question marks, or for names


class Database:
    """One library's database.

    Each thread has a connection of its own, closed when the thread has ended; readers never wait
    for a writer (SQLite's WAL), and writers wait for each other. A write is one transaction: it is
    there wholly, or not at all.

    Args:
        path: The database file; made, with its folders, where there is none.
        read_only: Open an existing database for reading alone.

    Raises:
        StoreError: The file cannot be opened or made, is no library, or is of a newer version.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._local = threading.local()
        self._lock = threading.Lock()
        # Held weakly, so that a connection goes with its thread, or with the last who reads of it:
        # a page that is open all day has thousands of threads.
        self._opened: WeakSet[Connection] = WeakSet()
        self._watch: Connection | None = None
        if read_only and not path.exists():
            raise StoreError(f"{path}: there is no library here; add articles to make one")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"{path.parent}: the library's folder cannot be made ({error.strerror});"
                " choose a folder you may write to"
            ) from error
        with self._clear_errors():
            try:
                (check if read_only else migrate)(self._connection().sql)
            except UnicodeDecodeError as error:
                raise StoreError(DAMAGED, path=path) from error
            except ValueError as error:
                raise StoreError(f"{path}: {error}") from error
            self._connection().sql.execute("SELECT count(*) FROM settings").fetchone()

    def rows(self, statement: str, values: Values = ()) -> list[Row]:
        """All rows of a reading statement.

        Raises:
            StoreError: The database cannot be read.
        """
        with self._clear_errors():
            return _executed(self._connection(), statement, values).fetchall()

    def has_table(self, name: str) -> bool:
        """Whether there is such a table: not in a library that is older than it, and only read.

        Raises:
            StoreError: The database cannot be read.
        """
        return bool(self.rows("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)))

    def stream(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows of a reading statement, one by one, in bounded memory."""
        with self._clear_errors():
            connection = self._connection()  # held as long as its rows are read
            yield from _executed(connection, statement, values)

    def check_writable(self, path: Path) -> None:
        """Makes sure that the library was not opened for reading alone.

        Args:
            path: What would be written to.

        Raises:
            StoreError: It was.
        """
        if self.read_only:
            raise StoreError("{path}: this library was opened for reading alone", path=path)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection within one transaction: committed at the end, undone by any exception.

        Raises:
            StoreError: The database cannot be written: read-only, full disk, locked for a minute.
        """
        self.check_writable(self.path)
        with self._clear_errors():
            connection = self._connection().sql
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                if connection.in_transaction:  # a full disk may have undone it already
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def copy_to(self, path: Path) -> None:
        """Writes the database as it is at this moment into a new file; nobody waits for it.

        Raises:
            StoreError: The file is there already, or cannot be written.
        """
        with self._clear_errors():
            self._connection().sql.execute("VACUUM INTO ?", (str(path),))

    def version(self) -> int:
        """A number that differs from the last whenever anybody has changed the database since."""
        with self._clear_errors(), self._lock:
            if self._watch is None:
                # SQLite tells a connection of the changes of all others: so one that never writes
                self._watch = Connection(self.path, read_only=self.read_only)
                self._opened.add(self._watch)
            return int(self._watch.sql.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Closes every connection; the next use opens new ones."""
        with self._lock:
            for connection in list(self._opened):
                connection.sql.close()
            self._opened.clear()
            self._local = threading.local()
            self._watch = None

    def _connection(self) -> Connection:
        connection: Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = Connection(self.path, read_only=self.read_only)
            self._local.connection = connection
            with self._lock:
                self._opened.add(connection)
        return connection

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(sentence_of(error), path=self.path, reason=error) from error


def _executed(connection: Connection, statement: str, values: Values) -> sqlite3.Cursor:
    """The rows of a statement; half a character in a value, which no text holds, as U+FFFD."""
    try:
        return connection.sql.execute(statement, values)
    except UnicodeEncodeError:
        return connection.sql.execute(statement, _mended(values))


def _mended(values: Values) -> Values:
    if isinstance(values, Mapping):
        return {name: _whole(value) for name, value in values.items()}
    return [_whole(value) for value in values]


def _whole(value: Value) -> Value:
    return mend(value) if isinstance(value, str) else value
