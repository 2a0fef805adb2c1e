"""Long work on a library, done by a thread of its own: how far it is, and a way to stop it."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Event, Thread

from qa.report import Outcome

_LOOK_EVERY = 0.4  # seconds between two looks: often enough to seem steady


class Stopped(Exception):
    """The work was asked to stop."""


@dataclass(frozen=True, slots=True)
class State:
    """How far the work is.

    Attributes:
        outcomes: What became of the articles read so far.
        done: How many passages are indexed or encoded, or questions answered.
        total: How many there are; 0 while articles are read.
        indexing: Whether it is words that are indexed.
        files_read: How many files are read.
        files: How many there are to read; 0 while that is not known, or there are none.
        seconds_left: How long reading, indexing or encoding will take at its present speed; None
            while unknown.
        finished: Whether the work is over, well or not.
        stopped: Whether it is over before its end: it was asked to stop, or failed.
    """

    outcomes: tuple[Outcome, ...] = ()
    done: int = 0
    total: int = 0
    indexing: bool = False
    files_read: int = 0
    files: int = 0
    seconds_left: float | None = None
    finished: bool = False
    stopped: bool = False


class Work:
    """Runs a job that reports; `states` tells how far it is until it ends.

    Args:
        job: Called in a thread with this work, whose `on_outcome` and `on_encoded` it is to call.
    """

    def __init__(self, job: Callable[["Work"], object]) -> None:
        self._job = job
        self._stop = Event()
        self._outcomes: list[Outcome] = []
        self._progress = (0, 0)
        self._indexing = False
        self._files = (0, 0)
        self._began = 0.0
        self._stopped = False
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, daemon=True)

    def states(self) -> Iterator[State]:
        """Starts the job; how far it is, a few times a second, and at its end, good or bad.

        Whoever stops listening stops the job.

        Raises:
            Exception: Whatever the job raised; after its last state.
        """
        self._thread.start()
        try:
            while self._thread.is_alive():
                yield self._state(finished=False)
                self._thread.join(_LOOK_EVERY)
        finally:
            self._stop.set()
        yield self._state(finished=True)
        if self._error:
            raise self._error

    def stop(self) -> None:
        """Asks the job to end at its next report; what it has stored stays."""
        self._stop.set()

    def on_outcome(self, outcome: Outcome) -> None:
        """Takes note of what became of an article.

        Raises:
            Stopped: The work was asked to stop.
        """
        self._outcomes.append(outcome)
        self._check()

    def on_file(self, done: int, total: int) -> None:
        """Takes note of how many files are read.

        Raises:
            Stopped: The work was asked to stop.
        """
        if not done:
            self._began = time.monotonic()
        self._files = (done, total)
        self._check()

    def on_indexed(self, done: int, total: int) -> None:
        """Takes note of how many passages have their words indexed.

        Raises:
            Stopped: The work was asked to stop.
        """
        self._indexing = True
        self._note(done, total)

    def on_encoded(self, done: int, total: int) -> None:
        """Takes note of how many passages are encoded.

        Raises:
            Stopped: The work was asked to stop.
        """
        self._indexing = False
        self._note(done, total)

    def _note(self, done: int, total: int) -> None:
        if not done:
            self._began = time.monotonic()
        self._progress = (done, total)
        self._check()

    def _check(self) -> None:
        if self._stop.is_set():
            raise Stopped

    def _run(self) -> None:
        try:
            self._job(self)
        except Stopped:
            self._stopped = True
        except Exception as error:  # noqa: BLE001  carried over to the thread that listens
            self._stopped, self._error = True, error

    def _state(self, *, finished: bool) -> State:
        done, total = self._progress
        read, files = self._files
        ready, all_ = (done, total) if total else (read, files)
        spent = time.monotonic() - self._began
        left = spent / ready * (all_ - ready) if ready else None
        outcomes = tuple(self._outcomes)
        return State(
            outcomes, done, total, self._indexing, read, files, left, finished, self._stopped
        )


def stop_work(work: Work | None) -> None:
    """Asks a visitor's work to end, where there is one."""
    if work:
        work.stop()
