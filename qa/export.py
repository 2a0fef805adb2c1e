"""What a library holds, taken out of it: articles as JSON lines, or a copy of the whole."""

import zipfile
from collections.abc import Collection, Iterator
from errno import ENOSPC
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypedDict

from corpus.article import Article, StoreError
from corpus.connection import DAMAGED
from corpus.database import DATABASE, Database
from qa.quality.judging import QUALITY

_DIGITS: Final = 8  # of an article's id, behind a record that others have, too
_FAST: Final = 1  # most of a library is compressed already


class ExportRecord(TypedDict):
    """An article as a line of JSON, with the names that adding reads."""

    id: str
    title: str
    published: str
    source: str
    author: str
    editor: str
    url: str
    text: str


def export_record(article: Article, shared: Collection[str] = ()) -> ExportRecord:
    """All that people read of an article.

    Paragraphs are divided by empty lines: so adding the line to a library gives the same text.

    Args:
        article: The article.
        shared: Records that others have, too: where no URL tells it apart, digits of its own do.
    """
    apart = article.record in shared and not article.url
    return {
        "id": f"{article.record}~{article.id[:_DIGITS]}" if apart else article.record,
        "title": article.title,
        "published": str(article.published or article.date_words),
        "source": article.source,
        "author": article.author,
        "editor": article.editor,
        "url": article.url,
        "text": article.text.replace("\n", "\n\n"),
    }


def copy_library(database: Database, folder: Path, target: Path) -> None:
    """Writes a ZIP file of a library as it is now, without what is derived; unpacked, it opens.

    An older file of that name is replaced when the new one is whole; if it fails, it stays.

    Args:
        database: The library's.
        folder: The library's.
        target: The ZIP file, called so: under another name nobody would know it for one, and what
            was called so, such as the articles that were added, would be lost.

    Raises:
        StoreError: The file is called otherwise or cannot be written, the disk is full, or the
            library is damaged.
    """
    check_apart(folder, target)
    if target.suffix.lower() != ".zip":
        told = "{path}: a copy is a ZIP file; call it {name}"
        raise StoreError(told, path=target, name=f"{target.stem or 'copy'}.zip")
    try:
        with TemporaryDirectory(dir=target.parent) as scratch:
            copy = Path(scratch) / DATABASE
            database.copy_to(copy)
            _check_whole(copy, database.path)
            files = {copy: DATABASE, **dict(_kept(folder))}
            packed = Path(scratch) / "packed.zip"
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST) as archive:
                for file, name in files.items():
                    archive.write(file, name)
            packed.replace(target)
    except OSError as error:
        cure = "make room" if error.errno == ENOSPC else "name a file that you may write"
        told = "{file}: cannot be written ({reason}); {cure}"
        raise StoreError(told, file=target, reason=error.strerror, cure=cure) from error


def check_apart(folder: Path, target: Path) -> None:
    """Refuses to write over a library's own database.

    Raises:
        StoreError: The target is the database, or a file that belongs to it.
    """
    if target.name.startswith(DATABASE) and target.parent.resolve() == folder.resolve():
        told = "{path}: this is the library itself; name another file"
        raise StoreError(told, path=target)


def _check_whole(copy: Path, original: Path) -> None:
    """Makes sure that all of a copy can be read, before it takes the place of an older one.

    Raises:
        StoreError: It cannot, so neither can the library.
    """
    copied = Database(copy, read_only=True)
    try:
        for _ in copied.stream("SELECT * FROM articles"):
            pass
    except StoreError as error:
        raise StoreError(DAMAGED, path=original) from error
    finally:
        copied.close()


def _kept(folder: Path) -> Iterator[tuple[Path, str]]:
    """What lies beside the database and is not derived, with its names in the copy."""
    for file in sorted((folder / QUALITY).rglob("*")):
        if file.is_file():
            yield file, file.relative_to(folder).as_posix()
