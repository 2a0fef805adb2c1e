"""PDF: paragraphs put together again; what has no text says so."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import RawArticle
from corpus.reader import ReadFailure, read_articles
from corpus.reader.columns import Line
from corpus.reader.pdf import drop_furniture, join_lines, read_head

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


def column(left: float, page: int, *texts: str) -> list[Line]:
    """Lines to the same edges, the last one short, from the top of a page down."""
    last = len(texts) - 1
    return [
        Line(text, left, left + (60 if n == last else 200), 700 - 15 * n, 12, page)
        for n, text in enumerate(texts)
    ]


HARBOUR = (
    "云港市三号码头三月五日启用，",
    "市长陈一舟出席启用仪式，码头",
    "长八百米，耗资两亿元，可停靠",
    "十万吨级",
    "货轮。",
)
FAIR = (
    "青原庙会三月六日开幕，镇长尉",
    "迟恭主持，市民冒雨前来，看灯",
    "的人排到了河边的桥上，直到深",
    "夜才散",
    "去。",
)


@pytest.mark.parametrize("page", [0, 1])
def test_the_lines_of_each_column_are_joined(page: int) -> None:
    whole = [Line("一行", 40, 560, 760 - n, 12, 0) for n in range(9)]
    columns = [*column(40, page, *HARBOUR), *column(300, page, *FAIR)]
    text = join_lines([*whole, *columns])
    assert "".join(HARBOUR[:4]) in text and "".join(FAIR[:4]) in text


def test_columns_are_known_whatever_lies_across_them() -> None:
    left, right = column(40, 0, *HARBOUR), column(300, 0, *FAIR)
    across = [Line("……", 200, 340, line.bottom + 1, 12, 0) for line in left]
    right = [Line(one.text, one.left, one.right, one.bottom + 2, 12, 0) for one in right]
    text = join_lines([*left, *right, *across])
    assert "".join(HARBOUR[:4]) in text and "".join(FAIR[:4]) in text


def test_the_cells_of_a_table_are_not_joined() -> None:
    whole = [line("这是很长的一行", right=560, bottom=-15 * n, page=1) for n in range(40)]
    names = [f"青原县第{number}人民医院" for number in "一二三四五"]
    table = [*column(40, 0, *names), *column(300, 0, *reversed(names))]
    assert join_lines([*table, *whole]).split("\n")[:10] == [*names, *reversed(names)]


def test_a_word_that_is_hyphenated_at_the_end_of_a_line_is_whole(tmp_path: Path) -> None:
    lines = [(40, 500, "The mayor opened a new har-"), (40, 485, "bour, the third of its kind.")]
    (tmp_path / "a.pdf").write_bytes(pdf([lines]))
    (article,) = read_articles(tmp_path / "a.pdf")
    assert isinstance(article, RawArticle)
    assert "a new harbour, the third" in article.text


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (["云港日报 2024年7月5日 星期五 A0{}"], ("2024年7月5日", "云港日报")),
        (["2024-07-05", "云港晚报"], ("2024-07-05", "云港晚报")),
        (["云港日报 2024年7月{}日"], ("", "")),
        (["云港日报 第{}版"], ("", "")),
        (["报告期：2024年1月1日—2024年6月30日"], ("", "")),
        (["（2024年1月1日至6月30日）"], ("", "")),
        (["2024-05-01发布 2024-10-01实施"], ("", "")),
        (["2024-05-01 2024-10-01"], ("", "")),
        (["打印时间：2024年9月9日"], ("", "")),
        (["云港日报 2024年7月5日", "2024年1月至2024年6月30日"], ("2024年7月5日", "云港日报")),
    ],
)
def test_the_head_of_the_pages_tells_day_and_paper(heads: list[str], told: tuple[str, str]) -> None:
    pages = [
        [*(line(head.format(n), page=n) for head in heads), line(text, page=n)]
        for n, text in enumerate("甲乙丙丁", 1)
    ]
    assert read_head(pages, drop_furniture(pages)) == told


def test_what_the_text_keeps_dates_no_page() -> None:
    pages = [[line("2024年7月5日"), line("雨停了")]]
    assert read_head(pages, drop_furniture(pages)) == ("", "")


def test_the_day_at_the_head_of_pages_is_the_article_s_unless_it_names_another(
    tmp_path: Path,
) -> None:
    def published(first: str) -> str:
        long = "会议强调要把防汛救灾工作抓实抓细确保"
        body = [(40, 500, first), (40, 480, long), (40, 460, long)]
        head = [(40, 580, "云港日报 2024年7月5日")]
        pages = [[*head, *body], [*head, (40, 500, "群众安全。")]]
        (tmp_path / "a.pdf").write_bytes(pdf(pages))
        (article,) = read_articles(tmp_path / "a.pdf")
        assert isinstance(article, RawArticle)
        return article.published

    assert published("雨停了") == "2024年7月5日"
    assert published("2024年7月4日") == ""
    assert published("大桥2024年7月1日起封闭，") == "2024年7月5日"  # a sentence tells of it


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
