"""Plain text: its top that names fields, tables saved as text, and the ends of lines."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import RawArticle
from corpus.clean import make_article
from corpus.reader import read_articles
from corpus.reader.labelled import read_labels

BODY = "云港市三号码头三月五日启用，市长陈一舟出席启用仪式。\n码头长八百米，耗资两亿元。"


def labelled(text: str) -> RawArticle:
    return read_labels(RawArticle(text, "a.txt"))


@pytest.mark.parametrize(
    "head",
    [
        "【标题】新码头启用\n【日期】2024年3月6日\n【来源】云港日报\n【作者】毛宁\n【正文】\n",
        "标题：新码头启用\n\n来源：云港日报\n作者：毛宁\n日期：2024年3月6日\n正文：",
        "标　题: 新码头启用\n日 期: 2024年3月6日\n作 者: 毛宁\n来 源: 云港日报\n\n",
    ],
)
def test_what_the_top_names_is_known(head: str) -> None:
    article = labelled(head + BODY)
    assert (article.title, article.published) == ("新码头启用", "2024年3月6日")
    assert (article.source, article.author) == ("云港日报", "毛宁")
    assert article.text == BODY


def test_a_line_that_names_no_field_stays_text() -> None:
    article = labelled(f"标题：新码头启用\n导语：云港有了三号码头\n作者：毛宁\n正文：{BODY}")
    assert article.author == "毛宁"
    assert article.text == f"导语：云港有了三号码头\n{BODY}"


def test_an_address_with_its_signs_is_the_article_s() -> None:
    article = labelled(f"标题：新码头启用\n链接：https://news.example/a?b=1\n{BODY}")
    assert (article.url, article.text) == ("https://news.example/a?b=1", BODY)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"标题：新码头启用\n{BODY}",  # a title alone
        f"来源：云港日报\n作者：毛宁\n{BODY}",  # none
        f"标题：专访陈一舟\n记者：码头何时启用？\n陈一舟：三月。\n{BODY}",  # an interview
        f"标题：专访陈一舟\n记者：您好\n陈一舟：请坐。\n{BODY}",
        f"标题：开会通知\n时间：下周一\n地点：云港\n{BODY}",
        "标题：新码头启用\n作者：毛宁",
        "",
    ],
)
def test_what_is_no_head_stays_as_it_is(text: str) -> None:
    assert labelled(text).text == text


def test_each_of_several_articles_has_its_own_head(tmp_path: Path) -> None:
    one, two = (
        f"标题：{title}\n日期：2024-03-06\n正文：{BODY}本报将继续关注。"
        for title in ("新码头启用", "旧码头停用")
    )
    (tmp_path / "a.txt").write_text(f"{one}\n==========\n{two}", "utf-8")
    articles = [each for each in read_articles(tmp_path / "a.txt") if isinstance(each, RawArticle)]
    assert [each.title for each in articles] == ["新码头启用", "旧码头停用"]


LINES = [
    "标题：甲",
    "作者：乙",
    "【来源】丙",
    "正文：丁",
    "日期：2024-01-02",
    "地点：戊",
    "己。",
    "",
]


@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_every_line_is_text_or_a_field(lines: list[str]) -> None:
    article = labelled("\n".join(lines))
    told = article.text + article.title + article.author + article.source + article.published
    for word in ("甲", "乙", "丙", "丁", "2024-01-02", "戊", "己。"):
        assert (word in told) == any(word in line for line in lines)


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_end_of_a_line_ends_one(tmp_path: Path, end: str) -> None:
    (tmp_path / "a.txt").write_text(f"新码头启用{end}{BODY}", "utf-8")
    (article,) = read_articles(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
    assert make_article(article).title == "新码头启用"
    assert end not in article.text


def test_a_text_file_that_is_a_table_gives_each_of_its_rows(tmp_path: Path) -> None:
    table = (
        "标题\t日期\t正文\n新码头启用\t2024-03-06\t三号码头启用。\n庙会\t2024-03-07\t庙会开幕。\n"
    )
    (tmp_path / "a.txt").write_text(table, "utf-16")
    articles = [each for each in read_articles(tmp_path / "a.txt") if isinstance(each, RawArticle)]
    assert [each.title for each in articles] == ["新码头启用", "庙会"]
    assert [each.text for each in articles] == ["三号码头启用。", "庙会开幕。"]


@pytest.mark.parametrize(
    "text", ["标题\t内容\n", "年份\t正文\n去年\t千万吨\n", "标题\t日期\n甲\t乙\n"]
)
def test_a_text_with_tabs_is_a_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (article,) = read_articles(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
    assert article.text == text
