"""Lines of PDF pages, and how far to the right those of each column reach."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_LEAST: Final = 4  # lines of a column
_NARROWEST: Final = 10  # characters of a column's line: less are cells of a table
_SAYS: Final = re.compile(r"[，。；：！？]|[,.;:!?](?=\s|$)")  # what lists of names lack
_SAYING: Final = 0.25  # the share of lines that hold any of it, at least
_APART: Final = 3  # characters between the left edges of two columns: an indent is less
_MOST: Final = 20  # columns of a page: more are none
_WINDOW: Final = 20  # lines of one height that a line may stand beside


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, its edges in points from the left and the bottom of the page."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    page: int = 0


def right_edges(lines: Sequence[Line]) -> list[float]:
    """For each line the right edge that it reaches if it is a full one: of its column or the file.

    A page has columns where lines stand side by side, one below another to the same edges.
    """
    whole = _usual([line.right for line in lines if len(line.text) > 3] or [lines[0].right])
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    columns = {number: _columns(page) for number, page in pages.items()}
    return [_edge(line, columns[line.page], whole) for line in lines]


def _edge(line: Line, columns: Iterable[tuple[float, float]], whole: float) -> float:
    size = line.height
    for left, right in columns:
        if left - size <= line.left <= left + _APART * size and line.right <= right + size:
            return right
    return whole


def _columns(page: Sequence[Line]) -> list[tuple[float, float]]:
    """The left and right edges of a page's columns; none where it has but one."""
    lines = sorted(_side_by_side(page), key=lambda line: line.left)
    groups: list[list[Line]] = [lines[:1]]
    for before, line in pairwise(lines):
        if line.left - before.left > _APART * line.height:
            groups.append([])
        groups[-1].append(line)
    columns = [(group[0].left, _usual([line.right for line in group])) for group in groups if group]
    found = [edges for group, edges in zip(groups, columns, strict=False) if _is_full(group, edges)]
    return found if 1 < len(found) <= _MOST else []


def _is_full(group: Sequence[Line], edges: tuple[float, float]) -> bool:
    """Whether lines are a column's text: half of them or more reach its right edge."""
    left, right = edges
    size = _usual([line.height for line in group])
    reaching = sum(line.right >= right - 2 * size for line in group)
    saying = sum(_SAYS.search(line.text) is not None for line in group)
    large = len(group) >= _LEAST and right - left >= _NARROWEST * size
    return large and 2 * reaching >= len(group) and saying >= _SAYING * len(group)


def _side_by_side(page: Sequence[Line]) -> set[Line]:
    """The lines beside which others stand."""
    found: set[Line] = set()
    lines = sorted(page, key=lambda line: line.bottom)
    for place, line in enumerate(lines):
        for other in lines[place + 1 : place + _WINDOW]:
            if other.bottom - line.bottom >= line.height:
                break
            if line.right + line.height < other.left or other.right + line.height < line.left:
                found |= {line, other}
    return found


def _usual(edges: Sequence[float]) -> float:
    """The edge that full lines reach: that of the upper tenth."""
    return sorted(edges)[int(0.9 * (len(edges) - 1))]
