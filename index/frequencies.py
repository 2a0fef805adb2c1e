"""The tokenizer's dictionary as a mapped file: words are looked up in it without loading it.

Loading half a million words takes as long as answering a question; looking up those of a question
in a sorted file takes a millisecond.
"""

import logging
import mmap
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from corpus.whole import written_whole

logger = logging.getLogger(__name__)

_MAGIC = b"words 1\n"
_HEAD = struct.Struct("<8sQQQ")  # magic, words, the sum of their frequencies, bytes of their text
_NUMBER = 4  # bytes


class Frequencies(Protocol):
    """How often words occur: 0 for what is only the beginning of one."""

    def get(self, word: str, /) -> int | None:
        """The frequency of a word; None for one that is not there."""
        ...


class MappedFrequencies:
    """The frequencies in a file that `write_frequencies` wrote.

    Args:
        path: The file.

    Raises:
        OSError: It cannot be read.
        ValueError: It is no such file, or not whole.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        if len(data) < _HEAD.size:
            raise ValueError(f"{path} is no dictionary, with its {len(data)} bytes: delete it")
        magic, self._count, self.total, size = _HEAD.unpack(data[: _HEAD.size])
        starts = _HEAD.size + _NUMBER * (self._count + 1)
        counts = starts + _NUMBER * self._count
        if magic != _MAGIC or len(data) != counts + size:
            raise ValueError(f"{path} is no dictionary, or not whole: delete it")
        self._starts = data[_HEAD.size : starts].cast("I")
        self._counts = data[starts:counts].cast("I")
        self._text = data[counts:]

    def get(self, word: str, /) -> int | None:
        """The frequency of a word; None for one that is not there."""
        wanted = word.encode("utf-8", "surrogatepass")
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            found = bytes(self._text[self._starts[middle] : self._starts[middle + 1]])
            if found == wanted:
                return int(self._counts[middle])
            low, high = (middle + 1, high) if found < wanted else (low, middle)
        return None


def write_frequencies(path: Path, frequencies: Mapping[str, int], total: int) -> None:
    """Writes frequencies and their sum to a file, whole or not at all.

    Raises:
        OSError: It cannot be written.
    """
    words = sorted((word.encode("utf-8", "surrogatepass"), n) for word, n in frequencies.items())
    starts = [0]
    for word, _ in words:
        starts.append(starts[-1] + len(word))
    layout = f"{len(starts)}I"
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(path) as beside, beside.open("wb") as file:
        file.write(_HEAD.pack(_MAGIC, len(words), total, starts[-1]))
        file.write(struct.pack(layout, *starts))
        file.write(struct.pack(f"{len(words)}I", *(number for _, number in words)))
        file.write(b"".join(word for word, _ in words))


def open_frequencies(path: Path) -> MappedFrequencies | None:
    """The frequencies in a file; None where there is none that can be read."""
    try:
        return MappedFrequencies(path)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        logger.warning("%s: the dictionary is loaded whole", error)
        return None
