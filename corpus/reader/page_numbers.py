"""The numbers of pages, and the places in a text where its pages end."""

import re
from typing import Final

from corpus.one_line import one_line

_NUMBER: Final = re.compile(r"[-—–·第 ]*\d{1,4}[-—–·页頁 ]*(?:[/共] ?\d{1,4} ?[页頁]?)?")
_FEED: Final = "\x0c"


def is_page_number(line: str) -> bool:
    """Whether a line is nothing but the number of a page: 3, - 3 -, 第 3 页, 3/12."""
    return _NUMBER.fullmatch(one_line(line)) is not None


def joined_pages(text: str) -> str:
    r"""The text of all pages, with ``\n`` where a form feed parts two, and no page number there.

    Without blank lines between them, so that a paragraph goes on across pages.
    """
    pages = text.split(_FEED)
    last = len(pages) - 1
    return "\n".join(
        _trimmed(page, top=place > 0, bottom=place < last) for place, page in enumerate(pages)
    )


def _trimmed(page: str, *, top: bool, bottom: bool) -> str:
    """A page without blank lines and a number at those of its ends that other pages follow."""
    lines = page.split("\n")
    if bottom:
        lines = _without_number(lines[::-1])[::-1]
    return "\n".join(_without_number(lines) if top else lines)


def _without_number(lines: list[str]) -> list[str]:
    """The lines without blank ones at the top, and a number among these."""
    place = next((place for place, line in enumerate(lines) if line.strip()), len(lines))
    if place == len(lines) or not is_page_number(lines[place]):
        return lines[place:]
    rest = lines[place + 1 :]
    return rest[next((at for at, line in enumerate(rest) if line.strip()), len(rest)) :]
