"""Pages of plain text: what stands where one ends and the next begins."""

from pathlib import Path

import pytest

from corpus.article import RawArticle
from corpus.reader import read_articles
from corpus.reader.page_numbers import is_page_number, joined_pages


@pytest.mark.parametrize(
    "between",
    ["\x0c", "\n\x0c", "\n\n- 1 -\n\x0c", "\n1\n\x0c\n", "\x0c2\n\n", "\n\x0c第 2 页\n"],
)
def test_a_page_goes_on_on_the_next_one(between: str) -> None:
    assert (
        joined_pages(f"渡口长八十米，{between}　造价两千万元。")
        == "渡口长八十米，\n　造价两千万元。"
    )


@pytest.mark.parametrize("text", ["2024\n渡口启用。\n3", "\n\n渡口\n", "", "3"])
def test_a_text_of_one_page_stays(text: str) -> None:
    assert joined_pages(text) == text


def test_the_last_page_may_end_with_a_form_feed() -> None:
    assert joined_pages("渡口启用。\n\n2\n\x0c") == "渡口启用。\n"


@pytest.mark.parametrize("line", ["3", "- 3 -", "第3页 共12页", "3/12", "·3·"])
def test_a_page_number(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["", "12345", "3人", "2024年"])
def test_no_page_number(line: str) -> None:
    assert not is_page_number(line)


def test_a_file_of_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("渡口启用\n渡口今天\n\n1\n\x0c启用。\n", "utf-8")
    (article,) = read_articles(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
    assert article.text == "渡口启用\n渡口今天\n启用。\n"


@pytest.mark.parametrize("text", ["主队\n\x0c3\n客队\n\x0c12\n渡口", "渡口启用。\n7\x0c船票"])
def test_a_number_that_counts_no_pages_stays(text: str) -> None:
    assert joined_pages(text).split() == text.split()


def test_numbers_that_go_on_from_page_to_page_are_cut() -> None:
    assert joined_pages("甲\n7\n\x0c乙\n8\n\x0c丙\n12\n") == "甲\n乙\n丙\n12\n"
