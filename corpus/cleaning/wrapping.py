"""Paragraphs of Chinese that were wrapped at a fixed width: which line ends stand inside them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.cleaning.items import read_items
from corpus.cleaning.spacing import Span, seen
from corpus.han import HAN
from corpus.narrow import narrow

# A line that ends so ends its paragraph.
STOPS = frozenset("。！？!?…；;：:.”’」』）)】》〉>~～|")
_ENDS = ("。", "！", "？")
_HAN = re.compile(rf"[\u2e80-\u2fff{HAN}]")  # radicals, too
_NARROWEST, _WIDEST = 24, 160  # columns: a Han character takes two
_WIDE = 48  # so wide, lines of one width are prose: no verse and few lists are
_RAGGED = 4  # how many columns the lines of one wrapped text differ by
_HANGING = 6  # the same, where signs may hang out at the end of a line
_HEAD_LINES = 4
_MUCH = 500  # characters: such a line is no wrapped one
_LEAST = 3  # lines of one width
_LINE = re.compile(r"[^\n]+")
_INNER = re.compile(r"[，、；：。！？,;:!?](?=.)")
_SENTENCE = re.compile(r"[。！？](?=[^”’」』）)】》\s])")
_COLUMNS = re.compile(r"\t|  |[|｜]")
_WORD = re.compile(r"[A-Za-z\d][A-Za-z\d.,%'-]*")
# A line that begins so is an item of a list: 1. or （一） or a bullet.
ITEM = re.compile(
    r"[ \t\u3000]*(?:[-*•●○·◆◇■□▪►▶※]|\d{1,3}[、．)）]|\d{1,3}\.(?!\d)"
    r"|[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]\d{1,3}[）)]|[①-⑳])"
)


@dataclass(frozen=True)
class _Page:
    """A text, its lines that are not empty, and their widths in columns."""

    text: str
    lines: tuple[Span, ...]
    widths: tuple[int, ...]

    def width(self) -> tuple[int, int]:
        """The width at which the text was wrapped, in columns, and how many a line may lack of it.

        Both are 0 where it was not wrapped.
        """
        widest = max(self.widths[1:], default=0)  # a headline may be wider
        if _NARROWEST <= widest <= _WIDEST and self._is_prose(widest):
            return widest, _HANGING
        run = self._run_width()
        return (run, _RAGGED) if run else (0, 0)

    def joins(self, place: int, width: int, lacking: int) -> bool:
        """Whether the line's end stands inside a paragraph."""
        least = width - lacking - self._word(place + 1)
        full = least <= self.widths[place] <= width and self.widths[place + 1] <= width
        headed = place < _HEAD_LINES and width < _WIDE and self._is_head(place)
        return full and not headed and self._follows(place) and self._continues(place)

    def written(self, place: int) -> str:
        """The line without white space around it."""
        return self.text[slice(*seen(self.text, self.lines[place]))]

    def _follows(self, place: int) -> bool:
        """Whether no empty line stands before the next line."""
        return self.lines[place + 1][0] == self.lines[place][1] + 1

    def _word(self, place: int) -> int:
        """How many columns the word takes that a line begins with; 0 for a Han character."""
        start, end = seen(self.text, self.lines[place])
        word = _WORD.match(self.text, start, end)
        return word.end() - start if word else 0

    def _run_width(self) -> int:
        """The width of the longest run of wide lines of one width, 0 where there is none."""
        place, longest, width = 0, _LEAST - 1, 0
        while place < len(self.lines):
            stop = self._even_run(place)
            if stop - place > longest:
                longest, width = stop - place, max(self.widths[place:stop])
            place = stop
        return width

    def _even_run(self, place: int) -> int:
        """Where the run of lines of nearly the same width ends that begins at ``place``."""
        low = high = self.widths[place]
        while _WIDE <= low and high <= _WIDEST and place + 1 < len(self.lines):
            low, high = min(low, self.widths[place + 1]), max(high, self.widths[place + 1])
            ends = self.text[seen(self.text, self.lines[place])[1] - 1] in STOPS
            if ends or high - low > _RAGGED or not self._follows(place):
                break
            place += 1
        return place + 1

    def _is_prose(self, width: int) -> bool:
        """Whether lines that are nowhere wider are wrapped prose, not verse, a list or a table.

        Prose fills most lines of its text, ends few of them with a sentence, has signs inside of
        its lines, at places that differ, and ends sentences there or on the short line behind.
        """
        places = [n for n, w in enumerate(self.widths) if width - _HANGING <= w <= width]
        full = [self.written(n) for n in places]
        if len(full) < _LEAST or 2 * len(full) < len(self.lines):
            return False
        signs = [{sign.start() for sign in _INNER.finditer(line)} for line in full]
        alike = Counter(place for places in signs for place in places).most_common(1)
        return (
            2 * sum(line[-1:] in STOPS for line in full) < len(full)
            and 2 * sum(map(bool, signs)) >= len(full)
            and 3 * sum(count for _, count in alike) <= 2 * len(full)
            and 3 * sum(map(bool, map(_COLUMNS.search, full))) < len(full)
            and (any(map(_SENTENCE.search, full)) or any(map(self._ends_behind, places)))
        )

    def _is_head(self, place: int) -> bool:
        """Whether a line of the text's head may be a headline, or the next one dates the article.

        A headline is the first line, is not indented, and has no sign inside, or no more than one
        and not the width that most lines have.
        """
        line = self.written(place + 1).strip("*_（）()")
        if read_items(narrow(line)):
            return True
        start, end = self.lines[place]
        if place or self.text[start] in " \t\u3000" or self.text[end - 1] in "，、":
            return False
        usual = Counter(self.widths).most_common(1)[0][0]
        return len(_INNER.findall(self.text, start, end)) < (1 if self.widths[0] == usual else 2)

    def _ends_behind(self, place: int) -> bool:
        """Whether a sentence that goes beyond a line ends with the next one."""
        last = place + 1 == len(self.lines)
        return not last and self._continues(place) and self.written(place + 1).endswith(_ENDS)

    def _continues(self, place: int) -> bool:
        first, stop = self.lines[place + 1]
        start, end = seen(self.text, (first, stop))[0], seen(self.text, self.lines[place])[1]
        if start >= stop or self.text[end - 1] in STOPS or ITEM.match(self.text, first):
            return False
        if first != start and self.text[first] in " \t\u3000":
            return False  # an indented line begins a paragraph
        before, after = self.text[end - 1], self.text[start]
        return not (before.isascii() and after.isascii()) and bool(_HAN.search(before + after))


