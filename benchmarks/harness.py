"""What the benchmarks share: fair turns, medians, peak memory, tables.

Standard library alone, so that the environments of what we compare with can run it too.
"""

import os
import platform
import shlex
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Event, Thread
from typing import Final, TypeVar

T = TypeVar("T")

_BEGAN: Final = "CHUCHU_BENCHMARK_BEGAN"  # tells a process when it was started
_LOOK_SECONDS: Final = 0.1  # how often a process's memory is looked at
_PROC: Final = Path("/proc")


@dataclass(frozen=True, slots=True)
class Run:
    """What a whole process printed and cost.

    Attributes:
        last: The last line that it printed.
        seconds: From its start to its end.
        peak: Megabytes of memory at its highest, with the processes that it started; 0 where the
            system does not tell (it does on Linux).
    """

    last: str
    seconds: float
    peak: float


def say(words: str) -> None:
    """Prints a line at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def seconds_of(work: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def interleaved(works: Mapping[str, Callable[[], T]], rounds: int) -> dict[str, list[T]]:
    """What each gives, round by round, so that a slow moment of the machine meets all of them.

    Every other round goes backwards: nobody is always first.
    """
    found: dict[str, list[T]] = {name: [] for name in works}
    for number in range(rounds):
        for name in [*works][:: -1 if number % 2 else 1]:
            note(f"round {number + 1} of {rounds}: {name}")
            found[name].append(works[name]())
    return found


def note(words: str) -> None:
    """Tells whoever waits what is going on; not part of the results."""
    sys.stderr.write(words + "\n")


def run_process(command: Sequence[str], **environment: str) -> Run:
    """Runs a command to its end.

    Raises:
        subprocess.CalledProcessError: It failed.
    """
    began = time.monotonic()
    variables = {**os.environ, **environment, _BEGAN: repr(began)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=variables) as process:  # noqa: S603
        watch = _MemoryWatch(process.pid)
        out = process.stdout.read() if process.stdout else ""
        code = process.wait()
        seconds = time.monotonic() - began
        peak = watch.stop()
    if code:
        raise subprocess.CalledProcessError(code, command, out)
    return Run(out.rstrip().rpartition("\n")[2], seconds, peak)


def since_start() -> float:
    """Seconds since `run_process` started this process; since this call's module else."""
    return time.monotonic() - float(os.environ.get(_BEGAN, _IMPORTED))


_IMPORTED = time.monotonic()


class _MemoryWatch:
    """Looks at a process's memory until it is stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._ended = Event()
        self._peak = 0.0
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        self._ended.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._ended.wait(_LOOK_SECONDS):
            own = _kilobytes(self._pid, "status", "VmHWM:")
            children = _descendants(self._pid)
            # what processes share counts once: their proportional shares are added
            tree = [_kilobytes(pid, "smaps_rollup", "Pss:") for pid in (self._pid, *children)]
            self._peak = max(self._peak, own / 1024, sum(tree) / 1024 if children else 0.0)


def own_peak() -> str:
    """A line on the memory of this process at its highest, so far."""
    return f"Peak memory {_kilobytes(os.getpid(), 'status', 'VmHWM:') / 1024:,.0f} MB."


def _kilobytes(pid: int, file: str, field: str) -> int:
    try:
        lines = (_PROC / str(pid) / file).read_text("ascii").splitlines()
    except OSError:  # it has just ended, or this is no Linux
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(field)), 0)


def _descendants(pid: int) -> list[int]:
    try:
        tasks = (_PROC / str(pid) / "task").glob("*/children")
        children = [int(each) for task in tasks for each in task.read_text("ascii").split()]
    except OSError:
        return []
    return children + [each for child in children for each in _descendants(child)]


def middle(numbers: Iterable[float]) -> float:
    """The median; 0 of none."""
    return statistics.median([*numbers] or [0.0])


def quantile(numbers: Iterable[float], share: float) -> float:
    """The smallest number that at least this share of them does not exceed; 0 of none."""
    ordered = sorted(numbers)
    place = max(0, -(-round(share * 100) * len(ordered) // 100) - 1)
    return ordered[place] if ordered else 0.0


def ratio(ours: Sequence[float], others: Sequence[float]) -> str:
    """How many times ours is the others', round by round: the median, the least and the most."""
    times = [our / other for our, other in zip(ours, others, strict=True) if other]
    if not times:
        return "–"
    return f"{middle(times):.2f} ({min(times):.2f}–{max(times):.2f})"


def spread(numbers: Sequence[float], digits: int = 1) -> str:
    """The median with the least and the most."""
    low, high = min(numbers), max(numbers)
    return f"{middle(numbers):,.{digits}f} ({low:,.{digits}f}–{high:,.{digits}f})"


def table(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def surroundings(packages: Sequence[str]) -> str:
    """One line: when, on what machine and how busy it is, and with which versions.

    The load is the system's average of the last minute: what runs beside, and this program.
    """
    found = [f"{name} {number}" for name in packages if (number := _version(name))]
    day = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    machine = f"{os.cpu_count()} cores of {_processor()}, {platform.system()}"
    load = f"load {os.getloadavg()[0]:.1f}"
    return f"{day}; {machine}, {load}; {', '.join([f'Python {platform.python_version()}', *found])}"


def command_line(module: str) -> str:
    """The command that was typed, folders of this machine left out."""
    words = (Path(word).name if Path(word).is_absolute() else word for word in sys.argv[1:])
    return shlex.join(["python", "-m", module, *words])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _processor() -> str:
    try:
        lines = (_PROC / "cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
