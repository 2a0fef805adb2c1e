"""ZIP files, opened with suspicion: every Office file and e-book is one."""

import lzma
import struct
import zipfile
import zlib
from typing import BinaryIO

from corpus.article import ReadError
from corpus.reader.decode import decode
from corpus.reader.limited import CUT_OFF, most_unpacked

# What the standard library raises over ZIP files that are not what they should be.
ZIP_DAMAGE = (
    *(zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError),
    *(ValueError, struct.error, zlib.error, lzma.LZMAError),
)
MOST_MEMBERS = 100_000


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """The ZIP file.

    Raises:
        ReadError: It is damaged, or would unpack to more than honest files do.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except ZIP_DAMAGE as error:
        raise ReadError(CUT_OFF) from error
    check_members(len(archive.infolist()))
    return archive


def check_members(count: int) -> None:
    """Refuses an archive with more members than honest ones have.

    Raises:
        ReadError: It has.
    """
    if count > MOST_MEMBERS:
        raise ReadError("holds more than {most} files; unpack it yourself", most=MOST_MEMBERS)


def check_whole(archive: zipfile.ZipFile) -> None:
    """Refuses an archive that is to be unpacked whole, as Office files are, where it is a bomb.

    Raises:
        ReadError: It would unpack to more than honest files do.
    """
    unpacked = sum(member.file_size for member in archive.infolist())
    packed = sum(member.compress_size for member in archive.infolist())
    if unpacked > most_unpacked(packed):
        raise ReadError("unpacks to far more than it should, as a bomb would; save it anew")


def member_names(stream: BinaryIO) -> frozenset[str]:
    """The names of a ZIP file's members, none where it is damaged; the stream is rewound."""
    try:
        return frozenset(zipfile.ZipFile(stream).namelist())
    except ZIP_DAMAGE:
        return frozenset()
    finally:
        stream.seek(0)


def readable_name(member: zipfile.ZipInfo) -> str:
    """The member's name; one that is not marked as Unicode is read as Chinese where it fits."""
    if member.flag_bits & 0x800 or member.filename.isascii():
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    try:
        return decode(raw)
    except ReadError:
        return member.filename
