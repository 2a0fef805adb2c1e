"""Small stand-ins for slow parts, deterministic and without any file."""

from collections.abc import Mapping, Sequence
from zlib import crc32

import numpy as np

from index.encoder import Matrix
from index.tokens import JiebaTokenizer
from qa.text.names import Word


class CountingTokenizer(JiebaTokenizer):
    """Counts the keys that it cuts."""

    def __init__(self) -> None:
        super().__init__()
        self.cut = 0

    def words(self, key: str) -> list[str]:
        self.cut += 1
        return super().words(key)


class HashEncoder:
    """An encoder whose rows are hashed bags of characters: texts that share characters are near.

    The same on every machine and in every process; white space and case do not count, and a text
    without characters lies on the first axis.
    """

    def __init__(self, dim: int = 64) -> None:
        self._dim = dim

    @property
    def fingerprint(self) -> str:
        return f"hash-{self._dim}"

    @property
    def dim(self) -> int:
        return self._dim

    def encode_queries(self, texts: Sequence[str], language: str = "") -> Matrix:
        return self._rows(texts)

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        return self._rows(texts)

    def _rows(self, texts: Sequence[str]) -> Matrix:
        rows = np.zeros((len(texts), self._dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            self._count(text, row)
        norms: Matrix = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / norms

    def _count(self, text: str, row: Matrix) -> None:
        characters = "".join(text.lower().split())
        for character in characters:
            row[crc32(character.encode("utf-8", "surrogatepass")) % self._dim] += 1
        if not characters:
            row[0] = 1


class TaggedNames:
    """Cuts the known words out of keys with their tags, and all others into nouns of a letter."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known

    def words(self, key: str) -> tuple[Word, ...]:
        found: list[Word] = []
        at = 0
        while at < len(key):
            word = next((each for each in self._known if key.startswith(each, at)), key[at])
            found.append(Word(at, at + len(word), self._known.get(word, "n")))
            at += len(word)
        return tuple(found)

    def words_of(self, keys: Sequence[str]) -> list[tuple[Word, ...]]:
        return [self.words(key) for key in keys]
