"""EPUB: short chapters, boxes and notes, and what the book tells of its chapters."""

import zipfile
from pathlib import Path

import pytest

from corpus.article import RawArticle
from corpus.cleaning.clean import make_article
from corpus.reader import read_articles

LONG = "浔阳渡口六日清晨试航新船，船工们燃放鞭炮，两岸居民冒着细雨赶来观看，码头上站满了人。" * 2
DATE = "<dc:date xmlns:dc='urn:dc'>{}</dc:date>"
POINT = "<navPoint><navLabel><text>{}</text></navLabel><content src='../{}'/>{}</navPoint>"


def read(path: Path, *chapters: str, metadata: str = "", contents: str = "") -> list[RawArticle]:
    """The articles of a book with these bodies for chapters."""
    items = "".join(f"<item id='c{n}' href='c{n}.xhtml'/>" for n in range(len(chapters)))
    items += "<item id='t' href='t/toc.ncx' media-type='application/x-dtbncx+xml'/>"
    order = "".join(f"<itemref idref='c{n}'/>" for n in range(len(chapters)))
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("META-INF/container.xml", "<c><rootfile full-path='O/p.opf'/></c>")
        book.writestr("O/p.opf", f"<package>{metadata}{items}{order}</package>")
        for n, chapter in enumerate(chapters):
            book.writestr(f"O/c{n}.xhtml", f"<html><body>{chapter}</body></html>")
        if contents:
            book.writestr("O/t/toc.ncx", f"<ncx><navMap>{contents}</navMap></ncx>")
    found = list(read_articles(path))
    assert all(isinstance(each, RawArticle) for each in found), found
    return [each for each in found if isinstance(each, RawArticle)]


def test_a_short_chapter_is_read_where_it_holds_a_sentence(tmp_path: Path) -> None:
    brief = "<h2>简讯</h2><p>新船试航。</p>"
    found = read(tmp_path / "a.epub", "<p>浔阳文摘 第3期</p>", brief, f"<p>{LONG}</p>")
    assert [each.text for each in found] == ["简讯\n新船试航。", LONG]


@pytest.mark.parametrize("name", ["aside", "footer", "form", "header"])
def test_boxes_and_notes_of_a_chapter_are_read(tmp_path: Path, name: str) -> None:
    (article,) = read(tmp_path / "a.epub", f"<p>{LONG}</p><{name}><p>注：票价八元。</p></{name}>")
    assert article.text == f"{LONG}\n注：票价八元。"


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        (["2024-07-06T08:00:00+08:00"], "2024-07-06"),
        (["0101-01-01T00:00:00+00:00"], ""),
        (["2024"], ""),
        ([], ""),
    ],
)
def test_a_chapter_is_dated_by_its_book(tmp_path: Path, dates: list[str], day: str) -> None:
    metadata = "".join(map(DATE.format, dates))
    (article,) = read(tmp_path / "a.epub", f"<p>{LONG}</p>", metadata=metadata)
    assert article.published == day


def test_the_day_on_which_a_book_was_changed_dates_nothing(tmp_path: Path) -> None:
    changed = "<date xmlns:opf='http://www.idpf.org/2007/opf' opf:event='modification'>{}</date>"
    metadata = changed.format("2025-01-01") + DATE.format("2024-07-06")
    (article,) = read(tmp_path / "a.epub", f"<p>{LONG}</p>", metadata=metadata)
    assert article.published == "2024-07-06"


def test_a_day_that_a_chapter_tells_of_is_not_its_own(tmp_path: Path) -> None:
    chapter = f"<h1>新船试航</h1><p>2019年5月1日，船厂开工。</p><p>{LONG}</p>"
    (article,) = read(tmp_path / "a.epub", chapter, metadata=DATE.format("2024-07-06"))
    assert article.published == "2024-07-06"


def test_a_chapter_that_is_dated_itself_keeps_its_day(tmp_path: Path) -> None:
    chapter = f"<h1>新船试航</h1><p>2023年3月4日　来源：浔阳晚报</p><p>{LONG}</p>"
    (article,) = read(tmp_path / "a.epub", chapter, metadata=DATE.format("2024-07-06"))
    assert str(make_article(article).published) == "2023-03-04"


def test_a_chapter_without_a_heading_is_called_as_in_the_contents(tmp_path: Path) -> None:
    inner = POINT.format("新船<![CDATA[试航]]>", "c1.xhtml#top", "")
    contents = POINT.format("要闻", "c0.xhtml", inner) + POINT.format("别名", "c2.xhtml", "")
    chapters = (f"<p>{LONG}</p>", f"<p>{LONG}</p>", f"<h1>旧船退役</h1><p>{LONG}</p>")
    found = read(tmp_path / "a.epub", *chapters, contents=contents)
    assert [each.title for each in found] == ["要闻", "新船试航", "旧船退役"]


def test_of_two_entries_for_one_chapter_neither_is_its_title(tmp_path: Path) -> None:
    contents = POINT.format("要闻", "c0.xhtml", POINT.format("新船试航", "c0.xhtml#a", ""))
    (article,) = read(tmp_path / "a.epub", f"<p>{LONG}</p>", contents=contents)
    assert article.title == ""


def test_damaged_contents_cost_no_chapter(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.epub", f"<p>{LONG}</p>", contents="<navPoint><text/><content>")
    assert (article.title, article.text) == ("", LONG)
