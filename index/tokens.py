"""Key → words: the one tokenizer, the same for questions and passages; the only user of jieba."""

import importlib.metadata
import logging
import re
from collections.abc import Callable
from math import log
from pathlib import Path
from threading import Lock
from typing import Final, Protocol

from index.encoder_folder import cache_folder
from index.frequencies import Frequencies, open_frequencies, write_frequencies

logger = logging.getLogger(__name__)

_WORD = re.compile(r"\w")
# Looking up the words of so many characters takes as long as loading the dictionary.
_FEW: Final = 20_000

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

    FREQ: Frequencies
    total: int
    initialized: bool
    get_DAG: Callable[[str], object]
    calc: Callable[[str, object, _Routes], None]

    def cut_for_search(self, text: str) -> list[str]: ...

    def initialize(self) -> None: ...


class JiebaTokenizer:
    """jieba's search-mode words: long words, and the shorter words of the dictionary inside them.

    Punctuation and white space are dropped. Few words are looked up in a file of jieba's dictionary
    that is kept in the user's cache folder; from some thousand on, the dictionary is loaded.
    """

    def __init__(self) -> None:
        import jieba  # noqa: PLC0415  reads files: only where words are cut

        jieba.setLogLevel(logging.WARNING)
        self._cutter: _Cutter = jieba.Tokenizer()
        _Router(self._cutter).take_over()
        self._lock = Lock()
        self._is_whole = False
        self._cut = 0  # characters so far

    @property
    def fingerprint(self) -> str:
        """``jieba-<version>-search``."""
        return f"jieba-{importlib.metadata.version('jieba')}-search"

    def words(self, key: str) -> list[str]:
        """The words of a key, in order, with repetitions; none for an empty key."""
        with self._lock:  # jieba is not made for threads
            self._open(len(key))
            return [word for word in self._cutter.cut_for_search(key) if _WORD.search(word)]

    def _open(self, size: int) -> None:
        """Makes sure of the dictionary before so many more characters are cut."""
        if self._is_whole:
            return
        self._cut += size
        if self._cut <= _FEW and self._cutter.initialized:
            return
        mapped = open_frequencies(_kept(self.fingerprint))
        if mapped and self._cut <= _FEW:
            self._cutter.FREQ, self._cutter.total = mapped, mapped.total
            self._cutter.initialized = True
            return
        self._load(keep=mapped is None)

    def _load(self, *, keep: bool) -> None:
        """Loads jieba's dictionary, and may keep it in a file for next time."""
        import jieba  # noqa: PLC0415  as above

        whole = jieba.Tokenizer()
        whole.initialize()
        self._cutter.FREQ, self._cutter.total = whole.FREQ, whole.total
        self._cutter.initialized = self._is_whole = True
        if keep:
            try:
                write_frequencies(_kept(self.fingerprint), whole.FREQ, whole.total)
            except OSError as error:
                logger.info("the dictionary is not kept for next time: %s", error)


def _kept(fingerprint: str) -> Path:
    return cache_folder() / f"{fingerprint}.words"


class _Router:
    """Finds jieba's most likely words in two thirds of the time: cutting an archive takes minutes.

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
        """In the place of jieba's list of words."""
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
