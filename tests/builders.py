"""Makes articles, passages and small libraries for tests."""

import datetime
from collections.abc import Mapping, Sequence

import numpy as np

from corpus.article import Article, CleanText, Heading, Passage, Segment, digest
from corpus.putting import PutChange, Stored
from corpus.split import Sizes, make_passages
from corpus.store import Store
from index.context import content_digest
from index.cross_encoder import Reading
from index.fold import fold
from index.hits import Hit
from qa.ranking.found import Found
from qa.short import Candidate


def make_article(
    text: str,
    *,
    address: str = "",
    title: str = "",
    source: str = "",
    published: str = "",
    record: str = "",
    body_start: int = 0,
) -> Article:
    """An article whose raw text is its text; its address is made of the text where not given."""
    place = address or f"news/{digest(text)}.txt"
    identity = digest(place, title, text)
    return Article(
        id=identity,
        record=record or identity,
        address=place,
        title=title,
        source=source,
        published=datetime.date.fromisoformat(published) if published else None,
        date_words=published,
        author="",
        editor="",
        url="",
        body_start=body_start,
        clean=CleanText(text, (Segment(0, 0, len(text)),) if text else ()),
        raw=text,
    )


def with_digests(
    article: Article, passages: Sequence[Passage] | None = None
) -> list[tuple[Passage, str]]:
    """The passages of an article as `Stored` takes them; split here where not given."""
    chosen = make_passages(article, Sizes(40, 8)) if passages is None else passages
    return [(passage, content_digest(article, passage)) for passage in chosen]


def put(store: Store, *articles: Article) -> list[PutChange]:
    """Stores articles with their passages, each in a transaction of its own."""
    stored = (Stored(each, with_digests(each), digest(each.raw)) for each in articles)
    return [store.put_all([each])[0] for each in stored]


def number_id(number: int) -> str:
    """The id of a passage that stands for a number."""
    return f"{number:016x}"


def make_found(text: str, title: str = "", score: float = 0.0, *answers: Candidate) -> Found:
    """A passage found, of an article of that title, with what may answer in it."""
    passage = Passage(digest(text), "a", 0, len(text), text)
    heading = Heading("a", "a", title, "", None, "", "")
    return Found(Hit(passage.id, score, 1), passage, fold(text), heading, answers)


def make_reading(odds: Mapping[int, float], *ends: int) -> Reading:
    """A reading by where answers begin; each ends one character on, if nothing else is said."""
    starts = np.array(list(odds), dtype=np.int64)
    behind = np.array(ends, dtype=np.int64) if ends else starts + 1
    return Reading(starts, np.array(list(odds.values()), dtype=np.float32), behind)
