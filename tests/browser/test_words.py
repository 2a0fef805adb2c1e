"""What Gradio says by itself, in a real browser: in the page's language, whatever the browser's."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from qa.messages.catalogue import LANGUAGES, texts
from tests.browser.pages import GRADIO_WARNINGS, visiting

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

_NAMES = """() => [...document.querySelectorAll('[aria-label], [title]')]
  .filter((each) => !each.closest('.html-container'))
  .flatMap((each) => [each.getAttribute('aria-label'), each.title].filter(Boolean))"""


def latin(page: Page) -> list[str]:
    """The names outside of our own HTML in which Latin letters stand."""
    return [name for name in page.evaluate(_NAMES) if name.isascii()]


def test_every_name_is_chinese_on_the_chinese_page(
    window: Browser, address: str, tmp_path: Path
) -> None:
    files = [tmp_path / f"{number}号.txt" for number in range(2)]
    for file in files:
        file.write_text("柳塘公园昨日开园。", encoding="utf-8")
    with visiting(window, address, locale="zh-CN") as page:
        page.locator("#filters button").first.click()
        expect(page.get_by_label("显示几段：滑块")).to_be_visible()
        expect(page.get_by_label("恢复默认值")).to_be_visible()
        for tab in ("文章库", "质量", "状态"):
            page.get_by_role("tab", name=tab).click()
            page.wait_for_timeout(500)
            assert latin(page) == []
        page.get_by_role("tab", name="文章库").click()
        page.locator("#files input[type=file]").set_input_files(files)
        expect(page.locator("#files")).to_contain_text("1号")
        assert latin(page) == []


def test_the_field_for_files_speaks_the_language_that_is_chosen(
    window: Browser, address: str
) -> None:
    with visiting(window, address, locale="zh-TW") as page:
        field = page.locator("#files")
        for name, language in (*LANGUAGES, LANGUAGES[0]):
            page.locator("#switch").get_by_text(name).click()
            page.get_by_role("tab").nth(1).click()
            for said in ("gradio_drop", "gradio_choose"):
                expect(field).to_contain_text(texts(language)[said])


def test_files_keep_names_that_gradio_might_say(visit: Page, tmp_path: Path) -> None:
    file = tmp_path / "Clear"
    file.write_text("柳塘公园昨日开园。", encoding="utf-8")
    visit.get_by_role("tab", name="Library").click()
    visit.locator("#files input[type=file]").set_input_files(file)
    expect(visit.locator("#files td.filename")).to_have_text("Clear")
    expect(visit.locator("#files td.filename")).to_have_attribute("aria-label", "Clear")
