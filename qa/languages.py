"""In which script articles are written: counted once for each, and remembered while it runs."""

from collections import Counter
from threading import Lock
from typing import Final

from corpus.database import Database
from corpus.listing import openings
from index.fold import HAN, is_traditional
from qa.question import Language

_SEEN: Final = 80  # characters of a text: its script shows at once
_HAN_SHARE: Final = 0.2  # with fewer Han characters it is no Chinese text


def written_in(text: str) -> Language:
    """The script of a text; "en" stands for all that is not Chinese, and for no text."""
    han = len(HAN.findall(text))
    if han <= _HAN_SHARE * len("".join(text.split())):
        return "en"
    return "zh-Hant" if is_traditional(text) else "zh-Hans"


class Languages:
    """Counts a library's articles by script; each article is looked at once.

    Args:
        database: The library's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, Language] = {}
        self._lock = Lock()

    def counts(self) -> tuple[tuple[Language, int], ...]:
        """The scripts with their numbers of articles, most first, ties by name.

        Raises:
            StoreError: The library cannot be read.
        """
        with self._lock:
            new = openings(self._database, self._known.keys(), _SEEN)
            self._known = {
                each: self._known[each] if text is None else written_in(text)
                for each, text in new.items()
            }
            found = Counter(self._known.values())
        return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
