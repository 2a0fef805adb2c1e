"""Many visitors: who waits sees the place, who leaves gives it up, and nobody stays unanswered."""

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from index.centre import Centres
from index.encoder import Matrix
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


class SlowEncoder(HashEncoder):
    """Takes a moment for each passage, and counts them."""

    passages = 0

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        self.passages += len(texts)
        time.sleep(0.004 * len(texts))
        return super().encode_passages(texts)


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


def test_who_leaves_stops_the_work(window: Browser, tmp_path: Path) -> None:
    slow = SlowEncoder()
    articles = [{"text": f"{number}号渡轮昨日进港。", "id": f"{number}"} for number in range(1500)]
    file = tmp_path / "渡轮.jsonl"
    file.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    source = LazyEncoder(slow.fingerprint, lambda: slow, lambda _: Centres())
    with Library(tmp_path / "library", source, SETTINGS) as library, ExitStack() as stack:
        address = stack.enter_context(served(library, SETTINGS))
        page = window.new_page(locale="en-US")
        page.goto(address)
        page.get_by_role("tab", name="Library").click()
        page.locator("#files input[type=file]").set_input_files(file)
        expect(page.locator("#files")).to_contain_text("渡轮")
        page.locator("#add").click()
        expect(page.locator("#progress p")).to_contain_text("Encoding", timeout=60_000)
        page.close()
        before = -1
        while before != slow.passages:
            before = slow.passages
            time.sleep(2)
        assert library.status().articles == len(articles)
        assert 0 < slow.passages < len(articles)
