"""A real page of a small library, and a real browser to look at it with."""

import gc
import shutil
import socket
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from gradio_client import Client
from playwright.sync_api import Browser, Page, expect, sync_playwright

from index.centre import Centres
from index.lazy import LazyEncoder
from qa.library import Library
from qa.settings import Settings
from tests.fakes import HashEncoder

SAMPLE: Final = Path(__file__).parents[2] / "corpus" / "sample"
# For `pytest.mark.filterwarnings`: Gradio calls pandas 3 in ways that pandas 4 will not take, and
# leaves event loops and their sockets open.
GRADIO_WARNINGS: Final = (
    "ignore::pandas.errors.Pandas4Warning",
    "ignore:unclosed event loop:ResourceWarning",
    r"ignore:unclosed <socket\.socket fd=\d+, family=1, type=1, proto=0:ResourceWarning",
)
_PATIENCE: Final = 120.0  # seconds; Gradio's client gives up after five
_FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def chromium() -> str | None:
    """The Chromium of this machine, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def browser(program: str) -> Iterator[Browser]:
    """That Chromium, running."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=list(_FLAGS))
        yield running
        running.close()


@contextmanager
def served(
    library: Library,
    settings: Settings,
    *,
    read_only: bool = False,
    auth: str = "",
    port: int = 0,
) -> Iterator[str]:
    """The address of the library's page, while it is served."""
    import app
    from qa.web.style import launch_options

    page = app.build_page(library, settings, read_only=read_only)
    _, address, _ = page.launch(
        server_name="127.0.0.1",
        server_port=port or free_port(),
        prevent_thread_lock=True,
        **launch_options(auth, only_local=True),
    )
    yield address
    page.close(verbose=False)
    sweep()


@contextmanager
def connected(address: str, **options: Any) -> Iterator[Client]:  # noqa: ANN401
    """A program that is connected to a page, for as long as an answer may take on a busy machine.

    Args:
        address: Where the page is served.
        options: As Gradio's client takes them.
    """
    client = Client(address, verbose=False, httpx_kwargs={"timeout": _PATIENCE}, **options)
    yield client
    client.close()


@contextmanager
def visiting(window: Browser, address: str, **options: Any) -> Iterator[Page]:  # noqa: ANN401
    """The page, just opened by an English visitor.

    When the visitor leaves, nothing that was planted has run, nothing has failed, and no other
    host was asked.

    Args:
        window: The browser.
        address: Where the page is served.
        options: As Playwright makes a context with; of another locale, size or colours.
    """
    asked: list[str] = []
    failed: list[str] = []
    usual = {"locale": "en-US", "viewport": {"width": 1200, "height": 900}}
    context = window.new_context(**{**usual, **options})
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(address)
    page.wait_for_selector("#examples button")
    yield page
    assert page.evaluate("window.ran") is None
    context.close()
    assert not failed
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def ask(page: Page, question: str) -> None:
    """Asks, and waits for the answer."""
    box = page.locator("#question textarea")
    box.fill(question)
    box.press("Enter")
    expect(page.locator("#answers .asked").first).to_have_text(question)
    expect(page.locator("#answers .provisional")).to_have_count(0)


def fits(page: Page) -> bool:
    """Whether nothing stands beyond the window's right edge."""
    width = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    return bool(page.evaluate(width))


def free_port() -> int:
    """A port that nobody listens on; where Gradio meets a taken one it leaves a socket open."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def sweep() -> None:
    """Lets go of the event loops that Gradio leaves open, before another test is blamed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def small_library(folder: Path, settings: Settings) -> Library:
    """A library with an encoder that needs no time and no files."""
    encoder = HashEncoder()
    source = LazyEncoder(encoder.fingerprint, lambda: encoder, lambda _: Centres())
    return Library(folder, source, settings)


@contextmanager
def sampled(folder: Path, *more: Path) -> Iterator[Library]:
    """A library of the sample articles and more, whose every question counts as answered."""
    with small_library(folder, Settings(threshold=0)) as library:
        library.add([SAMPLE, *more])
        yield library
