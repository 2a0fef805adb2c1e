"""Keeping a library in step with a folder: what is new, changed, and no longer there."""

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import gone
from corpus.article import ReadError
from corpus.failures import failures_of, hide
from corpus.kinds import ARCHIVES
from corpus.reader import ReadFailure, ReadOptions, find_files
from corpus.reader.walk import is_wanted, shown, system_reason
from corpus.store import Store
from qa.adding import read_found
from qa.report import Outcome

_KEPT = "nothing was removed from the library"


def sync_into(
    store: Store, folder: Path, options: ReadOptions, *, emptied: bool = False
) -> Iterator[Outcome]:
    """Adds, replaces and removes until the library is in step with a folder; article by article.

    What is removed comes last: so a file that was only moved need not be encoded anew.

    Raises:
        ReadError: The folder is not there, is none, may not be read, or holds no file any more
            though the library has articles of it (and not ``emptied``).
        StoreError: The library cannot be written to.
    """
    top = Path(os.path.abspath(folder))
    identity = _identity(top)
    listed = tuple(find_files([top], options))
    present = _present(top, listed, options)
    lost = _lost_files(store, shown(top), present)
    lone = _lost_articles(store, shown(top), present)
    if (lost or lone) and not present.paths and not emptied:
        raise ReadError(
            f"{top}: this folder holds no files any more, though the library has articles of it;"
            f" {_KEPT}; see whether its disk is connected, or say that it was emptied"
        )
    gone.doubt_others(store.database, lost)
    yield from read_found(store, listed, options)
    if (lost or lone) and _identity(top) != identity:
        raise ReadError(f"{top}: this folder was exchanged for another meanwhile; {_KEPT}")
    yield from _remove(store, lone)
    for path in lost:
        yield from _remove(store, gone.articles_only_of(store.database, path))
        gone.forget_file(store.database, path)
    yield from _remove_left_over(store, shown(top), options)


@dataclass(frozen=True, slots=True)
class _Present:
    """What is in a folder: its files, whatever their names, and what could not be looked into."""

    paths: Collection[str]
    closed: Sequence[str]

    def __contains__(self, path: object) -> bool:
        """Whether a file is there, or may be."""
        path = str(path)
        return (
            path in self.paths
            or any(path == each or path.startswith(f"{each}/") for each in self.closed)
            or os.path.lexists(path)
        )


def _present(top: Path, listed: Sequence[Path | ReadFailure], options: ReadOptions) -> _Present:
    """What the options leave out is there nonetheless."""
    narrowed = options.include or options.exclude
    found = tuple(find_files([top])) if narrowed else listed
    return _Present(
        {shown(each) for each in found if isinstance(each, Path)},
        [each.where for each in (*found, *listed) if isinstance(each, ReadFailure)],
    )


def _lost_files(store: Store, top: str, present: _Present) -> list[str]:
    return [path for path in gone.files_under(store.database, top) if path not in present]


def _lost_articles(store: Store, top: str, present: _Present) -> list[str]:
    """The articles of no known file whose address names none that is there."""
    return [
        address
        for address in gone.fileless_under(store.database, top)
        if not any(path in present for path in _files_of(address))
    ]


def _files_of(address: str) -> Iterator[str]:
    """The files that an address may name: file names may hold the sign before a record too."""
    parts = address.split("#")
    return ("#".join(parts[:count]) for count in range(1, len(parts) + 1))


def _remove_left_over(store: Store, top: str, options: ReadOptions) -> Iterator[Outcome]:
    """Removes the records and members that are gone from files that are still there."""
    for each in gone.left_over(store.database, top):
        failures = failures_of(store.database, each.path)
        if hide(failures, each.address, each.path) or _is_left_out(each, options):
            continue
        gone.forget_article(store.database, each.path, each.address)
        if not each.elsewhere:
            yield from _remove(store, [each.address])


def _is_left_out(each: gone.LeftOver, options: ReadOptions) -> bool:
    """Whether the article is of an archive's member that the options leave out."""
    top = f"{each.path}#"
    if each.kind not in ARCHIVES or not each.address.startswith(top):
        return False
    return not is_wanted(each.address.removeprefix(top).partition("#")[0], options)


def _remove(store: Store, addresses: Sequence[str]) -> Iterator[Outcome]:
    for address in addresses:
        article_id = gone.article_at(store.database, address)
        if article_id and store.remove(article_id):
            yield Outcome(address, "removed", article_id=article_id)


def _identity(folder: Path) -> tuple[int, int]:
    """Which folder it is.

    Raises:
        ReadError: It is none that is there and can be read.
    """
    try:
        os.listdir(folder)
        status = os.stat(folder)
    except FileNotFoundError as error:
        raise ReadError(
            f"{folder}: this folder is not there; {_KEPT}; see whether its disk is connected"
        ) from error
    except NotADirectoryError as error:
        raise ReadError(f"{folder}: is no folder; add a file without sync") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise ReadError(f"{folder}: {system_reason(error)}; {_KEPT}") from error
    return status.st_dev, status.st_ino
