"""JSON lines: an article a line; a broken line is named, the others kept."""

import gzip
import json
import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import RawArticle, ReadError
from corpus.reader import ReadFailure, ReadOptions, read_articles
from corpus.reader.records import to_article


def write(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def failure_of(tmp_path: Path, line: str) -> str:
    path = write(tmp_path, '{"text": "甲"}', line, '{"text": "乙"}')
    first, failure, last = read_articles(path)
    assert isinstance(first, RawArticle) and isinstance(last, RawArticle)
    assert isinstance(failure, ReadFailure)
    assert failure.where == f"{path.as_posix()}:2"
    return failure.reason


def test_all_fields(tmp_path: Path) -> None:
    record = {
        "id": "n-7",
        "title": "雨停了",
        "published": "7月1日",
        "source": "云川晚报",
        "author": "邢牧之",
        "url": "https://news.example/7",
        "text": "第一行\r\n第二行",
        "other": [1, 2],
    }
    path = write(tmp_path, json.dumps(record))
    assert list(read_articles(path)) == [
        RawArticle(
            text="第一行\n第二行",
            address="https://news.example/7",
            record="n-7",
            title="雨停了",
            published="7月1日",
            source="云川晚报",
            author="邢牧之",
            url="https://news.example/7",
        )
    ]


def test_a_record_is_addressed_by_its_id(tmp_path: Path) -> None:
    path = write(tmp_path, '{"id": 7, "title": null, "text": "甲"}')
    (article,) = read_articles(path)
    assert isinstance(article, RawArticle)
    assert (article.address, article.record) == (f"{path.as_posix()}#7", "7")


def test_a_record_without_id_keeps_its_address_when_others_go(tmp_path: Path) -> None:
    both = list(read_articles(write(tmp_path, '{"text": "甲"}', '{"text": "乙"}')))
    assert list(read_articles(write(tmp_path, '{"text": "乙"}'))) == both[1:]


@pytest.mark.parametrize("opener", [(".gz", gzip.compress), (".xz", lzma.compress)])
def test_packed(tmp_path: Path, opener: tuple[str, object]) -> None:
    suffix, compress = opener
    plain = write(tmp_path, '{"id": "n", "text": "甲"}', "broken")
    packed = tmp_path / f"a.jsonl{suffix}"
    assert callable(compress)
    packed.write_bytes(compress(plain.read_bytes()))
    article, failure = read_articles(packed)
    assert isinstance(article, RawArticle) and isinstance(failure, ReadFailure)
    assert article.address == f"{packed.as_posix()}#n"
    assert failure.where == f"{packed.as_posix()}:2"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "会议今天在北京召开，记者昨天到了现场。"}\n'.encode(encoding))
    (article,) = read_articles(path)
    assert isinstance(article, RawArticle)
    assert article.text.startswith("会议")


def test_lists_and_named_objects_are_read_as_what_they_say(tmp_path: Path) -> None:
    record = {
        "content": ["第一段。", "第二段。"],
        "newsTitle": 2024,
        "authors": ["甲", "乙"],
        "source": {"id": None, "name": "云川日报"},
        "publishTime": {"$date": "2024-05-06"},
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(record), "utf-8")
    (article,) = read_articles(tmp_path / "a.jsonl")
    assert isinstance(article, RawArticle)
    assert (article.text, article.title) == ("第一段。\n第二段。", "2024")
    assert (article.author, article.source) == ("甲、乙", "云川日报")
    assert article.published == "2024-05-06"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"text": "甲"', "is not JSON (Expecting ',' delimiter at column 13)"),
        ("[" * 100_000, "is not JSON"),
        ('{"id": ' + "9" * 5000 + "}", "is not JSON"),
        ('["甲"]', "is a list, not an object"),
        ('"甲"', "is a string, not an object"),
        ("null", "is null, not an object"),
        ("{}", "out of: (no fields)"),
        ('{"titel": "甲"}', "has no text field; name the one that holds the text, out of: titel"),
        ('{"text": null}', 'has an empty "text"'),
        ('{"text": " "}', 'has an empty "text"'),
        ('{"text": 5}', 'has a number as "text"'),
        ('{"text": "甲", "title": [1]}', 'has a list as "title"'),
        ('{"text": "甲", "id": true}', 'has true or false as "id"'),
        ('{"text": "甲", "published": {"y": 1}}', 'has an object as "published"'),
        ('{"text": "甲", "id": 1.5}', 'has a number as "id"'),
    ],
)
def test_a_broken_line(tmp_path: Path, line: str, words: str) -> None:
    assert words in failure_of(tmp_path, line)


