"""Of what kind a file is: the format that it is read as, or the archive that it is."""

import os
from pathlib import Path
from typing import BinaryIO

from corpus.article import ReadError
from corpus.reader.archive import zip_members
from corpus.reader.base import Sample
from corpus.reader.formats import MOST_DEPTH, choose, choose_way, take_sample
from corpus.reader.limited import unpack
from corpus.reader.walk import shown

ARCHIVES = ("ZIP", "tar")
_NOTHING = Sample(b"")


def kind_of(path: Path) -> str:
    """The name of the file's format, or of `ARCHIVES`; by its name where it cannot be read."""
    name = os.path.basename(shown(path))
    try:
        with open(path, "rb") as stream:
            return _kind(stream, name)
    except (OSError, ReadError):
        return choose(_NOTHING, name).name


def _kind(stream: BinaryIO, name: str, depth: int = 0) -> str:
    sample = take_sample(stream)
    unpacked = unpack(stream, name, sample.head) if depth < MOST_DEPTH else None
    if unpacked:
        return _kind(*unpacked, depth + 1)
    format_, members_of = choose_way(sample, name)
    if members_of is None:
        return format_.name
    return "ZIP" if members_of is zip_members else "tar"
