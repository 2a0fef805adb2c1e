"""What a library shows, sets aside and hands out; files that were sent to it."""

import re
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.article import StoreError
from corpus.withdrawn import SetAside
from qa.adding import Received
from qa.library import Library
from qa.records.lines import json_line
from tests.shelves import changes, open_library, write

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample"
PARK = "柳塘公园开园\n\n柳塘日报讯 4月9日，柳塘公园开园，园长欧阳霁致辞。"
FERRY = "鬆島渡輪首航\n\n鬆島輪渡公司宣布，新渡輪將於六月一日首航，票價二十元。"
BRIDGE = "石桥修缮\n\n古石桥开始修缮，工期三个月。"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        files = {"park.txt": PARK, "ferry.txt": FERRY, "bridge.txt": BRIDGE}
        opened.add([write(tmp_path / name, text) for name, text in files.items()])
        yield opened


def titles(library: Library, words: str = "") -> list[str]:
    page = library.page(words, order="title", descending=False)
    assert page.total == len(page.articles)
    return [each.title for each in page.articles]


def sent(folder: Path, name: str, text: str) -> Received:
    return Received(write(folder / name, text), name)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["柳塘公园开园", "石桥修缮", "鬆島渡輪首航"]),
        ("欧阳霁", ["柳塘公园开园"]),
        ("公园", ["柳塘公园开园"]),
        ("渡轮", ["鬆島渡輪首航"]),
        ("轮首", ["鬆島渡輪首航"]),
        ("公園", ["柳塘公园开园"]),
        ("首航 票价", ["鬆島渡輪首航"]),
        ("首航 公园", []),
        ("园开", ["柳塘公园开园"]),
        ("？", []),
    ],
)
def test_titles_sources_and_texts_are_searched_in_either_script(
    library: Library, words: str, found: list[str]
) -> None:
    assert titles(library, words) == found


def test_behind_the_last_page_is_the_last_page(library: Library) -> None:
    page = library.page(limit=2, offset=10)
    assert (page.offset, page.total, len(page.articles)) == (2, 3, 1)
    assert library.page("nowhere", offset=50).articles == ()


def test_before_the_first_page_is_the_first_page(library: Library) -> None:
    assert library.page(limit=2, offset=-5).offset == 0


def test_a_page_of_nothing_is_refused(library: Library) -> None:
    with pytest.raises(ValueError, match="1 or more"):
        library.page(limit=0)


def test_what_is_set_aside_is_not_found_until_it_is_restored(library: Library) -> None:
    park = library.page("公园").articles[0].id
    batch = library.withdraw([park])
    assert titles(library, "公园") == []
    assert park not in {hit.passage_id for hit in library.retrieve("谁致辞？", 9)}
    assert library.set_aside() == (SetAside(batch, 1, "柳塘公园开园"),)
    assert library.restore(batch) == 1
    assert titles(library, "公园") == ["柳塘公园开园"]
    assert library.status().encoded == library.status().passages


def test_what_is_discarded_is_gone(library: Library) -> None:
    batch = library.withdraw([library.page("公园").articles[0].id])
    assert library.discard(batch) == 1
    assert library.restore(batch) == 0
    assert library.set_aside() == ()


def test_what_is_exported_gives_the_same_texts_when_added(tmp_path: Path) -> None:
    with open_library(tmp_path / "one") as one, open_library(tmp_path / "two") as two:
        one.add([SAMPLE])
        lines = "\n".join(map(json_line, one.export()))
        two.add([write(tmp_path / "export.jsonl", lines)])
        said = [
            {(a.title, a.text, a.published, a.source) for a in each.articles()}
            for each in (one, two)
        ]
        assert said[0] == said[1]
        assert said[0]


def test_a_copy_is_a_library(library: Library, tmp_path: Path) -> None:
    library.judge("谁致辞？", "none")
    library.copy_to(tmp_path / "copy.zip")
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert archive.namelist() == ["chuchu.db", "quality/judgements.jsonl"]
        archive.extractall(tmp_path / "copy")
    with open_library(tmp_path / "copy") as copy:
        assert list(copy.articles()) == list(library.articles())
        assert copy.judgements() == library.judgements()
        assert copy.status().encoded == library.status().encoded


def test_a_copy_is_of_one_moment(library: Library, tmp_path: Path) -> None:
    writer = sqlite3.connect(library.path / "chuchu.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM articles")
    library.copy_to(tmp_path / "copy.zip")
    writer.execute("ROLLBACK")
    writer.close()
    zipfile.ZipFile(tmp_path / "copy.zip").extractall(tmp_path / "copy")
    with open_library(tmp_path / "copy") as copy:
        assert len(list(copy.articles())) == 3


