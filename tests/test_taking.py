"""`add` with its options, as scripts and people meet it: what is printed where, and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from qa.cli.main import app
from qa.cli.taking import Taking, take_in
from qa.library import Library
from tests.shelves import Rounds, open_library, write

FERRY = "松岛轮渡首航。"
MEETING = "县里开防汛会。"

Run = Callable[..., Result]


def opener(path: Path, *, read_only: bool = False, adopt: bool = False) -> Library:
    return open_library(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "articles" / "ferry.txt", FERRY)
    write(tmp_path / "articles" / "meeting.md", MEETING)
    return tmp_path / "articles"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command on the library of this test."""

    def run_(*words: str) -> Result:
        library = ["--library", str(tmp_path / "library")]
        return CliRunner().invoke(app, [*words, *library], obj=opener)

    return run_


def test_sync_names_each_article_that_changed(run: Run, folder: Path) -> None:
    assert run("add", str(folder), "--sync").stdout.splitlines()[:2] == [
        f"added     {folder}/ferry.txt",
        f"added     {folder}/meeting.md",
    ]
    (folder / "ferry.txt").unlink()
    write(folder / "meeting.md", MEETING * 2)
    result = run("add", "--sync", str(folder))
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"replaced  {folder}/meeting.md",
        f"removed   {folder}/ferry.txt",
        "0 added, 1 replaced, 0 unchanged, 1 removed; 1 passages encoded",
    ]


def test_sync_as_json_prints_one_object_for_each_article(run: Run, folder: Path) -> None:
    run("add", str(folder))
    (folder / "ferry.txt").unlink()
    result = run("add", "--sync", str(folder), "--json")
    changes = [json.loads(line)["change"] for line in result.stdout.splitlines()]
    assert changes == ["unchanged", "removed"]


def test_a_folder_that_is_not_there_is_one_sentence(run: Run, folder: Path) -> None:
    result = run("add", "--sync", str(folder / "nowhere"))
    assert result.exit_code == 2
    assert "this folder is not there; nothing was removed" in result.stderr
    assert result.stdout == ""


def test_an_option_that_would_say_nothing_is_refused(run: Run, folder: Path) -> None:
    refused = run("add", str(folder), "--emptied")
    assert refused.exit_code == 2
    assert "--emptied" in refused.stderr


def test_an_emptied_folder_is_believed_when_it_is_said(run: Run, folder: Path) -> None:
    run("add", str(folder))
    for file in list(folder.iterdir()):
        file.unlink()
    assert run("add", "--sync", str(folder)).exit_code == 2
    assert "2 removed" in run("add", "--sync", str(folder), "--emptied").stdout


@pytest.mark.parametrize("option", ["--sync", "--watch"])
def test_a_file_cannot_be_kept_in_step_with(run: Run, folder: Path, option: str) -> None:
    result = run("add", option, str(folder / "ferry.txt"))
    assert result.exit_code == 2
    assert "give folders" in result.stderr
    assert not (folder.parent / "library").exists()


def test_one_folder_is_watched(run: Run, folder: Path) -> None:
    result = run("add", "--watch", str(folder), str(folder.parent))
    assert result.exit_code == 2
    assert "give one PATH" in result.stderr


def test_files_are_chosen_by_pattern(run: Run, folder: Path) -> None:
    assert "1 added" in run("add", str(folder), "--include", "*.txt").stdout
    assert "0 added" in run("add", str(folder), "--exclude", "*.md").stdout
    assert "1 added" in run("add", str(folder), "--include", "*.txt", "--include", "*.md").stdout


def test_the_text_column_is_named(run: Run, folder: Path) -> None:
    file = write(folder / "a.jsonl", f'{{"id": "1", "story": "{FERRY}"}}')
    assert run("add", str(file)).exit_code == 1
    assert run("add", str(file), "--text-column", "story").exit_code == 0


def test_the_status_shows_counts_failures_and_space(run: Run, folder: Path) -> None:
    write(folder / "z.txt", b"\x00" * 30)
    run("add", str(folder))
    shown = run("status").stdout
    assert "formats    Markdown 1, plain text 1\n" in shown
    assert "months     not known 2\n" in shown
    assert f"failed     {folder}/z.txt: " in shown
    record = json.loads(run("status", "--json").stdout)
    assert record["formats"] == {"Markdown": 1, "plain text": 1}
    assert record["months"] == {"": 2}
    assert [failure["where"] for failure in record["failures"]] == [f"{folder}/z.txt"]
    assert record["database_bytes"] > 0


def test_watching_prints_what_is_new(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rounds = Rounds(
        lambda: write(folder / "z.txt", b"\x00" * 30), None, (folder / "ferry.txt").unlink, None
    )
    with open_library(tmp_path / "library") as library:
        assert not take_in(library, Taking([folder], watch=True, pace=rounds.pace()), as_json=False)
    said, complained = capsys.readouterr()
    assert said.splitlines() == [
        f"added     {folder}/ferry.txt",
        f"added     {folder}/meeting.md",
        "2 added, 0 replaced, 0 unchanged; 2 passages encoded",
        "0 added, 0 replaced, 2 unchanged, 1 failed; 0 passages encoded",
        f"removed   {folder}/ferry.txt",
        "0 added, 0 replaced, 1 unchanged, 1 removed, 1 failed; 0 passages encoded",
    ]
    assert complained.count(f"{folder}/z.txt: ") == 1


def test_watching_as_json_prints_what_is_new(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rounds = Rounds((folder / "ferry.txt").unlink, None)
    with open_library(tmp_path / "library") as library:
        take_in(library, Taking([folder], watch=True, pace=rounds.pace()), as_json=True)
    changes = [json.loads(line)["change"] for line in capsys.readouterr().out.splitlines()]
    assert changes == ["added", "added", "removed"]
