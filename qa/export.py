"""What a library holds, taken out of it: articles as JSON lines, or a copy of the whole."""

import zipfile
from collections.abc import Callable, Iterator
from errno import ENOSPC
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypedDict

from corpus.article import Article, StoreError
from corpus.database import DATABASE, Database
from qa.quality.judging import QUALITY

_FAST: Final = 1  # most of a library is compressed already
_BLOCK: Final = 1 << 20


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


def export_record(article: Article) -> ExportRecord:
    """All that people read of an article.

    Paragraphs are divided by empty lines: so adding the line to a library gives the same text.
    """
    return {
        "id": article.record,
        "title": article.title,
        "published": str(article.published or article.date_words),
        "source": article.source,
        "author": article.author,
        "editor": article.editor,
        "url": article.url,
        "text": article.text.replace("\n", "\n\n"),
    }


def copy_library(
    database: Database,
    folder: Path,
    target: Path,
    on_bytes: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """Writes a ZIP file of a library as it is now, without what is derived; unpacked, it opens.

    An older file of that name is replaced when the new one is whole; if it fails, it stays.

    Args:
        database: The library's.
        folder: The library's.
        target: The ZIP file.
        on_bytes: Called with how many bytes are packed and how many there are.

    Raises:
        StoreError: The file cannot be written, the disk is full.
    """
    try:
        with TemporaryDirectory(dir=target.parent) as scratch:
            copy = Path(scratch) / DATABASE
            database.copy_to(copy)
            files = {copy: DATABASE, **dict(_kept(folder))}
            total = sum(file.stat().st_size for file in files)
            done = 0
            packed = Path(scratch) / "packed.zip"
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST) as archive:
                for file, name in files.items():
                    for size in _packed(archive, file, name):
                        done += size
                        on_bytes(min(done, total), total)
            packed.replace(target)
    except OSError as error:
        cure = "make room" if error.errno == ENOSPC else "name a file that you may write"
        told = "{file}: cannot be written ({reason}); {cure}"
        raise StoreError(told, file=target, reason=error.strerror, cure=cure) from error


def _kept(folder: Path) -> Iterator[tuple[Path, str]]:
    """What lies beside the database and is not derived, with its names in the copy."""
    for file in sorted((folder / QUALITY).rglob("*")):
        if file.is_file():
            yield file, file.relative_to(folder).as_posix()


def _packed(archive: zipfile.ZipFile, file: Path, name: str) -> Iterator[int]:
    """Packs a file, block by block; the size of each."""
    with file.open("rb") as source, archive.open(name, "w", force_zip64=True) as member:
        while block := source.read(_BLOCK):
            member.write(block)
            yield len(block)
