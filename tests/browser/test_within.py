"""Asking within one article, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from qa.library import Library
from tests.browser.pages import GRADIO_WARNINGS, ask

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

TITLE = "青岚省推进湿地保护工作会议在云川召开"
EVERYTHING = "发生了什么？"


def titles(page: Page) -> set[str]:
    return set(page.locator("#answers .turn[open] .card h4").all_inner_texts())


def test_a_card_narrows_questions_to_its_article_until_let_go(visit: Page) -> None:
    ask(visit, "谁主持了青岚省的湿地保护工作会议？")
    visit.locator("#answers .card [data-within]").first.click()
    told = visit.locator("#within .within")
    expect(told).to_contain_text(TITLE)
    expect(visit.locator("#question textarea")).to_be_focused()
    ask(visit, EVERYTHING)
    assert titles(visit) == {TITLE}
    told.locator("button").click()
    expect(told).to_have_count(0)
    ask(visit, "票价是多少？")
    assert titles(visit) != {TITLE}


def test_an_article_that_is_read_leads_back_to_the_question(visit: Page) -> None:
    visit.get_by_role("tab", name="Library").click()
    visit.get_by_role("button", name="南汐跨海大橋通車").click()
    visit.locator("#reader [data-within]").click()
    expect(visit.locator("#reader .sheet")).to_be_hidden()
    expect(visit.locator("#within .within")).to_contain_text("南汐跨海大橋通車")
    ask(visit, EVERYTHING)
    assert titles(visit) == {"南汐跨海大橋通車"}


def narrow_to(visit: Page, words: str) -> None:
    """Has the visitor look among the filters for an article, and take the first one offered."""
    visit.locator("#filters button").first.click()
    find = visit.locator("#within-find :is(input, textarea)")
    find.fill(words)
    find.press("Enter")
    visit.locator("#within .offered button").first.click()


def test_an_article_is_found_by_words_among_the_filters(visit: Page) -> None:
    narrow_to(visit, "跨海大橋")
    expect(visit.locator("#within .within")).to_contain_text("南汐跨海大橋")
    visit.get_by_text("繁體中文").click()
    expect(visit.locator("#within .within")).to_contain_text("只在這篇文章裡找")


def test_an_article_that_was_removed_is_said_to_be_gone_until_let_go(
    visit: Page, library: Library
) -> None:
    narrow_to(visit, "跨海大橋")
    expect(visit.locator("#within .within")).to_be_visible()
    batch = library.withdraw([library.page("跨海大橋").articles[0].id])
    try:
        visit.get_by_text("繁體中文").click()
        expect(visit.locator("#within .within")).to_contain_text("這篇文章已經不在庫裡了")
        visit.locator("#within button").click()
        expect(visit.locator("#within .within")).to_have_count(0)
        ask(visit, EVERYTHING)
        assert titles(visit)
    finally:
        library.restore(batch)


def test_planted_titles_stay_text_where_an_article_is_named(visit: Page) -> None:
    narrow_to(visit, "植入标题")
    expect(visit.locator("#within .within")).to_contain_text("window.ran = 'script'")
    assert visit.locator("#within").locator("script, img, svg, style").count() == 0
