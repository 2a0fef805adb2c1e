"""Where things stand in a real browser: on the same edges, and none on another."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

from tests.browser.pages import GRADIO_WARNINGS, ask, visiting
from tests.browser.test_page import QUESTION

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)


def box(page: Page, selector: str) -> FloatRect:
    """Where the first of these stands."""
    found = page.locator(selector).first.bounding_box()
    assert found is not None
    return found


def edges(page: Page, selector: str) -> tuple[float, float]:
    found = box(page, selector)
    return round(found["x"]), round(found["x"] + found["width"])


def test_what_is_ours_and_what_is_gradios_stand_on_the_same_edges(visit: Page) -> None:
    whole = edges(visit, "#ask-row")
    ask(visit, QUESTION)
    assert edges(visit, "#answers .card") == whole
    assert edges(visit, ".brand")[0] == whole[0]
    assert edges(visit, "#switch label:last-of-type")[1] == whole[1]
    visit.get_by_role("tab", name="Library").click()
    expect(visit.locator("#articles table")).to_be_visible()
    assert edges(visit, "#articles table") == whole == edges(visit, "#find")


def test_on_a_phone_the_languages_begin_on_the_edge(window: Browser, address: str) -> None:
    with visiting(window, address, viewport={"width": 390, "height": 844}) as page:
        first = edges(page, "#switch label:first-of-type span")
        assert first[0] == edges(page, "#ask-row")[0]


def test_filters_stand_on_one_line(visit: Page) -> None:
    visit.locator("#filters button").first.click()
    tops = {box(visit, f"{place} span")["y"] for place in ("#source", "#since", "#until")}
    assert len(tops) == 1


def test_on_a_phone_no_outcome_stands_on_its_reason(
    window: Browser, address: str, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no pdf")
    with visiting(window, address, viewport={"width": 390, "height": 844}) as page:
        page.get_by_role("tab", name="Library").click()
        page.locator("#files input[type=file]").set_input_files(broken)
        page.locator("#add").click()
        expect(page.locator("#outcomes .change.failed")).to_be_visible()
        _, failed_ends = edges(page, "#outcomes .change.failed")
        wide = "cell => cell.scrollWidth <= cell.clientWidth"
        assert page.locator("#outcomes .change.failed").evaluate(wide)
        assert failed_ends <= edges(page, "#outcomes .change.failed + td")[0]
