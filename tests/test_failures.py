"""What failed is remembered, and tried again when it changes; so is what was read."""

import gzip
import io
import os
import sqlite3
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.failures import hide
from corpus.files import look_at
from corpus.kinds import kind_of
from corpus.reader import ReadFailure, ReadOptions
from tests.shelves import Shelf, changes, open_library, write

GOOD = "松岛轮渡首航。"
BAD = b"\x00" * len(GOOD.encode())  # of the same size


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Shelf(tmp_path / "library") as shelf:
        yield shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def test_a_failed_file_is_not_tried_again_but_listed(shelf: Shelf, folder: Path) -> None:
    write(folder / "a.txt", BAD)
    (failure,) = shelf.add([folder]).failures
    write(folder / "a.txt", GOOD)  # looks as before
    assert shelf.add([folder]).failures == [failure]
    assert failure.reason


@pytest.mark.parametrize(("content", "at"), [(GOOD, 1), (GOOD * 2, 0)])
def test_a_failed_file_is_tried_again_when_its_time_or_size_changes(
    shelf: Shelf, folder: Path, content: str, at: int
) -> None:
    write(folder / "a.txt", BAD)
    shelf.add([folder])
    write(folder / "a.txt", content, at=at)
    assert changes(shelf.add([folder])) == [("a.txt", "added")]
    assert shelf.status().failures == ()


def test_a_failed_file_that_is_named_is_always_tried(shelf: Shelf, folder: Path) -> None:
    write(folder / "a.txt", BAD)
    shelf.add([folder])
    write(folder / "a.txt", GOOD)
    assert changes(shelf.add([folder / "a.txt"])) == [("a.txt", "added")]


def test_a_file_that_fails_is_tried_again_with_other_options(shelf: Shelf, folder: Path) -> None:
    write(folder / "a.jsonl", '{"id": "1", "story": "渡轮首航。"}')
    assert shelf.add([folder]).failures
    report = shelf.add([folder], options=ReadOptions(text_column="story"))
    assert changes(report) == [("a.jsonl#1", "added")]


def test_the_good_records_of_a_file_with_bad_ones_are_listed_with_them(
    shelf: Shelf, folder: Path
) -> None:
    write(folder / "a.jsonl", '{"id": "1", "text": "渡轮首航。"}\n{broken\n')
    first = shelf.add([folder])
    assert changes(first) == [("a.jsonl#1", "added"), ("a.jsonl:2", "failed")]
    again = shelf.add([folder])
    assert changes(again) == [("a.jsonl#1", "unchanged"), ("a.jsonl:2", "failed")]
    assert again.failures == first.failures


def test_failures_show_in_the_status_until_their_file_is_gone(shelf: Shelf, folder: Path) -> None:
    write(folder / "b.txt", BAD)
    write(folder / "a.jsonl", "{broken")
    failures = shelf.add([folder]).failures
    assert list(shelf.status().failures) == failures
    (folder / "a.jsonl").unlink()
    shelf.add([folder])
    assert list(shelf.status().failures) == failures[1:]


def test_a_failure_is_remembered_when_the_library_is_opened_again(
    shelf: Shelf, folder: Path, tmp_path: Path
) -> None:
    write(folder / "a.txt", BAD)
    failures = shelf.add([folder]).failures
    with Shelf(tmp_path / "library") as again:
        assert list(again.status().failures) == failures


def test_an_unchanged_file_is_not_read_again(shelf: Shelf, folder: Path) -> None:
    write(folder / "a.txt", GOOD)
    shelf.add([folder])
    write(folder / "a.txt", BAD)  # looks as before
    assert changes(shelf.add([folder])) == [("a.txt", "unchanged")]


def test_an_unchanged_file_is_read_again_when_reading_has_changed(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "a.txt", GOOD)
    shelf.add([folder])
    write(folder / "a.txt", GOOD.replace("首航", "停航"))  # looks as before
    monkeypatch.setattr("qa.adding.READING_VERSION", 1_000_000)
    assert changes(shelf.add([folder])) == [("a.txt", "replaced")]


