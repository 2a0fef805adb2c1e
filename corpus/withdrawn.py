"""Articles taken out of the library for the time being: gone for readers, kept to the last byte.

Withdrawing, restoring and discarding are one transaction each, so at any moment an article is
wholly in the library or wholly set aside. Vectors stay until the article is discarded.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.database import Database
from corpus.groups import join_group
from corpus.putting import delete_article, drop_orphans
from corpus.rows import ARTICLE, read_article

_LEAD = 80  # characters of a text that has no title


@dataclass(frozen=True, slots=True)
class SetAside:
    """Articles that were set aside together.

    Attributes:
        batch: The name of them all.
        number: How many they are.
        title: The first one's title, or how its text begins.
    """

    batch: str
    number: int
    title: str


def withdraw(database: Database, article_ids: Sequence[str], batch: str) -> int:
    """Sets articles aside under the name of a batch; how many there were of them.

    Raises:
        StoreError: The library cannot be written to; nothing was withdrawn.
    """
    number = 0
    with database.writing() as db:
        for each in dict.fromkeys(article_ids):
            number += db.execute(
                "INSERT INTO withdrawn_articles SELECT ?1, * FROM articles WHERE id = ?2",
                (batch, each),
            ).rowcount
            db.execute(
                "INSERT INTO withdrawn_passages SELECT ?1, * FROM passages WHERE article_id = ?2",
                (batch, each),
            )
            delete_article(db, each)
    return number


def restore(database: Database, batch: str) -> int:
    """Puts the articles of a batch back as they were; how many.

    Where an article with the same address has come since, that one stays, and the withdrawn one
    is discarded.

    Raises:
        StoreError: The library cannot be written to; the batch is still set aside.
    """
    with database.writing() as db:
        ids = db.execute(
            "SELECT id FROM withdrawn_articles w WHERE batch = ? AND NOT EXISTS"
            " (SELECT 1 FROM articles a WHERE a.address = w.address OR a.id = w.id) ORDER BY id",
            (batch,),
        ).fetchall()
        for (each,) in ids:
            _put_back(db, batch, each)
        _drop(db, batch)
    return len(ids)


def discard(database: Database, batch: str) -> int:
    """Deletes the articles of a batch for good; how many.

    Raises:
        StoreError: The library cannot be written to; the batch is still set aside.
    """
    with database.writing() as db:
        return _drop(db, batch)


def batches(database: Database) -> tuple[SetAside, ...]:
    """What is set aside, the newest first.

    Nothing in a library too old to set anything aside, which may be sealed.
    """
    if not database.has_table("withdrawn_articles"):
        return ()
    rows = database.rows(
        "SELECT b.batch, b.number, CASE a.title WHEN '' THEN substr(a.text, a.body_start + 1, ?)"
        " ELSE a.title END FROM withdrawn_articles a JOIN (SELECT batch, count(*) AS number,"
        " min(rowid) AS first FROM withdrawn_articles GROUP BY batch) b ON a.rowid = b.first"
        " ORDER BY a.rowid DESC",
        (_LEAD,),
    )
    return tuple(SetAside(*row) for row in rows)


def _put_back(db: sqlite3.Connection, batch: str, article_id: str) -> None:
    key = (batch, article_id)
    db.execute(
        "INSERT INTO articles SELECT id, address, record, title, source, published, date_words,"
        " author, editor, url, body_start, text, segments, raw, raw_digest"
        " FROM withdrawn_articles WHERE batch = ? AND id = ?",
        key,
    )
    db.execute(
        "INSERT INTO passages SELECT id, article_id, start, end, content"
        " FROM withdrawn_passages WHERE batch = ? AND article_id = ?",
        key,
    )
    row = db.execute(f"SELECT {ARTICLE} FROM articles a WHERE a.id = ?", (article_id,)).fetchone()
    join_group(db, read_article(row))


def _drop(db: sqlite3.Connection, batch: str) -> int:
    contents = db.execute("SELECT content FROM withdrawn_passages WHERE batch = ?", (batch,))
    dropped = [content for (content,) in contents]
    number = db.execute("DELETE FROM withdrawn_articles WHERE batch = ?", (batch,)).rowcount
    drop_orphans(db, dropped)
    return number
