"""Commands in bad company: full disks, closed and broken pipes, bytes that are no text, damage."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.article import StoreError
from corpus.database import Database
from qa.cli.main import app
from qa.cli.options import typed
from qa.library import open_library as open_exact
from tests.shelves import open_library, write

ROOT = Path(__file__).parents[1]
MEETING = "青岚县5月6日召开防汛会议，县长林小满出席。"


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """The folder of a library with two articles of one record, and of one editor."""
    for name in ("甲", "乙"):
        record = {"id": "1", "title": f"{name}报", "text": f"{name}：{MEETING}", "editor": "米可"}
        write(tmp_path / "articles" / f"{name}.jsonl", json.dumps(record))
    with open_library(tmp_path / "library") as library:
        library.add([tmp_path / "articles"])
    return tmp_path / "library"


def damaged(folder: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(folder / "chuchu.db")) as connection, connection:
        connection.execute(statement, values)


def chuchu(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "qa", *words, "--library", str(folder)]


def test_one_path_is_no_list_of_letters(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", MEETING)
    with open_library(tmp_path / "library") as library:
        assert len(library.add(str(tmp_path / "a.txt")).outcomes) == 1
        assert len(library.add(tmp_path / "a.txt").outcomes) == 1


def test_an_export_keeps_articles_of_one_record_apart_and_their_editors(
    filled: Path, tmp_path: Path
) -> None:
    with open_library(filled) as library:
        lines = [json.dumps(record) for record in library.export()]
    write(tmp_path / "all.jsonl", "\n".join(lines))
    with open_library(tmp_path / "again") as again:
        assert not again.add([tmp_path / "all.jsonl"]).failures
        assert {article.editor for article in again.articles()} == {"米可"}
        assert len(list(again.articles())) == 2


@pytest.mark.parametrize("words", [("backup",), ("export", "--out")])
def test_a_library_is_not_written_over_by_its_own_copy(filled: Path, words: list[str]) -> None:
    path = str(filled / "chuchu.db")
    result = CliRunner().invoke(app, [*words, path, "--library", str(filled)], obj=open_library)
    assert result.exit_code == 2
    assert "this is the library itself; name another file" in result.stderr
    with open_library(filled) as library:
        assert len(list(library.articles())) == 2


def test_an_export_that_breaks_off_leaves_the_last_one(filled: Path, tmp_path: Path) -> None:
    write(tmp_path / "all.jsonl", "before")
    damaged(filled, "UPDATE articles SET text = CAST(x'ff' AS TEXT)")
    out = ["--out", str(tmp_path / "all.jsonl"), "--library", str(filled)]
    result = CliRunner().invoke(app, ["export", *out], obj=open_library)
    assert (result.exit_code, "the database is damaged" in result.stderr) == (2, True)
    assert (tmp_path / "all.jsonl").read_text(encoding="utf-8").strip() == "before"


def test_a_damaged_library_is_not_copied_over_an_older_copy(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.zip").write_bytes(b"before")
    damaged(filled, "UPDATE articles SET text = CAST(x'ff' AS TEXT)")
    with open_library(filled) as library, pytest.raises(StoreError, match="is damaged"):
        library.copy_to(tmp_path / "copy.zip")
    assert (tmp_path / "copy.zip").read_bytes() == b"before"


@pytest.mark.parametrize(("column", "value"), [("published", "2024-99-99"), ("raw", b"none")])
def test_a_damaged_value_stops_nobody(filled: Path, column: str, value: object) -> None:
    damaged(filled, f"UPDATE articles SET {column} = ? WHERE title = '甲报'", value)  # noqa: S608
    with open_library(filled) as library:
        assert {article.title for article in library.articles()} == {"甲报", "乙报"}
        assert library.ask("谁出席了防汛会议？", 2).evidence


def test_a_database_without_a_byte_is_no_new_library(filled: Path) -> None:
    (filled / "chuchu.db").write_bytes(b"")
    result = CliRunner().invoke(app, ["list", "--library", str(filled)], obj=open_library)
    assert (result.exit_code, "the database is empty" in result.stderr) == (2, True)


def test_what_is_no_text_names_nothing(filled: Path) -> None:
    with open_library(filled) as library:
        assert library.article("\ud800") is None
    with closing(Database(filled / "chuchu.db", read_only=True)) as database:
        assert list(database.stream("SELECT 1 WHERE ? = 'a'", ("\udcff",))) == []
        assert database.rows("SELECT 1 WHERE :name = 'a'", {"name": "\udcff"}) == []


@pytest.mark.parametrize(
    ("words", "expected"), [("会议", "会议"), ("\udcff", "\ufffd"), ("\ud800", "\ufffd")]
)
def test_what_is_typed_holds_no_half_characters(words: str, expected: str) -> None:
    assert typed(words) == expected


def test_a_day_is_given_in_words_too(filled: Path) -> None:
    with open_library(filled) as library:
        assert library.ask("昨天谁出席了会议？", today="2024-05-07").evidence


def test_who_adds_and_is_not_listened_to_goes_on(tmp_path: Path) -> None:
    for name in "甲乙丙丁":
        write(tmp_path / "articles" / f"{name}.txt", f"{name}：{MEETING}")
    words = chuchu(tmp_path / "library", "add", "--json", str(tmp_path / "articles"))
    with subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as adding:
        assert adding.stdout is not None
        adding.stdout.close()
    assert adding.returncode == 0
    with closing(Database(tmp_path / "library" / "chuchu.db", read_only=True)) as database:
        assert database.rows("SELECT count(*) FROM articles") == [(4,)]


def test_a_full_output_is_said(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", MEETING)
    with open_exact(tmp_path / "library") as library:
        library.add(tmp_path / "a.txt")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            chuchu(tmp_path / "library", "export"),
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert b"cannot be written (No space left on device)" in done.stderr
    assert b"Traceback" not in done.stderr
