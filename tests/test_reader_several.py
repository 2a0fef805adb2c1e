"""One file of several articles: what divides them, and what does not."""

from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import RawArticle
from corpus.cleaning.clean import make_article
from corpus.reader import read_articles
from corpus.reader.several import divided

PORT = (
    "海州启用新码头\n2024年3月5日 来源：海州日报\n海州市3月5日启用三号码头，"
    "市长陈一舟出席启用仪式，这座码头长八百米，耗资两亿元。"
)
TOMB = (
    "青原发现古墓\n2024年3月6日\n青原县文物局3月6日说，在县城以北发现一座战国古墓，出土铜器四十余件，"
    "正在整理之中，明年展出。"
)
UNDATED = (
    "青原发现古墓\n青原县文物局说，在县城以北发现一座战国古墓，出土铜器四十余件，"
    "正在整理之中，明年展出。"
)


def texts(text: str) -> list[str]:
    return [each.text for each in divided(text, "a.txt")]


@pytest.mark.parametrize("line", ["=====", "＝＝＝＝＝＝", "----------", "　══════ ", "********"])
def test_a_line_of_signs_divides(line: str) -> None:
    assert texts(f"{PORT}\n\n{line}\n{TOMB}\n{line}\n") == [PORT, TOMB]


def test_a_text_without_such_lines_is_one_article_as_it_stands() -> None:
    assert divided(f"{PORT}\n", "a.txt", "题") == [RawArticle(f"{PORT}\n", "a.txt", title="题")]


def test_equals_signs_divide_where_no_day_is_named() -> None:
    assert texts(f"{UNDATED}\n======\n{TOMB}") == [UNDATED, TOMB]


@pytest.mark.parametrize("line", ["------------", "**********"])
def test_other_signs_part_sections_where_no_day_is_named(line: str) -> None:
    text = f"{PORT}\n{line}\n{UNDATED}"
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        f"{PORT}\n==========\n编辑：张小满",  # a note at the foot
        PORT.replace("\n", "\n=======\n", 1),  # a title that is underlined
        f"{PORT}\n=====\n{PORT.splitlines()[2]}",  # no title
        "======\n" * 3,
        "",
    ],
)
def test_what_is_no_second_article_stays_with_the_first(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "told",
    [
        "背景资料\n2019年5月1日，三号码头一期工程开工，总投资三亿元，建设工期五年，市民可以预约参观。",
        "相关链接\n海州港始建于1958年7月1日，是我国北方的大港之一。港区共有三座码头，年吞吐量两千万吨。",
        "背景资料\n据海州社2019年5月1日电，三号码头一期工程开工。工程总投资三亿元，市民可以预约参观。",
    ],
)
def test_a_day_in_a_sentence_begins_no_article(told: str) -> None:
    text = f"{PORT}\n----------\n{told}"
    assert texts(text) == [text]


LAID = "海州社青原3月6日电 青原县文物局说，在县城以北发现一座战国古墓，出土铜器四十余件。"


@pytest.mark.parametrize(
    "head",
    [
        "2024年3月6日，青原\n",
        "2024年3月6日 星期三 一版\n",
        "来源：海州日报，2024年3月6日\n",
        "（2024-03-06）\n",
        "青原的大发现\n海州日报记者陈一舟\n2024年3月6日\n",  # in the fourth line
    ],
)
def test_a_day_above_the_sentences_begins_an_article(head: str) -> None:
    second = f"青原发现古墓\n{head}{LAID}"
    assert texts(f"{PORT}\n----------\n{second}") == [PORT, second]


def test_a_dateline_begins_an_article() -> None:
    second = f"青原发现古墓\n{LAID.replace('3月', '2024年3月')}"
    assert texts(f"{PORT}\n----------\n{second}") == [PORT, second]


def test_a_note_below_a_line_is_no_article() -> None:
    text = f"{PORT}\n==========\n编后\n本文写于三月六日，有删节。"
    assert texts(text) == [text]


def test_a_title_boxed_by_two_lines_begins_its_article() -> None:
    def boxed(text: str) -> str:
        title, body = text.split("\n", 1)
        return f"======\n{title}\n======\n{body}\n"

    first, second = divided(boxed(PORT) + boxed(TOMB), "a.txt")
    assert make_article(first).title == "海州启用新码头"
    assert make_article(second).title == "青原发现古墓"
    assert "=" not in make_article(second).clean.text


