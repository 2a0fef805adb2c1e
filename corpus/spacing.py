"""White space and characters that nobody sees: which of them a text loses."""

import re
from collections.abc import Iterator

from corpus.han import HAN

Span = tuple[int, int]

_SPACE = r"\t\n\x0b\x0c\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Controls, soft hyphen, zero-width and direction marks, byte order marks, tags, lone surrogates.
_UNSEEN = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff\U000e0001\U000e0020-\U000e007f"
)
_RUN = re.compile(f"[{_SPACE}{_UNSEEN}]{{2,}}|[{_UNSEEN}]")
_EDGE = re.compile(f"[{_SPACE}{_UNSEEN}]*")
_SPACE_RUN = re.compile(f"[{_SPACE}]")

# A line that ends so ends its paragraph.
_STOPS = frozenset("。！？!?…；;：:.”’」』）)】》〉>~～|")
_HAN = re.compile(rf"[\u2e80-\u2fff{HAN}]")  # radicals, too
_NARROWEST, _WIDEST = 48, 160  # columns: a Han character takes two
_RAGGED = 4  # how many columns the lines of one wrapped text differ by
_LINE = re.compile(r"[^\n]+")


def white_cuts(text: str) -> Iterator[Span]:
    r"""The spans to drop so that each run of white space keeps one character, in order.

    It keeps its first ``\n`` if it holds one, else its first character; runs at either end of the
    text, and characters that cannot be seen, keep nothing.
    """
    first = _EDGE.match(text)
    start = first.end() if first else 0
    end = _last_seen(text)
    if start:
        yield 0, start
    for run in _RUN.finditer(text, start, max(start, end)):
        yield from _around(run.start(), run.end(), _kept(text, run.start(), run.end()))
    if start < end < len(text):
        yield end, len(text)


def wrap_cuts(text: str) -> Iterator[Span]:
    r"""The spans of the line ends inside paragraphs that were wrapped at a fixed width, in order.

    A text is wrapped where three lines and more follow each other, without an empty line, that
    are 24 to 80 Han characters wide, differ by at most two, and do not end a sentence (the last
    of them may). Then the end of every line of that width is cut, with the white space around it,
    if it does not end a sentence, if the next line is neither empty, indented nor wider, and if
    Han characters or their punctuation stand on both sides. Between two Latin words the line end
    is the only white space, and stays.
    """
    lines = [m.span() for m in _LINE.finditer(text)]
    widths = [_width(text, line) for line in lines]
    width = _wrapped_at(text, lines, widths)
    for place in range(len(lines) - 1 if width else 0):
        if width - _RAGGED <= widths[place] <= width and widths[place + 1] <= width:
            end, start = _seen(text, lines[place])[1], _seen(text, lines[place + 1])[0]
            if _follows(lines, place) and _joins(text, lines[place + 1], end, start):
                yield end, start


def _around(start: int, end: int, kept: int) -> Iterator[Span]:
    if kept < 0:
        yield start, end
        return
    if start < kept:
        yield start, kept
    if kept + 1 < end:
        yield kept + 1, end


def _kept(text: str, start: int, end: int) -> int:
    """The place of the character that stands for a run; -1 where the run holds no white space."""
    newline = text.find("\n", start, end)
    if newline >= 0:
        return newline
    space = _SPACE_RUN.search(text, start, end)
    return space.start() if space else -1


def _last_seen(text: str) -> int:
    """Where the last character that can be seen ends."""
    end = len(text)
    while end and _EDGE.fullmatch(text, end - 1, end):
        end -= 1
    return end


def _seen(text: str, line: Span) -> Span:
    start, end = line
    while end > start and _EDGE.fullmatch(text, end - 1, end):
        end -= 1
    edge = _EDGE.match(text, start, end)
    return (edge.end() if edge else start), end


def _wrapped_at(text: str, lines: list[Span], widths: list[int]) -> int:
    """The width at which the text was wrapped, in columns; 0 where it was not."""
    place, longest, width = 0, 2, 0
    while place < len(lines):
        stop = _even_run(text, lines, widths, place)
        if stop - place > longest:
            longest, width = stop - place, max(widths[place:stop])
        place = stop
    return width


def _even_run(text: str, lines: list[Span], widths: list[int], place: int) -> int:
    """Where the run of lines of nearly the same width ends that begins at ``place``."""
    low = high = widths[place]
    while _NARROWEST <= low and high <= _WIDEST and place + 1 < len(lines):
        low, high = min(low, widths[place + 1]), max(high, widths[place + 1])
        ends = text[_seen(text, lines[place])[1] - 1] in _STOPS
        if ends or high - low > _RAGGED or not _follows(lines, place):
            break
        place += 1
    return place + 1


def _follows(lines: list[Span], place: int) -> bool:
    """Whether no empty line stands before the next line."""
    return lines[place + 1][0] == lines[place][1] + 1


def _width(text: str, line: Span) -> int:
    """The width of a line in columns, without the white space around it; at most 999."""
    start, end = line
    seen = text[start:end].strip() if end - start < 500 else ""
    return (
        2 * len(seen) - len(seen.encode("ascii", "ignore")) if seen else 999 * (end > start + 499)
    )


def _joins(text: str, following: Span, end: int, start: int) -> bool:
    if start >= following[1] or text[end - 1] in _STOPS:
        return False
    if following[0] != start and text[following[0]] in " \t\u3000":
        return False  # an indented line begins a paragraph
    before, after = text[end - 1], text[start]
    return not (before.isascii() and after.isascii()) and bool(_HAN.search(before + after))
