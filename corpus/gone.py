"""Which known files under a folder, and which articles they gave before, may be gone."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.database import Database
from corpus.files import doubt
from corpus.rows import paths_under


@dataclass(frozen=True, slots=True)
class LeftOver:
    """An article that a file gave before, and not when it was read last.

    Attributes:
        path: The file.
        kind: As `corpus.kinds.kind_of`.
        address: The article's.
        elsewhere: Whether another file gives it.
    """

    path: str
    kind: str
    address: str
    elsewhere: bool


def files_under(database: Database, folder: str) -> tuple[str, ...]:
    """The paths of the files read from under a folder, in order."""
    rows = database.rows(
        "SELECT path FROM files WHERE path >= ? AND path < ? ORDER BY path", paths_under(folder)
    )
    return tuple(row[0] for row in rows)


def fileless_under(database: Database, folder: str) -> tuple[str, ...]:
    """The addresses under a folder of articles that no file is known to have given, in order.

    These are of libraries from before files were remembered.
    """
    rows = database.rows(
        "SELECT address FROM articles a WHERE address >= ? AND address < ?"
        " AND NOT EXISTS (SELECT 1 FROM file_articles f WHERE f.address = a.address)"
        " ORDER BY address",
        paths_under(folder),
    )
    return tuple(row[0] for row in rows)


def left_over(database: Database, folder: str) -> tuple[LeftOver, ...]:
    """What files under a folder gave before, and not when read last, by path, then by address."""
    rows = database.rows(
        "SELECT path, kind, address, EXISTS (SELECT 1 FROM file_articles o"
        " WHERE o.address = f.address AND o.seen AND o.file <> f.file)"
        " FROM file_articles f JOIN files ON number = file"
        " WHERE NOT seen AND path >= ? AND path < ? ORDER BY path, address",
        paths_under(folder),
    )
    return tuple(LeftOver(path, kind, address, bool(there)) for path, kind, address, there in rows)


def doubt_others(database: Database, paths: Iterable[str]) -> None:
    """Has the other files that give an article of these files read again."""
    with database.writing() as db:
        for path in paths:
            row = db.execute("SELECT number FROM files WHERE path = ?", (path,)).fetchone()
            if row:
                doubt(db, row[0], lost=False)


def articles_only_of(database: Database, path: str) -> tuple[str, ...]:
    """The addresses of the articles that no other file than this one gives, in order."""
    rows = database.rows(
        "SELECT address FROM file_articles f JOIN files ON number = file WHERE path = ?"
        " AND NOT EXISTS (SELECT 1 FROM file_articles o"
        " WHERE o.address = f.address AND o.seen AND o.file <> f.file) ORDER BY address",
        (path,),
    )
    return tuple(row[0] for row in rows)


def article_at(database: Database, address: str) -> str:
    """The id of the article with exactly this address; empty where there is none."""
    rows = database.rows("SELECT id FROM articles WHERE address = ?", (address,))
    return str(rows[0][0]) if rows else ""


def forget_file(database: Database, path: str) -> None:
    """Forgets a file, what it gave, and what could not be read of it; its articles stay."""
    with database.writing() as db:
        db.execute("DELETE FROM files WHERE path = ?", (path,))


def forget_article(database: Database, path: str, address: str) -> None:
    """Forgets that a file gave an article, which stays."""
    with database.writing() as db:
        db.execute(
            "DELETE FROM file_articles WHERE address = ?"
            " AND file = (SELECT number FROM files WHERE path = ?)",
            (address, path),
        )
