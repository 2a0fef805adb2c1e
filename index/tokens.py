"""Key → words: the one tokenizer, the same for questions and passages; the only user of jieba."""

import importlib.metadata
import logging
import re
from functools import cache
from threading import Lock
from typing import Protocol

_WORD = re.compile(r"\w")


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

    def cut_for_search(self, text: str) -> list[str]: ...


class JiebaTokenizer:
    """jieba's search-mode words: long words, and the shorter words of the dictionary inside them.

    Punctuation and white space are dropped. jieba's dictionary is loaded at the first call, and
    cached by jieba itself in the system's temporary folder.
    """

    def __init__(self) -> None:
        import jieba  # noqa: PLC0415  loads its dictionary: only where words are cut

        jieba.setLogLevel(logging.WARNING)
        self._cutter: _Cutter = jieba.Tokenizer()
        self._lock = Lock()

    @property
    def fingerprint(self) -> str:
        """``jieba-<version>-search``."""
        return f"jieba-{importlib.metadata.version('jieba')}-search"

    def words(self, key: str) -> list[str]:
        """The words of a key, in order, with repetitions; none for an empty key."""
        with self._lock:  # jieba loads its dictionary on the first cut, and is not made for threads
            return [word for word in self._cutter.cut_for_search(key) if _WORD.search(word)]


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
