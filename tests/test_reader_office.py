"""Word, Excel, EPUB, CSV and JSON files."""

import datetime
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook  # type: ignore[import-untyped]

from corpus.article import RawArticle
from corpus.reader import ReadFailure, ReadOptions, read_articles

CHAPTER = "<html><body><h1>第{0}章</h1><p>{1}</p></body></html>"
LONG = "会议强调，要把防汛救灾工作抓实抓细，确保群众安全。" * 4


def read(path: Path, options: ReadOptions = ReadOptions()) -> list[RawArticle]:
    found = list(read_articles(path, options))
    assert not [one for one in found if isinstance(one, ReadFailure)]
    return [one for one in found if isinstance(one, RawArticle)]


def reason(path: Path) -> str:
    (failure,) = read_articles(path)
    assert isinstance(failure, ReadFailure)
    return failure.reason


def word(path: Path) -> None:
    document = Document()
    document.add_heading("雨停了", level=1)
    document.add_paragraph("第一段。")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "雨量", "三百毫米"
    document.add_paragraph("第二段。")
    document.save(str(path))


def test_word_keeps_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    word(tmp_path / "a.docx")
    (article,) = read(tmp_path / "a.docx")
    assert article.text == "雨停了\n第一段。\n雨量 三百毫米\n第二段。"
    assert article.title == "雨停了"


def test_word_under_another_name(tmp_path: Path) -> None:
    word(tmp_path / "a.zip")
    assert read(tmp_path / "a.zip")[0].title == "雨停了"


def test_word_without_properties_has_no_title(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("第一段。")
    document.core_properties.title = "雨停了"
    document.save(str(tmp_path / "titled.docx"))
    assert read(tmp_path / "titled.docx")[0].title == "雨停了"
    with (
        zipfile.ZipFile(tmp_path / "titled.docx") as whole,
        zipfile.ZipFile(tmp_path / "bare.docx", "w") as bare,
    ):
        for name in whole.namelist():
            lines = re.sub(rb"<Relationship [^>]*core-properties[^>]*/>", b"", whole.read(name))
            if name != "docProps/core.xml":
                bare.writestr(name, lines)
    assert read(tmp_path / "bare.docx")[0].title == ""


def test_equal_cells_of_a_word_table_all_count_and_a_merged_one_once(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=2, cols=4)
    for cell, text in zip(table.rows[0].cells, ["中国", "10", "10", "20"], strict=True):
        cell.text = text
    table.cell(1, 0).merge(table.cell(1, 3)).text = "合计四十"
    document.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx")[0].text == "中国 10 10 20\n合计四十"


def test_an_empty_word_file(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "a.docx"))
    assert "holds no text" in reason(tmp_path / "a.docx")


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.epub"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 and no more", b"plain words"])
def test_no_whole_office_file(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert "cut off or damaged" in reason(tmp_path / name)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_a_truncated_office_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    word(path) if name.endswith("docx") else excel(path, [["正文"], ["甲"]])
    path.write_bytes(path.read_bytes()[:-100])
    assert "cut off or damaged" in reason(path)


def excel(path: Path, rows: list[list[object]]) -> None:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)


