"""A page with a password, in a real browser."""

import pytest
from playwright.sync_api import Browser, expect

from qa.library import Library
from qa.settings import Settings
from tests.browser.pages import GRADIO_WARNINGS, served

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)


def test_who_has_signed_in_asks_as_elsewhere(window: Browser, library: Library) -> None:
    with served(library, Settings(threshold=0), auth="ann:se:cret") as address:
        page = window.new_page(locale="en-US")
        page.goto(address)
        page.locator("input").first.fill("ann")
        page.locator("input[type=password]").fill("se:cret")
        assert page.request.get(f"{address}config").status == 401
        page.get_by_role("button").first.click()
        page.wait_for_selector("#examples button")
        page.locator("#question textarea").fill("谁出席了会议？")
        page.locator("#question textarea").press("Enter")
        expect(page.locator("#answers .asked").first).to_be_visible()
        page.close()
