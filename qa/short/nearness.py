"""How near a stretch of a passage is to what the question says of its subject."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

# What asks and does not say what about: a question's pairs are counted between these.
ASKING = re.compile(
    r"谁|哪[几些位个家座里儿天年月]?|什么|多少|几[个位名家]|为什么|为何|怎么|如何|[是的了在吗呢有]"
)
_CLAUSE_END = re.compile(r"[,;:]")
_PAIR = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff0-9]|[0-9][\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z][a-z0-9]+|[0-9][0-9.]+")
# English words that say nothing of a subject, or ask.
_EMPTY = frozenset(
    "who what when where which why how many much did do does the an of in on at to for is was are"
    " were be by with and or that this their its his her from as after before about during".split()
)
# Half of what a piece is worth is left at this distance, in characters.
_HALF = 30
# A clause between counts as so many characters.
_CLAUSE = 8
# What a piece in another sentence is worth against one in the same.
_ELSEWHERE = 0.3


def pieces(question_key: str) -> tuple[str, ...]:
    """The pairs of neighbouring characters, and the Latin words, that say what a question is about.

    Each once, in order; none of a question that only asks.
    """
    parts = ASKING.split(question_key)
    pairs = (part[i : i + 2] for part in parts for i in range(len(part) - 1))
    words = (word for word in _LATIN.findall(question_key) if word not in _EMPTY)
    return tuple(dict.fromkeys([*(pair for pair in pairs if _PAIR.fullmatch(pair)), *words]))


class Nearness:
    """Tells how near the question's pieces stand to a place of one passage.

    Args:
        question_key: The question's key.
        key: The passage's key.
        spans: The passage's sentences, in order.
    """

    def __init__(self, question_key: str, key: str, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._commas = [match.start() for match in _CLAUSE_END.finditer(key)]
        wanted = pieces(question_key)
        self._number = len(wanted)
        found = (_occurrences(key, piece) for piece in wanted)
        # what stands everywhere in a passage tells little of one place in it
        self._places = [(places, 1 / math.sqrt(len(places))) for places in found if places]

    def at(self, start: int, end: int) -> float:
        """The share of the pieces that stand near, 0 to 1, each the less the farther it is.

        One that stands in several places is worth less, by the root of their number. A piece
        inside the stretch itself is as near as can be.
        """
        if not self._number:
            return 0.0
        near = (self._best(places, start, end) * worth for places, worth in self._places)
        return sum(near) / self._number

    def _best(self, places: Sequence[tuple[int, int]], start: int, end: int) -> float:
        return max(self._worth(place, start, end) for place in places)

    def _worth(self, place: tuple[int, int], start: int, end: int) -> float:
        away = max(0, start - place[1], place[0] - end)
        away += _CLAUSE * (
            self._commas_to(max(place[0], start)) - self._commas_to(min(place[1], end))
        )
        same = self._sentence(place[0]) in {self._sentence(start), self._sentence(end - 1)}
        return (1.0 if same else _ELSEWHERE) * _HALF / (_HALF + away)

    def _commas_to(self, place: int) -> int:
        return bisect_left(self._commas, place)

    def _sentence(self, place: int) -> int:
        return bisect_right(self._starts, place)


def _occurrences(key: str, piece: str) -> list[tuple[int, int]]:
    found, place = [], key.find(piece)
    while place >= 0:
        found.append((place, place + len(piece)))
        place = key.find(piece, place + len(piece))
    return found
