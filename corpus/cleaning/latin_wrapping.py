"""Paragraphs of Latin words that were wrapped: their line ends are the spaces they stand for.

Between two words the line end is the only white space. So no character is cut: it becomes a space,
and every offset stays.
"""

import re
from itertools import islice

from corpus.cleaning.items import read_items
from corpus.cleaning.wrapping import ITEM
from corpus.han import HAN

_NARROWEST, _WIDEST = 40, 120  # columns
_LEAST = 2  # line ends inside of sentences
_SHARE = 0.8  # of the lines that end no sentence: so many had no room for the next word
_JUDGED, _MOST_HAN = 4000, 0.05  # characters that are looked at, and the share of Han among them
_HEAD_LINES = 4  # that may be a headline, or date the article
_HAN = re.compile(rf"[{HAN}]")
_LONG = re.compile(rf"[^\n]{{{_WIDEST + 1}}}")
_STOP = re.compile(r"""[.!?:;…][)"'’”\]]{0,3}$""")
_SENTENCE_END = re.compile(r"""[a-z]{2}[.!?][)"'’”\]]{0,3}(?:\s|$)""")
_COLUMNS = re.compile(r"\S(?:\t| {3}|\|)")


def rejoined(text: str) -> str:
    r"""The text with a space for each ``\n`` inside of its sentences, where it was wrapped.

    It was where all its lines are of 120 characters at most, and most of those that end no
    sentence had no room for the next word, as lines of verse, lists and headings have. A line that
    begins like an item of a list or with white space begins a paragraph, and so does one in
    columns.
    """
    few = int(_MOST_HAN * min(len(text), _JUDGED))
    if any(islice(_HAN.finditer(text, 0, _JUDGED), few, None)) or _LONG.search(text):
        return text
    if not _SENTENCE_END.search(text):  # verse and lists may have even lines, too
        return text
    lines = text.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    open_ends = [n for n in range(len(lines) - 1) if _is_open(lines, n)]
    full = [n for n in open_ends if len(lines[n].rstrip()) + _word(lines[n + 1]) >= width]
    goes_on = sum(lines[n + 1][0].islower() for n in full)
    enough = len(full) >= max(_LEAST, _SHARE * len(open_ends)) and 2 * goes_on >= len(full)
    if width < _NARROWEST or not enough:
        return text
    spaced = set(full)
    ends = (" " if n in spaced else "\n" for n in range(len(lines) - 1))
    return "".join(line + end for line, end in zip(lines, (*ends, ""), strict=True))


def _is_open(lines: list[str], place: int) -> bool:
    """Whether a line and the next may be of one sentence."""
    line, following = lines[place].strip(), lines[place + 1]
    if not line or not following.strip() or following[0].isspace() or ITEM.match(following):
        return False
    if _STOP.search(line) or _COLUMNS.search(line) or _COLUMNS.search(following):
        return False
    if place < _HEAD_LINES and (read_items(line) or read_items(following.strip())):
        return False
    return bool(place) or following[0].islower()  # else the first line is a headline


def _word(line: str) -> int:
    """How long the word is that a line begins with."""
    return len(line.split(None, 1)[0])
