"""Files of a library's ``quality`` folder: read, and written whole, on the disk when it returns."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.article import StoreError
from corpus.whole import file_beside, written_whole


def write_whole(file: Path, text: str) -> None:
    """Writes a file in place of what it was, or leaves that as it is.

    Raises:
        StoreError: It cannot be written.
    """
    with _told_of(file), written_whole(file) as beside:
        _write(beside, text)


def write_new(file: Path, text: str) -> bool:
    """Writes a file where there is none of its name; whether it did, and nobody else before.

    Raises:
        StoreError: It cannot be written.
    """
    with _told_of(file), file_beside(file) as whole:
        _write(whole, text)
        return _take_place(whole, file)


def lines_of(file: Path) -> Iterator[bytes]:
    """The lines of a file; none where it is not there.

    Raises:
        StoreError: It cannot be read.
    """
    try:
        with file.open("rb") as lines:
            yield from lines
    except FileNotFoundError:
        return
    except OSError as error:
        told = "{file}: cannot be read ({reason}); ask for the right to read it"
        raise StoreError(told, file=file, reason=error.strerror) from error


def _take_place(whole: Path, file: Path) -> bool:
    """Gives a file another's name, unless somebody has it; whether it did."""
    try:
        os.link(whole, file)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if file.exists():
            return False
        whole.replace(file)
    return True


def _write(file: Path, text: str) -> None:
    with file.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


@contextmanager
def _told_of(file: Path) -> Iterator[None]:
    """Makes the file's folder, and tells in one sentence why the file cannot be written.

    Raises:
        StoreError: It cannot.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        told = "{file}: cannot be written ({reason}); make room, or allow it"
        raise StoreError(told, file=file, reason=error.strerror) from error
