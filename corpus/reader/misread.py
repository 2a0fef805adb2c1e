"""Text that was read in a wrong encoding once and saved so: its characters are other ones."""

from typing import Final

from corpus.reader.common_characters import COMMON
from corpus.reader.mixed import has_utf8

MISREAD: Final = (
    "was read in a wrong encoding before it was saved; save it as UTF-8 from its original"
)
_REPLACED: Final = "锟斤拷"  # what GB18030 reads where UTF-8 holds two signs for lost characters
_LOST: Final = 3  # times, at least
_MOSTLY: Final = 0.5  # of the characters beyond ASCII: an article may write of it many times
_JUDGED: Final = 5000  # characters
_FEW: Final = 12  # characters beyond ASCII, and fewer prove nothing
_NEARLY_ALL: Final = 0.9  # of these, that a wrong encoding of one byte a character gives
_SURE: Final = 0.6  # the share of common characters among those that it should have been


def was_misread(text: str) -> bool:
    """Whether Chinese was read as Windows-1252 (æ–°é—», ÐÂÎÅ), or was lost in between (锟斤拷)."""
    if _is_lost(text):
        return True
    head = text[:_JUDGED]
    beyond = [c for c in head if not c.isascii()]
    data = b"".join(map(_byte, head))
    if len(beyond) < _FEW or len(data) - (len(head) - len(beyond)) < _NEARLY_ALL * len(beyond):
        return False
    return has_utf8(data) or any(_is_chinese(data, each) for each in ("gb18030", "big5hkscs"))


def _is_lost(text: str) -> bool:
    times = text.count(_REPLACED)
    beyond = sum(not c.isascii() for c in text) if times >= _LOST else 0
    return times >= _LOST and times * len(_REPLACED) >= _MOSTLY * beyond


def _byte(character: str) -> bytes:
    """The byte that was read as a character, nothing where none was."""
    if character <= "\xff":  # where Windows-1252 has no character, the byte itself is written
        return character.encode("latin-1")
    return character.encode("cp1252", "ignore")


def _is_chinese(data: bytes, encoding: str) -> bool:
    chinese = [c for c in data.decode(encoding, "replace") if not c.isascii()]
    return sum(c in COMMON for c in chinese) >= _SURE * len(chinese)
