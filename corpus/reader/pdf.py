"""PDF with a text layer: paragraphs put together again across lines and pages."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.article import RawArticle, ReadError
from corpus.cleaning.items import OUTLET_NAME
from corpus.dates import FULL_DATE, parse_date
from corpus.narrow import narrow
from corpus.one_line import one_line
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Sample, Source
from corpus.reader.columns import Line, right_edges
from corpus.reader.own_day import names_own_day
from corpus.reader.page_numbers import is_page_number

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

_PAGES = 5000
_BEGINNING = re.compile(rb"(?:\A(?:\xef\xbb\xbf)?|[\r\n])[ \t]*%PDF-[0-9]")  # a line of its own
_EDGE = 3  # lines of furniture on an edge of a page
_BROKEN = "is a damaged page; fetch the PDF again"
# What a browser prints above and below a page: when, and the address with the number of the page.
_STAMP = re.compile(
    r"(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{4}/\d{1,2}/\d{1,2}),? \d{1,2}:\d\d(?:\s?[AP]M)?(?:\s.{0,300})?"
)
_ADDRESS = re.compile(r"(?:file|https?)://\S{1,2000}\s+\d{1,4}/\d{1,4}")
_LONGEST_HEAD = 60  # characters of a line that pages carry, and that is not a title
_DAY = re.compile(FULL_DATE)
_TO = r" ?[-—–~～至到]{1,2} ?"
_PERIOD = re.compile(rf"{FULL_DATE}{_TO}\d{{1,4}} ?[-/年月日.]|[年月日]{_TO}{FULL_DATE}")
# What a day is of instead: a printing, a rule's coming into force, a report's period.
_OTHER_DAY = re.compile(
    "打印|列印|印制|印製|下载|下載|导出|匯出|实施|實施|施行|生效|截至|截止|报告期|報告期"
)
_PAPER = re.compile(rf"(?:^|[ |｜])(?P<name>{OUTLET_NAME})")
_FILE = re.compile(r"\.(?:[sx]?html?|pdf|docx?|txt|aspx?|php|md)$|^\w+://", re.I)
_ASCII_WORD = re.compile(r"[A-Za-z0-9,.;:!?)%]$")
# What the library writes for a hyphen at the end of a line; in Latin words it is of the line alone.
_HYPHEN = re.compile(r"(?<=[a-z])\ufffe(?=[a-z])")
_ASCII_NEXT = re.compile(r"^[A-Za-z0-9(]")


def join_lines(lines: Sequence[Line]) -> str:
    """The text of the lines, a paragraph a line, across pages; empty for none.

    A paragraph ends where a line stops short of its column's right edge, where the next one is
    indented, stands far below, or is set in another size.
    """
    if not lines:
        return ""
    parts = [lines[0].text.strip()]
    for (above, line), right in zip(pairwise(lines), right_edges(lines), strict=False):
        parts.append(_joint(above, line, right))
        parts.append(line.text.strip())
    return "".join(parts)


def _joint(above: Line, line: Line, right: float) -> str:
    size = max(above.height, line.height)
    short = above.right < right - 2.0 * size
    indented = line.left > above.left + size and line.left < above.left + 6 * size
    indented = indented or line.text.startswith("\u3000")
    other = not 0.8 < above.height / line.height < 1.25 if line.height else False
    apart = above.page == line.page and above.bottom - line.bottom > 2.6 * size
    if short or indented or other or apart:
        return "\n"
    word = _ASCII_WORD.search(above.text.rstrip()) and _ASCII_NEXT.search(line.text.lstrip())
    return " " if word else ""


def drop_furniture(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of all pages without page numbers, and without what most pages carry on an edge.

    What a browser prints around a page goes, too.
    """
    pages = [_drop_printed(page) for page in pages]
    for _ in range(_EDGE):
        pages = _drop_edges(pages)
    return [line for page in pages for line in page]


def read_head(pages: Sequence[Sequence[Line]], kept: Sequence[Line]) -> tuple[str, str]:
    """The day and the paper that the lines name which are not kept, as those at the top of pages.

    Both are empty where they name none, or several days. A browser's day is the printing's, and
    a line with two days, or with a period, tells none.
    """
    stay = set(kept)
    lines = [line.text for page in pages for line in _drop_printed(page) if line not in stay]
    heads = {narrow(one_line(words)) for words in lines if len(words) <= _LONGEST_HEAD}
    days = dict(filter(None, map(_day_of, sorted(heads))))
    if len({*days.values()}) != 1:
        return "", ""
    papers = (paper["name"] for paper in map(_PAPER.search, sorted(heads)) if paper)
    return next(iter(days)), next(papers, "")


