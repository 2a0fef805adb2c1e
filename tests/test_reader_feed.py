"""Feeds: what an entry's text, title and authors are, in markup and without it."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import RawArticle
from corpus.reader import read_articles


def only(path: Path, data: str) -> RawArticle:
    path.write_text(data, "utf-8")
    (article,) = read_articles(path)
    assert isinstance(article, RawArticle), article
    return article


def rss(path: Path, entry: str) -> RawArticle:
    return only(path, f"<rss version='2.0'><channel><item>{entry}</item></channel></rss>")


def atom(path: Path, entry: str) -> RawArticle:
    return only(path, f"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{entry}</entry></feed>")


@pytest.mark.parametrize(
    ("description", "text"),
    [
        ("新船试航。\n\n旧船退役。", "新船试航。\n旧船退役。"),
        ("新船&lt;b\n&gt;试航&lt;/b&gt;。\n旧船退役。", "新船试航。\n旧船退役。"),
        ("&lt;p&gt;新船\n试航。&lt;/p&gt;&lt;p&gt;旧船退役。&lt;/p&gt;", "新船 试航。\n旧船退役。"),
        ("&lt;p&gt;新船。&lt;/p&gt;&lt;aside&gt;票价八元。&lt;/aside&gt;", "新船。\n票价八元。"),
    ],
)
def test_paragraphs_of_an_entry(tmp_path: Path, description: str, text: str) -> None:
    assert rss(tmp_path / "a.rss", f"<description>{description}</description>").text == text


def test_plain_text_of_an_entry_stands_as_it_is(tmp_path: Path) -> None:
    content = '<summary>短</summary><content type="text">若 a&lt;b&gt;c\n则乙。</content>'
    assert atom(tmp_path / "a.atom", content).text == "若 a<b>c\n则乙。"


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("<![CDATA[<b>新船</b>试航 &amp; 首航]]>", "新船试航 & 首航"),
        ("票价 8&amp;lt;9", "票价 8<9"),
        ("若 a&lt;b&gt;c", "若 a<b>c"),
        ("R&amp;D 中心", "R&D 中心"),
    ],
)
def test_titles_of_entries_are_as_shown(tmp_path: Path, given: str, title: str) -> None:
    entry = f"<title>{given}</title><description>新船试航。</description>"
    assert rss(tmp_path / "a.rss", entry).title == title


def test_all_authors_of_an_entry_are_named(tmp_path: Path) -> None:
    named = (f"<author><name>{name}</name></author>" for name in ("江渡舟", "尉迟帆"))
    entry = f"{''.join(named)}<summary>新船试航。</summary>"
    assert atom(tmp_path / "a.atom", entry).author == "江渡舟、尉迟帆"


@given(st.lists(st.text("新船试航<>&a \r\t", min_size=1, max_size=12), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_no_line_of_a_plain_entry_is_lost(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    told = "完。\n" + "\n".join(lines).replace("\r", "")
    escaped = told.replace("&", "&amp;").replace("<", "&lt;")
    path = tmp_path_factory.getbasetemp() / "fuzzed.atom"
    article = atom(path, f"<content type='text'>{escaped}</content>")
    assert [*map(str.split, article.text.split("\n"))] == [
        *map(str.split, told.strip().split("\n"))
    ]


@pytest.mark.parametrize("sign", ["\n", "&lt;", "&lt;a ", "&lt;\n"])
def test_a_long_entry_of_nothing_but_signs_takes_no_long_time(tmp_path: Path, sign: str) -> None:
    start = time.monotonic()
    rss(tmp_path / "a.rss", f"<description>新船试航。{sign * 30_000}</description>")
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["a.txt", "a.xml"])
def test_a_feed_is_known_by_its_content(tmp_path: Path, name: str, encoding: str) -> None:
    entry = "<item><title>新船试航</title><description>新船今天试航。</description></item>"
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel>{entry}</channel></rss>"
    (tmp_path / name).write_bytes(feed.encode(encoding))
    (article,) = read_articles(tmp_path / name)
    assert isinstance(article, RawArticle)
    assert (article.title, article.text) == ("新船试航", "新船今天试航。")


def test_short_codes_of_an_entry_are_not_shown(tmp_path: Path) -> None:
    code = '[caption id="a_7"]新船[/caption]'
    text = rss(tmp_path / "a.rss", f"<description>&lt;p&gt;{code}试航。</description>").text
    assert text == "新船\n试航。"
