"""Keys without the spaces that some papers set around figures: 8 月 3 日, 3.5 亿元, 11 人."""

import re
from dataclasses import dataclass
from typing import Final

_SPACE: Final = "[ \u3000\xa0]"
_TIMES: Final = "年月日号时点分秒"
_BESIDE_TIMES: Final = re.compile(
    rf"(?<=[0-9]){_SPACE}(?=[{_TIMES}])|(?<=[{_TIMES}]){_SPACE}(?=[0-9])"
)
_BEFORE_UNITS: Final = re.compile(rf"(?<=[0-9]){_SPACE}(?=[\u4e00-\u9fff℃%])")


@dataclass(frozen=True, slots=True)
class Closed:
    """A key, or the text that it is of, without some spaces.

    Attributes:
        key: What is left.
        places: Where each of its characters stands in the whole; empty where nothing is left out.
    """

    key: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of what is left, of one character or more, stands in the whole."""
        if not self.places:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def closed_times(key: str) -> Closed:
    """The key without the spaces between figures and what dates and clocks are written with."""
    return _closed(key, _BESIDE_TIMES)


def closed_amounts(key: str) -> Closed:
    """The key without the spaces between figures and what may be their unit."""
    return _closed(key, _BEFORE_UNITS)


def _closed(key: str, spaces: re.Pattern[str]) -> Closed:
    left_out = {match.start() for match in spaces.finditer(key)}
    if not left_out:
        return Closed(key, ())
    places = tuple(place for place in range(len(key)) if place not in left_out)
    return Closed("".join(key[place] for place in places), places)
