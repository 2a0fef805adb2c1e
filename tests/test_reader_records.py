"""Records: which of their values are read, and what says nothing."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import ReadError
from corpus.reader.bodies import as_written, body
from corpus.reader.field_names import FIELDS, field_of, rank
from corpus.reader.records import to_article
from corpus.reader.values import said


def test_a_name_without_a_value_leaves_the_field_to_the_next() -> None:
    record: dict[str, object] = {
        "title": "",
        "headline": "桥修好了",
        "published": None,
        "publish_time": "2024-05-06",
        "source": [],
        "media": "云川晚报",
        "url": "",
        "link": "https://news.example/7",
        "text": " ",
        "content": "桥通了。",
    }
    article = to_article(record, "a.json")
    assert (article.title, article.published, article.text) == (
        "桥修好了",
        "2024-05-06",
        "桥通了。",
    )
    assert (article.source, article.address) == ("云川晚报", "https://news.example/7")


def test_a_named_text_field_that_is_empty_is_not_replaced() -> None:
    with pytest.raises(ReadError, match='an empty "稿"'):
        to_article({"稿": "", "text": "摘要"}, "a.json", "稿")


def test_an_odd_value_leaves_the_field_to_the_next() -> None:
    assert to_article({"title": [1], "headline": "桥", "text": "甲"}, "a.json").title == "桥"


@pytest.mark.parametrize(
    "value",
    [None, math.nan, [], {}, "NULL", r"\N", "nan", "None", "#N/A", " ", "0000-00-00 00:00:00"],
)
@pytest.mark.parametrize("field", list(FIELDS))
def test_what_programs_write_for_nothing_says_nothing(value: object, field: str) -> None:
    assert not (said(value, field) or "").strip()


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("title", {"rendered": "桥修好了"}, "桥修好了"),
        ("title", "NULL 指针", "NULL 指针"),
        ("record", {"$oid": "65a"}, "65a"),
        ("record", 7.0, "7"),
        ("published", {"$date": {"$numberLong": "1720137600000"}}, "1720137600000"),
        ("published", {"$date": 1720137600000}, "1720137600000"),
        ("author", [{"name": "尉迟恭"}, {"name": "邢牧之"}], "尉迟恭、邢牧之"),
        ("author", [None, "尉迟恭"], "尉迟恭"),
        ("author", 3, ""),  # a number of a table of people
        ("author", [3, 4], ""),
        ("source", {"id": 7}, ""),
        ("url", "查看原文", ""),
        ("url", "https://news.example/桥/7", "https://news.example/桥/7"),
        ("url", "/2024/7.html", "/2024/7.html"),
        ("record", {"name": "甲"}, None),
        ("title", True, None),
        ("text", 5, None),
    ],
)
def test_what_a_value_says(field: str, value: object, expected: str | None) -> None:
    assert said(value, field) == expected


def test_two_records_with_the_same_words_for_a_link_are_two_articles() -> None:
    first, second = (to_article({"链接": "查看原文", "正文": text}, "a.csv") for text in "甲乙")
    assert first.address != second.address
    assert not first.url


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([{"type": "text", "content": "甲。"}, {"type": "image", "src": "a.jpg"}], "甲。"),
        ([{"type": "text", "text": "甲。"}, {"type": "text", "text": "乙。"}], "甲。\n乙。"),
        ([{"type": "img", "content": "https://news.example/a.jpg"}, "甲。"], "甲。"),
        (
            [{"type": "paragraph", "data": {"text": "甲。"}}, {"data": {"text": "乙。"}}],
            "甲。\n乙。",
        ),
        ([{"type": "list", "data": {"items": ["甲。", "乙。"]}}], "甲。\n乙。"),
        (
            [{"type": "p", "children": [{"text": "镇长"}, {"text": "尉迟恭", "bold": True}]}],
            "镇长尉迟恭",
        ),
        ({"rendered": "<p>甲。</p>", "protected": False}, "<p>甲。</p>"),
        ({"blocks": [{"text": "甲。", "type": "unstyled"}, {"text": "乙。"}]}, "甲。\n乙。"),
        (["甲。", None, "乙。"], "甲。\n乙。"),
        ([{"title": "桥", "text": "甲。"}], None),
        ({"text": "甲。", "author": "尉迟恭"}, None),
        ([{"type": "quote", "text": "甲。", "author": "尉迟恭"}], "甲。"),
        ([["甲。"]], None),
        ([{"type": "image"}], None),
        (
            [{"type": ["p"], "text": "甲。", "content": [{"type": {}, "text": "乙。"}]}],
            "甲。\n乙。",
        ),
        ({"text": "甲。", "html": "<p>甲。</p>"}, "甲。"),
        ({"rendered": "<p>甲。</p>", "text": "甲。"}, "<p>甲。</p>"),
        ({"text": " ", "html": "<p>甲。</p>"}, "<p>甲。</p>"),
        ({"html": "<p>甲。</p>", "blocks": [{"text": "甲。"}]}, "<p>甲。</p>"),
        ([{"type": "paragraph", "text": "甲。", "html": "<p>甲。</p>"}, "乙。"], "甲。\n乙。"),
        ([{"type": "image", "content": "甲。", "caption": "图为甲。"}], "甲。\n图为甲。"),
        (
            [{"type": "box", "text": "甲", "content": [{"text": "乙。"}, {"text": "甲"}]}],
            "甲\n乙。甲",
        ),
        ([{"type": "section", "title": "背景", "text": "甲。"}], "背景\n甲。"),
        ([{"type": "news", "title": "背景", "text": "甲。"}], None),
        ([{"type": "section", "title": "桥", "date": "2024-05-06", "text": "甲。"}], None),
        ([{"type": "section", "data": {"title": "背景", "text": "甲。"}}], "背景\n甲。"),
        ([{"type": "image", "url": "/a.jpg", "title": "a.jpg", "caption": "图为甲。"}], "图为甲。"),
    ],
)
def test_the_text_of_blocks(value: object, expected: str | None) -> None:
    assert body(value) == expected


LINK = {"type": "link", "title": "海州港", "children": [{"text": "尉迟恭"}]}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([{"text": "镇长"}, LINK, {"text": "到场。"}], "镇长尉迟恭到场。"),
        ([{"text": "New"}, {"text": " "}, {"text": "York"}], "New York"),
        (
            [{"type": "text", "text": "甲"}, {"type": "hardBreak"}, {"type": "text", "text": "乙"}],
            "甲\n乙",
        ),
        ([{"type": "h2", "text": "背景"}, {"type": "p", "text": "甲。"}], "背景\n甲。"),
    ],
)
@pytest.mark.parametrize("name", ["children", "content"])
def test_the_parts_of_a_sentence_are_one_line(
    name: str, parts: list[object], expected: str
) -> None:
    assert body([{"type": "paragraph", name: parts}]) == expected


words = st.text("甲乙丙丁", min_size=3)
blocks = st.recursive(
    words | st.builds(lambda text: {"type": "text", "text": text}, words),
    lambda inner: st.builds(lambda each: {"type": "list", "items": each}, st.lists(inner)),
    max_leaves=8,
)


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = value.get("items", [value.get("text", "")]) if isinstance(value, dict) else value
    assert isinstance(inside, list)
    return [string for each in inside for string in _strings(each)]


@given(st.lists(blocks))
def test_no_block_is_lost(value: list[object]) -> None:
    text = body(value) or ""
    assert all(string in text for string in _strings(value) if string)


def test_objects_in_one_another_without_end() -> None:
    value: object = "甲"
    for _ in range(5000):
        value = {"content": [value]}
    assert body(value) is None
    for field in FIELDS:
        assert said({"name": value, "$date": [value]}, field) in ("", None)


@pytest.mark.parametrize("name", ["publishtime", "Publish-Time", "publish_time", "publishTime"])
def test_the_words_of_a_name_are_parted_or_not(name: str) -> None:
    assert field_of(name) == "published"
    assert rank("published", name) == rank("published", "publish_time")


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("createTime", "published"),
        ("刊发时间", "published"),
        ("site_name", "source"),
        ("报纸名称", "source"),
        ("主标题", "title"),
        ("标题*", "title"),
        ("author_name", "author"),
        ("bodyText", "text"),
        ("发布", ""),
        ("副标题", ""),
        ("更新时间", ""),
    ],
)
def test_what_a_name_means(name: str, field: str) -> None:
    assert field_of(name) == field


def test_no_name_means_two_fields() -> None:
    for field, names in FIELDS.items():
        assert {field_of(name) for name in names} == {field}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"桥通了。\n镇长到场\r\n完", "桥通了。\n镇长到场\n完"),
        (r"桥通了。\nC:\new", "桥通了。\nC:\\new"),
        (r"写作 C:\News", r"写作 C:\News"),
        ("写作。\\n\n桥通了。", "写作。\\n\n桥通了。"),
        ("桥通… [+1234 chars]", "桥通…"),
        ("桥通了。... [1234 chars]\n", "桥通了。..."),
        ("写作 [12 chars]", "写作 [12 chars]"),
    ],
)
def test_what_programs_leave_in_texts(text: str, expected: str) -> None:
    assert as_written(text) == expected


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ("来源：云川晚报", "云川晚报"),
        ("稿源: 云川晚报", "云川晚报"),
        ("作者：王小满", "作者：王小满"),
        ("云川晚报：要闻", "云川晚报：要闻"),
    ],
)
def test_a_source_is_told_without_the_name_of_its_field(given: str, source: str) -> None:
    assert to_article({"text": "桥通了。", "来源": given}, "a.json").source == source
