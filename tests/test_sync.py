"""A library in step with a folder: what is new, changed and gone; what is in doubt stays."""

import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import ReadError
from corpus.reader import ReadOptions
from qa.library import Library
from qa.report import AddReport
from tests.shelves import Rounds, Shelf, changes, open_library, write

FERRY = "松岛轮渡首航。"
MEETING = "县里开防汛会。"
SNOW = "山中昨夜下雪。"


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Shelf(tmp_path / "library") as shelf:
        yield shelf


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as library:
        yield library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    write(folder / "ferry.txt", FERRY)
    write(folder / "sub" / "meeting.txt", MEETING)
    return folder


def line(record: str, text: str, url: str = "") -> str:
    return f'{{"id": "{record}", "text": "{text}", "url": "{url}"}}\n'


def pack(file: Path, members: dict[str, str], *, at: int = 0) -> Path:
    file.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return write(file, file.read_bytes(), at=at)


def test_new_changed_and_vanished_files_are_named(shelf: Shelf, folder: Path) -> None:
    assert changes(shelf.sync(folder)) == [("ferry.txt", "added"), ("meeting.txt", "added")]
    write(folder / "ferry.txt", FERRY + MEETING)
    (folder / "sub" / "meeting.txt").unlink()
    write(folder / "snow.txt", SNOW)
    report = shelf.sync(folder)
    assert changes(report) == [
        ("ferry.txt", "replaced"),
        ("snow.txt", "added"),
        ("meeting.txt", "removed"),
    ]
    assert report.summary().startswith("1 added, 1 replaced, 0 unchanged, 1 removed; ")
    assert set(shelf.texts().values()) == {FERRY + MEETING, SNOW}


def test_what_is_removed_is_named_by_its_id_and_not_found(library: Library, folder: Path) -> None:
    added = library.sync(folder).outcomes[1].article_id
    (folder / "sub" / "meeting.txt").unlink()
    assert library.sync(folder).outcomes[-1].article_id == added
    found = library.ask("防汛会").evidence
    assert found
    assert all("防汛" not in e.passage.text for e in found)


def test_nothing_changes_the_second_time(shelf: Shelf, folder: Path) -> None:
    shelf.sync(folder)
    report = shelf.sync(folder)
    assert not report.changed
    assert report.count("unchanged") == 2


def test_what_add_took_in_is_kept_in_step_too(shelf: Shelf, folder: Path) -> None:
    shelf.add([folder])
    (folder / "ferry.txt").unlink()
    assert changes(shelf.sync(folder)) == [("meeting.txt", "unchanged"), ("ferry.txt", "removed")]


def test_files_outside_the_folder_are_not_touched(
    shelf: Shelf, folder: Path, tmp_path: Path
) -> None:
    beside = write(tmp_path / "articles-old" / "snow.txt", SNOW)
    shelf.add([folder, beside])
    beside.unlink()
    (folder / "ferry.txt").unlink()
    shelf.sync(folder)
    assert set(shelf.texts().values()) == {MEETING, SNOW}


def test_a_moved_file_is_not_encoded_anew(library: Library, folder: Path) -> None:
    library.sync(folder)
    (folder / "ferry.txt").rename(folder / "sub" / "ferry.txt")
    report = library.sync(folder)
    assert (report.count("added"), report.count("removed"), report.encoded) == (1, 1, 0)


def test_a_record_that_is_gone_is_removed(shelf: Shelf, folder: Path) -> None:
    write(folder / "a.jsonl", line("1", SNOW) + line("2", FERRY * 2))
    shelf.sync(folder)
    write(folder / "a.jsonl", line("1", SNOW))
    assert ("a.jsonl#2", "removed") in changes(shelf.sync(folder))
    assert SNOW in shelf.texts().values()


def test_a_record_that_add_saw_vanish_is_removed_later(shelf: Shelf, folder: Path) -> None:
    write(folder / "a.jsonl", line("1", SNOW) + line("2", FERRY * 2))
    shelf.add([folder])
    write(folder / "a.jsonl", line("1", SNOW))
    assert shelf.add([folder]).count("removed") == 0
    assert ("a.jsonl#2", "removed") in changes(shelf.sync(folder))


def test_a_member_that_is_gone_is_removed(shelf: Shelf, folder: Path) -> None:
    pack(folder / "a.zip", {"one.txt": SNOW, "two.txt": FERRY * 2})
    shelf.sync(folder)
    pack(folder / "a.zip", {"one.txt": SNOW}, at=1)
    assert ("a.zip#two.txt", "removed") in changes(shelf.sync(folder))
    (folder / "a.zip").unlink()
    assert ("a.zip#one.txt", "removed") in changes(shelf.sync(folder))


def test_an_article_addressed_by_its_url_goes_with_its_file(shelf: Shelf, folder: Path) -> None:
    write(folder / "a.jsonl", line("1", SNOW, "https://news.example/1"))
    shelf.sync(folder)
    (folder / "a.jsonl").unlink()
    shelf.sync(folder)
    assert SNOW not in shelf.texts().values()