def test_an_unchanged_file_is_read_again_when_its_article_was_removed(
    shelf: Shelf, folder: Path
) -> None:
    write(folder / "a.txt", GOOD)
    added = shelf.add([folder])
    shelf.store.remove(added.outcomes[0].article_id)
    assert changes(shelf.add([folder])) == [("a.txt", "added")]


def test_a_file_that_has_just_changed_is_read_again(shelf: Shelf, folder: Path) -> None:
    (folder / "a.txt").write_text(GOOD, encoding="utf-8")
    look = os.stat(folder / "a.txt")
    shelf.add([folder])
    (folder / "a.txt").write_text(GOOD.replace("首航", "停航"), encoding="utf-8")
    os.utime(folder / "a.txt", ns=(look.st_atime_ns, look.st_mtime_ns))  # within one tick
    assert changes(shelf.add([folder])) == [("a.txt", "replaced")]


def test_a_touched_file_is_read_and_unchanged(shelf: Shelf, folder: Path) -> None:
    write(folder / "a.txt", GOOD)
    shelf.add([folder])
    write(folder / "a.txt", GOOD, at=5)
    assert changes(shelf.add([folder])) == [("a.txt", "unchanged")]


def test_the_text_of_an_address_is_that_of_the_file_that_still_gives_it(
    shelf: Shelf, folder: Path
) -> None:
    line = '{{"url": "https://news.example/1", "text": "{}"}}'
    write(folder / "a.jsonl", line.format("渡轮首航。"))
    write(folder / "b.jsonl", line.format("渡轮停航。"))
    shelf.add([folder])
    assert set(shelf.texts().values()) == {"渡轮停航。"}
    write(folder / "b.jsonl", '{"id": "2", "text": "县里开会。"}')
    shelf.add([folder])  # a.jsonl comes before b.jsonl: its turn is the next time
    shelf.add([folder])
    assert set(shelf.texts().values()) == {"渡轮首航。", "县里开会。"}


