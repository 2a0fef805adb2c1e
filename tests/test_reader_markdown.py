"""Markdown: front matter, title, and the markup taken off."""

from pathlib import Path

import pytest

from corpus.article import RawArticle
from corpus.reader import read_articles


def read(tmp_path: Path, text: str) -> RawArticle:
    path = tmp_path / "a.md"
    path.write_text(text, "utf-8")
    (article,) = read_articles(path)
    assert isinstance(article, RawArticle)
    return article


def test_front_matter_is_taken_off_and_understood(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        '---\nid: n-1\ntitle: "雨停了"\ndate: 2024-07-01\n来源：云川晚报\nx: y\n---\n正文。\n',
    )
    assert (article.record, article.title) == ("n-1", "雨停了")
    assert (article.published, article.source) == ("2024-07-01", "云川晚报")
    assert article.text == "正文。"


def test_the_url_is_the_address(tmp_path: Path) -> None:
    article = read(tmp_path, "---\nurl: https://news.example/1\n---\n正文。")
    assert article.address == article.url == "https://news.example/1"


def test_the_first_heading_is_the_title(tmp_path: Path) -> None:
    article = read(tmp_path, "# 雨**停**了 #\n\n## 一\n正文。")
    assert article.title == "雨停了"
    assert article.text == "雨停了\n\n一\n正文。"


def test_lines_between_rules_are_no_front_matter(tmp_path: Path) -> None:
    assert read(tmp_path, "---\n雨停了\n---\n正文。").text == "雨停了\n\n正文。"


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("见[公告](https://a.example/(1))。", "见公告)。"),
        ("前![图片](a.png)后", "前后"),
        ("**会议**强调*安全*和`数据`", "会议强调安全和数据"),
        ("> 引用\n> 两行", "引用\n两行"),
        ("- 第一\n* 第二\n1. 第三", "第一\n第二\n1. 第三"),
        ("前<!-- 注\n释 -->后", "前后"),
        ("前<!-- 没有完", "前<!-- 没有完"),
        ("前<!-- 一 -->中<!-- 二 -->后", "前中后"),
        ("## 小标题 ##", "小标题"),
        ("```\n代码\n```\n文", "代码\n文"),
        ("3 * 4 * 5 和 a_b_c", "3 * 4 * 5 和 a_b_c"),
        ("1.5*2", "1.5*2"),
        ("#标签 不是标题", "#标签 不是标题"),
        ("-5度到-3度", "-5度到-3度"),
    ],
)
def test_markup(tmp_path: Path, markup: str, plain: str) -> None:
    assert read(tmp_path, markup).text == plain


@pytest.mark.parametrize("piece", ["[", "*a", "<!--", "# ", "> ", "## #", "---\n", "a\n"])
def test_markup_said_many_times_is_read(tmp_path: Path, piece: str) -> None:
    assert read(tmp_path, f"文字\n{piece * 40_000}").text.startswith("文字")
