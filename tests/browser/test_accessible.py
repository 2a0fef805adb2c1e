"""Whether everybody can use the page: axe-core on every tab, light and dark, and at 200 % zoom."""

from collections.abc import Iterator
from typing import Any, Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from qa.library import Library
from qa.settings import Settings
from tests.browser.pages import GRADIO_WARNINGS, SAMPLE, served, small_library
from tests.browser.test_page import QUESTION, ask, fits

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

_SERIOUS: Final = ("serious", "critical")
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("accessible")
    with small_library(folder / "library", Settings(threshold=0)) as opened:
        opened.add([SAMPLE])
        opened.judge("谁？", "none")
        yield opened


@pytest.fixture(scope="module")
def address(library: Library) -> Iterator[str]:
    with served(library, Settings(threshold=0)) as where:
        yield where


def findings(page: Page) -> list[str]:
    """What axe-core finds that is serious: the rule, the elements, and why."""
    page.wait_for_timeout(1000)  # what is being filled anew is faint meanwhile
    told: dict[str, Any] = Axe().run(page).response
    return [
        f"{each['id']}: {node['target']} {node['html'][:200]} {node['failureSummary']}"
        for each in told["violations"]
        if each["impact"] in _SERIOUS
        for node in each["nodes"]
    ]


def opened(window: Browser, address: str, **options: Any) -> Page:  # noqa: ANN401  playwright's
    page = window.new_page(locale="en-US", **options)
    page.set_default_timeout(10_000)
    page.goto(address)
    page.wait_for_selector("#examples button")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_tab_has_a_serious_finding(window: Browser, address: str, scheme: Scheme) -> None:
    page = opened(window, address, color_scheme=scheme)
    found = findings(page)
    ask(page, QUESTION)
    ask(page, "他说了什么？")
    page.locator("#filters button").first.click()
    page.get_by_role("button", name="History").click()
    expect(page.locator("#past li")).to_have_count(2)
    for details in page.locator("#answers details[open] .why summary").all():
        details.click()
    found += findings(page)
    page.locator("#answers [data-open]").first.click()
    expect(page.locator("#reader .here")).to_be_visible()
    found += findings(page)
    page.keyboard.press("Escape")
    for name, shown in (("Library", "#articles td"), ("Quality", "#judged td"), ("Status", "dl")):
        page.get_by_role("tab", name=name).click()
        expect(page.locator(shown).first).to_be_visible()
        found += findings(page)
    page.close()
    assert found == []


def test_everything_fits_at_twice_the_size(window: Browser, address: str) -> None:
    size = {"width": 720, "height": 450}  # of a screen of 1440 by 900
    page = opened(window, address, viewport=size, device_scale_factor=2)
    ask(page, QUESTION)
    page.locator("#filters button").first.click()
    page.get_by_role("button", name="History").click()
    overflowing = [] if fits(page) else ["Ask"]
    for name in ("Library", "Quality", "Status"):
        page.get_by_role("tab", name=name).click()
        page.wait_for_timeout(300)
        overflowing += [] if fits(page) else [name]
    page.close()
    assert overflowing == []
