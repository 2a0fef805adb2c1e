"""The database file: opened, migrated or refused in one sentence; a write is whole or nothing."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import schema
from corpus.article import StoreError
from corpus.database import Database
from corpus.withdrawn import batches

ROOT = Path(__file__).parents[1]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library" / "chuchu.db"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    database = Database(file)
    yield database
    database.close()


def put(database: Database, name: str, value: str = "1") -> None:
    with database.writing() as db:
        db.execute("INSERT INTO settings VALUES (?, ?)", (name, value))


def names(database: Database) -> list[str]:
    return [row[0] for row in database.rows("SELECT name FROM settings ORDER BY name")]


def files_open(file: Path) -> int:
    """How often this process has the file open."""
    links = (Path(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd"))
    return sum(link.exists() and link.samefile(file) for link in links)


def schema_of(file: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(file)
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
    rows += connection.execute("PRAGMA user_version").fetchall()
    connection.close()
    return rows


def test_the_file_is_made_with_its_folders(database: Database, file: Path) -> None:
    assert file.exists()
    assert names(database) == []


def test_a_path_may_hold_any_characters(tmp_path: Path) -> None:
    database = Database(tmp_path / "出处 100%?#&x=1" / "a b.db")
    put(database, "a")
    assert names(database) == ["a"]
    assert (tmp_path / "出处 100%?#&x=1" / "a b.db").exists()
    database.close()


def test_what_is_written_is_there_when_opened_again(database: Database, file: Path) -> None:
    put(database, "a")
    database.close()
    again = Database(file)
    assert names(again) == ["a"]
    again.close()


def test_a_closed_database_opens_again_by_itself(database: Database) -> None:
    put(database, "a")
    database.close()
    assert names(database) == ["a"]


def test_a_connection_goes_with_its_thread(database: Database, file: Path) -> None:
    def ask_in_threads(count: int) -> int:
        for _ in range(count):
            thread = threading.Thread(target=names, args=[database])
            thread.start()
            thread.join()
        return files_open(file)

    assert ask_in_threads(20) == ask_in_threads(2)


def test_what_is_still_read_outlives_the_thread_that_began_it(database: Database) -> None:
    for name in "abc":
        put(database, name)
    rows = database.stream("SELECT name FROM settings ORDER BY name")
    begun: list[object] = []
    thread = threading.Thread(target=lambda: begun.append(next(rows)))
    thread.start()
    thread.join()
    assert [*begun, *rows] == [("a",), ("b",), ("c",)]


def test_a_new_database_has_the_newest_schema(database: Database) -> None:
    assert database.rows("PRAGMA user_version") == [(len(schema.MIGRATIONS),)]


def test_a_migrated_database_equals_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = "ALTER TABLE settings ADD COLUMN since TEXT;\n    CREATE INDEX later ON settings(since)"
    Database(tmp_path / "old.db").close()
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, later))
        Database(tmp_path / "old.db").close()
        Database(tmp_path / "new.db").close()
    assert schema_of(tmp_path / "old.db") == schema_of(tmp_path / "new.db")
    assert schema_of(tmp_path / "old.db")[-1] == (len(schema.MIGRATIONS) + 1,)


def test_an_empty_database_is_migrated_from_nought(tmp_path: Path) -> None:
    (tmp_path / "old.db").touch()
    Database(tmp_path / "old.db").close()
    Database(tmp_path / "new.db").close()
    assert schema_of(tmp_path / "old.db") == schema_of(tmp_path / "new.db")


def test_migrating_again_does_nothing(database: Database, file: Path) -> None:
    put(database, "a")
    connection = sqlite3.connect(file, isolation_level=None)
    before = schema_of(file)
    schema.migrate(connection)
    connection.close()
    assert schema_of(file) == before
    assert names(database) == ["a"]


def test_a_migration_that_fails_leaves_the_old_schema(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(database, "a")
    before = schema_of(file)
    broken = "CREATE TABLE half (name TEXT);\n    CREATE TABLE settings (name TEXT)"
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
    with pytest.raises(StoreError, match="table settings already exists"):
        Database(file)
    assert schema_of(file) == before
    assert names(database) == ["a"]


@pytest.mark.parametrize("read_only", [True, False])
def test_a_newer_schema_is_refused(file: Path, *, read_only: bool) -> None:
    Database(file).close()
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError, match=r"chuchu\.db: its schema is version 99.*use a newer"):
        Database(file, read_only=read_only)


def test_an_older_schema_is_not_read_without_the_right_to_migrate(tmp_path: Path) -> None:
    (tmp_path / "old.db").touch()
    with pytest.raises(StoreError, match=r"its schema is version 0 of .* open it once"):
        Database(tmp_path / "old.db", read_only=True)
    assert (tmp_path / "old.db").stat().st_size == 0


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, *, read_only: bool) -> None:
    (tmp_path / "a.db").write_text("会议今天举行。" * 500, encoding="utf-8")
    with pytest.raises(StoreError, match=r"a\.db: this file is not a library; choose another"):
        Database(tmp_path / "a.db", read_only=read_only)


def test_a_damaged_database_is_refused(database: Database, file: Path) -> None:
    put(database, "a" * 9000)
    database.close()
    data = bytearray(file.read_bytes())
    data[1024:] = b"\xff" * (len(data) - 1024)
    file.write_bytes(data)
    with pytest.raises(StoreError, match=r"the database is damaged; restore it from a copy"):
        names(Database(file))


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="the database cannot be opened; check"):
        Database(tmp_path)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="file/library: the library's folder cannot be made"):
        Database(tmp_path / "file" / "library" / "chuchu.db")


def test_nothing_is_read_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no library here; add articles to make one"):
        Database(tmp_path / "none" / "chuchu.db", read_only=True)
    assert not (tmp_path / "none").exists()


def test_reading_alone_changes_nothing(database: Database, file: Path) -> None:
    put(database, "a")
    reader = Database(file, read_only=True)
    assert names(reader) == ["a"]
    with pytest.raises(StoreError, match="this library was opened for reading alone"):
        put(reader, "b")
    with pytest.raises(StoreError, match="cannot be written to"):
        reader.rows("INSERT INTO settings VALUES ('b', '1')")
    reader.close()
    assert names(database) == ["a"]


SEALED = """
import os, sys
from pathlib import Path
from corpus.article import StoreError
from corpus.database import Database
if os.getuid() == 0:  # nothing is read-only for root
    os.setuid(65534)
