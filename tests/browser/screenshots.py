"""Pictures of the page on the sample library: `python -m tests.browser.screenshots docs/page.png`.

With a folder instead of a file: every tab at three widths, light and dark.
"""

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from playwright.sync_api import Browser, Page

from qa.library import open_library
from qa.settings import Settings
from tests.browser.pages import SAMPLE, browser, chromium, served

_QUESTION: Final = "谁出席了青岚省的湿地保护工作会议？"
_FOLLOW_UP: Final = "那他说了什么？"
_UNANSWERED: Final = "海屿市下一届马拉松什么时候举行？"
_WIDTHS: Final = (1440, 1024, 390)
Scheme = Literal["light", "dark"]


def main(target: Path) -> None:
    """Writes the README's picture, or all pictures into a folder.

    Raises:
        SystemExit: There is no Chromium on this machine.
    """
    program = chromium()
    if program is None:
        raise SystemExit(
            "there is no Chromium on this machine: apt install chromium fonts-noto-cjk"
        )
    with TemporaryDirectory() as folder, open_library(folder) as library:
        library.add([SAMPLE])
        with served(library, Settings()) as address, browser(program) as window:
            if target.suffix == ".png":
                page = _opened(window, address, 1100, "light")
                _ask(page, _QUESTION)
                target.parent.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=target, clip={"x": 0, "y": 0, "width": 1100, "height": 860})
                return
            schemes: tuple[Scheme, ...] = ("light", "dark")
            for width, scheme in product(_WIDTHS, schemes):
                for name, page in _tour(_opened(window, address, width, scheme)):
                    page.screenshot(path=target / f"{width}-{scheme}-{name}.png", full_page=True)


def _opened(window: Browser, address: str, width: int, scheme: Scheme) -> Page:
    page = window.new_page(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="zh-CN"
    )
    page.goto(address)
    page.wait_for_selector("#examples button")
    return page


def _ask(page: Page, question: str) -> None:
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    page.wait_for_selector(f'#answers .turn[open] .asked bdi:text-is("{question}")')
    page.wait_for_selector("#answers .provisional", state="detached")
    page.locator("h1").click()  # away from the box
    page.wait_for_timeout(300)


def _tour(page: Page) -> Iterator[tuple[str, Page]]:
    """The page at each of its stops, with the stop's name."""
    yield "start", page
    _ask(page, _QUESTION)
    yield "answer", page
    page.locator("#answers [data-open]").first.click()
    page.wait_for_selector("#reader .here")
    page.wait_for_timeout(300)
    yield "article", page
    page.keyboard.press("Escape")
    _ask(page, _FOLLOW_UP)
    page.locator("#filters button").first.click()
    page.locator("#history button").first.click()
    page.wait_for_timeout(300)
    yield "follow-up", page
    page.locator("#filters button").first.click()
    page.locator("#history button").first.click()
    _ask(page, _UNANSWERED)
    yield "unanswered", page
    for place, name in ((1, "library"), (2, "quality"), (3, "status")):
        page.get_by_role("tab").nth(place).click()
        page.wait_for_timeout(500)
        yield name, page


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/page.png"))
