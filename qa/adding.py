"""Files → articles in the store: what the adding of a library does, article by article."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.article import RawArticle, ReadError, digest
from corpus.clean import READING_VERSION, make_article
from corpus.groups import catch_up
from corpus.reader import ReadFailure, ReadOptions, find_files, read_articles
from corpus.split import make_passages
from corpus.store import Store
from index.context import content_digest
from qa.report import Outcome


def read_into(store: Store, paths: Sequence[Path], options: ReadOptions) -> Iterator[Outcome]:
    """Stores the articles of files and folders, one transaction each; what became of each.

    Raises:
        StoreError: The library cannot be written to.
    """
    catch_up(store.database)
    for found in find_files(paths, options):
        if isinstance(found, ReadFailure):
            yield _failed(found)
            continue
        for raw in read_articles(found, options):
            yield _failed(raw) if isinstance(raw, ReadFailure) else _stored(store, raw)


def _failed(failure: ReadFailure) -> Outcome:
    return Outcome(failure.where, "failed", failure.reason)


def _stored(store: Store, raw: RawArticle) -> Outcome:
    seen = _raw_digest(raw)
    if store.raw_digest(raw.address) == seen:  # spares the cleaning of what has not changed
        return Outcome(raw.address, "unchanged")
    try:
        article = make_article(raw)
    except ReadError as error:
        return Outcome(raw.address, "failed", str(error))
    passages = [(p, content_digest(article, p)) for p in make_passages(article)]
    return Outcome(raw.address, store.put(article, passages, seen), article_id=article.id)


def _raw_digest(raw: RawArticle) -> str:
    fields = (raw.title, raw.published, raw.source, raw.author, raw.url, raw.record, raw.text)
    return digest(str(READING_VERSION), *fields)
