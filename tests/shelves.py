"""Libraries with a small encoder or none, and folders of files whose times lie in the past."""

import os
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from corpus.reader import ReadOptions
from corpus.store import Store
from index.centre import Centres
from index.lazy import LazyEncoder
from qa.adding import read_into
from qa.library import Library
from qa.report import AddReport, Outcome, Status
from qa.settings import Settings
from qa.status import read_status
from qa.sync import sync_into
from qa.watching import Pace
from tests.fakes import HashEncoder

LONG_AGO = 1_600_000_000  # in seconds; a file that has just changed is always read again


class Shelf(AbstractContextManager["Shelf"]):
    """A library's articles alone: adds and syncs as a library does, and builds no indexes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = Store(path / "chuchu.db")

    def add(self, paths: Iterable[Path], options: ReadOptions = ReadOptions()) -> AddReport:
        return AddReport(tuple(read_into(self.store, list(paths), options)), 0)

    def sync(
        self, folder: Path, options: ReadOptions = ReadOptions(), *, emptied: bool = False
    ) -> AddReport:
        outcomes: list[Outcome] = []
        outcomes.extend(sync_into(self.store, folder, options, emptied=emptied))
        return AddReport(tuple(outcomes), 0)

    def status(self) -> Status:
        return read_status(self.store, self.path, encoded=0, encoder="", tokenizer="")

    def texts(self) -> dict[str, str]:
        """The texts by file name, with what stands behind it."""
        return {a.address.rpartition("/")[2]: a.text for a in self.store.articles()}

    def __exit__(self, *error: object) -> None:
        self.store.database.close()


def open_library(
    path: Path,
    *,
    read_only: bool = False,
    adopt: bool = False,
    threshold: float = Settings().threshold,
) -> Library:
    """The library in a folder, made if missing."""
    encoder = HashEncoder()
    source = LazyEncoder(encoder.fingerprint, lambda: encoder, lambda _: Centres())
    settings = Settings(threshold=threshold)
    return Library(path, source, settings, read_only=read_only, adopt=adopt)


def write(path: Path, content: str | bytes, *, at: int = 0) -> Path:
    """Writes a file as it would have been so many seconds after long ago; its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    os.utime(path, (LONG_AGO + at, LONG_AGO + at))
    return path


def changes(report: AddReport) -> list[tuple[str, str]]:
    """The outcomes as file name, with what stands behind it, and change."""
    return [(o.where.rpartition("/")[2], o.change) for o in report.outcomes]


class Rounds:
    """A pace that does one thing between rounds and interrupts when there is none left."""

    def __init__(self, *steps: object) -> None:
        self.steps = list(steps)
        self.pauses: list[float] = []
        self.now = 0.0

    def clock(self) -> float:
        self.now += 1.0
        return self.now

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        if not self.steps:
            raise KeyboardInterrupt
        step = self.steps.pop(0)
        if callable(step):
            step()

    def pace(self, seconds: float = 5.0) -> Pace:
        return Pace(seconds, self.clock, self.sleep)