def test_a_copy_that_cannot_be_written_is_said(library: Library, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        library.copy_to(tmp_path / "nowhere" / "copy.zip")


def test_a_file_sent_again_is_unchanged(library: Library, tmp_path: Path) -> None:
    first = library.receive([sent(tmp_path / "a", "柳塘.txt", PARK)])
    assert changes(first) == [("upload:柳塘.txt", "added")]
    again = library.receive([sent(tmp_path / "b", "柳塘.txt", PARK)])
    assert changes(again) == [("upload:柳塘.txt", "unchanged")]


def test_another_file_of_a_name_takes_the_place_of_nothing(
    library: Library, tmp_path: Path
) -> None:
    one, other = (sent(tmp_path / name, "早报.txt", name + BRIDGE) for name in ("甲", "乙"))
    library.receive([one])
    (outcome,) = library.receive([other]).outcomes
    assert re.fullmatch(r"upload:早报~[0-9a-f]{8}\.txt", outcome.where)
    assert outcome.change == "added"
    assert outcome.reason.endswith(f"called {outcome.where.removeprefix('upload:')}")
    assert [each.change for each in library.receive([other, one]).outcomes] == ["unchanged"] * 2
    for each in (one, other):
        assert each.path.read_text(encoding="utf-8") in {a.raw for a in library.articles()}


def test_who_sends_a_text_that_is_held_is_told_by_what_name(
    library: Library, tmp_path: Path
) -> None:
    def reason(name: str, text: str) -> str:
        return library.receive([sent(tmp_path, name, text)]).outcomes[0].reason

    assert reason("甲.txt", "柳塘公园昨日开园，园长欧阳霁致辞。") == ""
    same = "the same text is held as {}; both are kept"
    assert reason("乙.txt", "柳塘公园昨日开园，园长欧阳霁致辞。") == same.format("甲.txt")
    titled = "公园开园了\n\n柳塘公园昨日开园，园长欧阳霁致辞，游客三千。"
    assert reason("丙.txt", titled) == ""
    assert reason("丁.txt", titled) == same.format("公园开园了")
    assert reason("丁.txt", titled) == ""  # unchanged


def test_a_name_is_not_taken_from_what_can_be_put_back(library: Library, tmp_path: Path) -> None:
    one, other = (sent(tmp_path / name, "早报.txt", name + BRIDGE) for name in ("甲", "乙"))
    (first,) = library.receive([one]).outcomes
    batch = library.withdraw([first.article_id])
    (second,) = library.receive([other]).outcomes
    assert library.restore(batch) == 1
    library.withdraw([first.article_id])
    assert library.receive([other]).outcomes[0].where == second.where


def test_records_of_one_number_in_files_of_one_name_are_told_apart(
    library: Library, tmp_path: Path
) -> None:
    for folder, text in (("a", FERRY), ("b", BRIDGE)):
        line = json_line({"id": "7", "text": text})
        (outcome,) = library.receive([sent(tmp_path / folder, "news.jsonl", line)]).outcomes
        assert outcome.change == "added"
    assert re.fullmatch(r"upload:news~[0-9a-f]{8}\.jsonl#7", outcome.where)


def test_an_article_of_the_web_that_was_sent_again_is_replaced(
    library: Library, tmp_path: Path
) -> None:
    for folder, text in (("a", FERRY), ("b", FERRY + "欢迎。")):
        line = json_line({"url": "https://news.example/1", "text": text})
        (outcome,) = library.receive([sent(tmp_path / folder, "news.jsonl", line)]).outcomes
    assert (outcome.where, outcome.change) == ("https://news.example/1", "replaced")


def test_the_files_that_were_sent_are_counted_as_they_are_read(
    library: Library, tmp_path: Path
) -> None:
    read: list[tuple[int, int]] = []
    library.receive(
        [sent(tmp_path, "一.txt", "第一篇。"), sent(tmp_path, "二.txt", "")],
        on_file=lambda *progress: read.append(progress),
    )
    assert read == [(0, 2), (1, 2), (2, 2)]


def test_what_of_a_sent_file_failed_is_remembered_by_its_name(
    library: Library, tmp_path: Path
) -> None:
    library.receive([sent(tmp_path / "a", "坏.pdf", "这不是 PDF" * 9)])
    assert [each.where for each in library.status().failures] == ["upload:坏.pdf"]
    library.receive([sent(tmp_path / "b", "坏.pdf", "")])
    assert len(library.status().failures) == 1


def test_records_of_a_sent_file_keep_their_addresses(library: Library, tmp_path: Path) -> None:
    line = json_line({"id": "7", "text": "码头扩建工程开工。"})
    report = library.receive([sent(tmp_path, "news.jsonl", line)])
    assert report.outcomes[0].where == "upload:news.jsonl#7"