def wrap_cuts(text: str) -> Iterator[Span]:
    r"""The spans of the line ends inside paragraphs that were wrapped at a fixed width, in order.

    A text is wrapped where three lines and more follow each other, without an empty line, that
    are 24 to 80 Han characters wide, differ by at most two, and do not end a sentence (the last
    of them may); or where most of its lines are as wide as the widest, 12 to 80 Han characters,
    and prose beyond doubt. Then the end of every line of that width is cut, with the white space
    around it, if it does not end a sentence, if the next line is neither empty, indented, an item
    of a list nor wider, and if Han characters or their punctuation stand on both sides. A line on
    which the next word had no room is of that width. Between two Latin words the line end is the
    only white space, and stays.
    """
    lines = tuple(m.span() for m in _LINE.finditer(text))
    page = _Page(text, lines, tuple(_width(text, line) for line in lines))
    width, lacking = page.width()
    for place in range(len(lines) - 1 if width else 0):
        if page.joins(place, width, lacking):
            yield seen(text, lines[place])[1], seen(text, lines[place + 1])[0]


def _width(text: str, line: Span) -> int:
    """The width of a line in columns, without the white space behind it; at most 999."""
    start, end = line
    if end - start >= _MUCH:
        return 999
    written = text[start:end].rstrip()
    return 2 * len(written) - len(written.encode("ascii", "ignore"))