def test_an_article_stays_while_another_file_gives_it(
    shelf: Shelf, folder: Path, tmp_path: Path
) -> None:
    record = line("1", SNOW, "https://news.example/1")
    write(folder / "a.jsonl", record)
    write(tmp_path / "elsewhere" / "b.jsonl", record)
    shelf.add([folder, tmp_path / "elsewhere"])
    (folder / "a.jsonl").unlink()
    assert shelf.sync(folder).count("removed") == 0
    assert SNOW in shelf.texts().values()
    (tmp_path / "elsewhere" / "b.jsonl").unlink()
    shelf.sync(tmp_path / "elsewhere", emptied=True)
    assert SNOW not in shelf.texts().values()


def test_the_text_of_the_file_that_stays_comes_back(shelf: Shelf, folder: Path) -> None:
    write(folder / "a.jsonl", line("1", SNOW, "https://news.example/1"))
    write(folder / "b.jsonl", line("1", SNOW * 2, "https://news.example/1"))
    shelf.sync(folder)
    (folder / "b.jsonl").unlink()
    shelf.sync(folder)
    assert set(shelf.texts().values()) == {FERRY, MEETING, SNOW}


def test_the_old_article_of_a_file_that_fails_stays(shelf: Shelf, folder: Path) -> None:
    shelf.sync(folder)
    write(folder / "ferry.txt", b"\x00" * 50)
    for _ in range(2):
        assert changes(shelf.sync(folder)) == [
            ("ferry.txt", "failed"),
            ("meeting.txt", "unchanged"),
        ]
    assert set(shelf.texts().values()) == {FERRY, MEETING}


def test_the_old_article_of_a_record_that_fails_stays_until_it_can_be_read(
    shelf: Shelf, folder: Path
) -> None:
    write(folder / "a.jsonl", line("1", SNOW) + line("2", FERRY * 2))
    shelf.sync(folder)
    write(folder / "a.jsonl", line("1", SNOW) + "{broken\n")
    for _ in range(2):
        assert shelf.sync(folder).count("removed") == 0
    write(folder / "a.jsonl", line("1", SNOW))
    assert shelf.sync(folder).count("removed") == 1


def test_the_old_article_of_a_member_that_fails_stays(shelf: Shelf, folder: Path) -> None:
    members = {"one.txt": SNOW, "two.txt": FERRY * 2, "three.txt": MEETING * 2}
    pack(folder / "a.zip", members)
    shelf.sync(folder)
    pack(folder / "a.zip", {"one.txt": "", "two.txt": FERRY * 2}, at=1)
    report = shelf.sync(folder)
    assert [o for o in changes(report) if o[1] == "removed"] == [("a.zip#three.txt", "removed")]
    assert SNOW in shelf.texts().values()


def test_what_the_options_leave_out_stays(shelf: Shelf, folder: Path) -> None:
    pack(folder / "a.zip", {"one.txt": SNOW, "two.md": SNOW * 2})
    shelf.sync(folder)
    everything = shelf.texts()
    options = ReadOptions(exclude=("ferry.*", "*.md"))
    pack(folder / "a.zip", {"one.txt": SNOW, "two.md": SNOW * 2}, at=1)
    assert shelf.sync(folder, options=options).count("removed") == 0
    assert shelf.sync(folder, options=ReadOptions(include=("*.none",))).outcomes == ()
    assert shelf.texts() == everything


def test_a_hidden_file_that_was_added_by_name_stays_while_it_is_there(
    shelf: Shelf, folder: Path
) -> None:
    shelf.add([folder, write(folder / ".snow.txt", SNOW)])
    assert shelf.sync(folder).count("removed") == 0
    (folder / ".snow.txt").unlink()
    assert shelf.sync(folder).count("removed") == 1


def test_what_the_options_leave_out_goes_when_it_is_gone(shelf: Shelf, folder: Path) -> None:
    shelf.sync(folder)
    (folder / "ferry.txt").unlink()
    report = shelf.sync(folder, options=ReadOptions(exclude=("ferry.*",)))
    assert ("ferry.txt", "removed") in changes(report)


def test_a_folder_that_vanished_removes_nothing(shelf: Shelf, folder: Path) -> None:
    shelf.sync(folder)
    folder.rename(folder.with_name("unmounted"))
    with pytest.raises(ReadError, match="articles: this folder is not there; nothing was removed"):
        shelf.sync(folder)
    assert set(shelf.texts().values()) == {FERRY, MEETING}


def test_a_folder_that_is_suddenly_empty_removes_nothing_unless_it_is_meant(
    shelf: Shelf, folder: Path
) -> None:
    shelf.sync(folder)
    shutil.rmtree(folder)
    folder.mkdir()
    with pytest.raises(ReadError, match=r"holds no files any more.*nothing was removed"):
        shelf.sync(folder)
    assert set(shelf.texts().values()) == {FERRY, MEETING}
    assert shelf.sync(folder, emptied=True).count("removed") == 2
    assert shelf.texts() == {}


