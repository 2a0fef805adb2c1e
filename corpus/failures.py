"""What could not be read of which file, and why: remembered until the file changes."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence

from corpus.database import Database
from corpus.reader import ReadFailure
from corpus.rows import paths_under


def remember(db: sqlite3.Connection, file: int, failures: Iterable[ReadFailure]) -> None:
    """Keeps a file's failures in place of those it had, within the caller's transaction."""
    db.execute("DELETE FROM failures WHERE file = ?", (file,))
    db.executemany(
        "INSERT INTO failures (file, place, reason) VALUES (?, ?, ?)",
        [(file, failure.where, failure.reason) for failure in failures],
    )


def failures_of(database: Database, path: str) -> tuple[ReadFailure, ...]:
    """What could not be read of one file, in the order of its reading."""
    rows = database.rows(
        "SELECT place, reason FROM failures JOIN files ON files.number = file"
        " WHERE path = ? ORDER BY failures.number",
        (path,),
    )
    return tuple(ReadFailure(*row) for row in rows)


def all_failures(database: Database) -> tuple[ReadFailure, ...]:
    """What could not be read, by path, within a file in the order of its reading."""
    rows = database.rows(
        "SELECT place, reason FROM failures JOIN files ON files.number = file"
        " ORDER BY path, failures.number"
    )
    return tuple(ReadFailure(*row) for row in rows)


def failed_under(database: Database, folder: str) -> tuple[str, ...]:
    """The paths of the files with failures under a folder, in order; its own if it is a file."""
    rows = database.rows(
        "SELECT DISTINCT path FROM failures JOIN files ON files.number = file"
        " WHERE path = ? OR (path >= ? AND path < ?) ORDER BY path",
        (folder, *paths_under(folder)),
    )
    return tuple(row[0] for row in rows)


def failed_at(database: Database, places: Collection[str]) -> tuple[str, ...]:
    """The paths of the files with failures that these are, or are places in; in order."""
    rows = database.rows(
        "SELECT DISTINCT path FROM failures JOIN files ON files.number = file"
        " WHERE path IN (SELECT value FROM json_each(?1))"
        " OR place IN (SELECT value FROM json_each(?1)) ORDER BY path",
        (json.dumps(list(places)),),
    )
    return tuple(row[0] for row in rows)


def forget_failures(database: Database, paths: Collection[str]) -> int:
    """Forgets what could not be read of these files, and has them read again if they are back.

    Gives how many failures were forgotten.
    """
    if not paths:
        return 0
    number = 0
    with database.writing() as db:
        for path in paths:
            number += db.execute(
                "DELETE FROM failures WHERE file = (SELECT number FROM files WHERE path = ?)",
                (path,),
            ).rowcount
            db.execute("UPDATE files SET mtime_ns = -1 WHERE path = ?", (path,))
    return number


def hide(failures: Sequence[ReadFailure], address: str, path: str) -> bool:
    """Whether an article may still be in a file, among what could not be read of it.

    A failure names a line or a member, not the article that stood there. So it hides every
    article of its file, or of its member of an archive; where in an archive an article with an
    address of the web stood is not known, so any failure hides it.
    """
    return any(_hides(failure.where, address, path) for failure in failures)


def _hides(where: str, address: str, path: str) -> bool:
    if not where.startswith(path):  # an article's own address, of the web
        return where == address
    if not address.startswith(path) or not where.startswith(f"{path}#"):
        return True
    member = where.removeprefix(f"{path}#").partition("#")[0].partition(":")[0]
    return address.startswith(f"{path}#{member}")
