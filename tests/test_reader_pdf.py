"""PDF: paragraphs put together again; what has no text says so."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import RawArticle
from corpus.reader import ReadFailure, read_articles
from corpus.reader.pdf import Line, drop_furniture, join_lines

SIZE = 12


def pdf(pages: list[list[tuple[int, int, str]]]) -> bytes:
    """A PDF whose pages show lines of text, each at (left, bottom), in a Chinese standard font."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
        "/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000>>]>>",
    ]
    for n, lines in enumerate(pages):
        shown = "".join(
            f"BT /F {SIZE} Tf {left} {bottom} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"
            for left, bottom, text in lines
        )
        bodies.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents {5 + 2 * n} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        bodies.append(f"<</Length {len(shown)}>>stream\n{shown}endstream")
    objects = "".join(f"{n} 0 obj\n{body}\nendobj\n" for n, body in enumerate(bodies, 1))
    return f"%PDF-1.5\n{objects}trailer<</Root 1 0 R>>\n%%EOF".encode()


def reason(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    (failure,) = read_articles(path)
    assert isinstance(failure, ReadFailure)
    return failure.reason


def test_paragraphs_across_lines_and_pages(tmp_path: Path) -> None:
    first = [
        (150, 560, "雨停了"),
        (64, 520, "会议强调要把防汛救灾工作抓实抓"),
        (40, 500, "细确保群众安全并且做好今后几天的"),
        (40, 480, "准备。"),
        (64, 460, "市长说桥梁已经修好车辆可以通行"),
        (195, 20, "1"),
    ]
    second = [(40, 560, "明天起公交恢复。"), (195, 20, "2")]
    (tmp_path / "a.pdf").write_bytes(pdf([first, second]))
    (article,) = read_articles(tmp_path / "a.pdf")
    assert isinstance(article, RawArticle)
    assert article.text.split("\n") == [
        "雨停了",
        "会议强调要把防汛救灾工作抓实抓细确保群众安全并且做好今后几天的准备。",
        "市长说桥梁已经修好车辆可以通行明天起公交恢复。",
    ]


def test_a_scan_has_no_text(tmp_path: Path) -> None:
    assert "has no text layer" in reason(tmp_path / "a.pdf", pdf([[], []]))


@pytest.mark.parametrize("end", [0, 5, 100, 400])
def test_a_truncated_pdf(tmp_path: Path, end: int) -> None:
    whole = pdf([[(40, 500, "会议")]])
    assert ";" in reason(tmp_path / "a.pdf", whole[:end])


def line(text: str, left: float = 40, right: float = 300, bottom: float = 0, page: int = 0) -> Line:
    return Line(text, left, right, bottom, 12, page)


def test_english_words_keep_their_space() -> None:
    assert join_lines([line("The rain"), line("stopped", bottom=-15)]) == "The rain stopped"


def test_no_lines_are_no_text() -> None:
    assert join_lines([]) == ""


def test_a_far_line_begins_a_paragraph() -> None:
    assert join_lines([line("雨停"), line("桥通", bottom=-60)]) == "雨停\n桥通"


def test_what_most_pages_carry_is_dropped() -> None:
    pages = [[line("云川晚报"), line(n), line(f"- {i} -")] for i, n in enumerate("甲乙丙丁")]
    assert [one.text for one in drop_furniture(pages)] == ["甲", "乙", "丙", "丁"]


def test_blanks_around_a_page_number_cost_no_more_than_their_number() -> None:
    pages = [
        [line("甲"), line("1" + " " * 5000 + "乙")],
        [line("丙"), line("-" + " " * 5000 + "2")],
    ]
    assert [one.text[:1] for one in drop_furniture(pages)] == ["甲", "1", "丙"]


def test_what_a_browser_prints_around_a_page_is_dropped(tmp_path: Path) -> None:
    shown = [
        (40, 540, "雨停了"),
        (40, 500, "会议强调要把防汛救灾工作抓实抓细确保"),
        (40, 480, "群众安全市长说桥梁已经修好车辆可以通"),
        (20, 580, "11/29/26, 2:08 PM"),
        (20, 10, "file:///home/p.html 1/1"),
    ]
    data = pdf([shown]).replace(b"/Root 1 0 R", b"/Root 1 0 R/Info<</Title(p.html)>>")
    (tmp_path / "a.pdf").write_bytes(data)
    (article,) = read_articles(tmp_path / "a.pdf")
    assert isinstance(article, RawArticle)
    assert article.title == ""
    assert (
        article.text
        == "雨停了\n会议强调要把防汛救灾工作抓实抓细确保群众安全市长说桥梁已经修好车辆可以通"
    )


def test_a_time_without_a_browsers_address_stays() -> None:
    pages = [[line("雨停了"), line("11/29/26, 2:08 PM 开会")]]
    assert [one.text for one in drop_furniture(pages)] == ["雨停了", "11/29/26, 2:08 PM 开会"]


LINES = st.lists(
    st.builds(Line, st.text("雨停桥通a ", min_size=1), *[st.floats(0, 600)] * 4, st.integers(0, 3))
)


@given(LINES)
def test_joining_loses_no_character(lines: list[Line]) -> None:
    joined = "".join(join_lines(lines).split())
    assert joined == "".join("".join(one.text for one in lines).split())


def test_a_text_that_speaks_of_pdf_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("文件开头写着%PDF-1.4这样的字样。", "utf-8")
    (article,) = read_articles(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