def test_a_library_from_before_files_were_remembered_is_brought_up_to_date(
    shelf: Shelf, folder: Path, tmp_path: Path
) -> None:
    write(folder / "a.txt", GOOD)
    shelf.add([folder])
    shelf.store.database.close()
    with sqlite3.connect(tmp_path / "library" / "chuchu.db") as connection:
        for index in ("articles_by_title", "articles_by_length"):
            connection.execute(f"DROP INDEX {index}")
        for trigger in ("passage_came", "passage_went", "vector_came"):
            connection.execute(f"DROP TRIGGER {trigger}")
        tables = ("failures", "file_articles", "files", "withdrawn_passages", "withdrawn_articles")
        for table in (*tables, "changes"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 2")
    connection.close()
    with Shelf(tmp_path / "library") as again:
        assert changes(again.add([folder])) == [("a.txt", "unchanged")]
        assert again.status().formats == (("plain text", 1),)


def test_the_status_counts_by_format_source_and_month(shelf: Shelf, folder: Path) -> None:
    lines = [
        '{"id": "1", "text": "渡轮首航。", "published": "2024-05-20", "source": "松岛晚报"}',
        '{"id": "2", "text": "县里开会。", "published": "2024-06-01", "source": "青岚日报"}',
        '{"id": "3", "text": "山中下雪。", "published": "2024-05-31", "source": "青岚日报"}',
    ]
    write(folder / "a.jsonl", "\n".join(lines))
    write(folder / "b.txt", GOOD)
    shelf.add([folder])
    status = shelf.status()
    assert status.formats == (("JSON lines", 3), ("plain text", 1))
    assert status.sources == (("青岚日报", 2), ("松岛晚报", 1))
    assert status.months == (("2024-06", 1), ("2024-05", 2), ("", 1))


def test_the_status_of_an_empty_library_counts_nothing(shelf: Shelf) -> None:
    status = shelf.status()
    assert (status.formats, status.months, status.failures) == ((), (), ())


def test_the_space_is_that_of_the_files(folder: Path, tmp_path: Path) -> None:
    write(folder / "a.txt", GOOD)
    home = tmp_path / "library"
    with open_library(home) as library:
        library.add([folder])
        status = library.status()
        cache = sum(file.stat().st_size for file in (home / "cache").rglob("*") if file.is_file())
        database = sum(file.stat().st_size for file in home.iterdir() if file.is_file())
    assert (status.database_bytes, status.cache_bytes) == (database, cache)
    assert min(database, cache) > 0


def test_a_file_that_is_not_there_has_no_look(tmp_path: Path) -> None:
    assert look_at(tmp_path / "nowhere") is None
    assert look_at(Path("a\0b")) is None


def packed(name: str, content: bytes) -> bytes:
    """A ZIP or tar file with one member."""
    stream = io.BytesIO()
    if name.endswith(".zip"):
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("a.txt", content)
    else:
        with tarfile.open(fileobj=stream, mode="w") as tar:
            member = tarfile.TarInfo("a.txt")
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", b"text", "plain text"),
        ("a", b"text", "plain text"),
        ("a.txt", b"<!DOCTYPE html><html><body>text</body></html>", "HTML"),
        ("a.jsonl.gz", gzip.compress(b"{}", mtime=0), "JSON lines"),
        ("a.zip", packed("a.zip", b"text"), "ZIP"),
        ("a.tar.gz", gzip.compress(packed("a.tar", b"text"), mtime=0), "tar"),
        ("a.md.gz", b"\x1f\x8bdamaged", "plain text"),
    ],
)
def test_a_kind_is_known_by_content_then_by_name(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    assert kind_of(write(tmp_path / name, content)) == kind


def test_the_kind_of_a_file_that_is_gone_is_known_by_its_name(tmp_path: Path) -> None:
    assert kind_of(tmp_path / "a.md") == "Markdown"


@pytest.mark.parametrize(
    ("where", "address", "hidden"),
    [
        ("/n/a.jsonl:3", "/n/a.jsonl#7", True),
        ("/n/a.jsonl:3", "https://news.example/7", True),
        ("/n/a.jsonl", "/n/a.jsonl#7", True),
        ("/n/a.jsonl#7", "/n/a.jsonl#7", True),
        ("/n/a.jsonl#7", "/n/a.jsonl#8", False),
        ("https://news.example/7", "https://news.example/7", True),
        ("https://news.example/7", "/n/a.jsonl#8", False),
        ("/n/a.jsonl#b.jsonl:3", "/n/a.jsonl#b.jsonl#7", True),
        ("/n/a.jsonl#b.jsonl:3", "/n/a.jsonl#c.jsonl#7", False),
        ("/n/a.jsonl#b.zip#c.txt", "/n/a.jsonl#b.zip#d.txt", True),
    ],
)
def test_a_failure_hides_what_may_have_stood_there(where: str, address: str, hidden: bool) -> None:
    assert hide([ReadFailure(where, "is broken")], address, "/n/a.jsonl") == hidden


def test_no_failure_hides_nothing() -> None:
    assert not hide([], "/n/a.jsonl#7", "/n/a.jsonl")


def test_what_failed_is_forgotten_by_its_file_or_a_place_in_it(
    tmp_path: Path, folder: Path
) -> None:
    write(folder / "a.jsonl", "{broken\n{broken")
    with open_library(tmp_path / "library") as library:
        for number in (0, 1):
            library.add([folder])
            first = library.status().failures[0].where
            place = first.rpartition(":")[0] if number else first
            assert library.forget_failures([place]) == 2
            assert library.forget_failures([place]) == 0
            assert library.status().failures == ()
        assert len(library.add([folder]).failures) == 2  # tried again
