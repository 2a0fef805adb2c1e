"""Storing an article and taking one out, within a transaction of the caller."""

import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.article import Article, Passage
from corpus.groups import join_group, leave_group
from corpus.rows import ARTICLE, packed, read_article

PutChange = Literal["added", "replaced", "unchanged"]


@dataclass(frozen=True, slots=True)
class Stored:
    """An article as it is stored.

    Attributes:
        article: The article.
        passages: Its passages, each with the digest of what the encoder reads of it.
        raw_digest: What `Store.raw_digest` is to say of its address from now on.
    """

    article: Article
    passages: Sequence[tuple[Passage, str]]
    raw_digest: str


def put_article(db: sqlite3.Connection, given: Stored) -> PutChange:
    """Stores an article, in the place of the one with its address; what that changed."""
    article = given.article
    old = db.execute("SELECT id FROM articles WHERE address = ?", (article.address,)).fetchone()
    if old and old[0] == article.id and _stands(db, article, given.passages):
        db.execute(
            "UPDATE articles SET raw_digest = ? WHERE id = ?", (given.raw_digest, article.id)
        )
        return "unchanged"
    dropped = delete_article(db, old[0]) if old else ()
    _insert(db, article, given.passages, given.raw_digest)
    drop_orphans(db, dropped)
    return "replaced" if old else "added"


def _stands(
    db: sqlite3.Connection, article: Article, passages: Sequence[tuple[Passage, str]]
) -> bool:
    """Whether the article with this one's id equals it, and is divided into these passages."""
    row = db.execute(f"SELECT {ARTICLE} FROM articles a WHERE a.id = ?", (article.id,)).fetchone()
    stored = db.execute(
        "SELECT id, content FROM passages WHERE article_id = ? ORDER BY id", (article.id,)
    ).fetchall()
    return read_article(row) == article and stored == sorted(
        (p.id, content) for p, content in passages
    )


def delete_article(db: sqlite3.Connection, article_id: str) -> tuple[str, ...]:
    """Deletes an article with its passages; the contents that these passages had.

    For use within the caller's transaction, which is to `drop_orphans` of these contents.
    """
    contents = db.execute("SELECT content FROM passages WHERE article_id = ?", (article_id,))
    dropped = tuple(row[0] for row in contents)
    leave_group(db, article_id)
    db.execute("DELETE FROM articles WHERE id = ?", (article_id,))
    return dropped


def drop_orphans(db: sqlite3.Connection, contents: Sequence[str]) -> None:
    """Deletes the vectors of those contents that no passage has, not even a withdrawn one."""
    db.executemany(
        "DELETE FROM vectors WHERE content = ?1"
        " AND NOT EXISTS (SELECT 1 FROM passages WHERE content = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM withdrawn_passages WHERE content = ?1)",
        [(content,) for content in contents],
    )


def _insert(
    db: sqlite3.Connection,
    article: Article,
    passages: Sequence[tuple[Passage, str]],
    raw_digest: str,
) -> None:
    row = (
        article.id,
        article.address,
        article.record,
        article.title,
        article.source,
        article.published.isoformat() if article.published else None,
        article.date_words,
        article.author,
        article.editor,
        article.url,
        article.body_start,
        article.text,
        packed(article.clean.segments),
        zlib.compress(article.raw.encode("utf-8", "surrogatepass"), 1),
        raw_digest,
    )
    db.execute(f"INSERT INTO articles VALUES ({','.join('?' * len(row))})", row)
    db.executemany(
        "INSERT INTO passages VALUES (?, ?, ?, ?, ?)",
        [(p.id, p.article_id, p.start, p.end, content) for p, content in passages],
    )
    join_group(db, article)
