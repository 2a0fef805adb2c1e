"""Files that are written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Gives a file beside ``path``, this process's own, to write to; it takes the path's place.

    Where writing fails, what stood at ``path`` stays.

    Raises:
        OSError: The file cannot take its place.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    yield beside
    beside.replace(path)
