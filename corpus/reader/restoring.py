"""What belongs to a page's article though the finder of main texts leaves it out.

That knows by their names some of the elements in which sites put articles; of others it takes the
paragraphs alone, each once: lists, headings between them and short answers said twice were lost.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from corpus.reader.blocks import Line

_MARKUP: Final = re.compile(r"\s|^- ")  # what either of the two writes beside the text
_ANCHOR: Final = 20  # characters of a line that is surely of the article
_APART: Final = 500  # characters that the finder may tell between two blocks of the page
_KNOWN: Final = 0.97  # the share of a text that must be known in the page for its gaps to be told


def restored(text: str, lines: Iterable[Line]) -> str:
    """The main text with the lines of the page that stand between its own.

    Links and what is named as beside the article stay out. The text as it is, where it is no longer
    the page's own lines.

    Args:
        text: The main text, a block a line.
        lines: All of the page, in order.
    """
    known = {_squeezed(line) for line in text.split("\n")} - {""}
    page = [(line, _squeezed(line.text)) for line in lines]
    places = [place for place, (_, words) in enumerate(page) if words in known]
    found = {page[place][1] for place in places}
    anchors = [place for place in places if len(page[place][1]) > _ANCHOR] or places
    if not anchors or _size(found) < _KNOWN * _size(known):
        return text
    inside = _to_end(_once(anchors, [words for _, words in page]), places, page)
    told = {page[place][1] for place in inside}
    return "\n".join(
        line.text
        for place, (line, words) in enumerate(page)
        if (words in known and (place in inside or words not in told) and not _is_other(line))
        or (place in inside and not _ends(line))
    )


def unglued(text: str, lines: Sequence[Line]) -> str:
    """The main text with the page's blocks on lines of their own, where it is all on one line.

    So the finder tells short pages that hold more than paragraphs, from the title to the last word.
    """
    if "\n" in text or text in {line.text for line in lines}:
        return text
    parts: list[str] = []
    done = 0
    for line in lines:
        words = line.text
        at = text.find(words, done, done + _APART + len(words))
        end = at + len(words)
        far = at > done + 1 and len(words) <= _ANCHOR
        if at < 0 or far or text[end : end + 1].strip():  # a word of the sentence is no block
            continue
        parts += (text[done:at], words)
        done = end
    parts.append(text[done:])
    return "\n".join(part.strip() for part in parts if part.strip())


def _once(anchors: Sequence[int], words: Sequence[str]) -> range:
    """From the first to the last anchor, less those that are said again: teasers, other copies."""
    first, last = 0, len(anchors) - 1
    later = Counter(words[place] for place in anchors)
    while first < last and later[words[anchors[first]]] > 1:
        later[words[anchors[first]]] -= 1
        first += 1
    while first < last and later[words[anchors[last]]] > 1:
        later[words[anchors[last]]] -= 1
        last -= 1
    return range(anchors[first], anchors[last] + 1)


def _to_end(inside: range, places: Iterable[int], page: Sequence[tuple[Line, str]]) -> range:
    """Up to the last short line that the main text and the page tell once, past plain lines."""
    said = Counter(words for _, words in page)
    rest = (place for place in range(inside.stop, len(page)) if _ends(page[place][0]))
    end = next(rest, len(page))
    once = (place + 1 for place in places if place <= end and said[page[place][1]] == 1)
    return range(inside.start, max(inside.stop, *once))


def _ends(line: Line) -> bool:
    """Whether what stands below a line is no more the article's."""
    return _is_link(line) or line.is_beside


def _is_other(line: Line) -> bool:
    return line.is_beside and _is_link(line)


def _is_link(line: Line) -> bool:
    return 2 * line.linked > len(line.text)


def _squeezed(line: str) -> str:
    return _MARKUP.sub("", line.strip())


def _size(lines: Iterable[str]) -> int:
    return sum(map(len, lines))
