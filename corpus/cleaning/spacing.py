"""White space and characters that nobody sees: which of them a text loses."""

import re
from collections.abc import Iterator

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


def seen(text: str, line: Span) -> Span:
    """The span of a line without what cannot be seen at either end of it."""
    start, end = line
    while end > start and _EDGE.fullmatch(text, end - 1, end):
        end -= 1
    edge = _EDGE.match(text, start, end)
    return (edge.end() if edge else start), end
