"""What shows that a text names the day of its article, and not one that a sentence tells of."""

import re
from typing import Final

from corpus.cleaning.items import placed_date, read_items
from corpus.cleaning.latin_dateline import read_dateline
from corpus.dates import FULL_DATE
from corpus.han import HAN
from corpus.narrow import narrow

_DATED: Final = re.compile(FULL_DATE)
# 某社某地2024年3月5日电
_DATELINE: Final = re.compile(
    rf"(?![据據])[{HAN}·]{{0,12}}{FULL_DATE} ?(?:[电電](?![视視影力])|[讯訊])"
)
_IN_SENTENCES: Final = frozenset("。！？，；")
_LINES: Final = 4  # from the top, in which an article names its day
_MOST: Final = 400  # characters of them


def names_own_day(text: str) -> bool:
    """Whether a line at the top names the day: by itself, with a source or place, or a dateline."""
    lines = (line.strip() for line in narrow(text[:_MOST]).split("\n"))
    return any(map(_is_dated, [line for line in lines if line][:_LINES]))


def _is_dated(line: str) -> bool:
    if not _DATED.search(line):
        return False
    is_sentence = line.endswith(".") or not _IN_SENTENCES.isdisjoint(line)
    return (
        not is_sentence
        or bool(read_items(line) or placed_date(line))
        or _DATELINE.match(line) is not None
        or read_dateline(line, 0).published is not None
    )
