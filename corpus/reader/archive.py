"""ZIP and tar: their members, one by one, without ever writing one to the disk."""

import tarfile
import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from corpus.article import ReadError
from corpus.reader.base import ReadFailure, ReadOptions, Sample, Source
from corpus.reader.limited import CUT_OFF, MOST_UNPACKED, LimitedStream, buffered
from corpus.reader.walk import folders_of_pages, is_wanted
from corpus.reader.zips import ZIP_DAMAGE, check_members, open_zip, readable_name

Members = Iterator[Source | ReadFailure]
MembersOf = Callable[[Source, ReadOptions], Members]

_NOT_UNPACKED = "cannot be unpacked ({reason}); pack it again"


def opener_of(sample: Sample) -> MembersOf | None:
    """What gives the members of an archive with this sample, None where it is none."""
    if sample.head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return zip_members
    if sample.head[257:262] == b"ustar":
        return tar_members
    return None


def zip_members(source: Source, options: ReadOptions) -> Members:
    """The members of a ZIP file, in its order; those that cannot be had are failures.

    Raises:
        ReadError: Nothing more can be had of it.
    """
    unpacked = 0
    with open_zip(source.stream) as archive:
        named = [(readable_name(member), member) for member in archive.infolist()]
        of_pages = folders_of_pages(name for name, _ in named)
        for name, member in named:
            where = f"{source.address}#{name}"
            if not name or name.endswith("/") or not is_wanted(name, options, of_pages):
                continue
            unpacked += member.file_size
            _check_total(unpacked)
            reason = _climbs(name) or ("is locked; unpack it" if member.flag_bits & 1 else "")
            yield ReadFailure(where, reason) if reason else _unzip(archive, member, where, name)


def _unzip(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str, name: str
) -> Source | ReadFailure:
    try:
        stream = cast(BinaryIO, archive.open(member))
    except ZIP_DAMAGE as error:
        return ReadFailure(where, _NOT_UNPACKED.format(reason=error))
    return Source(buffered(LimitedStream(stream, member.compress_size)), where, name)


def tar_members(source: Source, options: ReadOptions) -> Members:
    """The members of a tar file, in its order; those that cannot be had are failures.

    Raises:
        ReadError: Nothing more can be had of it.
    """
    unpacked = count = 0
    of_pages: set[str] = set()  # as far as their pages came before: a tar is not read ahead
    try:
        with tarfile.open(fileobj=source.stream, mode="r:") as archive:
            for member in archive:
                count += 1
                unpacked += member.size
                _check_total(unpacked)
                check_members(count)
                of_pages |= folders_of_pages([member.name])
                if not member.isdir() and is_wanted(member.name, options, of_pages):
                    yield _untar(archive, member, f"{source.address}#{member.name}")
    except (tarfile.TarError, EOFError, ValueError) as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(CUT_OFF) from error


def _untar(archive: tarfile.TarFile, member: tarfile.TarInfo, where: str) -> Source | ReadFailure:
    if not member.isfile():
        return ReadFailure(where, "is a link or a device, not a file; pack the file itself")
    reason = _climbs(member.name)
    stream = archive.extractfile(member)
    if reason or stream is None:
        return ReadFailure(where, reason or "is no file; pack the file itself")
    return Source(buffered(LimitedStream(cast(BinaryIO, stream), member.size)), where, member.name)


def _climbs(name: str) -> str:
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or not parts[0] or ":" in parts[0]:
        return "has a path that leads out of the archive; pack it again without"
    return ""


def _check_total(unpacked: int) -> None:
    if unpacked > MOST_UNPACKED:
        most = MOST_UNPACKED >> 30
        raise ReadError("unpacks to more than {most} GB; unpack it yourself", most=most)
