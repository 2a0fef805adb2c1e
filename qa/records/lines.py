"""What our JSON has in common: one object a line, days as text, and which article is meant."""

import json
from typing import TypedDict

from corpus.article import Article, Heading


class CitedRecord(TypedDict):
    """The article that something stands in, and what it is."""

    article: str
    title: str
    source: str
    published: str | None


def cited(heading: Heading) -> CitedRecord:
    """The article under a heading."""
    return {
        "article": heading.record,
        "title": heading.title,
        "source": heading.source,
        "published": day_of(heading),
    }


def json_line(record: object) -> str:
    """A record as JSON on one line, Chinese as it is; dates and paths as their text."""
    return json.dumps(record, ensure_ascii=False, default=str)


def day_of(dated: Heading | Article) -> str | None:
    """The day it was published, as 2023-07-22, where that is known."""
    return dated.published.isoformat() if dated.published else None
