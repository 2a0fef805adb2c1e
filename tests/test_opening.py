"""What the Ask tab offers before anything is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.library import Library
from qa.messages.catalogue import texts
from qa.settings import Settings
from qa.web.opening import examples_html, source_choices
from tests.browser.pages import small_library

EN = texts("en")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("opening")
    text = "柳塘公园开园\n\n柳塘日报讯 4月9日，柳塘公园开园，园长欧阳霁致辞。"
    (folder / "柳塘.md").write_text(text, encoding="utf-8")
    with small_library(folder / "library", Settings()) as opened:
        opened.add([folder / "柳塘.md"])
        yield opened


def test_examples_come_from_the_library(library: Library) -> None:
    assert "What is “柳塘公园开园” about?" in examples_html(library, EN)


def test_quotation_marks_of_a_title_are_inner_ones_in_an_example(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"title": "市民说“好”", "text": "公园昨日开园。"}')
    with small_library(tmp_path / "library", Settings()) as library:
        library.add([tmp_path / "a.jsonl"])
        assert "“市民说‘好’”是怎么回事" in examples_html(library, texts("zh-Hans"))
        assert "「市民说“好”」是怎麼回事" in examples_html(library, texts("zh-Hant"))


def test_an_empty_library_says_how_to_fill_it(tmp_path: Path) -> None:
    with small_library(tmp_path, Settings()) as empty:
        assert EN["empty_cure"] in examples_html(empty, EN)
        assert source_choices(empty, EN) == [("All sources", "")]


def test_sources_can_be_chosen_with_their_sizes(library: Library) -> None:
    assert source_choices(library, EN) == [("All sources", ""), ("柳塘日报 (1)", "柳塘日报")]
