"""The browser, the page and what is planted in it, for all browser tests."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from qa.library import Library
from qa.settings import Settings
from tests.browser.pages import browser, chromium, sampled, served, visiting

# What articles may hold: everything that some page somewhere would run or be broken by.
SCRIPT = "<script>window.ran = 'script'</script>"
IMAGE = "<img src=x onerror=\"window.ran = 'image'\">"
SVG = "<svg onload=\"window.ran = 'svg'\"><script>window.ran = 'svg'</script></svg>"
TEMPLATE = "${window.ran = 'template'}{{#each value}}`${window.ran='tick'}`{{/each}}"
STYLE = "</blockquote></article><style>body { display: none !important }</style>"
BIDI = "\u202e反写\u2067隔离"
HUGE = "Wort" * 500
PLANTED = SCRIPT + IMAGE + SVG + TEMPLATE + STYLE + BIDI
HOSTILE = {
    "id": "hostile",
    "title": "植入标题" + PLANTED + HUGE,
    "source": "植入来源" + PLANTED,
    "published": "植入日期" + IMAGE,
    "url": "javascript:window.ran='url'",
    "text": f"植入正文的会议由钟离雪主持。{PLANTED}\n\n{HUGE}\n\n植入结尾。",
}


@pytest.fixture(scope="session")
def window() -> Iterator[Browser]:
    """A running Chromium."""
    program = chromium()
    if program is None:
        pytest.skip("there is no Chromium on this machine (Debian: apt install chromium)")
    expect.set_options(timeout=20_000)  # milliseconds: a busy machine answers late, and still well
    with browser(program) as running:
        yield running


@pytest.fixture(scope="session", autouse=True)
def _own_uploads(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADIO_ANALYTICS_ENABLED", "False")
        patch.setenv("GRADIO_TEMP_DIR", str(tmp_path_factory.mktemp("uploads")))
        yield


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The sample articles and the hostile one."""
    folder = tmp_path_factory.mktemp("page")
    hostile = folder / "<img src=x onerror=window.ran=1>.jsonl"
    hostile.write_text(json.dumps(HOSTILE, ensure_ascii=False), encoding="utf-8")
    with sampled(folder / "library", hostile) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(library: Library) -> Iterator[str]:
    """Where the page of the module's library is served."""
    with served(library, Settings(threshold=0)) as where:
        yield where


@pytest.fixture
def visit(window: Browser, address: str) -> Iterator[Page]:
    """The page, just opened by an English visitor; it asked no other host, and nothing ran."""
    with visiting(window, address) as page:
        yield page


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A file to add."""
    file = tmp_path / "柳塘开园.txt"
    file.write_text("柳塘公园昨日开园，园长欧阳霁致辞。", encoding="utf-8")
    return file