def test_what_stands_before_the_first_article_is_kept_apart() -> None:
    assert texts(f"共2篇\n=====\n{PORT}\n=====\n{TOMB}") == ["共2篇", PORT, TOMB]


def test_an_article_keeps_its_address_when_another_comes_before() -> None:
    alone = {each.text: each.address for each in divided(f"{PORT}\n=====\n{TOMB}", "a.txt")}
    later = divided(f"{UNDATED}\n=====\n{PORT}\n=====\n{TOMB}", "a.txt")
    assert [each.address for each in later[1:]] == [alone[PORT], alone[TOMB]]


def test_a_word_file_of_two_articles(tmp_path: Path) -> None:
    document = Document()
    for line in (*PORT.split("\n"), "=====", *TOMB.split("\n")):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    found = [each for each in read_articles(tmp_path / "a.docx") if isinstance(each, RawArticle)]
    assert [each.text for each in found] == [PORT, TOMB]


@given(
    st.lists(st.sampled_from([PORT, TOMB, UNDATED, "编者按", "=====", "---------", ""]), max_size=9)
)
def test_nothing_but_signs_is_lost(blocks: list[str]) -> None:
    text = "\n".join(blocks)
    kept = "".join(texts(text))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


STORY = "海州市3月5日启用三号码头，市长陈一舟出席启用仪式，这座码头长八百米，耗资两亿元。"


@pytest.mark.parametrize(
    "record",
    [
        "Title={}\nSource=海州日报\nDate=2024-03-05\nContent={}\n",
        "<标题>={}\n<来源>=海州日报\n<日期>=2024-03-05\n<正文>={}\n",
        "<REC>\n<标题>={}\n<来源>=海州日报\n<版次>=3\n<日期>=2024-03-05\n<正文>=\n{}\n",
        "DataType: 2\nTitle-题名: {}\nSource-报纸: 海州日报\nPubTime-发表时间: 2024-03-05\n"
        "SrcDatabase-来源库: 报纸\n{}\n",
    ],
)
def test_records_as_databases_export_them(record: str) -> None:
    both = [record.format(title, STORY) for title in ("海州启用新码头", "青原启用新码头")]
    found = divided("\n".join(both), "a.txt")
    assert [each.title for each in found] == ["海州启用新码头", "青原启用新码头"]
    assert {(each.published, each.source) for each in found} == {("2024-03-05", "海州日报")}
    assert all(each.text.endswith(STORY) for each in found)


def test_writers_with_semicolons_behind_them() -> None:
    text = (
        f"Title-题名: 海州启用新码头\nAuthor-作者: 江渡舟;毛宁;\nSource-报纸: 海州日报\n\n{STORY}"
    )
    assert divided(text, "a.txt")[0].author == "江渡舟;毛宁"


def headed(path: Path, *articles: str) -> list[str]:
    document = Document()
    for article in articles:
        title, *rest = article.split("\n")
        document.add_heading(title, 1)
        for line in rest:
            document.add_paragraph(line)
    document.save(str(path))
    return [each.text for each in read_articles(path) if isinstance(each, RawArticle)]


def test_headings_of_a_word_file_divide_where_each_article_names_its_day(tmp_path: Path) -> None:
    assert headed(tmp_path / "a.docx", PORT, TOMB) == [PORT, TOMB]
    assert headed(tmp_path / "b.docx", PORT, UNDATED) == [f"{PORT}\n{UNDATED}"]


def test_what_stands_above_the_first_heading_is_not_lost() -> None:
    text = f"海州一周\n{PORT}\n{TOMB}"
    headings = [each.split("\n")[0] for each in (PORT, TOMB)]
    assert [each.text for each in divided(text, "a", "", headings)] == ["海州一周", PORT, TOMB]


def test_one_record_alone() -> None:
    record = f"<REC>\n<标题>=海州启用新码头\n<来源>=海州日报\n<正文>=\n{STORY}\n"
    (article,) = divided(record, "a.txt")
    assert (article.title, article.text.strip()) == ("海州启用新码头", STORY)
    assert divided(f"<REC>\n{STORY}", "a.txt")[0].text == f"<REC>\n{STORY}"
