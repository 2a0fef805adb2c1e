"""Tables as spreadsheets, databases and people make them: Excel sheets and CSV."""

import datetime
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook  # type: ignore[import-untyped]

from corpus.article import RawArticle
from corpus.reader import ReadFailure, read_articles
from corpus.reader.sheet_rows import filled, merged_cells

NAMES: list[object] = ["标题", "日期", "来源", "正文"]
BRIDGE: list[object] = ["桥修好了", "2024-07-05", "云川晚报", "桥通了。"]
CANAL: list[object] = ["渠通水", "2024-07-06", "云川晚报", "渠通水。"]


def read(path: Path) -> list[RawArticle]:
    found = list(read_articles(path))
    assert all(isinstance(each, RawArticle) for each in found)
    return [each for each in found if isinstance(each, RawArticle)]


def excel(path: Path, *sheets: list[list[object]]) -> Path:
    workbook = Workbook()
    workbook.remove(workbook.active)
    for place, rows in enumerate(sheets, 1):
        sheet = workbook.create_sheet(f"表{place}")
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def changed(path: Path, old: bytes, new: bytes) -> Path:
    """The file with other bytes in its parts."""
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    assert any(old in data for data in parts.values())
    with zipfile.ZipFile(path, "w") as whole:
        for name, data in parts.items():
            whole.writestr(name, data.replace(old, new))
    return path


