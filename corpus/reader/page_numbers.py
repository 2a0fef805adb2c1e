"""The numbers of pages, and the places in a text where its pages end."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Final

from corpus.one_line import one_line
from corpus.reader.base import next_told

_NUMBER: Final = re.compile(r"[-—–·第 ]*\d{1,4}[-—–·页頁 ]*(?:[/共] ?\d{1,4} ?[页頁]?)?")
_BARE: Final = re.compile(r"[0-9]{1,4}")
_FEED: Final = "\x0c"


def is_page_number(line: str) -> bool:
    """Whether a line is nothing but the number of a page: 3, - 3 -, 第 3 页, 3/12."""
    return _NUMBER.fullmatch(one_line(line)) is not None


def joined_pages(text: str) -> str:
    r"""The text of all pages, with ``\n`` where a form feed parts two, and no page number there.

    Without blank lines between them, so that a paragraph goes on across pages. A bare number may be
    the text's own: it is the page's where a blank line parts it from the text, or where it counts
    the pages, from the first one on or as another page's number does.
    """
    pages = [page.split("\n") for page in text.split(_FEED)]
    last = len(pages) - 1
    steps = Counter(step for place, page in enumerate(pages) for step in _steps(page, place))
    counts = {1, *(step for step, times in steps.items() if times > 1)}

    def trimmed(lines: list[str], place: int) -> list[str]:
        return _without_number(lines, lambda number: number - place in counts)

    def ended(lines: list[str], place: int) -> list[str]:
        return trimmed(lines[::-1], place)[::-1] if place < last else lines

    bottoms = (ended(page, place) for place, page in enumerate(pages))
    tops = (trimmed(page, place) if place else page for place, page in enumerate(bottoms))
    return "\n".join("\n".join(page) for page in tops)


def _steps(page: list[str], place: int) -> set[int]:
    """How far the bare numbers at a page's ends are from its place."""
    told = [line.strip() for line in page if line.strip()]
    return {int(line) - place for line in (*told[:1], *told[-1:]) if _BARE.fullmatch(line)}


def _without_number(lines: list[str], counts: Callable[[int], bool]) -> list[str]:
    """The lines without blank ones at the top, and a page number among these."""
    place = next_told(lines, 0)
    if place == len(lines) or not is_page_number(lines[place]):
        return lines[place:]
    below = next_told(lines, place + 1)
    bare = _BARE.fullmatch(lines[place].strip())
    is_own = bare is None or below > place + 1 or counts(int(bare[0]))
    return lines[below:] if is_own else lines[place:]
