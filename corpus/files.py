"""Which files were read, how they looked then, and which articles each gave."""

import os
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.database import Database
from corpus.failures import failures_of, remember
from corpus.reader import ReadFailure

# A file that changed so shortly before it was read may change once more under the same time: the
# clocks of some disks tick every two seconds.
_TICK_NS = 2_000_000_000
_AGAIN = -1  # as a time: to be read again, whatever it looks like


@dataclass(frozen=True, slots=True)
class Look:
    """What tells that a file has changed: its size and its time, in ns; below 0 for unsure."""

    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reading of a file found.

    Attributes:
        path: The file, as `corpus.reader` writes paths.
        look: How it looked before it was read.
        way: A digest of how it was read.
        kind: As `corpus.kinds.kind_of`.
        addresses: The articles that it gave, by address.
        failures: What could not be read of it.
    """

    path: str
    look: Look
    way: str
    kind: str
    addresses: Sequence[str]
    failures: Sequence[ReadFailure]


def look_at(path: Path) -> Look | None:
    """How a file looks now, None where it is not there or may not be looked at."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):  # ValueError: a NUL in the path
        return None
    settled = status.st_mtime_ns < time.time_ns() - _TICK_NS
    sure = settled and os.access(path, os.R_OK)  # given the right to read it, its time stays
    return Look(status.st_size, status.st_mtime_ns if sure else _AGAIN)


class Files:
    """The files that a library was read from.

    Args:
        database: The library's database.

    Raises:
        StoreError: It cannot be read or written; so do all methods.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def unchanged(self, path: str, look: Look, way: str) -> Reading | None:
        """What a file gave when it was read last; None where it is to be read.

        It is to be read where it never was, looks otherwise now, or was read in another way, and
        where an article that it gave is not in the library any more.
        """
        known = self._database.rows(
            "SELECT number, kind FROM files"
            " WHERE path = ? AND size = ? AND mtime_ns = ? AND mtime_ns >= 0 AND reading = ?",
            (path, look.size, look.mtime_ns, way),
        )
        if not known:
            return None
        number, kind = known[0]
        given = self._database.rows(
            "SELECT address, EXISTS (SELECT 1 FROM articles a WHERE a.address = f.address)"
            " FROM file_articles f WHERE file = ? AND seen ORDER BY address",
            (number,),
        )
        if not all(is_there for _, is_there in given):
            return None
        failures = failures_of(self._database, path)
        return Reading(path, look, way, kind, [address for address, _ in given], failures)

    def keep(self, reading: Reading) -> None:
        """Keeps what the reading of a file found, in place of what it was before.

        An article that the file gave before, and now does not, stays, marked as not seen. Where
        another file gives it too, that file is to be read again, for it may give another text.
        """
        with self._database.writing() as db:
            file = _put(db, reading)
            db.execute("UPDATE file_articles SET seen = 0 WHERE file = ?", (file,))
            _adopt(db, file, reading.path)
            db.executemany(
                "INSERT OR REPLACE INTO file_articles VALUES (?, ?, 1)",
                [(file, address) for address in reading.addresses],
            )
            remember(db, file, reading.failures)
            doubt(db, file, lost=True)


def doubt(db: sqlite3.Connection, file: int, *, lost: bool) -> None:
    """Has the other files that give an article of this file's read again.

    Args:
        db: A connection within the caller's transaction.
        file: The number of the file.
        lost: Only for the articles that the last reading of this file did not find.
    """
    db.execute(
        "UPDATE files SET mtime_ns = ? WHERE number IN (SELECT o.file FROM file_articles f"
        " JOIN file_articles o ON o.address = f.address AND o.file <> f.file AND o.seen"
        " WHERE f.file = ? AND f.seen <= ?)",
        (_AGAIN, file, 0 if lost else 1),
    )


def _put(db: sqlite3.Connection, reading: Reading) -> int:
    look = reading.look
    db.execute(
        "INSERT INTO files (path, size, mtime_ns, reading, kind) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (path) DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns,"
        " reading = excluded.reading, kind = excluded.kind",
        (reading.path, look.size, look.mtime_ns, reading.way, reading.kind),
    )
    row = db.execute("SELECT number FROM files WHERE path = ?", (reading.path,)).fetchone()
    return int(row[0])


def _adopt(db: sqlite3.Connection, file: int, path: str) -> None:
    """Takes the articles with addresses in a file as its own: it may have been read before."""
    db.execute(
        "INSERT OR IGNORE INTO file_articles SELECT ?, address, 0 FROM articles"
        " WHERE address = ? OR (address >= ? AND address < ?)",
        (file, path, f"{path}#", f"{path}$"),  # $ follows #
    )
