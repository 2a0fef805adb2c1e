"""What words find is shown while meaning is looked for, in a real browser."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, Page, expect

from index.centre import Centres
from index.encoder import Matrix
from index.lazy import LazyEncoder
from qa.library import Library
from qa.settings import Settings
from tests.browser.pages import GRADIO_WARNINGS, SAMPLE, ask, served, visiting
from tests.fakes import HashEncoder

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

QUESTION = "谁主持了青岚省的湿地保护工作会议？"
SETTINGS = Settings(threshold=0)


class Held(HashEncoder):
    """An encoder whose questions wait until they are let go, as one that is being loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.go = Event()

    def encode_queries(self, texts: Sequence[str], language: str = "") -> Matrix:
        assert self.go.wait(60)
        return super().encode_queries(texts, language)


@pytest.fixture
def encoder() -> Iterator[Held]:
    held = Held()
    yield held
    held.go.set()


@pytest.fixture
def page(encoder: Held, window: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page of a library whose encoder is not ready yet."""
    source = LazyEncoder(encoder.fingerprint, lambda: encoder, lambda _: Centres())
    with Library(tmp_path / "library", source, SETTINGS) as library:
        library.add([SAMPLE])
        with served(library, SETTINGS) as address, visiting(window, address) as page:
            yield page


def type_question(page: Page, question: str) -> None:
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")


def test_words_come_first_and_claim_nothing(page: Page, encoder: Held) -> None:
    type_question(page, QUESTION)
    before = page.locator("#answers .provisional")
    expect(before.locator("[role=status]")).to_contain_text("still looking by meaning")
    expect(before.locator(".card h4").first).to_have_text("青岚省推进湿地保护工作会议在云川召开")
    expect(before.locator("mark.match").first).to_be_visible()
    expect(
        page.locator("#answers :is(.said, .certainty, mark.person, .turn button)")
    ).to_have_count(0)
    encoder.go.set()
    expect(page.locator("#answers .people .name").first).to_have_text("陆衡舟")
    expect(before).to_have_count(0)
    expect(page.locator("#question textarea")).to_have_value("")


def test_earlier_answers_stay_folded_below_what_words_find(page: Page, encoder: Held) -> None:
    encoder.go.set()
    ask(page, QUESTION)
    encoder.go.clear()
    type_question(page, "南汐跨海大橋全長多少公里？")
    expect(page.locator("#answers .provisional")).to_be_visible()
    turns = page.locator("#answers .turn")
    expect(turns).to_have_count(2)
    expect(turns.nth(1).locator(".card").first).to_be_hidden()
    page.get_by_text("繁體中文").click()
    expect(page.locator("#ask")).to_have_text("提問")
    encoder.go.set()
    expect(page.locator("#answers .provisional")).to_have_count(0)
    expect(turns).to_have_count(2)
    expect(turns.first.locator(".certainty")).to_contain_text("答案在文章裡的可能")


def test_what_is_typed_meanwhile_stays_and_is_asked_next(page: Page, encoder: Held) -> None:
    type_question(page, QUESTION)
    expect(page.locator("#answers .provisional")).to_be_visible()
    type_question(page, "南汐跨海大橋全長多少公里？")
    encoder.go.set()
    asked = page.locator("#answers .asked")
    expect(asked).to_have_text(["南汐跨海大橋全長多少公里？", QUESTION])
    expect(page.locator("#question textarea")).to_have_value("")
    encoder.go.clear()
    type_question(page, "票价是多少？")
    expect(page.locator("#answers .provisional")).to_be_visible()
    page.locator("#question textarea").fill("half a question")
    encoder.go.set()
    expect(page.locator("#answers .provisional")).to_have_count(0)
    expect(asked).to_have_count(3)
    expect(page.locator("#question textarea")).to_have_value("half a question")


def test_all_that_is_asked_meanwhile_is_asked_in_turn(page: Page, encoder: Held) -> None:
    questions = (QUESTION, "南汐跨海大橋全長多少公里？", "票价是多少？", "鹭洲湖有多少种水鸟？")
    type_question(page, questions[0])
    expect(page.locator("#answers .provisional")).to_be_visible()
    for question in questions[1:]:
        type_question(page, question)
        type_question(page, question)
    page.locator("#question textarea").fill("half a question")
    encoder.go.set()
    expect(page.locator("#answers .asked")).to_have_text(list(reversed(questions)))
    expect(page.locator("#answers .provisional")).to_have_count(0)
    expect(page.locator("#question textarea")).to_have_value("half a question")


def test_a_question_that_is_chosen_waits_for_those_that_were_typed(
    page: Page, encoder: Held
) -> None:
    encoder.go.set()
    ask(page, QUESTION)
    encoder.go.clear()
    page.locator("#history > button").click()
    typed = ("南汐跨海大橋全長多少公里？", "票价是多少？")
    type_question(page, typed[0])
    expect(page.locator("#answers .provisional")).to_be_visible()
    type_question(page, typed[1])
    page.locator("#past [data-ask]").click()
    encoder.go.set()
    asked = page.locator("#answers .asked")
    expect(asked).to_have_text([QUESTION, typed[1], typed[0], QUESTION])
    expect(page.locator("#answers .provisional")).to_have_count(0)
    expect(page.locator("#question textarea")).to_have_value("")


def test_what_is_cleared_meanwhile_does_not_come_back(page: Page, encoder: Held) -> None:
    encoder.go.set()
    ask(page, QUESTION)
    encoder.go.clear()
    questions = ("南汐跨海大橋全長多少公里？", "票价是多少？")
    type_question(page, questions[0])
    expect(page.locator("#answers .provisional")).to_be_visible()
    type_question(page, questions[1])
    page.locator("#clear").click()
    asked = page.locator("#answers .asked")
    expect(asked).to_have_count(0)
    encoder.go.set()
    expect(asked).to_have_text([questions[1], questions[0]])
    expect(page.locator("#answers .provisional")).to_have_count(0)


def test_a_failure_takes_what_words_found_away(page: Page, encoder: Held) -> None:
    def fail(texts: Sequence[str], language: str) -> Matrix:
        encoder.go.wait(60)
        raise MemoryError

    encoder.__dict__["encode_queries"] = fail
    type_question(page, QUESTION)
    expect(page.locator("#answers .provisional")).to_be_visible()
    encoder.go.set()
    expect(page.get_by_test_id("toast-body")).to_contain_text("Something went wrong")
    expect(page.locator("#answers .provisional")).to_have_count(0)
    expect(page.locator("#examples button").first).to_be_visible()
    expect(page.locator("#question textarea")).to_have_value(QUESTION)


def test_a_chosen_question_that_fails_gives_the_draft_back(page: Page, encoder: Held) -> None:
    def fail(texts: Sequence[str], language: str) -> Matrix:
        raise MemoryError

    encoder.__dict__["encode_queries"] = fail
    box = page.locator("#question textarea")
    page.locator("#examples button").first.click()
    expect(page.get_by_test_id("toast-body")).to_contain_text("Something went wrong")
    expect(box).not_to_have_value("")  # it took nothing's place: it can be mended there
    box.fill("half a question")
    page.locator("#examples button").nth(1).click()
    expect(page.get_by_test_id("toast-body")).to_contain_text("Something went wrong")
    expect(box).to_have_value("half a question")


def test_what_waits_when_the_page_is_loaded_anew_can_be_asked_again(
    page: Page, encoder: Held
) -> None:
    typed = (QUESTION, "<b>票价</b>是多少？")
    for question in typed:
        type_question(page, question)
        expect(page.locator("#answers .provisional")).to_be_visible()
    page.locator("#question textarea").fill("half a question")
    page.reload()
    page.wait_for_selector("#examples button")
    left = page.locator("#earlier .unanswered")
    expect(left.locator(".asked")).to_have_text(list(reversed(typed)))
    expect(left.first).to_contain_text("not answered yet")
    expect(page.locator("#question textarea")).to_have_value("half a question")
    encoder.go.set()
    left.first.get_by_role("button", name="Ask again").click()
    expect(page.locator("#answers .asked")).to_have_text(typed[1])
    expect(left.locator(".asked")).to_have_text(QUESTION)
    expect(page.locator("#question textarea")).to_have_value("half a question")
