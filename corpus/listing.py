"""Lists of articles without their texts: a page at a time, in any order, of however many."""

import datetime
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from corpus.database import Database, Row, Value
from corpus.rows import read_day
from corpus.vectors import WAITING

Order = Literal["title", "source", "date", "passages", "reprints", "length", "waiting"]

_PASSAGES: Final = "(SELECT count(*) FROM passages p WHERE p.article_id = a.id)"
_WAITING: Final = f"(SELECT count(*) FROM passages p WHERE p.article_id = a.id AND {WAITING})"
_LEAD: Final = 40  # characters: as many as a title has
_GROUPS: Final = "(SELECT group_id, count(*) - 1 AS n FROM prints GROUP BY group_id)"
# What each order begins with: the columns of an index, so that no text is read. Ids follow.
_ORDERS: Final[dict[Order, tuple[str, str]]] = {
    "title": ("articles a", "a.title {down}"),
    "source": ("articles a", "a.source {down}, a.published DESC"),
    "date": ("articles a", "a.published {down} NULLS LAST"),
    "length": ("articles a", "length(a.text) {down}"),
    "passages": ("articles a", f"{_PASSAGES} {{down}}"),
    "waiting": ("articles a", f"{_WAITING} {{down}}"),
    "reprints": (
        "articles a LEFT JOIN prints r ON r.article_id = a.id"
        f" LEFT JOIN {_GROUPS} USING (group_id)",
        "coalesce(n, 0) {down}",
    ),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list of articles.

    Attributes:
        id: The article's.
        title: May be empty; so may be the source.
        lead: For an article without a title, how its text begins; else empty.
        source: The paper, agency or site.
        published: The full date, or None.
        date_words: The date as given.
        passages: How many passages it has.
        reprints: How many other articles carry the same news.
        waiting: How many of its passages are not encoded yet.
        address: Where the article was read.
    """

    id: str
    title: str
    lead: str
    source: str
    published: datetime.date | None
    date_words: str
    passages: int
    reprints: int
    waiting: int
    address: str


def list_articles(
    database: Database,
    encoder: str,
    *,
    order: Order = "date",
    descending: bool = True,
    within: Collection[str] | None = None,
    limit: int = 25,
    offset: int = 0,
) -> tuple[Listed, ...]:
    """One page of the list of articles; ties by id.

    Articles without a full date come last in either direction.

    Args:
        database: The library's.
        encoder: The fingerprint of the encoder whose passages count as encoded.
        order: By what.
        descending: The largest, newest, last in the alphabet first.
        within: Only the articles with these ids; None takes all.
        limit: How many at most.
        offset: How many come before them.

    Raises:
        StoreError: The library cannot be read.
    """
    table, by = _ORDERS[order]
    narrowed = "" if within is None else "WHERE a.id IN (SELECT value FROM json_each(:within))"
    values: dict[str, Value] = {
        "encoder": encoder,
        "within": None if within is None else json.dumps(sorted(within)),
        "limit": limit,
        "offset": offset,
    }
    down = "DESC" if descending else "ASC"
    rows = database.rows(
        f"SELECT a.id FROM {table} {narrowed} ORDER BY {by.format(down=down)}, a.id"
        " LIMIT :limit OFFSET :offset",
        values,
    )
    return _listed(database, encoder, [row[0] for row in rows])


def named_like(database: Database, word: str) -> frozenset[str]:
    """The ids of the articles whose title, source, record or address holds this.

    Whatever the case of A to Z.
    """
    like = "%" + "".join(f"\\{c}" if c in "\\%_" else c for c in word) + "%"
    rows = database.rows(
        "SELECT id FROM articles WHERE title LIKE ?1 ESCAPE '\\' OR source LIKE ?1 ESCAPE '\\'"
        " OR record LIKE ?1 ESCAPE '\\' OR address LIKE ?1 ESCAPE '\\'",
        (like,),
    )
    return frozenset(row[0] for row in rows)


def articles_with(database: Database, passage_ids: Collection[str]) -> frozenset[str]:
    """The ids of the articles that these passages stand in; unknown ones are passed over."""
    rows = database.rows(
        "SELECT DISTINCT article_id FROM passages WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(passage_ids)),),
    )
    return frozenset(row[0] for row in rows)


def lengths(database: Database) -> tuple[tuple[int, int], ...]:
    """The lengths of texts in characters with their numbers of articles, the shortest first."""
    rows = database.rows(
        "SELECT length(text), count(*) FROM articles GROUP BY length(text) ORDER BY length(text)"
    )
    return tuple((length, number) for length, number in rows)


def openings(database: Database, known: Collection[str], length: int) -> dict[str, str | None]:
    """The beginning of each article's text by its id, None for those that are known already."""
    values: dict[str, Value] = {"known": json.dumps(list(known)), "length": length}
    ids = database.rows("SELECT id FROM articles")
    new = database.rows(
        "SELECT id, substr(text, body_start + 1, :length) FROM articles"
        " WHERE id NOT IN (SELECT value FROM json_each(:known))",
        values,
    )
    return {**dict.fromkeys(row[0] for row in ids), **dict(new)}


def _listed(database: Database, encoder: str, ids: Sequence[str]) -> tuple[Listed, ...]:
    """The lines of these articles, in the order of the ids."""
    rows = database.rows(
        "SELECT a.id, a.title, CASE a.title WHEN '' THEN substr(a.text, a.body_start + 1, :lead)"
        " ELSE '' END, a.source, a.published, a.date_words,"
        f" {_PASSAGES}, (SELECT max(count(*) - 1, 0) FROM prints o WHERE o.group_id = r.group_id),"
        f" {_WAITING}, a.address FROM articles a LEFT JOIN prints r ON r.article_id = a.id"
        " WHERE a.id IN (SELECT value FROM json_each(:ids))",
        {"ids": json.dumps(ids), "encoder": encoder, "lead": _LEAD},
    )
    found = {row[0]: row for row in rows}
    return tuple(_line(found[each]) for each in ids if each in found)


def _line(row: Row) -> Listed:
    id_, title, lead, source, published, *rest = row
    day = read_day(published)
    return Listed(id_, title, lead, source, day, *rest)


def shared_records(database: Database) -> frozenset[str]:
    """The records that several articles have, since files may number theirs alike."""
    rows = database.rows("SELECT record FROM articles GROUP BY record HAVING count(*) > 1")
    return frozenset(row[0] for row in rows)
