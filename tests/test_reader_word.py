"""What people read in Word's XML: tracked changes, fields, controls, boxes, pinyin, tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from corpus.reader.word_text import lines_of

NAMES = nsdecls("w")
RUN = "<w:r><w:t>{}</w:t></w:r>"


def lines(body: str) -> list[str]:
    return list(lines_of(parse_xml(f"<w:body {NAMES}>{body}</w:body>")))


def paragraph(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


@pytest.mark.parametrize(
    "wrapped",
    [
        '<w:ins w:id="1" w:author="甲">{}</w:ins>',
        '<w:moveTo w:id="1">{}</w:moveTo>',
        '<w:smartTag w:element="date">{}</w:smartTag>',
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        "<w:r><w:ruby><w:rt><w:r><w:t>yǔ</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    ],
)
def test_what_wraps_a_run_loses_nothing(wrapped: str) -> None:
    inside = wrapped.format(RUN.format("雨"))
    assert lines(paragraph(RUN.format("大"), inside, RUN.format("停了"))) == ["大雨停了"]


@pytest.mark.parametrize(
    "unread",
    [
        "<w:del><w:r><w:delText>雪</w:delText></w:r></w:del>",
        f"<w:moveFrom>{RUN.format('雪')}</w:moveFrom>",
        "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>",
        '<w:r><w:instrText>PAGE "雪"</w:instrText></w:r>',
    ],
)
def test_what_nobody_reads_is_left_out(unread: str) -> None:
    assert lines(paragraph(unread, RUN.format("雨停了"))) == ["雨停了"]


def test_tabs_and_line_breaks_stay() -> None:
    run = "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"
    assert lines(paragraph(run)) == ["甲\t乙\n丙"]


def test_paragraphs_inside_of_a_content_control() -> None:
    block = f"<w:sdt><w:sdtContent>{paragraph(RUN.format('乙'))}</w:sdtContent></w:sdt>"
    assert lines(paragraph(RUN.format("甲")) + block) == ["甲", "乙"]


def test_a_text_box_follows_its_paragraph_and_comes_once() -> None:
    box = f"<w:txbxContent>{paragraph(RUN.format('框'))}</w:txbxContent>"
    shape = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(paragraph(RUN.format("甲"), shape, RUN.format("乙"))) == ["甲乙", "框"]


def test_a_tall_cell_stands_in_each_of_its_rows(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(table.rows, (["海州", "雨", "三百"], ["", "风", "九级"]), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    found = list(lines_of(document.element.body))
    assert found == ["海州 雨 三百", "海州 风 九级"]


def test_an_empty_body_has_no_lines() -> None:
    assert lines("") == []


def _wrapped(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    ways = ["<w:ins>{}</w:ins>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:x>{}</w:x>"]
    return st.tuples(st.sampled_from(ways), st.lists(inside, max_size=3)).map(
        lambda drawn: drawn[0].format("".join(drawn[1]))
    )


WORDS = st.text("雨雪风霜", max_size=3)


@given(st.recursive(WORDS.map(RUN.format), _wrapped, max_leaves=8))
def test_no_character_of_a_paragraph_is_lost(inside: str) -> None:
    assert "".join(lines(paragraph(inside))) == "".join(_characters(inside))


def _characters(inside: str) -> Iterator[str]:
    return (sign for sign in inside if sign in "雨雪风霜")
