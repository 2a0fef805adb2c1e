"""Many visitors: who waits sees the place, who leaves gives it up, and nobody stays unanswered."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from index.centre import Centres
from index.lazy import LazyEncoder
from qa.answer import Answer
from qa.library import Library
from qa.settings import Settings
from tests.browser.pages import GRADIO_WARNINGS, SAMPLE, served
from tests.fakes import HashEncoder

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

AT_ONCE = 4  # questions are answered at the same time
SETTINGS = Settings(threshold=0)
QUESTION = "谁主持了青岚省的湿地保护工作会议？"


class Held(Library):
    """A library that answers when it is let go, and counts who asked."""

    def __init__(self, folder: Path) -> None:
        encoder = HashEncoder()
        source = LazyEncoder(encoder.fingerprint, lambda: encoder, lambda _: Centres())
        super().__init__(folder, source, SETTINGS)
        self.go = Event()
        self.begun = 0

    def ask(self, *given: Any, **options: Any) -> Answer:  # noqa: ANN401  as a library is asked
        self.begun += 1
        assert self.go.wait(60)
        return super().ask(*given, **options)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Held]:
    library = Held(tmp_path / "library")
    with library:
        library.add([SAMPLE])
        yield library
        library.go.set()


def visitor(window: Browser, address: str, stack: ExitStack) -> Page:
    context = window.new_context(locale="en-US")
    stack.callback(context.close)
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("#examples button")
    page.locator("#question textarea").fill(QUESTION)
    page.locator("#question textarea").press("Enter")
    expect(page.locator("#answers .progress-text")).to_be_visible()
    return page


def test_who_waits_sees_the_place_and_moves_up_when_another_leaves(
    held: Held, window: Browser
) -> None:
    with ExitStack() as stack:
        address = stack.enter_context(served(held, SETTINGS))
        pages = [visitor(window, address, stack) for _ in range(AT_ONCE + 2)]
        fifth, last = pages[-2:]
        said = last.locator("#answers .progress-text")
        expect(said).to_have_attribute("data-said", "Waiting: number 2 of 2")
        fifth.close()
        expect(said).to_have_attribute("data-said", "Waiting: number 1 of 1", timeout=30_000)
        held.go.set()
        for page in (*pages[:AT_ONCE], last):
            expect(page.locator("#answers .asked").first).to_have_text(QUESTION)
        assert held.begun == AT_ONCE + 1  # who has left is not answered
