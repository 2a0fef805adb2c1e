"""The list of articles, charts and pictures as HTML: what is said, and that nothing is markup."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from corpus.listing import Listed
from corpus.withdrawn import SetAside
from qa.addresses import short_address
from qa.holdings import Page
from qa.languages import written_in
from qa.library import Library
from qa.messages.catalogue import texts
from qa.report import Outcome
from qa.web.charts import Bar, bars_html, columns_html, counted
from qa.web.listing import View, list_html, removed_html, sorted_by, turned
from qa.web.pages import outcomes_html
from qa.web.pictures import by_length, by_month, by_source, by_year, pictures_html
from qa.web.uploads import Sent, received, uploaded
from qa.web.within import choices_html
from tests.shelves import open_library, write

EN = texts("en")
LINE = Listed(
    "a1", "南汐开会", "", "南汐日报", datetime.date(2024, 4, 12), "", 3, 2, 0, "/news/会.txt"
)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&${alert(1)}"
TAG = re.compile(r"<[^>]*>")


def words_of(markup: str) -> str:
    return " ".join(unescape(TAG.sub(" ", markup)).split())


def page(*lines: Listed, offset: int = 0, total: int = 0) -> Page:
    return Page(lines, offset, total or len(lines))


def listed(shown: Page, view: View | None = None, *, picking: bool = True) -> str:
    return list_html(shown, view or View(), EN, picking=picking)


def test_a_line_says_what_is_known_of_an_article() -> None:
    shown = words_of(listed(page(LINE), picking=False))
    assert "南汐开会 南汐日报 2024-04-12 3 2 ready" in shown
    assert "1 to encode" in words_of(listed(page(replace(LINE, waiting=1))))


def test_an_article_without_a_title_is_called_by_how_it_begins_and_its_file() -> None:
    untitled = replace(LINE, title="", lead="市长江映雪\n主持")
    assert "市长江映雪 主持 · 会.txt 南汐日报" in words_of(listed(page(untitled)))
    assert "市长江映雪 主持 · 会.txt 南汐日报" in words_of(choices_html([untitled], 1, EN))
    nameless = replace(untitled, address="", lead="")
    assert "(untitled)" in words_of(listed(page(nameless)))


def test_a_page_says_which_articles_it_shows() -> None:
    assert "26–27 of 60,000" in listed(page(LINE, LINE, offset=25, total=60_000))


def test_an_empty_library_and_an_empty_search_say_different_things() -> None:
    assert EN["empty_title"] in listed(page())
    assert EN["found_none"] in listed(page(), View("没有"))


def test_the_sorted_column_says_so_and_which_way() -> None:
    heads = re.findall(r'<th scope="col"([^>]*)><button[^>]*data-sort="(\w+)"', listed(page(LINE)))
    assert [name for attributes, name in heads if "aria-sort" in attributes] == ["date"]
    assert 'aria-sort="descending"' in listed(page(LINE))
    assert 'aria-sort="ascending"' in listed(page(LINE), View(descending=False))


def test_a_click_on_a_head_sorts_and_another_turns_it_round() -> None:
    by_title = sorted_by(View(offset=50), "title")
    assert by_title == View(order="title", descending=False)
    assert sorted_by(by_title, "title").descending
    assert sorted_by(View(), "passages").descending
    assert not sorted_by(View(), "date").descending
    assert sorted_by(View(), "id; DROP TABLE").order == "date"


@pytest.mark.parametrize(
    ("offset", "number", "to"),
    [("75", "", 75), ("", "3", 50), ("", "0", 0), ("-1", "", 25), ("x", "", 25), ("", "², x", 25)],
)
def test_a_view_is_turned_to_an_offset_or_a_page(offset: str, number: str, to: int) -> None:
    assert turned(View(offset=25), offset, number).offset == to


def test_the_list_turns_only_where_there_is_more() -> None:
    assert "data-turn" not in listed(page(LINE))
    first = listed(page(*[LINE] * 25, total=60))
    assert re.findall(r'data-turn="(\d+)"( disabled)?', first) == [
        ("0", " disabled"),
        ("0", " disabled"),
        ("25", ""),
        ("50", ""),
    ]
    last = listed(page(*[LINE] * 10, offset=50, total=60))
    assert re.findall(r'data-turn="(\d+)"( disabled)?', last)[2:] == [
        ("75", " disabled"),
        ("50", " disabled"),
    ]
    assert 'value="3"' in last


def test_nothing_can_be_picked_where_nothing_can_be_removed() -> None:
    assert "checkbox" not in listed(page(LINE), picking=False)
    assert "data-remove" not in listed(page(LINE), picking=False)
    assert listed(page(LINE)).count("checkbox") == 2


def test_hostile_articles_stay_text_in_the_list() -> None:
    html = listed(page(Listed(HOSTILE, "", HOSTILE, HOSTILE, None, HOSTILE, 1, 0, 0, HOSTILE)))
    assert "<script" not in html
    assert "<img" not in html
    assert all(tag.count('"') % 2 == 0 for tag in TAG.findall(html))


def test_what_was_removed_can_be_put_back_or_deleted() -> None:
    html = removed_html([SetAside("b1", 3, "桥通了"), SetAside("b0", 2, "")], EN)
    assert "3 removed · 桥通了 " in words_of(html)
    assert "2 removed · (untitled) " in words_of(html)
    assert re.findall(r"data-(undo|drop)=\"(\w+)\"", html) == [
        ("undo", "b1"),
        ("drop", "b1"),
        ("undo", "b0"),
        ("drop", "b0"),
    ]
    assert removed_html([], EN) == ""


def test_of_much_that_was_removed_the_newest_is_told() -> None:
    html = removed_html([SetAside(f"b{n}", 1, "桥") for n in range(9)], EN)
    assert re.findall(r"data-undo=\"(\w+)\"", html) == ["b0", "b1", "b2", "b3", "b4"]


def test_bars_are_as_long_as_their_values() -> None:
    html = bars_html("Sources", [counted("甲", 4000), counted("乙", 1000)])
    assert re.findall(r'<rect width="([\d.]+)%"', html) == ["100.00", "25.00"]
    assert words_of(html) == "Sources 甲 4,000 乙 1,000"


def test_bars_can_be_measured_against_a_whole() -> None:
    html = bars_html("Shares", [Bar("甲", 0.5, "50 %", "10 of 20")], full=1.0)
    assert 'width="50.00%"' in html
    assert words_of(html) == "Shares 甲 50 % 10 of 20"


def test_columns_say_in_words_what_they_show() -> None:
    html = columns_html("Months", [counted("2024-01", 1), counted("2024-02", 4)], "told", "table")
    assert re.findall(r'height="([\d.]+)">', html) == ["25.00", "100.00"]
    assert 'role="img" aria-label="told"' in html
    assert "2024-01 1 2024-02 4" in words_of(html)
    assert columns_html("Months", [], "", "") == ""


def test_bars_of_nothing_are_empty_and_hostile_labels_stay_text() -> None:
    assert "<rect" not in bars_html("x", [])
    assert 'width="0.00%"' in bars_html("x", [counted("甲", 0)])
    html = bars_html(HOSTILE, [Bar(HOSTILE, 1, HOSTILE, HOSTILE)])
    html += columns_html(HOSTILE, [Bar(HOSTILE, 1, escape_free(HOSTILE))], HOSTILE, HOSTILE)
    assert "<script" not in html
    assert "<img" not in html


def escape_free(text: str) -> str:
    return re.sub(r"[<>&\"']", "", text)


def test_months_without_articles_are_shown() -> None:
    assert by_month([("2024-02", 2), ("2023-12", 1), ("", 9)]) == (
        ("2023-12", 1),
        ("2024-01", 0),
        ("2024-02", 2),
    )
    assert by_month([("", 3)]) == ()


def test_months_make_years() -> None:
    months = [("2024-02", 2), ("2024-01", 3), ("2022-12", 1), ("", 9)]
    assert by_year(months) == (("2022", 1), ("2023", 0), ("2024", 5))
    assert by_year([]) == ()


def test_lengths_are_counted_in_round_steps() -> None:
    assert by_length([(10, 2), (49, 1), (50, 3), (120, 1)]) == (
        ("0–49", 3),
        ("50–99", 3),
        ("100–149", 1),
    )
    assert by_length([]) == ()


def test_a_few_very_long_articles_do_not_flatten_the_picture() -> None:
    found = by_length([(100, 99), (90_000, 1)])
    assert found[-1] == ("≥ 150", 1)
    assert sum(number for _, number in found) == 100


def test_small_sources_are_one_bar_and_no_source_another() -> None:
    sources = [(f"s{number:02}", 20 - number) for number in range(14)]
    found = by_source(sources, sum(n for _, n in sources) + 5, EN)
    assert found[:2] == (("s00", 20), ("s01", 19))
    assert found[-2:] == (("2 other sources", 8 + 7), ("source unknown", 5))
    assert by_source([("s", 1)], 1, EN) == (("s", 1),)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("市长主持会议，讨论湿地保护。", "zh-Hans"),
        ("市長主持會議，討論濕地保護。", "zh-Hant"),
        ("The mayor chaired the meeting.", "en"),
        ("", "en"),
    ],
)
def test_the_script_of_a_text(text: str, language: str) -> None:
    assert written_in(text) == language


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        opened.add([write(tmp_path / "a.txt", "2024年4月9日 柳塘日报\n\n公园开园了，市民很高兴。")])
        yield opened


def test_pictures_show_what_the_library_holds(library: Library, tmp_path: Path) -> None:
    assert "Simplified Chinese 1" in words_of(pictures_html(library, EN))
    library.add([write(tmp_path / "b.txt", "渡輪將於六月首航，票價二十元，歡迎搭乘。")])
    shown = words_of(pictures_html(library, EN))
    assert "Simplified Chinese 1" in shown
    assert "Traditional Chinese 1" in shown


def test_an_empty_library_has_no_pictures(tmp_path: Path) -> None:
    with open_library(tmp_path / "library") as empty:
        assert pictures_html(empty, EN) == ""


def test_removed_articles_are_counted_with_the_others() -> None:
    assert "removed 1" in words_of(outcomes_html([Outcome("a", "removed")], EN))


def test_a_sent_file_is_called_by_its_name() -> None:
    assert short_address("upload:柳塘.txt") == "柳塘.txt"
    assert short_address("upload:夹/一/柳塘.txt") == "夹/一/柳塘.txt"


def test_the_same_file_twice_is_received_once(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{n}.txt", text) for n, text in enumerate(("甲", "乙", "甲"))]
    assert [each.path for each in received([Sent(path, "a.txt") for path in paths])] == paths[:2]


def test_files_of_one_name_in_two_folders_keep_it(tmp_path: Path) -> None:
    paths = write(tmp_path / "1.txt", "甲"), write(tmp_path / "2.txt", "乙")
    names = ["夹/一/a.txt", "夹/二/a.txt"]
    sent = [Sent(path, name) for path, name in zip(paths, names, strict=True)]
    assert [each.name for each in received(sent)] == names


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("夹/一/原名.txt", "夹/一/原名.txt"),
        ("../../etc/原名.txt", "etc/原名.txt"),
        ("/a\\b\n/./原名.txt", "a/b/原名.txt"),
        ("长" * 100 + "1号.txt", "长" * 100 + "1号.txt"),
        ("..", "a.txt"),
        ("夹/", "a.txt"),
        (None, "a.txt"),
    ],
)
def test_a_sent_file_keeps_its_whole_name_and_leads_nowhere(
    told: str | None, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    path = write(tmp_path / "a.txt", "甲")
    assert uploaded([{"path": str(path), "orig_name": told}]) == [Sent(path.resolve(), name)]
