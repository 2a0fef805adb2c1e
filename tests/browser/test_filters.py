"""Filters in a real browser: always to be seen, dropped on a click, put back from the history."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from qa.settings import Settings
from tests.browser.pages import GRADIO_WARNINGS, SAMPLE, ask, served, small_library, visiting
from tests.browser.test_page import QUESTION, choose_day

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

BRIDGE: Final = "南汐跨海大桥什么时候通车？"
DAYS: Final = "2024-01-01 – 2024-04-30"


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[str]:
    """Where a page is served on which nothing is sure enough to be an answer."""
    with small_library(tmp_path / "library", Settings(threshold=1)) as library:
        library.add([SAMPLE])
        with served(library, Settings(threshold=1)) as where:
            yield where


def narrow(page: Page) -> None:
    page.locator("#filters button").first.click()
    choose_day(page, "since", "2024-01-01")
    choose_day(page, "until", "2024-04-30")
    page.locator("#filters button").first.click()


def test_folded_filters_are_named_and_dropped_where_nothing_answers(
    window: Browser, silent: str
) -> None:
    with visiting(window, silent) as page:
        narrow(page)
        head = page.locator("#filters button").first
        expect(head).to_have_text(re.compile(DAYS))
        page.get_by_text("繁體中文").click()
        expect(head).to_have_text(re.compile(f"篩選： {DAYS}"))
        page.locator("#switch").get_by_text("English").click()
        expect(head).to_have_text(re.compile(f"Filters: {DAYS}"))
        ask(page, BRIDGE)
        expect(page.locator("#answers .filtered")).to_contain_text(DAYS)
        expect(page.locator("#answers h3").first).to_have_text(
            "The articles within the filters do not say"
        )
        page.get_by_role("button", name="Ask without filters").click()
        expect(page.locator("#answers .turn")).to_have_count(2)
        expect(page.locator("#answers .turn[open] .filtered")).to_have_count(0)
        expect(page.locator("#answers .turn[open] .asked")).to_have_text(BRIDGE)
        expect(head).to_have_text(re.compile("Filters: source"))
        expect(page.locator("#since input")).to_have_value("")
        expect(page.locator("#question textarea")).to_have_value("")


def test_the_history_asks_again_as_it_was_asked(visit: Page) -> None:
    ask(visit, QUESTION)
    narrow(visit)
    ask(visit, "他说了什么？")
    expect(visit.locator("#answers .turn[open] .carried")).to_have_count(1)
    visit.locator("#clear").click()
    visit.locator("#filters button").first.click()
    choose_day(visit, "since", "")
    choose_day(visit, "until", "")
    visit.get_by_role("button", name="History").click()
    entry = visit.locator("#past li").first
    expect(entry).to_contain_text(DAYS)
    entry.locator("[data-ask]").click()
    expect(visit.locator("#answers .turn[open] .carried")).to_contain_text("陆衡舟")
    expect(visit.locator("#answers .turn[open] .filtered")).to_contain_text(DAYS)
    expect(visit.locator("#since input")).to_have_value("2024-01-01")


def test_what_is_typed_takes_the_place_of_all_sources(visit: Page) -> None:
    visit.locator("#filters button").first.click()
    field = visit.locator("#source input")
    for way in ("click", "keyboard"):
        visit.locator("#since input").focus()
        if way == "click":
            field.click(delay=200)
        else:
            visit.keyboard.press("Shift+Tab")
        visit.wait_for_timeout(200)
        visit.keyboard.type("青岚")
        expect(field).to_have_value("青岚")
        expect(visit.get_by_role("option")).to_have_text([re.compile("青岚日报")])
        visit.keyboard.press("Escape")
        field.fill("")


def test_a_misspelt_source_is_told_with_the_nearest(visit: Page) -> None:
    visit.locator("#filters button").first.click()
    visit.locator("#source input").fill("青岗日报")
    visit.locator("#source input").press("Enter")
    visit.locator("#question textarea").fill(QUESTION)
    visit.locator("#question textarea").press("Enter")
    expect(visit.get_by_test_id("toast-body")).to_contain_text("青岚日报")
