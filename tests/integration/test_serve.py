"""The page as `serve` opens it: a process of its own, with each of its options."""

import base64
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from qa.library import open_library
from tests.browser.pages import SAMPLE, free_port

ROOT = Path(__file__).parents[2]


class Served(NamedTuple):
    """A running page, and the files that hold what it has said."""

    address: str
    out: Path
    err: Path


@pytest.fixture(autouse=True, scope="module")
def interruptible() -> Iterator[None]:
    """What a shell runs in the background ignores Ctrl-C, and so would all that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with TemporaryDirectory() as folder:
        library, out, err = (Path(folder) / name for name in ("library", "out", "err"))
        with open_library(library) as opened:
            opened.add([SAMPLE])
        port = free_port()
        words = ["--host", "0.0.0.0", "--port", str(port), "--read-only"]  # noqa: S104
        words += ["--auth", "ann:se:cret", "--root-path", "/chuchu", "--library", str(library)]
        with out.open("w") as said, err.open("w") as warned:
            process = subprocess.Popen(
                [sys.executable, "-m", "qa", "serve", *words],
                cwd=ROOT,
                stdout=said,
                stderr=warned,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )
        page = Served(f"http://127.0.0.1:{port}/", out, err)
        try:
            wait_for(page, process)
            yield page
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def wait_for(page: Served, process: "subprocess.Popen[bytes]") -> None:
    while "Ctrl-C" not in page.out.read_text("utf-8"):
        with pytest.raises(subprocess.TimeoutExpired):  # it has not ended
            process.wait(0.2)


def fetched(
    page: Served, path: str, body: bytes | None = None, auth: str = ""
) -> tuple[int, dict[str, object]]:
    headers = {"Content-Type": "application/json"}
    if auth:
        headers["Authorization"] = "Basic " + base64.b64encode(auth.encode()).decode()
    request = urllib.request.Request(page.address + path, body, headers)  # noqa: S310
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310  this machine only
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def test_it_asks_for_the_password(served: Served) -> None:
    assert fetched(served, "config")[0] == 401
    assert fetched(served, "gradio_api/mcp/", b"{}")[0] == 401
    assert fetched(served, "config", auth="ann:se")[0] == 401
    assert fetched(served, "config", auth="ann:se:cret")[0] == 200


def test_it_stands_where_the_proxy_shows_it(served: Served) -> None:
    _, config = fetched(served, "config", auth="ann:se:cret")
    assert str(config["root"]).endswith("/chuchu")


def test_it_changes_nothing_where_it_may_only_read(served: Served) -> None:
    status, said = fetched(served, "gradio_api/call/v2/add", b"{}", auth="ann:se:cret")
    assert (status, said["error"]) == (
        404,
        "there is no add here; there are: ask, retrieve, status",
    )


def test_it_says_where_it_is(served: Served) -> None:
    assert "Chuchu 出处: http://" in served.out.read_text("utf-8")


@pytest.mark.parametrize("seconds", [0.0, 0.7])
def test_it_ends_well_while_it_is_still_warming_up(tmp_path: Path, seconds: float) -> None:
    with open_library(tmp_path / "library") as opened:
        opened.add([SAMPLE / next(path.name for path in sorted(SAMPLE.iterdir()))])
    words = ["--port", str(free_port()), "--library", str(tmp_path / "library")]
    with (tmp_path / "out").open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "qa", "serve", *words],
            cwd=ROOT,
            stdout=said,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
    wait_for(Served("", tmp_path / "out", tmp_path / "out"), process)
    time.sleep(seconds)  # torch is being loaded by now
    process.send_signal(signal.SIGINT)
    assert process.wait(60) in (0, 130)
