"""Of what kind a file is: the format that it is read as, or the archive that it is."""

import os
from pathlib import Path
from typing import BinaryIO

from corpus.article import ReadError
from corpus.reader import Sample, choose
from corpus.reader.archive import opener_of, zip_members
from corpus.reader.limited import unpack
from corpus.reader.txt import TXT
from corpus.reader.walk import shown
from corpus.reader.zips import member_names

ARCHIVES = ("ZIP", "tar")
_HEAD = 4096
_DEPTH = 3  # packings within one another; more are not read
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
    head = stream.read(_HEAD)
    stream.seek(0)
    unpacked = unpack(stream, name, head) if depth < _DEPTH else None
    if unpacked:
        return _kind(*unpacked, depth + 1)
    is_zip = head.startswith(b"PK\x03\x04")
    sample = Sample(head, member_names(stream) if is_zip else frozenset())
    format_, members = choose(sample, name), opener_of(sample)
    if members is None or (sample.members and format_ is not TXT):
        return format_.name
    return "ZIP" if members is zip_members else "tar"