file = Path(sys.argv[1])
reader = Database(file, read_only=True)
sys.stdout.write(f"{reader.rows('SELECT name FROM settings')} {reader.version()}|")
try:
    Database(file)
except StoreError as error:
    sys.stdout.write(str(error))
"""


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="read-only folders need POSIX permissions")
def test_a_folder_without_the_right_to_write_is_read() -> None:
    # not below tmp_path, which nobody else may enter
    folder = Path(tempfile.mkdtemp())
    try:
        database = Database(folder / "library" / "chuchu.db")
        put(database, "a")
        database.close()
        folder.chmod(0o755)
        (folder / "library" / "chuchu.db").chmod(0o444)
        (folder / "library").chmod(0o555)
        command = [sys.executable, "-c", SEALED, str(folder / "library" / "chuchu.db")]
        run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    finally:
        (folder / "library").chmod(0o755)
        shutil.rmtree(folder)
    read, refused = run.stdout.split("|")
    assert read.startswith("[('a',)]")
    assert "the library's folder cannot be written to; choose another" in refused


def test_an_exception_undoes_the_write(database: Database) -> None:
    with pytest.raises(KeyError), database.writing() as db:
        db.execute("INSERT INTO settings VALUES ('a', '1')")
        raise KeyError("stop")
    assert names(database) == []
    put(database, "b")
    assert names(database) == ["b"]


def test_an_error_of_the_caller_stays_itself(database: Database) -> None:
    with pytest.raises(ValueError, match=r"^not ours$") as caught, database.writing():
        raise ValueError("not ours")
    assert not isinstance(caught.value, StoreError)


def test_a_wrong_statement_is_named(database: Database) -> None:
    with pytest.raises(StoreError, match=r"chuchu\.db: .*no such table: absent"):
        database.rows("SELECT * FROM absent")


def test_readers_go_on_while_a_write_is_open(database: Database, file: Path) -> None:
    put(database, "a")
    other = Database(file)
    with database.writing() as db:
        db.execute("INSERT INTO settings VALUES ('b', '1')")
        assert names(other) == ["a"]
        seen: list[list[str]] = []
        thread = threading.Thread(target=lambda: seen.append(names(database)))
        thread.start()
        thread.join()
        assert seen == [["a"]]
    assert names(other) == ["a", "b"]
    other.close()


def test_writers_wait_for_each_other(database: Database, file: Path) -> None:
    other = Database(file)
    waiting = threading.Event()

    def write() -> None:
        waiting.set()
        put(other, "second")

    thread = threading.Thread(target=write)
    with database.writing() as db:
        thread.start()
        waiting.wait()
        db.execute("INSERT INTO settings VALUES ('first', '1')")
    thread.join()
    assert names(database) == ["first", "second"]
    other.close()


def test_the_version_changes_with_every_change(database: Database, file: Path) -> None:
    first = database.version()
    assert database.version() == first
    put(database, "a")
    second = database.version()
    assert second != first
    other = Database(file)
    put(other, "b")
    assert database.version() != second
    other.close()


def test_a_full_disk_keeps_what_was_stored(database: Database) -> None:
    put(database, "a")
    (pages,) = database.rows("PRAGMA page_count")[0]
    database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match=r"chuchu\.db: the disk is full; make room and go on"):
        put(database, "b", "x" * 100_000)
    assert names(database) == ["a"]
    database.rows("PRAGMA max_page_count = 100000")
    put(database, "b", "x" * 100_000)
    assert names(database) == ["a", "b"]


def test_rows_stream_one_by_one(database: Database) -> None:
    for name in "abc":
        put(database, name)
    stream = database.stream("SELECT name FROM settings ORDER BY name")
    assert next(stream) == ("a",)
    assert list(stream) == [("b",), ("c",)]


def test_a_library_of_before_has_nothing_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:3])
        Database(tmp_path / "old.db").close()
    old = Database(tmp_path / "old.db", read_only=True)
    assert batches(old) == ()
    old.close()
