"""Raw articles → articles: what nobody would miss is cut, and every offset leads back."""

from collections.abc import Iterable

from corpus.article import Article, CleanText, RawArticle, ReadError, Segment, digest
from corpus.cleaning.byline import read_byline
from corpus.cleaning.furniture import find_furniture
from corpus.cleaning.glosses import gloss_cuts
from corpus.cleaning.mark import Mark
from corpus.cleaning.padding import padding_cuts
from corpus.cleaning.spacing import Span, white_cuts
from corpus.cleaning.wrapping import wrap_cuts

# Raised whenever the same raw article would give another article.
READING_VERSION = 8

_ROUNDS = 8  # what is cut may uncover more to cut, but no article needs more rounds
_MOST_CUTS = 2_000_000
_TOO_MANY_CUTS = (
    "more than {most} runs of white space or control characters, this is no article; save it as"
    " plain text, or leave it out"
)


def make_article(raw: RawArticle) -> Article:
    """The article that a raw article is: cleaned, with title, source, date and names.

    What the record says of itself wins over what the text says. The same raw article gives the
    same article.

    Raises:
        ReadError: Nothing is left of the text, or it is no text at all.
    """
    clean, marks = _clean(raw.text)
    if not clean.text:
        raise ReadError("no text is left to read; remove it or put text into it")
    byline = read_byline(clean.text, marks, raw)
    published = byline.published.isoformat() if byline.published else ""
    identity = digest(raw.address, byline.title, byline.source, published, clean.text)
    return Article(
        id=identity,
        record=raw.record or identity,
        address=raw.address,
        title=byline.title,
        source=byline.source,
        published=byline.published,
        date_words=byline.date_words,
        author=byline.author,
        editor=byline.editor,
        url=raw.url,
        body_start=byline.body_start,
        clean=clean,
        raw=raw.text,
    )


def clean(raw: str) -> CleanText:
    """The text that people read, with its map to ``raw``; empty where nothing is left.

    Glosses, furniture, characters that cannot be seen, padding inside of names and all but one
    character of each run of white space are gone; line ends inside paragraphs are joined. Cleaning
    a cleaned text changes nothing, unless empty lines were all that told its short paragraphs from
    wrapped lines.

    Raises:
        ReadError: More than two million places would have to be cut: this is no article.
    """
    return _clean(raw)[0]


def _clean(raw: str) -> tuple[CleanText, tuple[Mark, ...]]:
    text = _drop(CleanText(raw, _whole(raw)), wrap_cuts(raw))
    text = _drop(text, white_cuts(text.text))
    marks: list[Mark] = []
    for _ in range(_ROUNDS):
        before = text
        text = _drop(text, gloss_cuts(text.text))  # 责(zé)任编辑 is a mark only without
        text = _drop(text, padding_cuts(text.text))
        found = find_furniture(text.text)
        marks.extend(found)
        text = _drop(text, [(mark.start, mark.end) for mark in found])
        if text is before:
            break
        text = _drop(text, white_cuts(text.text))
    return text, tuple(marks)


def _whole(raw: str) -> tuple[Segment, ...]:
    return (Segment(0, 0, len(raw)),) if raw else ()


def _drop(text: CleanText, cuts: Iterable[Span]) -> CleanText:
    spans: list[Span] = []
    for span in cuts:
        spans.append(span)
        if len(spans) > _MOST_CUTS:
            raise ReadError(_TOO_MANY_CUTS, most=_MOST_CUTS)
    return compose(text, apply_cuts(text.text, spans)) if spans else text


def apply_cuts(raw: str, cuts: Iterable[Span]) -> CleanText:
    """``raw`` without the given spans; they may overlap, but must be sorted by their starts."""
    pieces: list[str] = []
    segments: list[Segment] = []
    place = length = 0
    for start, end in (*cuts, (len(raw), len(raw))):
        if start > place:
            pieces.append(raw[place:start])
            segments.append(Segment(length, place, start - place))
            length += start - place
        place = max(place, end)
    return CleanText("".join(pieces), tuple(segments))


def compose(outer: CleanText, inner: CleanText) -> CleanText:
    """``inner``, which was made from ``outer.text``, mapped to what ``outer`` is mapped to."""
    segments: list[Segment] = []
    place = 0
    for piece in inner.segments:
        start, end = piece.raw_start, piece.raw_start + piece.length
        while outer.segments[place].text_start + outer.segments[place].length <= start:
            place += 1
        while start < end:
            under = outer.segments[place]
            stop = min(end, under.text_start + under.length)
            at = piece.text_start + start - piece.raw_start
            segments.append(Segment(at, under.raw_start + start - under.text_start, stop - start))
            place += stop < end
            start = stop
    return CleanText(inner.text, tuple(_merged(segments)))


def _merged(segments: list[Segment]) -> list[Segment]:
    """The segments, those that continue each other in both texts made one."""
    merged: list[Segment] = []
    for segment in segments:
        last = merged[-1] if merged else None
        if last and last.raw_start + last.length == segment.raw_start:
            merged[-1] = Segment(last.text_start, last.raw_start, last.length + segment.length)
        else:
            merged.append(segment)
    return merged
