"""Which articles carry the same news: groups of reprints, kept in step with every change.

A group is a connected component: articles that are the same news (`same_news`), and all that are
the same news as one of these. Its id is the smallest of its articles' ids, so that it does not
depend on the order in which they came. Candidates are looked up by the band keys of a signature,
so that adding an article costs the same in a small library and in a large one.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from operator import itemgetter

import numpy as np

from corpus.article import Article
from corpus.database import Database
from corpus.reprints import (
    LONGEST,
    REPRINTS_VERSION,
    Wording,
    band_keys,
    read_wording,
    same_news,
    signature,
)
from corpus.rows import keep_setting, read_setting

# Of more candidates than this the likest are compared: forms filled in a thousand times over (daily
# prices) would else cost a comparison with each of the thousand.
_MOST_CANDIDATES = 64
_LIKE_ENOUGH = 0.25  # of a signature; `same_news` wants a Jaccard of 0.35, three deviations more
_SETTING = "reprints"
_BATCH = 200

_Candidate = tuple[int, str]  # number and group


def join_group(db: sqlite3.Connection, article: Article) -> None:
    """Puts an article, already stored, into its group, within the caller's transaction."""
    _join(db, article.id, article.text[article.body_start :])


def leave_group(db: sqlite3.Connection, article_id: str) -> None:
    """Takes an article, still stored, out of its group, within the caller's transaction.

    What it alone held together falls apart.
    """
    row = db.execute(
        "SELECT number, signature, group_id FROM prints WHERE article_id = ?", (article_id,)
    ).fetchone()
    if row is None:
        return
    number, mark, group = row
    db.executemany(
        "DELETE FROM print_bands WHERE band = ? AND number = ?",
        [(band, number) for band in set(band_keys(mark))],
    )
    db.execute("DELETE FROM prints WHERE number = ?", (number,))
    _regroup(db, group)


def catch_up(database: Database) -> int:
    """Groups the articles of a library from before there were groups, or with older rules.

    In batches of one transaction each; gives how many articles were grouped.

    Raises:
        StoreError: The library cannot be written to.
    """
    current = str(REPRINTS_VERSION)
    known = read_setting(database, _SETTING)
    if known == current:
        return 0
    with database.writing() as db:
        if known:
            db.execute("DELETE FROM print_bands")
            db.execute("DELETE FROM prints")
        db.execute("DELETE FROM settings WHERE name = ?", (_SETTING,))
    done = 0
    while batch := _join_missing(database):
        done += batch
    with database.writing() as db:
        keep_setting(db, _SETTING, current)
    return done


def group_ids(database: Database, article_ids: Collection[str]) -> dict[str, str]:
    """The group of each article; unknown articles are passed over."""
    rows = database.rows(
        "SELECT article_id, group_id FROM prints"
        " WHERE article_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(article_ids)),),
    )
    return dict(rows)


