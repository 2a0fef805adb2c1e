"""How many articles there are, by month and by format."""

from corpus.database import Database


def months(database: Database) -> tuple[tuple[str, int], ...]:
    """The months ("2023-07") with their numbers of articles, newest first, "" for no date last."""
    rows = database.rows(
        "SELECT coalesce(substr(published, 1, 7), '') AS month, count(*) FROM articles"
        " GROUP BY month ORDER BY month DESC"
    )
    return tuple((month, number) for month, number in rows)


def formats(database: Database) -> tuple[tuple[str, int], ...]:
    """The formats of files with the numbers of articles they gave, most first, ties by name.

    An archive is a format of its own; what was added before files were remembered is left out.
    """
    rows = database.rows(
        "SELECT kind, count(DISTINCT address) AS n FROM files JOIN file_articles ON file = number"
        " WHERE address IN (SELECT address FROM articles) GROUP BY kind ORDER BY n DESC, kind"
    )
    return tuple((kind, number) for kind, number in rows)
