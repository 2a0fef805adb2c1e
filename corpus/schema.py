"""The database's tables, as numbered migrations: each runs once, in order, in one transaction."""

import sqlite3

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE articles (
        id TEXT PRIMARY KEY,
        address TEXT NOT NULL UNIQUE,
        record TEXT NOT NULL,
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        published TEXT,              -- ISO date, NULL where it is not fully known
        date_words TEXT NOT NULL,
        author TEXT NOT NULL,
        editor TEXT NOT NULL,
        url TEXT NOT NULL,
        body_start INTEGER NOT NULL,
        text TEXT NOT NULL,
        segments BLOB NOT NULL,      -- three little-endian int64 a segment
        raw BLOB NOT NULL,           -- UTF-8, zlib
        raw_digest TEXT NOT NULL     -- of the raw article and the version of its reading
    );
    CREATE INDEX articles_by_source ON articles(source, published);
    CREATE INDEX articles_by_date ON articles(published);
    CREATE INDEX articles_by_record ON articles(record);
    CREATE TABLE passages (
        id TEXT PRIMARY KEY,
        article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        content TEXT NOT NULL        -- digest of what the encoder reads: the same text, one vector
    );
    CREATE INDEX passages_by_article ON passages(article_id, start);
    CREATE INDEX passages_by_content ON passages(content);
    CREATE TABLE vectors (
        content TEXT NOT NULL,
        encoder TEXT NOT NULL,
        row BLOB NOT NULL,           -- little-endian float16, unit length
        PRIMARY KEY (content, encoder)
    ) WITHOUT ROWID;
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
    """
    CREATE TABLE prints (
        number INTEGER PRIMARY KEY,
        article_id TEXT NOT NULL UNIQUE REFERENCES articles(id) ON DELETE CASCADE,
        signature BLOB NOT NULL,     -- 128 little-endian uint32
        group_id TEXT NOT NULL       -- the smallest id of the articles that carry the same news
    );
    CREATE INDEX prints_by_group ON prints(group_id, article_id);
    CREATE TABLE print_bands (
        band INTEGER NOT NULL,
        number INTEGER NOT NULL,     -- of prints
        PRIMARY KEY (band, number)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE files (
        number INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        size INTEGER NOT NULL,       -- as it was when the file was read
        mtime_ns INTEGER NOT NULL,   -- the same; below 0 where the file is to be read again
        reading TEXT NOT NULL,       -- digest of how it was read
        kind TEXT NOT NULL           -- its format, or ZIP or tar
    );
    CREATE TABLE file_articles (
        file INTEGER NOT NULL REFERENCES files(number) ON DELETE CASCADE,
        address TEXT NOT NULL,
        seen INTEGER NOT NULL,       -- whether the last reading found it, 0 or 1
        PRIMARY KEY (file, address)
    ) WITHOUT ROWID;
    CREATE INDEX file_articles_by_address ON file_articles(address);
    CREATE TABLE failures (
        number INTEGER PRIMARY KEY,
        file INTEGER NOT NULL REFERENCES files(number) ON DELETE CASCADE,
        place TEXT NOT NULL,         -- the file, a line of it, a member
        reason TEXT NOT NULL
    );
    CREATE INDEX failures_by_file ON failures(file);
    """,
    # for lists of articles: each order has its index, since rows are long and texts overflow
    """
    DROP INDEX articles_by_source;
    DROP INDEX articles_by_date;
    CREATE INDEX articles_by_source ON articles(source, published DESC, id);
    CREATE INDEX articles_by_date ON articles(published DESC, id);
    CREATE INDEX articles_by_title ON articles(title, id);
    CREATE INDEX articles_by_length ON articles(length(text), id);
    CREATE TABLE withdrawn_articles (
        batch TEXT NOT NULL,         -- what was withdrawn together
        id TEXT NOT NULL,            -- from here on as in articles
        address TEXT NOT NULL,
        record TEXT NOT NULL,
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        published TEXT,
        date_words TEXT NOT NULL,
        author TEXT NOT NULL,
        editor TEXT NOT NULL,
        url TEXT NOT NULL,
        body_start INTEGER NOT NULL,
        text TEXT NOT NULL,
        segments BLOB NOT NULL,
        raw BLOB NOT NULL,
        raw_digest TEXT NOT NULL,
        PRIMARY KEY (batch, id)
    );
    CREATE TABLE withdrawn_passages (
        batch TEXT NOT NULL,
        id TEXT NOT NULL,            -- from here on as in passages
        article_id TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (batch, id),
        FOREIGN KEY (batch, article_id) REFERENCES withdrawn_articles(batch, id) ON DELETE CASCADE
    );
    CREATE INDEX withdrawn_passages_by_article ON withdrawn_passages(batch, article_id);
    CREATE INDEX withdrawn_passages_by_content ON withdrawn_passages(content);
    """,
    # so that one article more costs one article: see `corpus.changes`
    """
    CREATE TABLE changes (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        token BLOB NOT NULL,         -- eight random bytes
        passage TEXT NOT NULL,
        is_vector INTEGER NOT NULL   -- 0: the passage came or went; 1: it got a vector
    );
    INSERT INTO changes (token, passage, is_vector) VALUES (randomblob(8), '', 0);
    CREATE TRIGGER passage_came AFTER INSERT ON passages BEGIN INSERT INTO changes
        (token, passage, is_vector) VALUES (randomblob(8), new.id, 0); END;
    CREATE TRIGGER passage_went AFTER DELETE ON passages BEGIN INSERT INTO changes
        (token, passage, is_vector) VALUES (randomblob(8), old.id, 0); END;
    CREATE TRIGGER vector_came AFTER INSERT ON vectors BEGIN INSERT INTO changes
        (token, passage, is_vector)
        SELECT randomblob(8), id, 1 FROM passages WHERE content = new.content; END;
    """,
)
# What came later only makes reading faster, or serves writing: what cannot be written to (a sealed
# archive, a folder of somebody else's) stays readable without it.
_READABLE = 3


def migrate(connection: sqlite3.Connection) -> None:
    """Brings the database to the newest schema.

    Raises:
        ValueError: The database was written by a newer Chuchu.
    """
    connection.execute("BEGIN IMMEDIATE")  # two processes may open a new library at once
    try:
        version = _known_version(connection)
        for number in range(version, len(MIGRATIONS)):
            for statement in MIGRATIONS[number].split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def check(connection: sqlite3.Connection) -> None:
    """Checks that the database can be read as it is, changing nothing.

    Raises:
        ValueError: It has too old a schema, or was written by a newer Chuchu.
    """
    version = _known_version(connection)
    if version < _READABLE:
        raise ValueError(
            f"its schema is version {version} of {len(MIGRATIONS)};"
            " open it once with the right to write, which brings it up to date"
        )


def _known_version(connection: sqlite3.Connection) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise ValueError(
            f"its schema is version {version}, newest known {len(MIGRATIONS)}; use a newer Chuchu"
        )
    return version