def _day_of(head: str) -> tuple[str, datetime.date] | None:
    """The one day that a line names, as it stands there and as it is; None where it names none."""
    if _OTHER_DAY.search(head) or _PERIOD.search(head):
        return None
    days = {day: found[0] for found in _DAY.finditer(head) if (day := parse_date(found[0]))}
    if len(days) != 1:
        return None
    ((day, words),) = days.items()
    return words, day


def _drop_printed(page: Sequence[Line]) -> list[Line]:
    """The lines without a browser's; it shows by the page's address, and stands at either end."""
    edges = {*page[:_EDGE], *page[-_EDGE:]}
    if not any(_ADDRESS.fullmatch(line.text.strip()) for line in edges):
        return list(page)

    def is_printed(line: Line) -> bool:
        words = line.text.strip()
        return bool(_ADDRESS.fullmatch(words) or _STAMP.fullmatch(words))

    return [line for line in page if line not in edges or not is_printed(line)]


def _drop_edges(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    edges = Counter(_shape(line) for page in pages for line in {*page[:1], *page[-1:]})
    carried = {shape for shape, n in edges.items() if n >= 2 and n > len(pages) / 2}

    def is_furniture(line: Line, page: Sequence[Line]) -> bool:
        at_edge = line in (page[0], page[-1])
        return at_edge and (_shape(line) in carried or is_page_number(line.text))

    return [[line for line in page if not is_furniture(line, page)] for page in pages]


def _shape(line: Line) -> str:
    """The line with its numbers made alike, so that "1/9" and "2/9" are the same furniture."""
    return re.sub(r"\d+", "0", line.text.strip())


def _lines(page: "PdfPage", number: int) -> Iterator[Line]:
    text_page = page.get_textpage()
    count = text_page.count_chars()
    start = 0
    for raw in text_page.get_text_range().split("\n"):
        words = raw.rstrip("\r")
        if words.strip():
            places = (min(start + place, count - 1) for place in _ends(words))
            boxes = [text_page.get_charbox(place, loose=True) for place in places]
            yield _line(words, boxes, number)
        start += len(raw) + 1
    text_page.close()
    page.close()


def _ends(words: str) -> tuple[int, int]:
    """The places of the first and last characters that are no white space."""
    return len(words) - len(words.lstrip()), len(words.rstrip()) - 1


def _line(words: str, boxes: list[tuple[float, float, float, float]], number: int) -> Line:
    (left, low, _, high), (_, low_2, right, high_2) = boxes
    words = _HYPHEN.sub("", words).replace("\ufffe", "-")
    return Line(words, left, right, min(low, low_2), max(high - low, high_2 - low_2), number)


def _read(source: Source, options: ReadOptions) -> Reading:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415  loads a native library

    try:
        document = PdfDocument(source.stream.read())
    except PdfiumError as error:
        raise ReadError(_refusal(str(error))) from error
    pages: list[list[Line]] = []
    for number in range(_count(document)):
        try:
            pages.append(list(_lines(document[number], number)))
        except PdfiumError:
            yield ReadFailure(f"{source.address}:page {number + 1}", _BROKEN)
    lines = drop_furniture(pages)
    text = join_lines(lines)
    if not text.strip():
        raise ReadError("has no text layer, as a scan has; run a text recognition (OCR) over it")
    day, paper = ("", "") if names_own_day(text) else read_head(pages, lines)
    title = _title(document, text)
    yield RawArticle(text, source.address, title=title, published=day, source=paper)


def _count(document: "PdfDocument") -> int:
    if len(document) > _PAGES:
        raise ReadError("has more than {most} pages; divide it", most=_PAGES)
    return len(document)


def _title(document: "PdfDocument", text: str) -> str:
    """The title of the metadata where the page shows it too: else it is often a file's name."""
    title: str = document.get_metadata_value("Title").strip()
    return title if title and title in text[:500] and not _FILE.search(title) else ""


def _refusal(words: str) -> str:
    if "password" in words.lower():
        return "is locked with a password; save it without one"
    return "is no whole PDF (cut off or damaged); fetch it again"


def _sniff(sample: Sample) -> bool:
    return _BEGINNING.search(sample.head[:1024]) is not None


PDF = Format("PDF", (".pdf",), _sniff, _read)
