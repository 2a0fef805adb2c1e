"""The browser, the page and what is planted in it, for all browser tests."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from qa.library import Library
from qa.settings import Settings
from tests.browser.pages import SAMPLE, browser, chromium, served, small_library

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
    with browser(program) as running:
        yield running


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The sample articles and the hostile one."""
    folder = tmp_path_factory.mktemp("page")
    hostile = folder / "<img src=x onerror=window.ran=1>.jsonl"
    hostile.write_text(json.dumps(HOSTILE, ensure_ascii=False), encoding="utf-8")
    with small_library(folder / "library", Settings(threshold=0)) as opened:
        opened.add([SAMPLE, hostile])
        yield opened


@pytest.fixture(scope="session")
def address(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the page of that library is served."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADIO_ANALYTICS_ENABLED", "False")
        patch.setenv("GRADIO_TEMP_DIR", str(tmp_path_factory.mktemp("uploads")))
        with served(library, Settings(threshold=0)) as where:
            yield where


@pytest.fixture
def visit(window: Browser, address: str) -> Iterator[Page]:
    """The page, just opened by an English visitor; it asked no other host, and nothing ran."""
    context = window.new_context(locale="en-US", viewport={"width": 1200, "height": 900})
    context.set_default_timeout(10_000)
    page = context.new_page()
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(address)
    page.wait_for_selector("#examples button")
    yield page
    assert page.evaluate("window.ran") is None
    context.close()
    assert not failed
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A file to add."""
    file = tmp_path / "柳塘开园.txt"
    file.write_text("柳塘公园昨日开园，园长欧阳霁致辞。", encoding="utf-8")
    return file
