"""What several benchmarks are called with: a library that is there."""

from argparse import ArgumentTypeError
from pathlib import Path

from corpus.database import DATABASE


def library(typed: str) -> Path:
    """The folder of a library, for `argparse`; none is made.

    Raises:
        ArgumentTypeError: There is no library.
    """
    if not (Path(typed) / DATABASE).is_file():
        raise ArgumentTypeError(f"{typed}: there is no library here; `python -m qa add` makes one")
    return Path(typed)
