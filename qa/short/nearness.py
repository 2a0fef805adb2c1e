"""How near a stretch of a passage is to what the question says of its subject."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from qa.text.pieces import Piece

_CLAUSE_END = re.compile(r"[,;:]")
# Half of what a piece is worth is left at this distance, in characters.
_HALF = 30
# A clause between counts as so many characters.
_CLAUSE = 12
# What a piece in another sentence is worth against one in the same.
_ELSEWHERE = 0.3

_Place = tuple[int, int, float]  # start, end, worth


class Nearness:
    """Tells how near the question's pieces stand to a place of one passage.

    Args:
        wanted: The question's pieces.
        key: The passage's key.
        spans: The passage's sentences, in order.

    Attributes:
        wanted: The question's pieces.
    """

    def __init__(self, wanted: Sequence[Piece], key: str, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._commas = [match.start() for match in _CLAUSE_END.finditer(key)]
        self.wanted = wanted
        found = (list(piece.places(key)) for piece in wanted)
        # what stands everywhere in a passage tells little of one place in it
        self._places = [(places, 1 / math.sqrt(len(places))) for places in found if places]

    def at(self, start: int, end: int) -> float:
        """The share of the pieces that stand near, 0 to 1, each the less the farther it is.

        One that stands in several places is worth less, by the root of their number. A piece
        inside the stretch itself is as near as can be.
        """
        if not self.wanted:
            return 0.0
        near = (self._best(places, start, end) * worth for places, worth in self._places)
        return sum(near) / len(self.wanted)

    def held(self, start: int, end: int) -> float:
        """The share of the pieces that a stretch holds, 0 to 1; the rarer ones count for more."""
        inside = (
            worth
            for places, worth in self._places
            if any(start <= place[0] and place[1] <= end for place in places)
        )
        return sum(inside) / len(self.wanted) if self.wanted else 0.0

    def _best(self, places: Sequence[_Place], start: int, end: int) -> float:
        return max(self._worth(place, start, end) for place in places)

    def _worth(self, place: _Place, start: int, end: int) -> float:
        away = max(0, start - place[1], place[0] - end)
        away += _CLAUSE * (
            self._commas_to(max(place[0], start)) - self._commas_to(min(place[1], end))
        )
        same = self._sentence(place[0]) in {self._sentence(start), self._sentence(end - 1)}
        return place[2] * (1.0 if same else _ELSEWHERE) * _HALF / (_HALF + away)

    def _commas_to(self, place: int) -> int:
        return bisect_left(self._commas, place)

    def _sentence(self, place: int) -> int:
        return bisect_right(self._starts, place)
