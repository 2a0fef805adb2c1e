"""A page that is loaded anew, in a real browser: by its visitor, or since the server was."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Final

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from index.centre import Centres
from index.lazy import LazyEncoder
from qa.library import Library
from qa.settings import Settings
from tests.browser.pages import GRADIO_WARNINGS, ask, free_port, served
from tests.browser.test_page import QUESTION
from tests.browser.test_waiting import SlowEncoder

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

BIRDS = "鹭洲湖越冬水鸟有多少种？"


def reload(page: Page) -> None:
    page.reload()
    page.wait_for_selector("#examples button")


def test_answers_and_the_draft_outlive_a_reload(visit: Page) -> None:
    ask(visit, QUESTION)
    ask(visit, BIRDS)
    visit.locator("#question textarea").fill("half a question")
    reload(visit)
    expect(visit.locator("#question textarea")).to_have_value("half a question")
    earlier = visit.locator("#earlier")
    expect(earlier.locator(".note").first).to_contain_text("The page was loaded anew.")
    expect(earlier.locator(".asked")).to_have_text([BIRDS, QUESTION])
    expect(visit.locator("#answers .turn")).to_have_count(0)
    reload(visit)
    expect(earlier.locator(".asked")).to_have_text([BIRDS, QUESTION])
    visit.get_by_text("简体中文").click()
    expect(earlier.locator(".note").first).to_contain_text("页面重新载入过")
    expect(earlier.locator(".turn").first.get_by_role("button", name="再问一次")).to_be_visible()


def test_what_is_answered_is_kept_once_though_gradio_is_not_done_with_it(visit: Page) -> None:
    visit.evaluate("window.chuchu.answered = (now) => now")  # as long as it has not come to that
    ask(visit, QUESTION)
    reload(visit)
    expect(visit.locator("#earlier .asked")).to_have_text([QUESTION])
    expect(visit.locator("#question textarea")).to_have_value("")


def test_an_earlier_answer_is_read_asked_again_and_cleared(visit: Page) -> None:
    ask(visit, QUESTION)
    reload(visit)
    earlier = visit.locator("#earlier")
    expect(earlier.locator("[data-judge], [data-drop]")).to_have_count(0)
    earlier.locator(".card [data-open]").first.click()
    expect(visit.locator("#reader h2")).to_have_text("青岚省推进湿地保护工作会议在云川召开")
    visit.keyboard.press("Escape")
    earlier.get_by_role("button", name="Ask again").click()
    expect(visit.locator("#answers .asked")).to_have_text(QUESTION)
    expect(visit.locator("#question textarea")).to_have_value("")
    expect(earlier.locator(".turn[open]")).to_have_count(0)
    expect(visit.get_by_role("button", name="Clear")).to_have_count(1)
    visit.locator("#clear").click()
    expect(visit.locator(".turn")).to_have_count(0)
    reload(visit)
    expect(visit.locator(".turn")).to_have_count(0)


def test_planted_markup_never_runs_in_earlier_answers(visit: Page) -> None:
    ask(visit, "植入正文的会议由谁主持？")
    expect(visit.locator("#answers .card", has_text="植入标题").first).to_be_visible()
    for _ in range(2):
        reload(visit)
        card = visit.locator("#earlier .card", has_text="植入标题").first
        expect(card).to_contain_text("window.ran = 'script'")
        expect(card).to_contain_text("{{#each value}}")
        assert visit.locator("#earlier").locator("script, img, svg, style, a").count() == 0


def test_earlier_answers_are_cleared_by_themselves(visit: Page) -> None:
    ask(visit, QUESTION)
    reload(visit)
    visit.locator("#earlier").get_by_role("button", name="Clear").click()
    expect(visit.locator(".turn")).to_have_count(0)
    reload(visit)
    expect(visit.locator(".turn")).to_have_count(0)


_SERVER: Final = """
import sys
from pathlib import Path
from qa.settings import Settings
from tests.browser.pages import SAMPLE, served, small_library
with small_library(Path(sys.argv[1]), Settings(threshold=0)) as library:
    library.add([SAMPLE])
    with served(library, Settings(threshold=0), port=int(sys.argv[2])) as address:
        print("at", address, flush=True)
        sys.stdin.read()
"""


@contextmanager
def serving(folder: Path, port: int) -> Iterator[None]:
    """A server in a process of its own, which ends as one does that is killed."""
    command = [sys.executable, "-c", _SERVER, str(folder), str(port)]
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True) as process:
        assert process.stdout is not None
        assert any(line.startswith("at ") for line in process.stdout)
        yield
        process.kill()


def test_a_page_whose_server_was_started_anew_says_so_and_keeps_all(
    window: Browser, tmp_path: Path
) -> None:
    port = free_port()
    page = window.new_page(locale="zh-CN")
    with serving(tmp_path, port):
        page.goto(f"http://127.0.0.1:{port}")
        page.wait_for_selector("#examples button")
        ask(page, QUESTION)
        page.wait_for_timeout(2000)  # until the history has it: nothing is on its way then
    for question in ("没问成的问题", "也没问成的问题"):
        page.locator("#question textarea").fill(question)
        page.locator("#question textarea").press("Enter")
    expect(page.get_by_test_id("toast-body")).to_contain_text("与服务器的连接断开了")
    with serving(tmp_path, port):
        earlier = page.locator("#earlier")
        expect(earlier.locator(".note").first).to_contain_text("与服务器的连接断开过")
        expect(earlier.locator(".asked")).to_have_text(["没问成的问题", QUESTION])
        expect(page.locator("#question textarea")).to_have_value("也没问成的问题")
        page.close()


def test_who_leaves_while_articles_are_added_is_asked_and_told(
    window: Browser, tmp_path: Path
) -> None:
    articles = [{"text": f"{number}号渡轮昨日进港。", "id": f"{number}"} for number in range(1500)]
    (tmp_path / "渡轮.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    slow = SlowEncoder()
    source = LazyEncoder(slow.fingerprint, lambda: slow, lambda _: Centres())
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    with (
        Library(tmp_path / "library", source, Settings()) as library,
        served(library, Settings()) as address,
    ):
        page = window.new_page(locale="en-US")
        page.on("dialog", leave)
        page.goto(address)
        page.get_by_role("tab", name="Library").click()
        page.locator("#files input[type=file]").set_input_files(tmp_path / "渡轮.jsonl")
        expect(page.locator("#files")).to_contain_text("渡轮")
        expect(page.locator("#left-adding p")).to_have_count(0)
        page.locator("#add").click()
        expect(page.locator("#progress p")).to_contain_text("Encoding", timeout=60_000)
        page.reload()
        assert asked == ["beforeunload"]
        page.get_by_role("tab", name="Library").click()
        expect(page.locator("#left-adding p")).to_contain_text("that was stopped")
        expect(page.locator("#resume")).to_contain_text("passages left to encode")
        page.close()
