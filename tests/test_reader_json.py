"""JSON of one article in blocks, of columns, and of articles in what wraps them."""

import json
from pathlib import Path

import pytest

from corpus.article import RawArticle
from corpus.reader import read_articles
from corpus.reader.frames import from_columns

BLOCKS = [{"type": "text", "content": "桥通了。"}, {"type": "text", "content": "镇长到场。"}]
ROWS = [{"title": "桥", "text": "桥通了。"}, {"title": "渠", "text": "渠通水。"}]


def read(tmp_path: Path, value: object, name: str = "a.json") -> list[RawArticle]:
    (tmp_path / name).write_text(json.dumps(value), "utf-8")
    found = list(read_articles(tmp_path / name))
    assert all(isinstance(each, RawArticle) for each in found)
    return [each for each in found if isinstance(each, RawArticle)]


@pytest.mark.parametrize("name", ["content", "blocks", "paragraphs"])
@pytest.mark.parametrize("many", [False, True])
def test_an_article_in_blocks_is_one(tmp_path: Path, name: str, many: bool) -> None:
    record = {"title": "桥修好了", name: BLOCKS}
    (article,) = read(tmp_path, [record] if many else record)
    assert (article.title, article.text) == ("桥修好了", "桥通了。\n镇长到场。")


def test_articles_under_a_title_stay_articles(tmp_path: Path) -> None:
    found = read(tmp_path, {"title": "七月稿件", "content": ROWS})
    assert [each.title for each in found] == ["桥", "渠"]


@pytest.mark.parametrize("wrapped", [False, True])
def test_articles_by_section(tmp_path: Path, wrapped: bool) -> None:
    sections = [
        {"category": "要闻", "tags": ["甲", "乙", "丙"], "articles": ROWS[:1]},
        {"category": "经济", "articles": ROWS[1:]},
    ]
    found = read(tmp_path, {"data": sections} if wrapped else sections)
    assert [each.title for each in found] == ["桥", "渠"]


def test_a_record_without_a_text_among_others_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([*ROWS, {"title": "路", "more": ROWS}]), "utf-8")
    assert [isinstance(each, RawArticle) for each in read_articles(tmp_path / "a.json")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "value",
    [
        {"title": ["桥", "渠"], "text": ["桥通了。", "渠通水。"], "tags": ["甲", "乙", "丙"]},
        {"title": {"0": "桥", "1": "渠"}, "text": {"0": "桥通了。", "1": "渠通水。"}},
        {
            "columns": ["title", "text"],
            "index": [0, 1],
            "data": [["桥", "桥通了。"], ["渠", "渠通水。"]],
        },
    ],
)
def test_columns_are_rows(tmp_path: Path, value: dict[str, object]) -> None:
    assert from_columns(value, "") == ROWS
    assert [each.title for each in read(tmp_path, value)] == ["桥", "渠"]


@pytest.mark.parametrize(
    "value",
    [
        {"title": ["桥"], "text": ["桥通了。"]},
        {"title": "桥", "text": ["桥通了。", "镇长到场。"]},
        {"title": ["桥", "记者甲"], "text": ["桥通了。", "镇长到场。", "完"]},
        {"date": ["7月1日", "10时"], "text": ["桥通了。", "镇长到场。"]},
        {"title": {"rendered": "桥"}, "text": {"rendered": "桥通了。"}},
        ["桥"],
    ],
)
def test_what_is_no_table_of_columns(value: object) -> None:
    assert not from_columns(value, "")


def test_what_readers_said_is_no_article(tmp_path: Path) -> None:
    value = {"data": {"detail": ROWS[0], "comments": [{"id": 1, "content": "好"}]}}
    assert [each.text for each in read(tmp_path, value)] == ["桥通了。"]


def test_a_line_of_a_search_is_taken_out_of_what_wraps_it(tmp_path: Path) -> None:
    line = {"_index": "news", "_id": "7", "_source": ROWS[0]}
    (article,) = read(tmp_path, line, "a.jsonl")
    assert (article.record, article.title) == ("7", "桥")


def test_records_of_wordpress(tmp_path: Path) -> None:
    post = {
        "id": 7,
        "title": {"rendered": "桥"},
        "content": {"rendered": "<p>桥通了。</p>", "protected": False},
        "author": 3,
    }
    (article,) = read(tmp_path, [post])
    assert (article.title, article.text.strip(), article.author) == ("桥", "桥通了。", "")


def test_a_count_of_blocks_is_no_text(tmp_path: Path) -> None:
    (article,) = read(tmp_path, {"data": ROWS[0], "blocks": 5})
    assert article.title == "桥"


def test_what_an_answer_comes_to_is_no_article(tmp_path: Path) -> None:
    assert len(read(tmp_path, {"摘要": "共两条", "data": ROWS})) == 2
    assert read(tmp_path, {"title": "桥", "摘要": "桥通了。"})[0].text == "桥通了。"
