"""Files → articles in the store: what the adding of a library does, article by article."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.article import RawArticle, ReadError, digest
from corpus.cleaning.clean import READING_VERSION, make_article
from corpus.failures import failed_under, forget_failures
from corpus.files import Files, Look, Reading, look_at
from corpus.groups import catch_up
from corpus.kinds import kind_of
from corpus.putting import Stored
from corpus.reader import ReadFailure, ReadOptions, find_files, read_articles
from corpus.reader.walk import shown
from corpus.split import make_passages
from corpus.store import Store
from index.context import content_digest
from qa.addresses import UPLOAD
from qa.report import Outcome
from qa.sent import SentArticles

# Every transaction writes whole pages of the database, a hundred for one article and hardly more
# for the next: so many share one, unless they come slowly. It is what a killed build loses.
_AT_ONCE: Final = 512
_A_MOMENT: Final = 1.0  # seconds

_Given = RawArticle | ReadFailure


@dataclass(frozen=True, slots=True)
class Received:
    """A file that somebody sent: where it lies for the moment, and what it is called for good.

    Attributes:
        path: Where it lies now.
        name: What its sender calls it; other files may be called the same.
    """

    path: Path
    name: str

    @property
    def address(self) -> str:
        """What its articles are addressed by."""
        return f"{UPLOAD}{self.name}"


def named_path(path: str | Path) -> Path:
    """A path as it is given; an empty text is none, and not the folder of now.

    Raises:
        ReadError: It is empty.
    """
    if path == "":
        raise ReadError("a path is empty; name a file or a folder")
    return Path(path)


def read_into(store: Store, paths: Sequence[Path], options: ReadOptions) -> Iterator[Outcome]:
    """Stores the articles of files and folders; what became of each, when it is stored.

    A file that looks as it did when it was read last is not read again, unless it is named itself.

    Raises:
        StoreError: The library cannot be written to.
    """
    named = {Path(os.path.abspath(path)) for path in paths}
    yield from read_found(store, find_files(paths, options), options, named)
    for path in named:
        gone = [each for each in failed_under(store.database, shown(path)) if _is_gone(each)]
        forget_failures(store.database, gone)


def take_given(store: Store, given: Iterable[RawArticle | ReadFailure]) -> Iterator[Outcome]:
    """Stores articles that come from no file; what became of each, when it is stored.

    Raises:
        StoreError: The library cannot be written to.
    """
    catch_up(store.database)
    for some in _gathered(given):
        yield from _stored(store, some)


def read_received(
    store: Store,
    files: Sequence[Received],
    on_file: Callable[[int, int], None],
) -> Iterator[Outcome]:
    """Stores the articles of files that were sent; what became of each.

    An article takes the place of no other that has its name; it is told apart, and that is said.

    Args:
        store: The library.
        files: The files, in order.
        on_file: Called with how many files are read and how many there are.

    Raises:
        StoreError: The library cannot be written to.
    """
    catch_up(store.database)
    known, options = Files(store.database), ReadOptions()
    for number, each in enumerate(files):
        on_file(number, len(files))
        sent = SentArticles(store.database)
        file = _File(each.path, each.address, options, look_at(each.path))
        given = map(sent.own, read_articles(file.path, options, file.address))
        yield from map(sent.told, _read(store, known, file, given))
    on_file(len(files), len(files))


def read_found(
    store: Store,
    found: Iterable[Path | ReadFailure],
    options: ReadOptions,
    named: frozenset[Path] | set[Path] = frozenset(),
) -> Iterator[Outcome]:
    """Stores the articles of the files found; what became of each.

    Args:
        store: The library.
        found: The files, and what could not be looked into.
        options: How they are read.
        named: The files that are read even if they have not changed.

    Raises:
        StoreError: The library cannot be written to.
    """
    catch_up(store.database)
    files = Files(store.database)
    for each in found:
        if isinstance(each, ReadFailure):
            yield _failed(each)
            continue
        path, way, look = shown(each), _way(options), look_at(each)
        known = files.unchanged(path, look, way) if look and each not in named else None
        if known:
            yield from (Outcome(address, "unchanged") for address in known.addresses)
            yield from map(_failed, known.failures)
        else:
            file = _File(each, path, options, look)
            yield from _read(store, files, file, read_articles(each, options, path))


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read: where it lies, what it is addressed by, how it is read, how it looked."""

    path: Path
    address: str
    options: ReadOptions
    look: Look | None


def _read(store: Store, files: Files, file: _File, given: Iterable[_Given]) -> Iterator[Outcome]:
    """Reads a file, and keeps how it looked before that: what changes meanwhile is read again."""
    addresses: list[str] = []
    failures: list[ReadFailure] = []
    for some in _gathered(given):
        for outcome in _stored(store, some):
            if outcome.change == "failed":
                failures.append(ReadFailure(outcome.where, outcome.reason))
            else:
                addresses.append(outcome.where)
            yield outcome
    if file.look and (addresses or look_at(file.path)):  # one that is gone by now has not failed
        way, kind = _way(file.options), kind_of(file.path)
        files.keep(Reading(file.address, file.look, way, kind, addresses, failures))


def _way(options: ReadOptions) -> str:
    return digest(str(READING_VERSION), repr(options))


def _is_gone(path: str) -> bool:
    return not os.path.lexists(path)


def _failed(failure: ReadFailure) -> Outcome:
    return Outcome(failure.where, "failed", failure.reason)


def _gathered(given: Iterable[_Given]) -> Iterator[list[_Given]]:
    """What is stored at once: in order, so many, or as many as a moment brings."""
    some: list[_Given] = []
    began = time.monotonic()
    for each in given:
        some.append(each)
        if len(some) == _AT_ONCE or time.monotonic() - began > _A_MOMENT:
            yield some
            some, began = [], time.monotonic()
    if some:
        yield some


def _stored(store: Store, given: Sequence[_Given]) -> list[Outcome]:
    """Stores articles in one transaction; what became of each, in order."""
    made = [_made(store, each) for each in given]
    changes = iter(store.put_all([each for each in made if isinstance(each, Stored)]))
    return [
        each
        if isinstance(each, Outcome)
        else Outcome(each.article.address, next(changes), article_id=each.article.id)
        for each in made
    ]


def _made(store: Store, raw: _Given) -> Stored | Outcome:
    """What is to be stored of an article; its outcome where that is nothing."""
    if isinstance(raw, ReadFailure):
        return _failed(raw)
    seen = _raw_digest(raw)
    if store.raw_digest(raw.address) == seen:  # spares the cleaning of what has not changed
        return Outcome(raw.address, "unchanged")
    try:
        article = make_article(raw)
    except ReadError as error:
        return Outcome(raw.address, "failed", str(error))
    passages = [(p, content_digest(article, p)) for p in make_passages(article)]
    return Stored(article, passages, seen)


def _raw_digest(raw: RawArticle) -> str:
    fields = (raw.title, raw.published, raw.source, raw.author, raw.url, raw.record, raw.text)
    editor = (raw.editor,) if raw.editor else ()  # so that what has none is known from before
    return digest(str(READING_VERSION), *fields, *editor)
