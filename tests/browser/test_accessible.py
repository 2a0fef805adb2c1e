"""Whether everybody can use the page: axe-core on every tab, light and dark, and at 200 % zoom."""

from collections.abc import Iterator
from typing import Any, Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from qa.library import Library
from tests.browser.pages import GRADIO_WARNINGS, ask, fits, sampled, visiting
from tests.browser.test_page import QUESTION

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

_SERIOUS: Final = ("moderate", "serious", "critical")
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("accessible")
    with sampled(folder / "library") as opened:
        opened.judge("谁？", "none")
        yield opened


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_tab_has_a_serious_finding(window: Browser, address: str, scheme: Scheme) -> None:
    with visiting(window, address, color_scheme=scheme) as page:
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
        page.locator("#reader [data-within]").click()
        expect(page.locator("#within .within")).to_be_visible()
        found += findings(page)
        for name, shown in (
            ("Library", "#articles td"),
            ("Quality", "#judged td"),
            ("Status", "dl"),
        ):
            page.get_by_role("tab", name=name).click()
            expect(page.locator(shown).first).to_be_visible()
            found += findings(page)
    assert found == []


def test_buttons_say_what_they_copy_and_folds_whether_they_are_open(
    window: Browser, address: str
) -> None:
    with visiting(window, address) as page:
        for name in ("filters", "history"):
            fold = page.locator(f"#{name} button").first
            expect(fold).to_have_attribute("aria-expanded", "false")
            fold.click()
            expect(fold).to_have_attribute("aria-expanded", "true")
        ask(page, QUESTION)
        for name in ("Copy Markdown quotation", "Copy GB/T 7714 citation"):
            expect(page.get_by_role("button", name=name).first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_timeline_has_no_serious_finding(window: Browser, address: str, scheme: Scheme) -> None:
    with visiting(window, address, color_scheme=scheme) as page:
        ask(page, QUESTION)
        page.locator("#answers [data-timeline]").first.click()
        expect(page.locator("#reader .timeline li").first).to_be_visible()
        assert findings(page) == []


def test_everything_fits_at_twice_the_size(window: Browser, address: str) -> None:
    size = {"width": 720, "height": 450}  # of a screen of 1440 by 900
    with visiting(window, address, viewport=size, device_scale_factor=2) as page:
        ask(page, QUESTION)
        page.locator("#filters button").first.click()
        page.get_by_role("button", name="History").click()
        overflowing = [] if fits(page) else ["Ask"]
        for name in ("Library", "Quality", "Status"):
            page.get_by_role("tab", name=name).click()
            page.wait_for_timeout(300)
            overflowing += [] if fits(page) else [name]
    assert overflowing == []
