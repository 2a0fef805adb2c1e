"""Files of a library's ``quality`` folder: written whole, and on the disk when that returns."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.article import StoreError
from corpus.whole import written_whole


def write_whole(file: Path, text: str) -> None:
    """Writes a file in place of what it was, or leaves that as it is.

    Raises:
        StoreError: It cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(file) as beside:
            _write(beside, text)
    except OSError as error:
        raise _unwritten(file, error) from error


def write_new(file: Path, text: str) -> bool:
    """Writes a file where there is none of its name; whether it did, and nobody else before.

    Raises:
        StoreError: It cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with _beside(file) as whole:
            _write(whole, text)
            _take_place(whole, file)
    except FileExistsError:
        return False
    except OSError as error:
        raise _unwritten(file, error) from error
    return True


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A file of this thread's own beside one, which goes with the context."""
    own = file.with_name(f"{file.name}.{os.getpid()}.{threading.get_native_id()}")
    try:
        yield own
    finally:
        own.unlink(missing_ok=True)


def _take_place(whole: Path, file: Path) -> None:
    """Gives a file another's name, which nobody has.

    Raises:
        FileExistsError: Somebody has.
    """
    try:
        os.link(whole, file)
    except FileExistsError:
        raise
    except OSError as error:  # a file system without links
        if file.exists():
            raise FileExistsError from error
        whole.replace(file)


def _write(file: Path, text: str) -> None:
    with file.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def _unwritten(file: Path, error: OSError) -> StoreError:
    told = "{file}: cannot be written ({reason}); make room, or allow it"
    return StoreError(told, file=file, reason=error.strerror)
