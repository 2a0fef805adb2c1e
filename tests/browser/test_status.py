"""The Status tab in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from qa.library import Library
from tests.browser.pages import GRADIO_WARNINGS, ask
from tests.shelves import write

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)


def test_it_counts_questions_and_names_versions(visit: Page) -> None:
    ask(visit, "谁出席了会议？")
    visit.get_by_role("tab", name="Status").click()
    status = visit.locator("#status")
    expect(status).to_contain_text(re.compile(r"The last \d+ questions: half within \d+\.\d\d s"))
    expect(status).to_contain_text("gradio")
    visit.get_by_text("繁體中文").click()
    expect(status).to_contain_text("回答用時")


def test_what_could_not_be_read_is_dismissed(visit: Page, library: Library, tmp_path: Path) -> None:
    library.add([write(tmp_path / f"{name}.pdf", "no pdf") for name in "ab"])
    visit.get_by_role("tab", name="Status").click()
    status = visit.locator("#status")
    expect(status).to_contain_text("b.pdf")
    status.get_by_role("button", name="Dismiss", exact=True).first.click()
    expect(status).not_to_contain_text("a.pdf")
    expect(status).to_contain_text("b.pdf")
    status.get_by_role("button", name="Dismiss all").click()
    expect(status).to_contain_text("None.")
