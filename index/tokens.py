"""Key → words: the one tokenizer, the same for questions and passages; the only user of jieba."""

import importlib.metadata
import logging
import re
from collections.abc import Callable, Mapping
from functools import cache
from math import log
from threading import Lock
from typing import Protocol

_WORD = re.compile(r"\w")

_Routes = dict[int, tuple[float, int]]  # jieba's own: by place, worth and the word's last character


class Tokenizer(Protocol):
    """Cuts keys into the words that the lexical index counts."""

    @property
    def fingerprint(self) -> str:
        """Names the tokenizer and its version; a library built with another is refused."""
        ...

    def words(self, key: str) -> list[str]:
        """The words of a key, in order, with repetitions; none for an empty key."""
        ...


class _Cutter(Protocol):
    """What we use of ``jieba.Tokenizer``."""

    FREQ: Mapping[str, int]
    total: int
    get_DAG: Callable[[str], object]
    calc: Callable[[str, object, _Routes], None]

    def cut_for_search(self, text: str) -> list[str]: ...

    def check_initialized(self) -> None: ...


class JiebaTokenizer:
    """jieba's search-mode words: long words, and the shorter words of the dictionary inside them.

    Punctuation and white space are dropped. jieba's dictionary is loaded at the first call, and
    cached by jieba itself in the system's temporary folder.
    """

    def __init__(self) -> None:
        import jieba  # noqa: PLC0415  loads its dictionary: only where words are cut

        jieba.setLogLevel(logging.WARNING)
        self._cutter: _Cutter = jieba.Tokenizer()
        _Router(self._cutter).take_over()
        self._lock = Lock()

    @property
    def fingerprint(self) -> str:
        """``jieba-<version>-search``."""
        return f"jieba-{importlib.metadata.version('jieba')}-search"

    def words(self, key: str) -> list[str]:
        """The words of a key, in order, with repetitions; none for an empty key."""
        with self._lock:  # jieba loads its dictionary on the first cut, and is not made for threads
            return [word for word in self._cutter.cut_for_search(key) if _WORD.search(word)]


class _Router:
    """Finds jieba's most likely words half as slowly as jieba, which cuts passages for minutes.

    The same words: jieba first lists all words that begin anywhere, then adds up the logarithms of
    their frequencies from the end; here both is one loop, and no logarithm is taken twice.
    """

    def __init__(self, cutter: _Cutter) -> None:
        self._cutter = cutter
        self._logs: dict[int, float] = {}

    def take_over(self) -> None:
        """Has the cutter find its words this way."""
        self._cutter.get_DAG = self._begin
        self._cutter.calc = self._find

    def _begin(self, _: str) -> object:
        """In the place of jieba's list of words: only its dictionary is made sure of."""
        self._cutter.check_initialized()
        return None

    def _find(self, text: str, _: object, routes: _Routes) -> None:
        """The worth of the best way on from each place, and where its first word ends."""
        frequency, logs = self._cutter.FREQ.get, self._logs
        nothing = -log(self._cutter.total)  # a character that is no word counts as seen once
        size = len(text)
        worth = [0.0] * (size + 1)
        routes[size] = (0, 0)
        for start in range(size - 1, -1, -1):
            best, best_end = None, start + 1
            for end in range(start + 1, size + 1):
                seen = frequency(text[start:end])
                if seen is None:  # no word goes on like this
                    break
                if not seen:  # only the beginning of a word
                    continue
                if seen not in logs:
                    logs[seen] = log(seen) + nothing
                ahead = logs[seen] + worth[end]
                if best is None or ahead >= best:  # of equal ones the longest
                    best, best_end = ahead, end
            worth[start] = nothing + worth[start + 1] if best is None else best
            routes[start] = (worth[start], best_end - 1)


def tagged(key: str) -> list[tuple[str, str]]:
    """The words of a key with jieba's part-of-speech tags, in order; they join to the key."""
    return [(pair.word, pair.flag) for pair in _tagger().cut(key)]


class _Pair(Protocol):
    word: str
    flag: str


class _Tagger(Protocol):
    def cut(self, text: str) -> list[_Pair]: ...


@cache
def _tagger() -> _Tagger:
    import jieba.posseg  # noqa: PLC0415  as above

    tagger: _Tagger = jieba.posseg.POSTokenizer()
    return tagger
