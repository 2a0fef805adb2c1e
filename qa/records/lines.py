"""What our JSON has in common: one object a line, and days as text."""

import json

from corpus.article import Article, Heading


def json_line(record: object) -> str:
    """A record as JSON on one line, Chinese as it is; dates and paths as their text."""
    return json.dumps(record, ensure_ascii=False, default=str)


def day_of(dated: Heading | Article) -> str | None:
    """The day it was published, as 2023-07-22, where that is known."""
    return dated.published.isoformat() if dated.published else None
