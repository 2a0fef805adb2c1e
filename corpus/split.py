"""Paragraphs → passages: short ones joined, long ones cut at sentence ends; exact offsets."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Article, Passage, digest

Span = tuple[int, int]

# A sentence ends behind its closing marks and the quotes and brackets that close with it. A full
# stop counts only before white space and a capital or a Han character: never in 3.5 or U.S., nor
# behind a title of address (Mr., Prof.) or a lone letter (e.g., p.m.).
_SENTENCE_END = re.compile(
    r"[。！？!?…]+[”’」』）)】》\"]*"
    r"|(?<=[a-z0-9%”\")])(?<!\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr))(?<!\b(?:Mrs|Gov|Sen|Rep|Gen|Col))"
    r"(?<!\bProf)(?<!\b[A-Za-z])\.[”\")]*(?=\s+[A-Z“\"\u4e00-\u9fff])"
    r"|\n+"
)
# Where a sentence that is too long may be cut, best first.
_CLAUSE_ENDS = (re.compile(r"[；;]"), re.compile(r"[，,：:]"), re.compile(r"[、\s]"))
# A heading is short, and ends neither as a sentence does nor in the midst of one.
_LONGEST_HEADING = 40
_ENDS_LIKE_PROSE = re.compile(r"[。！？!?…；;，,、：:][”’」』）)】》\"]*\Z|[a-z0-9]\.\Z")
_OPENING, _CLOSING = "“「『", "”」』"


@dataclass(frozen=True, slots=True)
class Sizes:
    """How long passages are, in characters.

    Attributes:
        most: No passage is longer.
        few: A passage shorter than this is joined with the next or the one before, if they fit.
    """

    most: int = 300
    few: int = 80


def sentences(text: str) -> tuple[Span, ...]:
    """The spans of the text's sentences, in order, without the white space around them.

    Closing quotation marks stay with their sentence, line ends always end one. An empty or
    all-white text has none.
    """
    cuts = [match.end() for match in _SENTENCE_END.finditer(text)]
    return _trimmed_spans(text, 0, len(text), cuts)


def split(text: str, start: int = 0, sizes: Sizes = Sizes()) -> tuple[Span, ...]:
    """The spans of the passages of ``text[start:]``, in order, no two overlapping.

    Every character that is not white space lies in exactly one passage. Paragraphs (lines) that
    are short are joined, headings with what stands below them; long ones are cut into parts of
    nearly equal length at sentence ends, quotations that fit kept whole.
    """
    parts: list[Span] = []
    for paragraph in _paragraphs(text, start):
        parts.extend(_parts(text, paragraph, sizes))
    return tuple(_joined(text, parts, sizes))


def make_passages(article: Article, sizes: Sizes = Sizes()) -> tuple[Passage, ...]:
    """The passages of an article's body, in order; of the whole text where there is no body."""
    spans = split(article.text, article.body_start, sizes) or split(article.text, 0, sizes)
    return tuple(
        Passage(
            id=digest(article.id, str(start), str(end)),
            article_id=article.id,
            start=start,
            end=end,
            text=article.text[start:end],
        )
        for start, end in spans
    )


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    for match in re.compile(r"[^\n]+").finditer(text, start):
        yield from _trimmed_spans(text, match.start(), match.end(), [])


def _parts(text: str, paragraph: Span, sizes: Sizes) -> Iterator[Span]:
    """A paragraph cut into parts of nearly equal length, none longer than ``sizes.most``."""
    start, end = paragraph
    if end - start <= sizes.most:
        yield paragraph
        return
    count = -(-(end - start) // sizes.most)
    target = (end - start) / count
    first: int | None = None
    last = start
    for unit_start, unit_end in _units(text, paragraph, sizes.most):
        if first is not None and _is_better_cut(last - first, unit_end - first, target, sizes):
            yield first, last
            first = None
        first = unit_start if first is None else first
        last = unit_end
    if first is not None:
        yield first, last


def _is_better_cut(without: int, with_it: int, target: float, sizes: Sizes) -> bool:
    """Whether a part of length ``without`` is better than one that takes one more unit."""
    if with_it > sizes.most:
        return True
    return without >= sizes.few and abs(target - without) < abs(target - with_it)


def _units(text: str, paragraph: Span, most: int) -> Iterator[Span]:
    """Sentences, with those of one quotation together where they fit, cut where they do not."""
    start, end = paragraph
    cuts = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    open_start, open_end, depth = -1, -1, 0
    for span in _trimmed_spans(text, start, end, cuts):
        if open_start >= 0 and depth > 0 and span[1] - open_start <= most:
            open_end = span[1]
        else:
            if open_start >= 0:
                yield from _cut_long(text, (open_start, open_end), most)
            open_start, open_end = span
            depth = 0
        depth = max(0, depth + _depth_change(text, span))
    if open_start >= 0:
        yield from _cut_long(text, (open_start, open_end), most)


def _depth_change(text: str, span: Span) -> int:
    sentence = text[span[0] : span[1]]
    return sum(map(sentence.count, _OPENING)) - sum(map(sentence.count, _CLOSING))


def _cut_long(text: str, span: Span, most: int) -> Iterator[Span]:
    """The span itself where it is short enough, else cut at clause ends, else anywhere."""
    start, end = span
    while end - start > most:
        cut = _last_cut(text, start, start + most)
        yield from _trimmed_spans(text, start, cut, [])
        start = cut
    yield from _trimmed_spans(text, start, end, [])


def _last_cut(text: str, start: int, limit: int) -> int:
    """The last good place to cut in the second half of ``text[start:limit]``, else ``limit``."""
    middle = start + (limit - start) // 2
    for pattern in _CLAUSE_ENDS:
        places = [match.end() for match in pattern.finditer(text, middle, limit)]
        if places:
            return places[-1]
    return limit


def _joined(text: str, parts: Sequence[Span], sizes: Sizes) -> Iterator[Span]:
    """Neighbours joined where one of the two is short and both together fit.

    A heading goes with what stands below it, where what stands above is long enough by itself.
    """
    held: Span | None = None
    for part, following in itertools.zip_longest(parts, parts[1:]):
        if held is None:
            held = part
        elif _joins(held, part, sizes) and not (
            following and held[1] - held[0] >= sizes.few and _heads(text, part, following, sizes)
        ):
            held = (held[0], part[1])
        else:
            yield held
            held = part
    if held is not None:
        yield held


def _joins(held: Span, part: Span, sizes: Sizes) -> bool:
    short = min(held[1] - held[0], part[1] - part[0]) < sizes.few
    return short and part[1] - held[0] <= sizes.most


def _heads(text: str, part: Span, following: Span, sizes: Sizes) -> bool:
    """Whether a part is a heading, and sentences follow it that fit into one passage with it."""
    return (
        part[1] - part[0] <= _LONGEST_HEADING
        and not _ENDS_LIKE_PROSE.search(text, *part)
        and _ENDS_LIKE_PROSE.search(text, *following) is not None
        and following[1] - part[0] <= sizes.most
    )


def _trimmed_spans(text: str, start: int, end: int, cuts: Sequence[int]) -> tuple[Span, ...]:
    """The span divided at the cuts: pieces without outer white space, none empty."""
    borders = [start, *(cut for cut in cuts if start < cut < end), end]
    spans = []
    for left, right in itertools.pairwise(borders):
        piece = text[left:right]
        stripped = piece.strip()
        if stripped:
            first = left + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(stripped)))
    return tuple(spans)