def csv_of(tmp_path: Path, *lines: str) -> Path:
    (tmp_path / "a.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return tmp_path / "a.csv"


def test_a_sheet_that_is_larger_than_it_says(tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", [NAMES, BRIDGE, CANAL])
    changed(path, b'<dimension ref="A1:D3"', b'<dimension ref="A1"')
    assert [each.title for each in read(path)] == ["桥修好了", "渠通水"]


@pytest.mark.parametrize("format_", ["General", 'm"月"d"日"'])
def test_a_day_that_is_a_number_in_the_file(tmp_path: Path, format_: str) -> None:
    workbook = Workbook()
    for row in (NAMES, ["桥", 45478, "云川晚报", "桥通了。"]):
        workbook.active.append(row)
    workbook.active["B2"].number_format = format_
    workbook.save(tmp_path / "a.xlsx")
    assert read(tmp_path / "a.xlsx")[0].published == "2024-07-05"


def test_control_characters_are_what_they_stand_for(tmp_path: Path) -> None:
    text = "桥通了。_x000D_\n镇长_x0007_到场。_x000B_写作_x4E2D_"
    (article,) = read(excel(tmp_path / "a.xlsx", [["正文"], [text]]))
    assert article.text == "桥通了。\n镇长到场。\n写作_x4E2D_"


def test_merged_cells_say_the_same_of_every_row(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    later = ["堤加固", None, None, "堤加固了。"]
    for row in (NAMES, BRIDGE, ["渠通水", None, None, "渠通水。"], [], later):
        sheet.append(row)
    sheet.merge_cells("B2:B4")
    sheet.merge_cells("C2:C3")
    workbook.save(tmp_path / "a.xlsx")
    found = [(each.published, each.source) for each in read(tmp_path / "a.xlsx")]
    assert found == [("2024-07-05", "云川晚报"), ("2024-07-05", "云川晚报"), ("", "")]


def test_a_merged_text_is_no_second_article(tmp_path: Path) -> None:
    workbook = Workbook()
    for row in (NAMES, BRIDGE, ["渠通水"]):
        workbook.active.append(row)
    workbook.active.merge_cells("D2:D3")
    workbook.save(tmp_path / "a.xlsx")
    _, failure = read_articles(tmp_path / "a.xlsx")
    assert isinstance(failure, ReadFailure) and 'an empty "正文"' in failure.reason


@pytest.mark.parametrize("piece", [b"<mergeCell ", b'<mergeCell ref="', b"sheetData>", b" "])
def test_hostile_xml_is_looked_through_once(piece: bytes) -> None:
    assert not merged_cells(piece * 100_000)
    assert not merged_cells(b"<mergeCell " + piece * 100_000)


rows = st.lists(st.lists(st.sampled_from(["", "甲", "乙"]), max_size=3), max_size=6)
ends = st.dictionaries(st.tuples(st.integers(1, 6), st.integers(0, 3)), st.integers(1, 8))


@given(rows, ends)
def test_filling_changes_nothing_that_a_row_says(
    rows: list[list[str]], ends: dict[tuple[int, int], int]
) -> None:
    told = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    found = list(filled(enumerate(rows, 1), ends, [0, 2]))
    assert [number for number, _ in found] == [number for number, _ in told]
    for (_, row), (_, cells) in zip(told, found, strict=True):
        assert all(cell in ("", now) for cell, now in zip(row, cells, strict=False))


def test_numbers_that_begin_again_on_each_sheet(tmp_path: Path) -> None:
    names: list[object] = ["编号", "正文"]
    path = excel(tmp_path / "a.xlsx", [names, [1, "桥通了。"]], [names, [1, "渠通水。"]])
    first, second = read(path)
    assert first.address == f"{path.as_posix()}#1"
    assert second.address == f"{path.as_posix()}#表2#1"


def test_one_article_on_two_sheets_has_one_address(tmp_path: Path) -> None:
    sheet: list[list[object]] = [["编号", "正文"], [1, "桥通了。"]]
    first, second = read(excel(tmp_path / "a.xlsx", sheet, sheet))
    assert first == second


def test_columns_of_one_name(tmp_path: Path) -> None:
    names = "标题,正文,正文,标题,来源,来源"
    (article,) = read(csv_of(tmp_path, names, "桥,桥通了。,镇长到场。,,,云川晚报"))
    assert (article.title, article.text) == ("桥", "桥通了。\n镇长到场。")
    assert article.source == "云川晚报"


def test_what_a_database_or_a_formula_writes_for_nothing(tmp_path: Path) -> None:
    (article,) = read(csv_of(tmp_path, "标题,日期,来源,正文", r"#N/A,\N,NULL,桥通了。"))
    assert (article.title, article.published, article.source) == ("", "", "")


@pytest.mark.parametrize(
    "above",
    [["sep=;"], ["云川晚报七月稿件;;;"], ["云川晚报七月稿件"], ["", "说明：每行一篇，共二篇", ""]],
)
def test_lines_above_the_names(tmp_path: Path, above: list[str]) -> None:
    lines = [*above, *(";".join(map(str, row)) for row in (NAMES, BRIDGE)), "渠;通水;昨天"]
    article, failure = read_articles(csv_of(tmp_path, *lines))
    assert isinstance(article, RawArticle) and isinstance(failure, ReadFailure)
    assert (article.title, article.published) == ("桥修好了", "2024-07-05")
    assert failure.where.endswith(f":{len(above) + 3}")


def test_a_first_line_of_names_is_none_above_others(tmp_path: Path) -> None:
    found = read(csv_of(tmp_path, "标题,正文", "正文,写作标题与正文", "内容,见下"))
    assert [each.title for each in found] == ["正文", "内容"]


def test_the_days_of_a_sheet_are_dates(tmp_path: Path) -> None:
    day = datetime.datetime(2024, 7, 5, 9, 30)
    (article,) = read(excel(tmp_path / "a.xlsx", [NAMES, ["桥", day, "", "桥通了。"]]))
    assert article.published == "2024-07-05 09:30:00"


def test_a_text_with_tabs_that_is_called_xls(tmp_path: Path) -> None:
    lines = ["\t".join(map(str, row)) for row in (NAMES, BRIDGE, CANAL)]
    (tmp_path / "a.xls").write_text("\n".join(lines), "utf-8")
    assert [each.title for each in read(tmp_path / "a.xls")] == ["桥修好了", "渠通水"]


@pytest.mark.parametrize("name", ["a.xls", "a.doc", "a.docx"])
def test_an_old_or_locked_office_file_is_named_so(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096))
    (failure,) = read_articles(tmp_path / name)
    assert isinstance(failure, ReadFailure) and "before 2007" in failure.reason


def table(*rows: list[object]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table border=1>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


@pytest.mark.parametrize("around", ["{}", "<html><head><title>x</title></head><body>{}"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_page_by_the_name_of_excel_is_its_table(
    tmp_path: Path, around: str, encoding: str
) -> None:
    page = around.format(table(NAMES, BRIDGE, CANAL))
    (tmp_path / "a.xls").write_bytes(page.encode(encoding))
    found = [(each.title, each.published, each.text) for each in read(tmp_path / "a.xls")]
    assert found == [("桥修好了", "2024-07-05", "桥通了。"), ("渠通水", "2024-07-06", "渠通水。")]


def test_merged_cells_of_such_a_page(tmp_path: Path) -> None:
    above = "<tr><td colspan=4>本周新闻</td></tr>"
    rows = table(NAMES, BRIDGE, ["渠通水", "渠通水。"])
    for day in ("2024-07-05", "云川晚报"):
        rows = rows.replace(f"<td>{day}", f"<td rowspan=2>{day}")
    (tmp_path / "a.xls").write_text(rows.replace("<tr>", f"{above}<tr>", 1), "utf-8")
    _, canal = read(tmp_path / "a.xls")
    assert (canal.title, canal.published, canal.source) == ("渠通水", "2024-07-05", "云川晚报")
    assert canal.text == "渠通水。"


@pytest.mark.parametrize(
    "page",
    [
        table(NAMES, BRIDGE) + table(NAMES, CANAL),
        table(NAMES, BRIDGE) + table(NAMES[::-1], CANAL[::-1]),
        table(NAMES, BRIDGE) + table(CANAL),
        table(["本周新闻", table(NAMES, BRIDGE, CANAL)]),
    ],
)
def test_several_tables_of_such_a_page(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.xls").write_text(page, "utf-8")
    found = [(each.title, each.published, each.text) for each in read(tmp_path / "a.xls")]
    assert found == [("桥修好了", "2024-07-05", "桥通了。"), ("渠通水", "2024-07-06", "渠通水。")]


def test_cells_that_claim_to_be_endless(tmp_path: Path) -> None:
    page = table(NAMES, BRIDGE).replace("<td>桥通了。", f"<td rowspan={'9' * 5000}>桥通了。")
    (tmp_path / "a.xls").write_text(page, "utf-8")
    assert [each.title for each in read(tmp_path / "a.xls")] == ["桥修好了"]


def test_many_cells_that_claim_to_be_large_take_no_long_time(tmp_path: Path) -> None:
    large = "<tr><td rowspan=1000 colspan=1000>渠</td></tr>" * 300
    (tmp_path / "a.xls").write_text(table(NAMES, BRIDGE).replace("</table>", large), "utf-8")
    start = time.monotonic()
    list(read_articles(tmp_path / "a.xls"))
    assert time.monotonic() - start < 10


def test_a_page_by_that_name_without_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_text(table(["姓名", "电话"], ["王小满", 123]), "utf-8")
    (failure,) = read_articles(tmp_path / "a.xls")
    assert isinstance(failure, ReadFailure) and "out of: 姓名, 电话" in failure.reason


def test_a_list_that_holds_abstracts_alone_is_read(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["云川舆情日报"],
        ["标题", "媒体", "摘要"],
        ["桥修好了", "晚报", "桥通了。"],
    ]
    (article,) = read(excel(tmp_path / "a.xlsx", rows))
    assert (article.title, article.source, article.text) == ("桥修好了", "晚报", "桥通了。")


def test_an_abstract_beside_the_text_is_none(tmp_path: Path) -> None:
    (article,) = read(csv_of(tmp_path, "标题,摘要,正文", "桥修好了,通了。,桥今天通了。"))
    assert article.text == "桥今天通了。"


def test_where_no_column_is_the_texts_those_below_a_note_are_named(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["云川舆情日报"],
        ["标题", "媒体", "情感"],
        ["桥修好了", "晚报", "正面"],
    ]
    (failure,) = read_articles(excel(tmp_path / "a.xlsx", rows))
    assert isinstance(failure, ReadFailure) and failure.reason.endswith("out of: 标题, 媒体, 情感")
    (other,) = read_articles(
        csv_of(tmp_path, "云川舆情日报", "标题,媒体,情感", "桥修好了,晚报,正面")
    )
    assert isinstance(other, ReadFailure) and other.reason.endswith("out of: 标题, 媒体, 情感")
