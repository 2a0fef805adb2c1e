"""The page in a real browser: asking, reading, adding, and what is planted in articles."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import HUGE
from tests.browser.pages import GRADIO_WARNINGS, ask, fits, visiting

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

QUESTION = "谁主持了青岚省的湿地保护工作会议？"


def only_from(page: Page, source: str) -> None:
    page.locator("#filters button").first.click()
    page.locator("#source input").click()
    page.get_by_role("option", name=source).click()


def choose_day(page: Page, field: str, day: str) -> None:
    """Chooses a day; again where the field, just drawn, did not listen yet: no person is so quick.

    A field that has taken its day over is drawn anew with it.
    """
    box = page.locator(f"#{field} input")
    for _ in range(40):
        box.fill(day)
        box.blur()
        page.wait_for_timeout(250)
        if page.locator(f'#{field} input[value="{day}"]').count():
            return
    raise AssertionError(f"#{field} does not take {day}")


def test_a_question_is_answered_with_people_and_passages(visit: Page) -> None:
    ask(visit, QUESTION)
    expect(visit.locator("#answers .people .name").first).to_have_text("陆衡舟")
    card = visit.locator("#answers .card").first
    expect(card.locator("h4")).to_have_text("青岚省推进湿地保护工作会议在云川召开")
    expect(card.locator(".meta")).to_have_text("青岚日报 · 2024-04-12")
    expect(card.locator("mark.person").first).to_have_text("陆衡舟")
    expect(visit.locator("#question textarea")).to_have_value("")


def test_the_timeline_opens_and_leads_to_articles(visit: Page) -> None:
    ask(visit, QUESTION)
    visit.locator("#answers [data-timeline]").first.click()
    lines = visit.locator("#reader .timeline li")
    expect(lines.first).to_be_visible()
    days = visit.locator("#reader .timeline time").all_inner_texts()
    assert days == sorted(days)
    lines.first.locator("[data-open]").click()
    expect(visit.locator("#reader .here")).to_be_in_viewport()
    visit.keyboard.press("Escape")
    expect(visit.locator("#reader .sheet")).to_be_hidden()


def test_a_passage_leads_to_its_place_in_the_whole_article(visit: Page) -> None:
    ask(visit, "鹭洲湖越冬水鸟有多少种？")
    quoted = visit.locator("#answers .card blockquote").first.inner_text()
    visit.locator("#answers .card [data-open]").first.click()
    expect(visit.locator("#reader .here")).to_be_in_viewport()
    marked = "".join(visit.locator("#reader .passage").all_inner_texts())
    assert marked == re.sub(r"\s*\n\s*", "", quoted)
    visit.keyboard.press("Escape")
    expect(visit.locator("#reader .sheet")).to_be_hidden()
    expect(visit.locator("#answers .card [data-open]").first).to_be_focused()


def test_every_tab_is_as_wide_as_the_others(visit: Page) -> None:
    boxes = set()
    for name in ("Ask", "Library", "Quality", "Status"):
        visit.get_by_role("tab", name=name).click()
        visit.wait_for_timeout(700)
        box = visit.locator("main").bounding_box()
        assert box is not None
        boxes.add((box["x"], box["width"]))
    assert boxes == {(150, 900)}


def test_an_example_asks_itself(visit: Page) -> None:
    example = visit.locator("#examples button").nth(1)
    question = example.inner_text()
    example.click()
    expect(visit.locator("#answers .asked")).to_have_text(question)
    expect(visit.locator("#examples button")).to_have_count(0)
    expect(visit.locator("#answers .turn > summary")).to_be_focused()
    expect(visit.locator("#said-aloud[role=status]")).to_contain_text("Chance that the articles")


def test_the_reader_is_all_that_the_keyboard_reaches(visit: Page) -> None:
    ask(visit, QUESTION)
    opener = visit.locator("#answers [data-timeline]").first
    opener.click()
    expect(visit.locator("#reader [role=dialog][aria-modal=true]")).to_be_visible()
    visit.keyboard.press("/")
    expect(visit.locator("#reader [data-close]")).to_be_focused()
    for _ in range(12):
        visit.keyboard.press("Tab")
        assert not visit.evaluate("document.activeElement.closest('.tabs, #top, #switch')")
    visit.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_a_source_narrows_what_is_found(visit: Page) -> None:
    only_from(visit, "云川晚报")
    ask(visit, "发生了什么？")
    sources = visit.locator("#answers .card .meta").all_inner_texts()
    assert sources
    assert all(source.startswith("云川晚报 · ") for source in sources)


def test_dates_narrow_what_is_found(visit: Page) -> None:
    visit.locator("#filters button").first.click()
    choose_day(visit, "since", "2024-10-01")
    choose_day(visit, "until", "2024-10-09")
    ask(visit, "发生了什么？")
    days = visit.locator("#answers .card time").all_inner_texts()
    assert set(days) == {"2024-10-09"}
    expect(visit.get_by_label("Since (date)")).to_have_value("2024-10-01")


def test_half_a_date_does_not_stay_shown(visit: Page) -> None:
    visit.locator("#filters button").first.click()
    box = visit.locator("#since input")
    box.focus()
    visit.keyboard.type("2")
    assert box.evaluate("box => box.validity.badInput")
    visit.locator("#question textarea").focus()
    assert not visit.locator("#since input").evaluate("box => box.validity.badInput")


def test_an_empty_box_takes_the_cursor_and_asks_nothing(visit: Page) -> None:
    box = visit.locator("#question textarea")
    visit.locator("#ask").click()
    expect(box).to_be_focused()
    box.press("Enter")
    visit.wait_for_timeout(500)
    expect(box).to_have_value("")
    expect(visit.get_by_test_id("toast-body")).to_have_count(0)


def test_a_question_that_is_sent_three_times_is_asked_once(visit: Page) -> None:
    box = visit.locator("#question textarea")
    box.fill(QUESTION)
    box.press("Enter")
    box.press("Enter")
    visit.locator("#ask").click()
    expect(box).to_have_value("")
    visit.wait_for_timeout(1000)
    expect(visit.locator("#answers .turn")).to_have_count(1)
    expect(visit.get_by_test_id("toast-body")).to_have_count(0)


def refused(page: Page) -> Locator:
    """What is told of a question without words, which has just been asked."""
    page.locator("#question textarea").fill("？？")
    page.locator("#ask").click()
    return page.get_by_test_id("toast-body")


def test_a_new_question_takes_the_errors_before_it_away(visit: Page) -> None:
    expect(refused(visit)).to_contain_text("question has no words")
    ask(visit, QUESTION)
    expect(visit.get_by_test_id("toast-body")).to_have_count(0)


def test_the_way_back_closes_the_article_and_not_the_page(visit: Page) -> None:
    ask(visit, QUESTION)
    opener = visit.locator("#answers .card [data-open]").first
    entries = visit.evaluate("history.length")
    for _ in range(2):
        opener.click()
        expect(visit.locator("#reader .sheet")).to_be_visible()
        visit.go_back()
        expect(visit.locator("#reader .sheet")).to_be_hidden()
        expect(opener).to_be_focused()
        opener.click()
        expect(visit.locator("#reader .sheet")).to_be_visible()
        visit.keyboard.press("Escape")
        expect(visit.locator("#reader .sheet")).to_be_hidden()
        visit.wait_for_function("!history.state?.isReading")
    assert visit.evaluate("history.length") == entries + 1
    expect(visit.locator("#answers .turn")).to_have_count(1)


def test_a_refused_question_leaves_the_answer_before_it_alone(visit: Page) -> None:
    ask(visit, QUESTION)
    expect(refused(visit)).to_contain_text("question has no words")
    visit.wait_for_timeout(500)  # the answers would be marked now
    expect(visit.locator("#answers .error")).to_be_hidden()
    visit.locator("#answers .card [data-open]").first.click()
    expect(visit.locator("#reader .sheet")).to_be_visible()


def test_a_chinese_visitor_is_told_in_chinese(window: Browser, address: str) -> None:
    with visiting(window, address, locale="zh-CN") as page:
        expect(refused(page)).to_contain_text("问题里没有字")
        heading = "getComputedStyle(document.querySelector('.toast-title'), '::before').content"
        assert page.evaluate(heading) == '"错误"'


def test_earlier_answers_stay_folded_below_the_newest(visit: Page) -> None:
    ask(visit, QUESTION)
    ask(visit, "南汐跨海大橋全長多少公里？")
    turns = visit.locator("#answers .turn")
    expect(turns).to_have_count(2)
    expect(turns.nth(0)).to_have_attribute("open", "")
    expect(turns.nth(1).locator(".card").first).to_be_hidden()
    visit.locator("#clear").click()
    expect(turns).to_have_count(0)


def test_two_visitors_do_not_see_each_other(visit: Page, address: str) -> None:
    ask(visit, QUESTION)
    context = visit.context.browser
    assert context is not None
    other = context.new_page(locale="en-US")
    other.goto(address)
    other.wait_for_selector("#examples button")
    expect(other.locator("#answers .turn")).to_have_count(0)
    other.close()


def test_the_keyboard_is_enough(visit: Page) -> None:
    visit.keyboard.press("/")
    expect(visit.locator("#question textarea")).to_be_focused()
    ask(visit, QUESTION)
    cards = visit.locator("#answers .card")
    cards.first.focus()
    visit.keyboard.press("ArrowDown")
    expect(cards.nth(1)).to_be_focused()
    visit.keyboard.press("ArrowUp")
    expect(cards.nth(0)).to_be_focused()


def test_a_question_may_have_two_lines(visit: Page) -> None:
    box = visit.locator("#question textarea")
    box.fill("谁主持了")
    box.press("End")
    box.press("Shift+Enter")
    expect(box).to_have_value("谁主持了\n")
    expect(visit.locator("#answers .turn")).to_have_count(0)


def test_the_quotation_is_copied_with_its_source(visit: Page) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(visit, QUESTION)
    visit.locator("#answers .card [data-copy]").first.click()
    expect(visit.locator("#answers .card .copied")).to_have_count(1)
    expect(visit.locator("#said-aloud")).to_have_text("Copied")
    copied = str(visit.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith("“")
    assert copied.endswith("——《青岚省推进湿地保护工作会议在云川召开》，青岚日报，2024-04-12")


def test_a_refused_clipboard_is_told(visit: Page) -> None:
    visit.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));"
        "document.execCommand = () => false;"
    )
    visit.reload()
    visit.wait_for_selector("#examples button")
    ask(visit, QUESTION)
    visit.locator("#answers .card [data-copy]").first.click()
    expect(visit.locator("#answers .card .uncopied")).to_have_count(1)
    expect(visit.locator("#said-aloud")).to_have_text(
        "Not copied: the browser refuses the clipboard"
    )


def test_the_interface_speaks_three_languages(visit: Page) -> None:
    expect(visit.get_by_role("tab", name="Library")).to_be_visible()
    visit.get_by_text("繁體中文").click()
    expect(visit.get_by_role("tab", name="文章庫")).to_be_visible()
    expect(visit.locator("html")).to_have_attribute("lang", "zh-Hant")
    visit.reload()
    expect(visit.get_by_role("tab", name="文章庫")).to_be_visible()


def test_added_files_are_read_and_found(visit: Page, note: Path) -> None:
    visit.get_by_role("tab", name="Library").click()
    visit.locator("#files input[type=file]").set_input_files(note)
    expect(visit.locator("#files")).to_contain_text("柳塘开园")
    visit.locator("#add").click()
    expect(visit.locator("#outcomes .change.added")).to_have_text("added")
    expect(visit.locator("#outcomes td").first).to_have_text("柳塘开园.txt")
    expect(visit.locator("#progress p")).to_have_text("Done")
    visit.get_by_role("tab", name="Ask").click()
    ask(visit, "柳塘公园谁致辞？")
    expect(visit.locator("#answers .card blockquote").first).to_contain_text("欧阳霁")


def test_an_article_of_the_list_can_be_read(visit: Page) -> None:
    visit.get_by_role("tab", name="Library").click()
    visit.get_by_role("button", name="南汐跨海大橋通車").click()
    expect(visit.locator("#reader h2")).to_have_text("南汐跨海大橋通車")
    expect(visit.locator("#reader .sheet")).to_be_in_viewport()


def test_the_status_tells_what_the_library_holds(visit: Page) -> None:
    visit.get_by_role("tab", name="Status").click()
    expect(visit.locator("#status")).to_contain_text("hash-64")
    expect(visit.locator("#status")).to_contain_text("all findable by meaning")


def test_planted_markup_is_shown_and_never_runs(visit: Page) -> None:
    only_from(visit, "植入来源")
    ask(visit, "植入正文的会议由谁主持？")
    card = visit.locator("#answers .card", has_text="植入标题").first
    expect(card).to_contain_text("window.ran = 'script'")
    expect(card).to_contain_text("{{#each value}}")
    assert visit.locator("#answers").locator("script, img, svg, style, a").count() == 0
    assert fits(visit)
    card.locator("[data-open]").click()
    expect(visit.locator("#reader h2")).to_contain_text("植入标题")
    expect(visit.locator("#reader .text")).to_contain_text(HUGE[:80])
    assert visit.locator("#reader").locator("script, img, style, a").count() == 0
    assert visit.locator("#reader .sheet").evaluate("e => e.scrollWidth <= e.clientWidth")


def test_planted_names_break_neither_list_nor_status_nor_filters(visit: Page) -> None:
    visit.get_by_role("tab", name="Library").click()
    expect(visit.locator("#articles")).to_contain_text("植入标题")
    assert visit.locator("#articles").locator("script, img, style").count() == 0
    assert fits(visit)
    visit.get_by_role("tab", name="Status").click()
    expect(visit.locator("#status")).to_contain_text("植入来源")
    assert fits(visit)


def test_a_narrow_screen_is_not_overflowed(visit: Page) -> None:
    visit.set_viewport_size({"width": 390, "height": 800})
    only_from(visit, "植入来源")
    ask(visit, "植入正文的会议由谁主持？")
    assert fits(visit)
    for tab in ("Library", "Status"):
        visit.get_by_role("tab", name=tab).click()
        assert fits(visit)