def test_a_sheet_of_notes_and_a_title_above_the_names(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.title = "说明"
    workbook.active.append(["本表为七月稿件"])
    sheet = workbook.create_sheet("稿件")
    for row in (["临江晚报七月稿件"], [], ["标题", "正文"], ["雨停了", "桥通了。"], ["空", None]):
        sheet.append(row)
    workbook.create_sheet("Sheet3")
    workbook.save(tmp_path / "a.xlsx")
    article, row_failure, failure = read_articles(tmp_path / "a.xlsx")
    assert isinstance(article, RawArticle)
    assert (article.title, article.text) == ("雨停了", "桥通了。")
    assert isinstance(row_failure, ReadFailure) and isinstance(failure, ReadFailure)
    assert row_failure.where.endswith("a.xlsx:稿件:5")
    assert failure.where.endswith("a.xlsx:说明")
    assert failure.reason.endswith("out of: 本表为七月稿件")


def test_a_note_that_is_called_like_a_column_is_not_the_names(tmp_path: Path) -> None:
    excel(tmp_path / "a.xlsx", [["七月"], ["内容"], ["标题", "正文"], ["雨停了", "桥通了。"]])
    (article,) = read_articles(tmp_path / "a.xlsx")
    assert isinstance(article, RawArticle) and article.title == "雨停了"


def test_excel_rows_are_articles(tmp_path: Path) -> None:
    day = datetime.datetime(2024, 7, 21)
    rows: list[list[object]] = [
        ["编号", "标题", "日期", "正文"],
        [7, "雨停了", day, "甲"],
        [8, "空"],
    ]
    excel(tmp_path / "a.xlsx", rows)
    article, failure = read_articles(tmp_path / "a.xlsx")
    assert isinstance(article, RawArticle) and isinstance(failure, ReadFailure)
    assert (article.record, article.title, article.text) == ("7", "雨停了", "甲")
    assert article.published == "2024-07-21"
    assert failure.where.endswith("a.xlsx:Sheet:3")


def test_blank_lines_before_a_table_are_none_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("\ufeff\n \n标题,正文\n桥,修好了\n渠,通水,昨天\n", "utf-8")
    article, failure = read_articles(tmp_path / "a.csv")
    assert isinstance(article, RawArticle) and isinstance(failure, ReadFailure)
    assert (article.title, article.text) == ("桥", "修好了")
    assert failure.where.endswith("a.csv:5")


def test_a_title_that_is_a_known_name_is_no_row_of_names(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["新闻内容"],
        ["标题", "日期", "正文"],
        ["雨停了", "2024-07-21", "甲"],
    ]
    excel(tmp_path / "a.xlsx", rows)
    (article,) = read(tmp_path / "a.xlsx")
    assert (article.title, article.text) == ("雨停了", "甲")


def test_a_table_without_a_text_column(tmp_path: Path) -> None:
    excel(tmp_path / "a.xlsx", [["甲", "乙"], ["一", "二"]])
    (tmp_path / "a.csv").write_text("甲,乙\n一,二\n", "utf-8")
    for name in ("a.xlsx", "a.csv"):
        assert "name it with --text-column, out of: 甲, 乙" in reason(tmp_path / name)
        assert read(tmp_path / name, ReadOptions(text_column="乙"))[0].text == "二"


@pytest.mark.parametrize(
    ("name", "delimiter"), [("a.csv", ","), ("a.tsv", "\t"), ("a.csv", ";"), ("a.csv", "|")]
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_csv(tmp_path: Path, name: str, delimiter: str, encoding: str) -> None:
    header, row = ["id", "标题", "内容"], ["7", "雨停了", '"会议今天召开，\n记者到了现场"']
    text = delimiter.join(header) + "\r\n" + delimiter.join(row) + "\r\n"
    (tmp_path / name).write_bytes(text.encode(encoding))
    (article,) = read(tmp_path / name)
    assert (article.record, article.title) == ("7", "雨停了")
    assert article.text == "会议今天召开，\n记者到了现场"


def test_broken_rows_are_named_and_the_others_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('title,text\na,甲\nb,"乙"x\nc,丙,丁\nd\n\ne,戊\n', "utf-8")
    found = list(read_articles(path))
    assert [one.text for one in found if isinstance(one, RawArticle)] == ["甲", "戊"]
    failures = [one for one in found if isinstance(one, ReadFailure)]
    assert [failure.where[-2:] for failure in failures] == [":3", ":4", ":5"]
    assert "is not CSV" in failures[0].reason
    assert "has more than 2 columns" in failures[1].reason


def test_an_open_quotation_mark_takes_the_lines_behind_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('title,text\na,"甲\nb,乙\nc,丙\n', "utf-8")
    failure = reason(tmp_path / "a.csv")
    assert failure.startswith("lines 2 to 4 were not read (")


def test_column_names_without_a_row_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,text\n", "utf-8")
    assert reason(tmp_path / "a.csv").startswith("has column names and no row under them")


def test_a_broken_header(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('"title"x,text\na,b\n', "utf-8")
    assert "has column names that are not CSV" in reason(tmp_path / "a.csv")


def test_a_long_cell(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\n" + "甲" * 300_000, "utf-8")
    assert len(read(tmp_path / "a.csv")[0].text) == 300_000


@pytest.mark.parametrize(
    "value",
    [
        [{"text": "甲"}, {"text": "乙"}],
        {"data": [{"text": "甲"}, {"text": "乙"}], "tags": ["x"]},
        {"2023": [{"text": "甲"}], "tags": ["x", "y", "z"], "2024": [{"text": "乙"}]},
        {"code": 0, "data": {"total": 2, "list": [{"text": "甲"}, {"text": "乙"}]}},
        {"content": [{"text": "甲"}, {"text": "乙"}], "pages": 1},
        {"hits": {"hits": [{"_id": "1", "_source": {"text": "甲"}}, {"_source": {"text": "乙"}}]}},
        {"a": {"text": "甲"}, "b": {"text": "乙"}},
        {"data": {"article": {"text": "甲"}, "related": [{"text": "乙"}]}},
    ],
)
def test_json_lists(tmp_path: Path, value: object) -> None:
    (tmp_path / "a.json").write_text(json.dumps(value), "utf-8")
    assert [article.text for article in read(tmp_path / "a.json")] == ["甲", "乙"]


def test_a_wrong_record_of_a_second_list_is_told(tmp_path: Path) -> None:
    value = {"2023": [{"text": None}], "2024": [{"text": "乙"}]}
    (tmp_path / "a.json").write_text(json.dumps(value), "utf-8")
    failure, article = read_articles(tmp_path / "a.json")
    assert isinstance(failure, ReadFailure) and isinstance(article, RawArticle)
    assert 'has an empty "text"' in failure.reason


def test_what_wraps_a_record_tells_of_it_too(tmp_path: Path) -> None:
    value = [{"_id": "7", "_source": {"text": "甲", "title": "题"}}]
    (tmp_path / "a.json").write_text(json.dumps(value), "utf-8")
    (article,) = read(tmp_path / "a.json")
    assert (article.record, article.title, article.text) == ("7", "题", "甲")
    assert not article.source


def test_one_json_object(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"id": 1, "content": "甲"}', "utf-8")
    assert read(tmp_path / "a.json")[0].record == "1"


def test_json_lines_under_another_name(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "甲"}\n{"text": "乙"}\n', "utf-8")
    assert [article.text for article in read(tmp_path / "a.json")] == ["甲", "乙"]


def test_a_broken_record_of_a_list(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"text": "甲"}, 5]', "utf-8")
    article, failure = read_articles(tmp_path / "a.json")
    assert isinstance(article, RawArticle) and isinstance(failure, ReadFailure)
    assert failure.where.endswith(":record 2")
    assert failure.reason.startswith("this record is a number")


@pytest.mark.parametrize("text", ["{}", "[]", "5", '{"a": []}'])
def test_json_without_articles(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text, "utf-8")
    assert "holds no article" in reason(tmp_path / "a.json")


@pytest.mark.parametrize("text", ['{"text": ', "[" * 200_000])
def test_json_that_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text, "utf-8")
    assert "is not JSON" in reason(tmp_path / "a.json")


def epub(chapters: list[str], spine: str = "") -> bytes:
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml"/>' for n in range(len(chapters)))
    order = spine or "".join(f'<itemref idref="c{n}"/>' for n in reversed(range(len(chapters))))
    package = f"<package><metadata><title>云川文摘</title></metadata>{items}{order}</package>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            '<c xmlns="urn:x"><rootfiles><rootfile full-path="O/p.opf"/></rootfiles></c>',
        )
        book.writestr("O/p.opf", package)
        for n, chapter in enumerate(chapters):
            book.writestr(f"O/c{n}.xhtml", chapter)
    return data.getvalue()


def test_epub_chapters_in_reading_order(tmp_path: Path) -> None:
    chapters = [CHAPTER.format(n, LONG) for n in range(2)] + ["<html><body>封面</body></html>"]
    (tmp_path / "a.epub").write_bytes(epub(chapters))
    second, first = read(tmp_path / "a.epub")
    assert (second.title, first.title) == ("第1章", "第0章")
    assert (first.record, first.source) == ("O/c0.xhtml", "云川文摘")
    assert first.text == f"第0章\n{LONG}"


def test_an_epub_chapter_that_is_missing_leaves_the_others(tmp_path: Path) -> None:
    book = epub([CHAPTER.format(n, LONG) for n in range(3)])
    (tmp_path / "a.epub").write_bytes(book.replace(b"O/c1.xhtml", b"O/c9.xhtml"))
    last, missing, first = read_articles(tmp_path / "a.epub")
    assert isinstance(last, RawArticle) and isinstance(first, RawArticle)
    assert (last.title, first.title) == ("第2章", "第0章")
    assert isinstance(missing, ReadFailure)
    assert missing.where.endswith("a.epub#O/c1.xhtml")
    assert 'no "O/c1.xhtml"' in missing.reason


@pytest.mark.parametrize("chapters", [[], ["<html/>"], ["\0"]])
def test_an_epub_without_text(tmp_path: Path, chapters: list[str]) -> None:
    (tmp_path / "a.epub").write_bytes(epub(chapters))
    assert ";" in reason(tmp_path / "a.epub")


def test_an_epub_that_names_what_it_has_not(tmp_path: Path) -> None:
    whole = epub([CHAPTER.format(1, LONG)])
    broken = whole.replace(b"O/c0.xhtml", b"O/c9.xhtml")
    (tmp_path / "b.epub").write_bytes(broken)
    assert 'no "O/c0.xhtml"' in reason(tmp_path / "b.epub")