def test_a_line_that_cannot_be_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = '{"text": "会议今天召开"}\n'.encode()
    path.write_bytes(good * 9000 + b'{"text": "\xff\xff"}\n' + good)
    failures = [f for f in read_articles(path) if isinstance(f, ReadFailure)]
    assert [f.where for f in failures] == [f"{path.as_posix()}:9001"]
    assert "cannot be decoded" in failures[0].reason


def test_two_texts_with_one_id(tmp_path: Path) -> None:
    path = write(tmp_path, '{"id": 1, "text": "甲"}', '{"id": 1, "text": "乙"}')
    first, second = read_articles(path)
    assert isinstance(first, RawArticle) and first.text == "甲"
    assert isinstance(second, ReadFailure)
    assert "two different articles" in second.reason


def test_a_lone_surrogate_becomes_a_replacement_character(tmp_path: Path) -> None:
    (article,) = read_articles(write(tmp_path, '{"text": "甲\\ud83d", "id": "\\udc00"}'))
    assert isinstance(article, RawArticle)
    assert (article.text, article.record) == ("甲\ufffd", "\ufffd")


def test_the_text_field_can_be_named(tmp_path: Path) -> None:
    path = write(tmp_path, '{"text": "摘要", "稿": "全文"}', '{"text": "短讯"}', '{"x": 1}')
    article, short, failure = read_articles(path, ReadOptions(text_column="稿"))
    assert isinstance(article, RawArticle) and article.text == "全文"
    assert isinstance(failure, ReadFailure)
    assert isinstance(short, RawArticle) and short.text == "短讯"
    assert 'has no field "稿"; name one of: x' in failure.reason


def test_the_better_name_wins(tmp_path: Path) -> None:
    (article,) = read_articles(write(tmp_path, '{"content": "乙", "正文": "丙", "TEXT": "甲"}'))
    assert isinstance(article, RawArticle) and article.text == "甲"


@pytest.mark.parametrize(
    "names",
    [
        ("新闻标题", "新闻来源", "发布日期", "新闻内容"),
        ("新聞標題", "新聞來源", "發佈時間", "新聞內容"),
        ("文章标题", "媒体名称", "发表时间", "文章正文"),
        ("News Title", "Publisher", "Publish Date", "Article Body"),
    ],
)
def test_longer_names_of_fields_are_known(names: tuple[str, ...]) -> None:
    values = ("雨停了", "云川晚报", "2024-07-05", "桥通了。")
    article = to_article(dict(zip(names, values, strict=True)), "a.json")
    assert (article.title, article.source, article.published, article.text) == values


@pytest.mark.parametrize(
    ("moment", "published"),
    [
        (1720137600, "2024-07-05"),
        (1720137600000, "2024-07-05"),
        (1720137600.25, "2024-07-05"),
        ("1720137600", "2024-07-05"),
        (1720108800, "2024-07-05"),  # midnight in China
        (20240705, "20240705"),
        (17, "17"),
        (9999999999, "9999999999"),
        ("2024年7月5日", "2024年7月5日"),
    ],
)
def test_a_count_of_seconds_is_a_day(moment: object, published: str) -> None:
    assert to_article({"pubDate": moment, "text": "甲"}, "a.json").published == published


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("text"), inner),
    max_leaves=8,
)


@given(JSON)
def test_any_record_is_an_article_or_a_read_error(record: object) -> None:
    try:
        article = to_article(record, "a.jsonl")
    except ReadError as error:
        assert ";" in str(error)
    else:
        assert article.text.strip() and article.address


def test_truncated_and_swelling_packings(tmp_path: Path) -> None:
    whole = gzip.compress(b'{"text": "a"}\n' * 5000)
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[:-20])
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"x" * 80_000_000))
    *_, cut = read_articles(tmp_path / "cut.jsonl.gz")
    (bomb,) = read_articles(tmp_path / "bomb.txt.gz")
    assert isinstance(cut, ReadFailure) and "cut off" in cut.reason
    assert isinstance(bomb, ReadFailure) and "as a bomb would" in bomb.reason
