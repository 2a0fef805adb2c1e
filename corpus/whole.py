"""Files that are written whole or not at all."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def file_beside(path: Path) -> Iterator[Path]:
    """Gives a file beside ``path``, this thread's own, which goes with the context."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_native_id()}")
    try:
        yield beside
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Gives a file beside ``path``, this thread's own, to write to; it takes the path's place.

    Where writing fails, what stood at ``path`` stays, and nothing else does.

    Raises:
        OSError: The file cannot take its place.
    """
    with file_beside(path) as beside:
        yield beside
        beside.replace(path)
