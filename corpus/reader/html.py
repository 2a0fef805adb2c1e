"""HTML and saved web pages: the main text without menus, related links and comments."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from corpus.article import RawArticle, ReadError
from corpus.dates import FULL_DATE
from corpus.narrow import narrow
from corpus.one_line import one_line
from corpus.reader.base import Format, Reading, ReadOptions, Sample, Source
from corpus.reader.blocks import Line, dated_parts, lines_of, meta
from corpus.reader.declared import read_markup
from corpus.reader.layout import (
    drop_readings,
    drop_styles,
    free_inline,
    join_inline,
    open_folds,
)
from corpus.reader.moments import shown_date
from corpus.reader.page_credits import credited, editor_below, head_under, writer_named
from corpus.reader.page_tables import unfold_tables
from corpus.reader.restoring import restored, unglued
from corpus.reader.sheets import read_sheet

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_MOST = 32 * 1024 * 1024
_SNIFFED = re.compile(rb"\A\s*(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html[\s>])", re.I | re.S)
_TAIL = re.compile(r"\s*[|_\-–—－]\s*[^|_\-–—－]{2,30}$")
_TAILS = 3  # that a title may have: -- 国内新闻 -- 某网
# WeChat's page fills in its day, unless it was saved without: of that, only the second is there.
_WECHAT_DAY = re.compile(r"\b(?:ct|createTime) ?= ?[\"'](\d{10})[\"']")

_MENU, _MENU_LINE = 1000, 30  # characters of a menu above the title, and of a line of it
_SENTENCE_END = re.compile(r"[。！？!?]|\.(?=\s|$)")

# A date that the page gives, not one that is guessed from its pictures' names.
_DATES = {"extensive_search": False, "original_date": True}


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds; all but the text may be empty."""

    text: str
    title: str = ""
    author: str = ""
    published: str = ""
    source: str = ""
    url: str = ""
    editor: str = ""


def read_page(markup: str) -> Page:
    """The main text of an HTML page, a paragraph a line, with what its markup says about it.

    Raises:
        ReadError: It holds no text.
    """
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415  takes a quarter of a second

    tree = _plain_tree(markup)
    lines = tuple(lines_of(tree))
    whole = "\n".join(line.text for line in lines)
    authors = meta(tree, "author")
    account = _take_account(tree)
    page = extract_metadata(tree, date_config=_DATES)
    # Of the whole page the date might be that of other news in a list, or of the copyright.
    published = extract_metadata(dated_parts(tree), date_config=_DATES).date
    title = _title(page.title or "", page.sitename or "", lines)
    text = _from_title(_main_text(tree, lines) or whole, title).strip()
    if not text:
        raise ReadError("holds no text; give the page that has the article in it")
    head = head_under(whole, title, text)
    shown = re.search(FULL_DATE, narrow(head))
    return Page(
        text=text,
        title=title,
        author=writer_named(page.author or authors) or credited(head, "author"),
        published=published or (shown[0].strip() if shown else "") or (account and _day(markup)),
        source=account or credited(head, "source") or page.sitename or "",
        url=page.url or "",
        editor=editor_below(whole, text),
    )


def _plain_tree(markup: str) -> "HtmlElement":
    """The tree of a page, without what its markup does for its looks alone.

    Raises:
        ReadError: It is no page.
    """
    import trafilatura  # noqa: PLC0415  as above

    tree = trafilatura.load_html(markup)
    if tree is None:
        raise ReadError("holds no page that can be read; save it again from the browser")
    for undo in (drop_readings, drop_styles, open_folds, free_inline, unfold_tables):
        undo(tree)
    return tree


def _main_text(tree: "HtmlElement", lines: Sequence[Line]) -> str:
    """The main text of a page whose lines these are; empty where none is found in it."""
    import trafilatura  # noqa: PLC0415  as above
    from trafilatura.settings import Document  # noqa: PLC0415  as above

    join_inline(tree)
    found = trafilatura.bare_extraction(tree, include_comments=False)
    told = (isinstance(found, Document) and found.text) or ""
    return restored(unglued(told, lines), lines) if told else ""


def _take_account(tree: "HtmlElement") -> str:
    """The WeChat account that a page is of, taken out of it with what stands beside it, or nothing.

    The page names WeChat itself as its site.
    """
    node = tree.get_element_by_id("js_name", None)
    head = tree.get_element_by_id("meta_content", None)
    account = "" if node is None else one_line("".join(node.itertext()))
    if account and head is not None:
        head.drop_tree()
    return account


def _day(markup: str) -> str:
    """The day on which a page of WeChat was sent; empty where its script does not tell."""
    sent = _WECHAT_DAY.search(markup)
    return shown_date(sent[1]) if sent else ""


def _from_title(text: str, title: str) -> str:
    """A page's text without the menus above its title, which short pages keep.

    A menu is short, and of short lines of which none ends as sentences do.
    """
    at = f"\n{text}\n".find(f"\n{title}\n") if title else -1
    above = text[: max(0, at)]
    longest = max(map(len, above.split("\n")))
    is_menu = len(above) < _MENU and longest < _MENU_LINE and not _SENTENCE_END.search(above)
    return text[len(above) :] if is_menu else text


def _title(title: str, site: str, lines: Sequence[Line]) -> str:
    """The title as the page shows it, or without the site's name behind it."""
    tail = _TAIL.search(title)
    if not tail:
        return title
    short = title[: tail.start()]
    if site and site in tail.group():
        return short
    shown = {line.text for line in lines if not line.linked}
    for _ in range(_TAILS if title not in shown else 0):
        if short in shown:
            return short
        tail = _TAIL.search(short)
        short = short[: tail.start()] if tail else title
    return title


def _read(source: Source, options: ReadOptions) -> Reading:
    markup = read_markup(source.stream, max_bytes=min(options.max_bytes, _MOST))
    if source.name.lower().endswith(".xls"):
        yield from read_sheet(markup, source.address, options)
        return
    # A page's own idea of its address is often that of the site's front page: not used as one.
    yield RawArticle(address=source.address, **asdict(read_page(markup)))


def _sniff(sample: Sample) -> bool:
    return _SNIFFED.match(sample.markup) is not None


HTML = Format("HTML", (".html", ".htm", ".xhtml", ".shtml"), _sniff, _read)
