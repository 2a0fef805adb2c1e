"""A server of its own for a library, on a port that nobody else has."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.request import urlopen

from tests.browser.pages import free_port

_POLL: Final = 0.02  # seconds between two looks whether the server answers


@dataclass(frozen=True, slots=True)
class Served:
    """A server that answers.

    Attributes:
        address: Its front page.
        pid: Its process.
        seconds: How long it took from its start until it answered.
    """

    address: str
    pid: int
    seconds: float


@contextmanager
def serving(library: Path) -> Iterator[Served]:
    """A server that has just come up; it ends with the context.

    Raises:
        SystemExit: It ended by itself.
    """
    port = str(free_port())
    command = [sys.executable, "-m", "qa", "serve", "--library", str(library), "--port", port]
    out = subprocess.DEVNULL
    began = time.perf_counter()
    server = subprocess.Popen(command, stdout=out, stderr=out)  # noqa: S603
    address = f"http://127.0.0.1:{port}/"
    try:
        while not _answers(address):
            if server.poll() is not None:
                raise SystemExit(f"the server ended with code {server.returncode}")
            time.sleep(_POLL)
        yield Served(address, server.pid, time.perf_counter() - began)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5) as answer:  # noqa: S310  ours
            return bool(answer.read())
    except OSError:
        return False
