"""How articles, passages and settings are written to the database's rows and read from them."""

import logging
import sqlite3
import zlib
from collections.abc import Sequence
from datetime import date

import numpy as np

from corpus.article import Article, CleanText, Segment
from corpus.database import Database, Row

logger = logging.getLogger(__name__)

ARTICLE = (
    "a.id, a.record, a.address, a.title, a.source, a.published, a.date_words, a.author, a.editor,"
    " a.url, a.body_start, a.text, a.segments, a.raw"
)
PASSAGE = "p.id, p.article_id, p.start, p.end, substr(a.text, p.start + 1, p.end - p.start)"
PASSAGES = "passages p JOIN articles a ON a.id = p.article_id"


def packed(segments: Sequence[Segment]) -> bytes:
    """The segments as the bytes that `read_article` reads: three numbers each."""
    numbers = [(s.text_start, s.raw_start, s.length) for s in segments]
    return np.asarray(numbers, dtype="<i8").tobytes()


def read_day(words: str | None) -> date | None:
    """The date that a row holds; None for none, and for one that no calendar has."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:  # a damaged row does not stop the others
        return None


def _unpacked(raw: bytes, address: str) -> str:
    """The raw text that a row holds; empty, with a warning, where it is damaged."""
    try:
        return zlib.decompress(raw).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        logger.warning("%s: its raw text is damaged (%s); add its file anew", address, error)
        return ""


def read_article(row: Row) -> Article:
    """The article that a row of `ARTICLE` is."""
    (id_, record, address, title, source, published, date_words, author, editor, url) = row[:10]
    body_start, text, segments, raw = row[10:]
    numbers = np.frombuffer(segments, dtype="<i8").reshape(-1, 3).tolist()
    return Article(
        id=id_,
        record=record,
        address=address,
        title=title,
        source=source,
        published=read_day(published),
        date_words=date_words,
        author=author,
        editor=editor,
        url=url,
        body_start=body_start,
        clean=CleanText(text, tuple(Segment(*three) for three in numbers)),
        raw=_unpacked(raw, address),
    )


def read_setting(database: Database, name: str) -> str:
    """A setting that the library is built with; empty where it has none."""
    rows = database.rows("SELECT value FROM settings WHERE name = ?", (name,))
    return str(rows[0][0]) if rows else ""


def keep_setting(db: sqlite3.Connection, name: str, value: str) -> None:
    """Keeps a setting, within the caller's transaction."""
    db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))


def paths_under(folder: str) -> tuple[str, str]:
    """Between which texts, the first of them included, the paths under a folder lie."""
    top = folder.rstrip("/")
    return f"{top}/", f"{top}0"  # 0 follows /
