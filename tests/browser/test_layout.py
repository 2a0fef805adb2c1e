"""Where things stand in a real browser: on the same edges, and none on another."""

from base64 import b64encode
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

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


def test_what_judges_a_card_stands_on_its_right_edge(visit: Page) -> None:
    ask(visit, QUESTION)
    for card in visit.locator("#answers .card").all():
        footer, judge = card.locator("footer"), card.locator(".judge")
        right = "each => Math.round(each.getBoundingClientRect().right)"
        assert judge.evaluate(right) == footer.evaluate(right)


def test_a_long_question_takes_two_lines_where_it_is_not_read(visit: Page) -> None:
    ask(visit, "谁主持了会议，" * 200)
    ask(visit, QUESTION)
    assert box(visit, "#answers .turn:not([open]) .asked")["height"] < 60
    visit.get_by_role("button", name="History").click()
    expect(visit.locator("#past li")).to_have_count(2)
    assert box(visit, "#past li:last-child .link")["height"] < 60


def colour_in(page: Page, locator: Locator) -> str:
    """The colour in the middle of what is to be seen there."""
    picture = f"data:image/png;base64,{b64encode(locator.screenshot()).decode()}"
    blank = page.context.new_page()
    found = blank.evaluate(
        """async (picture) => {
          const image = new Image();
          image.src = picture;
          await image.decode();
          const canvas = document.createElement('canvas').getContext('2d');
          canvas.drawImage(image, -Math.floor(image.width / 2), -Math.floor(image.height / 2));
          return `rgb(${[...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).join(', ')})`;
        }""",
        picture,
    )
    blank.close()
    return str(found)


@pytest.mark.parametrize(
    ("scheme", "red"), [("light", "rgb(168, 40, 31)"), ("dark", "rgb(239, 138, 128)")]
)
def test_bars_of_progress_have_the_page_s_red(
    window: Browser, address: str, note: Path, scheme: Literal["light", "dark"], red: str
) -> None:
    with visiting(window, address, color_scheme=scheme) as page:
        page.get_by_role("tab", name="Library").click()
        page.locator("#files input[type=file]").set_input_files(note)
        page.locator("#add").click()
        bar = page.locator("#progress progress")
        expect(page.locator("#progress")).to_contain_text("Done")
        assert colour_in(page, bar) == red
