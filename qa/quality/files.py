"""Files of a library's ``quality`` folder: written whole, and on the disk when that returns."""

import os
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
        with written_whole(file) as beside, beside.open("w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise _unwritten(file, error) from error


def write_new(file: Path, text: str) -> bool:
    """Writes a file where there is none of its name; whether it did, and nobody else before.

    Raises:
        StoreError: It cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.open("x").close()  # takes the name, which no other call has then
    except FileExistsError:
        return False
    except OSError as error:
        raise _unwritten(file, error) from error
    try:
        write_whole(file, text)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return True


def _unwritten(file: Path, error: OSError) -> StoreError:
    told = "{file}: cannot be written ({reason}); make room, or allow it"
    return StoreError(told, file=file, reason=error.strerror)
