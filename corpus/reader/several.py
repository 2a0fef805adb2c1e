"""One text that holds several articles, with a line of signs between them, as archives export."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from corpus.article import RawArticle, digest
from corpus.cleaning.items import read_items
from corpus.cleaning.spacing import Span
from corpus.cleaning.titles import looks_like_title
from corpus.narrow import narrow
from corpus.reader.labelled import heads, read_labels
from corpus.reader.own_day import names_own_day

_LINE: Final = re.compile(
    r"^[ \t\u3000]*(?:([=＝═])\1{4,}|([-—─━*＊_~])\2{7,})[ \t\u3000\r]*$|^<REC>[ \t\r]*$",
    re.M,
)
_RECORD: Final = re.compile(r"\A\s*<REC>[ \t\r]*\n")
_SHORTEST: Final = 40  # characters of a body


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two lines of signs: its span, and whether equals signs stand by it."""

    start: int
    end: int
    equals: bool


def divided(
    text: str, address: str, title: str = "", headings: Sequence[str] = ()
) -> list[RawArticle]:
    """The articles of a text, in its order; one, with the title, where nothing divides it.

    Heads of lines that name what they tell divide, where each has a body. A line of equals signs
    divides where a title and a body follow; one of dashes or asterisks, which sections have
    between them, too, only where these name their day, and so do headings. What stands between
    such lines and is no article belongs to the one before. Each of several is addressed by a digest
    of its text, so that it stays the same when others come before it.

    Args:
        text: What a file holds.
        address: The file's.
        title: What the file says that its title is.
        headings: Lines of the text that are headings of the first rank, in their order.
    """
    spans = _by_heads(text) or _by_signs(text) or _by_headings(text, headings)
    if not spans:
        whole = RawArticle(text=text, address=address, title=title)
        alone = read_labels(replace(whole, text=_RECORD.sub("", text)))
        return [alone if alone.title != title else read_labels(whole)]
    parts = (_bare(text[start:end]) for start, end in spans)
    found = (RawArticle(text=part, address=f"{address}#{digest(part)}") for part in parts)
    return list(map(read_labels, found))


def _bare(part: str) -> str:
    """An article without the lines of signs that part it from the next one."""
    lines = part.strip().split("\n")
    while lines and (not lines[-1].strip() or _LINE.fullmatch(lines[-1])):
        lines.pop()
    return "\n".join(lines).rstrip()


def _by_heads(text: str) -> list[Span]:
    """The spans of articles that have each a head of lines with names; none for fewer than two."""
    found = heads(text)
    if len(found) < 2 or _LINE.sub("", text[: found[0].start]).strip():
        return []
    starts = [each.start for each in found if each.is_like(found[0])]
    spans = list(pairwise([*starts, len(text)]))
    articles = (read_labels(RawArticle(text[start:end], "")) for start, end in spans)
    return spans if all(each.title and _is_body(each.text) for each in articles) else []


def _by_signs(text: str) -> list[Span]:
    """The spans of articles that lines of signs part; none for fewer than two."""
    pieces = _pieces(text)
    first = _first_pieces(text, pieces)
    if len(first) < 2:
        return []
    bounds = sorted({0, *first, len(pieces)})
    return [(pieces[start].start, pieces[end - 1].end) for start, end in pairwise(bounds)]


def _by_headings(text: str, headings: Sequence[str]) -> list[Span]:
    """The spans of articles that begin with headings and name their day; none for fewer than two.

    A report has headings, too; what stands under these is dated by chance at the most.
    """
    places: list[int] = []
    lined = f"\n{text}\n"
    for heading in headings:
        found = lined.find(f"\n{heading.strip()}\n", places[-1] + 1 if places else 0)
        places += [found] if found >= 0 else []
    spans = list(pairwise([*places, len(text)]))
    first = [start for start, end in spans if _is_article(text[start:end], dated=True)]
    return list(pairwise(sorted({0, *first, len(text)}))) if len(first) > 1 else []


def _pieces(text: str) -> list[_Piece]:
    """The pieces that hold any letter or figure, in their order."""
    lines = list(_LINE.finditer(text))
    starts = [0, *(line.end() for line in lines)]
    ends = [*(line.start() for line in lines), len(text)]
    equals = [any(line[1] for line in lines), *(bool(line[1]) for line in lines)]
    found = map(_Piece, starts, ends, equals)
    return [each for each in found if any(map(str.isalnum, text[each.start : each.end]))]


def _first_pieces(text: str, pieces: list[_Piece]) -> list[int]:
    """Which pieces articles begin with; a title may be a piece of its own, boxed by two lines."""
    found: list[int] = []
    for number, piece in enumerate(pieces):
        boxed = pieces[number - 1].start if number and _is_title(text, pieces[number - 1]) else None
        if _is_article(text[piece.start : piece.end], dated=not piece.equals):
            found.append(number)
        elif boxed is not None and _is_article(text[boxed : piece.end], dated=not piece.equals):
            found.append(number - 1)
    return found


def _is_title(text: str, piece: _Piece) -> bool:
    line = text[piece.start : piece.end].strip()
    return "\n" not in line and looks_like_title(line)


def _is_article(text: str, *, dated: bool) -> bool:
    """Whether a text is a title and a body, and, where that is asked for, names its day."""
    lines = [line.strip() for line in _LINE.sub("", text).splitlines() if line.strip()]
    if not _is_body("".join(lines[1:])):
        return False
    titled = looks_like_title(lines[0]) and not read_items(narrow(lines[0]))
    return titled and (not dated or names_own_day("\n".join(lines)))


def _is_body(text: str) -> bool:
    return len(text) >= _SHORTEST and any(mark in text for mark in "。！？.!?")