def group_members(database: Database, groups: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The articles of each group, by id; unknown groups are passed over."""
    rows = database.rows(
        "SELECT group_id, article_id FROM prints"
        " WHERE group_id IN (SELECT value FROM json_each(?)) ORDER BY group_id, article_id",
        (json.dumps(sorted(groups)),),
    )
    return {
        group: tuple(article_id for _, article_id in some)
        for group, some in groupby(rows, key=itemgetter(0))
    }


def same_text(database: Database, article_id: str) -> tuple[str, str] | None:
    """Title and address of another article with the very text of this, the first by id; or None.

    Raises:
        StoreError: The library cannot be read.
    """
    rows = database.rows(
        "SELECT other.title, other.address FROM articles this"
        " JOIN prints p ON p.article_id = this.id"
        " JOIN prints o ON o.group_id = p.group_id AND o.article_id <> p.article_id"
        " JOIN articles other ON other.id = o.article_id"
        " WHERE this.id = ? AND substr(other.text, other.body_start + 1)"
        " = substr(this.text, this.body_start + 1) ORDER BY other.id LIMIT 1",
        (article_id,),
    )
    return (rows[0][0], rows[0][1]) if rows else None


def openings(database: Database, article_ids: Collection[str]) -> dict[str, str]:
    """The texts of articles as far as reprints are judged; unknown articles are passed over."""
    rows = database.rows(
        "SELECT id, substr(text, 1, ?) FROM articles WHERE id IN (SELECT value FROM json_each(?))",
        (LONGEST, json.dumps(sorted(article_ids))),
    )
    return dict(rows)


def _join(db: sqlite3.Connection, article_id: str, body: str) -> None:
    wording = read_wording(body)
    mark = signature(wording)
    bands = sorted(set(band_keys(mark)))
    groups = _kin(db, wording, _candidates(db, mark, bands))
    number = db.execute(
        "INSERT INTO prints (article_id, signature, group_id) VALUES (?1, ?2, ?1)",
        (article_id, mark),
    ).lastrowid
    db.executemany("INSERT INTO print_bands VALUES (?, ?)", [(band, number) for band in bands])
    _unite(db, {*groups, article_id})


def _candidates(
    db: sqlite3.Connection, mark: bytes, bands: Sequence[int], only: Collection[int] = ()
) -> list[_Candidate]:
    """The articles whose signatures are like enough, the likest first, ties by number."""
    rows = db.execute(
        "SELECT number, group_id, signature FROM prints WHERE number IN"
        " (SELECT number FROM print_bands WHERE band IN (SELECT value FROM json_each(?)))"
        " ORDER BY number",
        (json.dumps(bands),),
    ).fetchall()
    rows = [row for row in rows if not only or row[0] in only]
    if not rows:
        return []
    marks = np.frombuffer(b"".join(row[2] for row in rows), "<u4").reshape(len(rows), -1)
    like = (marks == np.frombuffer(mark, "<u4")).mean(axis=1)
    order = np.argsort(-like, kind="stable")[:_MOST_CANDIDATES]
    return [(rows[at][0], rows[at][1]) for at in order.tolist() if like[at] >= _LIKE_ENOUGH]


def _kin(db: sqlite3.Connection, wording: Wording, candidates: Iterable[_Candidate]) -> set[str]:
    """The groups of the candidates that are the same news; one of a group is enough."""
    groups: set[str] = set()
    for number, group in candidates:
        if group not in groups and same_news(wording, read_wording(_body(db, number))):
            groups.add(group)
    return groups


def _unite(db: sqlite3.Connection, groups: Collection[str]) -> None:
    first = min(groups)
    db.executemany(
        "UPDATE prints SET group_id = ? WHERE group_id = ?",
        [(first, group) for group in groups if group != first],
    )


def _regroup(db: sqlite3.Connection, group: str) -> None:
    """Groups what is left of a group anew: each with those before it."""
    left = db.execute(
        "SELECT number, article_id, signature FROM prints WHERE group_id = ? ORDER BY article_id",
        (group,),
    ).fetchall()
    db.execute("UPDATE prints SET group_id = article_id WHERE group_id = ?", (group,))
    before: set[int] = set()
    for number, article_id, mark in left:
        if before:
            wording = read_wording(_body(db, number))
            candidates = _candidates(db, mark, sorted(set(band_keys(mark))), before)
            _unite(db, {*_kin(db, wording, candidates), article_id})
        before.add(number)


def _body(db: sqlite3.Connection, number: int) -> str:
    row = db.execute(
        "SELECT substr(text, body_start + 1, ?) FROM articles"
        " WHERE id = (SELECT article_id FROM prints WHERE number = ?)",
        (LONGEST, number),
    ).fetchone()
    return str(row[0])


def _join_missing(database: Database) -> int:
    """Groups some of the articles that have no group; how many."""
    with database.writing() as db:
        rows = db.execute(
            "SELECT id, substr(text, body_start + 1, ?) FROM articles a WHERE NOT EXISTS"
            " (SELECT 1 FROM prints WHERE article_id = a.id) ORDER BY id LIMIT ?",
            (LONGEST, _BATCH),
        ).fetchall()
        for article_id, body in rows:
            _join(db, article_id, body)
    return len(rows)
