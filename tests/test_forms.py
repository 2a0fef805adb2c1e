"""Word tables with names in the first column: a form for an article is its head and its text."""

from pathlib import Path

import pytest
from docx import Document

from corpus.article import RawArticle
from corpus.reader import read_articles
from corpus.reader.forms import lines_of_form

STORY = "浔阳渡口六日清晨试航新船，船工们燃放鞭炮，两岸居民冒着细雨赶来观看，码头上站满了人。"
MORE = "据渡口管理处介绍，新船一次可载客八十人，票价不变，夜间班次要等航标灯装好以后再行开通。"
FORM = [["标题", "新船试航"], ["日期", "2024-03-06"], ["来源", "浔阳日报"]]


def articles(path: Path, *tables: list[list[str]]) -> list[RawArticle]:
    document = Document()
    for rows in tables:
        table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
        document.add_paragraph("")
    document.save(str(path))
    return [each for each in read_articles(path) if isinstance(each, RawArticle)]


def test_a_form_names_what_an_article_is(tmp_path: Path) -> None:
    (article,) = articles(tmp_path / "a.docx", [*FORM, ["正文", f"{STORY}\n{MORE}"]])
    assert (article.title, article.published, article.source) == (
        "新船试航",
        "2024-03-06",
        "浔阳日报",
    )
    assert article.text == f"{STORY}\n{MORE}"


def test_several_forms_are_as_many_articles(tmp_path: Path) -> None:
    other = [["标题", "渡口停航"], *FORM[1:], ["正文", MORE]]
    found = articles(tmp_path / "a.docx", [*FORM, ["正文", STORY]], other)
    assert [(each.title, each.text) for each in found] == [("新船试航", STORY), ("渡口停航", MORE)]


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (["来　源：", "浔阳日报"], "来　源：浔阳日报"),
        (["版面", "A3"], "版面：A3"),
        (["编辑", ""], ""),
        (["作者", "江渡舟", "版面", "A3"], "作者：江渡舟\n版面：A3"),
        (["作者", "江渡舟", "编辑", ""], "作者：江渡舟"),
    ],
)
def test_a_row_of_a_form(row: list[str], line: str) -> None:
    lines = lines_of_form([*FORM, row])
    assert lines[3:] == (line.split("\n") if line else [])


def test_the_text_comes_last_and_without_a_name_where_a_note_is_long() -> None:
    form = [*FORM, ["内容", STORY], ["摘要", MORE * 2], ["（完）"]]
    assert lines_of_form(form)[3:] == [f"摘要：{MORE * 2}", STORY, "（完）"]


@pytest.mark.parametrize(
    "rows",
    [
        [["项目", "数量"], ["来源", "三处"], ["时间", "上午"], ["标题", "两块"]],
        [["标题", "两块"], ["来源", "三处"]],
        [["标题", "日期", "来源"], ["新船试航", "2024-03-06", "浔阳日报"]],
        [["甲船", "八十人", "乙船", "六十人"]],
        [],
    ],
)
def test_no_form(rows: list[list[str]]) -> None:
    assert lines_of_form(rows) == []