def test_an_empty_folder_that_gave_nothing_is_no_trouble(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert shelf.sync(tmp_path / "empty").outcomes == ()


def test_a_file_is_no_folder(shelf: Shelf, folder: Path) -> None:
    with pytest.raises(ReadError, match=r"ferry\.txt: is no folder; add a file without sync"):
        shelf.sync(folder / "ferry.txt")


def test_what_lies_behind_a_broken_link_stays(shelf: Shelf, folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "disk" / "snow.txt", SNOW)
    (folder / "linked").symlink_to(tmp_path / "disk")
    shelf.sync(folder)
    (tmp_path / "disk").rename(tmp_path / "unmounted")
    report = shelf.sync(folder)
    assert (report.count("failed"), report.count("removed")) == (1, 0)
    assert SNOW in shelf.texts().values()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_what_lies_in_a_closed_folder_stays(shelf: Shelf, folder: Path) -> None:
    shelf.sync(folder)
    (folder / "sub").chmod(0)
    try:
        report = shelf.sync(folder)
    finally:
        (folder / "sub").chmod(0o755)
    assert (report.count("failed"), report.count("removed")) == (1, 0)


def test_articles_from_before_files_were_remembered_go_with_their_files(
    shelf: Shelf, folder: Path
) -> None:
    write(folder / "a#b.jsonl", line("1", SNOW))
    shelf.sync(folder)
    with shelf.store.database.writing() as db:
        db.execute("DELETE FROM files")
    (folder / "ferry.txt").unlink()
    assert [o for o in changes(shelf.sync(folder)) if o[1] == "removed"] == [
        ("ferry.txt", "removed")
    ]
    assert set(shelf.texts().values()) == {MEETING, SNOW}


def test_an_interrupted_sync_goes_on(library: Library, folder: Path) -> None:
    library.sync(folder)
    (folder / "ferry.txt").unlink()
    (folder / "sub" / "meeting.txt").unlink()
    write(folder / "snow.txt", SNOW)

    def stop(outcome: object) -> None:
        raise KeyboardInterrupt

    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            library.sync(folder, on_outcome=stop)
    library.sync(folder)
    assert {article.text for article in library.articles()} == {SNOW}


@settings(max_examples=25)
@given(
    st.lists(
        st.dictionaries(st.sampled_from("abcd"), st.sampled_from([FERRY, MEETING, SNOW])),
        min_size=1,
        max_size=5,
    )
)
def test_a_synced_library_holds_what_the_folder_holds(
    tmp_path_factory: pytest.TempPathFactory, stages: list[dict[str, str]]
) -> None:
    home = tmp_path_factory.mktemp("sync")
    with Shelf(home / "library") as shelf:
        for at, stage in enumerate(stages):
            shutil.rmtree(home / "articles", ignore_errors=True)
            (home / "articles").mkdir()
            for name, text in stage.items():
                write(home / "articles" / name, text, at=at)
            shelf.sync(home / "articles", emptied=True)
            assert shelf.texts() == stage


def watched(library: Library, folder: Path, rounds: Rounds) -> tuple[list[AddReport], list[str]]:
    reports: list[AddReport] = []
    refused: list[str] = []
    library.watch(
        folder,
        reports.append,
        on_refused=lambda error: refused.append(str(error)),
        pace=rounds.pace(),
    )
    return reports, refused


def test_watching_tells_of_the_first_round_and_of_news(library: Library, folder: Path) -> None:
    rounds = Rounds(
        None,
        lambda: write(folder / "snow.txt", SNOW),
        None,
        (folder / "ferry.txt").unlink,
        None,
    )
    reports, refused = watched(library, folder, rounds)
    assert [[o for o in changes(r) if o[1] != "unchanged"] for r in reports] == [
        [("ferry.txt", "added"), ("meeting.txt", "added")],
        [("snow.txt", "added")],
        [("ferry.txt", "removed")],
    ]
    assert refused == []
    assert library.status().encoded == library.status().passages


def test_watching_tells_of_a_failure_once(library: Library, folder: Path) -> None:
    rounds = Rounds(None, lambda: write(folder / "snow.txt", b"\x00" * 50), None, None)
    reports, _ = watched(library, folder, rounds)
    assert [report.count("failed") for report in reports] == [0, 1]


def test_watching_waits_for_a_folder_that_is_gone(library: Library, folder: Path) -> None:
    away = folder.with_name("away")
    rounds = Rounds(None, lambda: folder.rename(away), None, lambda: away.rename(folder), None)
    reports, refused = watched(library, folder, rounds)
    assert len(reports) == 1
    assert len(refused) == 1
    assert "is not there; nothing was removed" in refused[0]


def test_watching_a_folder_that_is_not_there_is_refused(library: Library, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is not there"):
        watched(library, tmp_path / "nowhere", Rounds())


def test_watching_takes_a_tenth_of_the_time_at_most(library: Library, folder: Path) -> None:
    rounds = Rounds(None)
    watched(library, folder, rounds)
    assert rounds.pauses == [9.0, 9.0]  # each round lasts one second of this clock
