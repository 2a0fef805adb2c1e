"""What the library holds: articles, passages and settings, each change one transaction."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.article import LEAD_LENGTH, Article, Filters, Heading, Passage
from corpus.database import Database, Value
from corpus.putting import PutChange, Stored, delete_article, drop_orphans, put_article
from corpus.rows import (
    ARTICLE,
    PASSAGE,
    PASSAGES,
    keep_setting,
    read_article,
    read_day,
    read_setting,
)


class Store:
    """The articles, passages and settings of one library.

    Args:
        path: The database file; made where there is none.
        read_only: Open an existing database for reading alone.

    Raises:
        StoreError: As `Database`; so do all its methods.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.database = Database(path, read_only=read_only)

    def put_all(self, given: Sequence[Stored]) -> list[PutChange]:
        """Stores articles with their passages, all of them or none; what each of them changed.

        An article with the same address is replaced. Vectors of passages whose content is still
        there are kept. Nothing given, nothing done.
        """
        if not given:
            return []
        with self.database.writing() as db:
            return [put_article(db, each) for each in given]

    def remove(self, article_id: str) -> bool:
        """Removes an article with its passages and vectors; whether there was one."""
        with self.database.writing() as db:
            found = db.execute("SELECT 1 FROM articles WHERE id = ?", (article_id,)).fetchone()
            if found:
                drop_orphans(db, delete_article(db, article_id))
            return bool(found)

    def raw_digest(self, address: str) -> str:
        """The digest kept with the article of this address; empty where there is none."""
        rows = self.database.rows("SELECT raw_digest FROM articles WHERE address = ?", (address,))
        return str(rows[0][0]) if rows else ""

    def set_setting(self, name: str, value: str) -> None:
        """Keeps a setting that the library is built with."""
        with self.database.writing() as db:
            keep_setting(db, name, value)

    def setting(self, name: str) -> str:
        """A setting that the library is built with; empty where it has none."""
        return read_setting(self.database, name)

    def article(self, article_id: str) -> Article | None:
        """The article with this id, or None."""
        rows = self.database.rows(
            f"SELECT {ARTICLE} FROM articles a WHERE a.id = ?",
            (article_id,),
        )
        return read_article(rows[0]) if rows else None

    def article_ids(self, name: str) -> tuple[str, ...]:
        """The ids of the articles of which ``name`` is the id, record or address, in order."""
        rows = self.database.rows(
            "SELECT id FROM articles WHERE id = ?1 OR record = ?1 OR address = ?1 ORDER BY id",
            (name,),
        )
        return tuple(row[0] for row in rows)

    def articles(
        self, filters: Filters = Filters(), *, limit: int = -1, offset: int = 0
    ) -> Iterator[Article]:
        """The articles within the filters, newest first, those without a date last, then by id."""
        where, values = _where(filters)
        rows = self.database.stream(
            f"SELECT {ARTICLE} FROM articles a WHERE {where}"
            " ORDER BY published DESC, id LIMIT ? OFFSET ?",  # descending, NULL is last
            (*values, limit, offset),
        )
        return map(read_article, rows)

    def headings(self, article_ids: Sequence[str]) -> dict[str, Heading]:
        """The headings of articles, by article id; unknown ids are passed over."""
        rows = self.database.rows(
            "SELECT id, record, title, source, published, date_words,"
            f" substr(text, body_start + 1, {LEAD_LENGTH}), address"
            " FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(article_ids),),
        )
        return {
            each: Heading(each, record, title, source, read_day(published), words, *rest)
            for each, record, title, source, published, words, *rest in rows
        }

    def passages(self, ids: Sequence[str]) -> tuple[Passage, ...]:
        """The passages with these ids, in the order of the ids; unknown ids are passed over."""
        rows = self.database.rows(
            f"SELECT {PASSAGE} FROM {PASSAGES} WHERE p.id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        )
        found = {row[0]: Passage(*row) for row in rows}
        return tuple(found[each] for each in ids if each in found)

    def articles_of(self, ids: Sequence[str]) -> dict[str, str]:
        """For each passage with one of these ids its article's; unknown ids are passed over."""
        rows = self.database.rows(
            "SELECT id, article_id FROM passages WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        )
        return dict(rows)

    def passages_of(self, article_id: str) -> tuple[Passage, ...]:
        """The passages of an article, in the order of its text; none for an unknown id."""
        rows = self.database.rows(
            f"SELECT {PASSAGE} FROM {PASSAGES} WHERE p.article_id = ? ORDER BY p.start",
            (article_id,),
        )
        return tuple(Passage(*row) for row in rows)

    def passage_ids(self, filters: Filters = Filters()) -> tuple[str, ...]:
        """The ids of the passages of the articles within the filters, in order."""
        where, values = _where(filters)
        source = PASSAGES if filters else "passages p"
        rows = self.database.rows(
            f"SELECT p.id FROM {source} WHERE {where} ORDER BY p.id",
            values,
        )
        return tuple(row[0] for row in rows)

    def standing(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Those of the ids that passages of the library have, in order."""
        rows = self.database.rows(
            "SELECT id FROM passages WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(ids),),
        )
        return tuple(row[0] for row in rows)

    def counts(self) -> tuple[int, int]:
        """How many articles and how many passages there are."""
        rows = self.database.rows(
            "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM passages)"
        )
        return int(rows[0][0]), int(rows[0][1])

    def has_source(self, source: str) -> bool:
        """Whether any article is of exactly this source."""
        return bool(
            self.database.rows("SELECT 1 FROM articles WHERE source = ? LIMIT 1", (source,))
        )

    def sources(self) -> tuple[tuple[str, int], ...]:
        """The sources with their numbers of articles, most first, ties by name."""
        rows = self.database.rows(
            "SELECT source, count(*) AS n FROM articles WHERE source <> ''"
            " GROUP BY source ORDER BY n DESC, source"
        )
        return tuple((row[0], row[1]) for row in rows)


def _where(filters: Filters) -> tuple[str, tuple[Value, ...]]:
    """The condition that the filters put on articles ``a``, with its values."""
    since, until = filters.since, filters.until
    conditions: tuple[tuple[str, Value], ...] = (
        ("a.source = ?", filters.source or None),
        ("a.published >= ?", since.isoformat() if since else None),
        ("a.published <= ?", until.isoformat() if until else None),
        ("a.id = ?", filters.article or None),
    )
    given = [(text, value) for text, value in conditions if value is not None]
    return " AND ".join(text for text, _ in given) or "1", tuple(value for _, value in given)
