"""The Ask tab in a real browser: follow-ups, why a passage was found, judging, the order."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from qa.library import Library
from qa.settings import Settings
from tests.browser.pages import GRADIO_WARNINGS, ask, sampled, served, visiting

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

QUESTION = "谁主持了青岚省的湿地保护工作会议？"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("ask")
    with sampled(folder / "library") as opened:
        yield opened


def test_a_follow_up_says_what_it_leans_on_and_drops_it(visit: Page) -> None:
    ask(visit, QUESTION)
    expect(visit.locator("#answers .carried")).to_have_count(0)
    ask(visit, "他说了什么？")
    carried = visit.locator("#answers .carried")
    expect(carried).to_contain_text("青岚省推进湿地保护工作会议在云川召开")
    expect(carried).to_contain_text("陆衡舟")
    visit.locator("#question textarea").fill("half a question")
    carried.locator("[data-drop]").click()
    expect(carried).to_have_count(0)
    expect(visit.locator("#answers .turn")).to_have_count(2)
    expect(visit.locator("#answers .asked").first).to_have_text("他说了什么？")
    expect(visit.locator("#question textarea")).to_have_value("half a question")


def test_a_question_leans_on_nothing_of_another_visitor(
    visit: Page, window: Browser, address: str
) -> None:
    ask(visit, QUESTION)
    with visiting(window, address) as other:
        ask(other, "他说了什么？")
        expect(other.locator("#answers .card").first).to_be_visible()
        expect(other.locator("#answers .carried")).to_have_count(0)


def test_why_a_passage_was_found_opens(visit: Page) -> None:
    ask(visit, QUESTION)
    why = visit.locator("#answers .card .why").first
    why.locator("summary").click()
    for line in (r"rank 1, score", r"by words: rank \d+", r"by meaning: rank \d+"):
        expect(why).to_contain_text(re.compile(line))


def test_a_judgement_is_kept_and_shown(visit: Page, library: Library) -> None:
    ask(visit, QUESTION)
    whole = visit.locator("#answers .judge.whole")
    whole.get_by_role("button", name="right").click()
    expect(whole.locator("[aria-pressed=true]")).to_have_text("right")
    second = visit.locator("#answers .card").nth(1)
    second.get_by_role("button", name="this one answers").click()
    expect(second.locator(".judge [aria-pressed=true]")).to_have_count(1)
    kept = library.judgements()
    assert [each.verdict for each in kept] == ["right", "right"]
    assert kept[0].question == QUESTION
    assert "陆衡舟" in kept[0].evidence


def test_quick_judgements_are_all_kept_and_contradicted_ones_not_ticked(
    visit: Page, library: Library
) -> None:
    question = "青岚省的湿地保护工作会议由谁主持？"
    ask(visit, question)
    ticked = visit.locator("#answers .turn[open] [aria-pressed=true]")
    for button in ("right", "wrong"):
        place = ".judge.whole" if button == "right" else ".card:nth-of-type(2)"
        visit.evaluate(f"document.querySelector('#answers {place} [data-judge={button}]').click()")
    expect(ticked).to_have_count(3)  # right: of the answer, and of the card that it leans on
    visit.locator("#answers .judge.whole [data-judge=none]").click()
    expect(ticked).to_have_text(["no article answers", "wrong"])
    kept = [each for each in library.judgements() if each.question == question]
    assert [each.verdict for each in kept] == ["wrong", "none"]
    for each in kept:
        library.forget(each)
    visit.get_by_role("tab", name="Quality").click()
    visit.get_by_role("tab", name="Ask").click()
    expect(ticked).to_have_count(0)


def test_a_judgement_waits_until_the_one_before_is_kept(visit: Page, library: Library) -> None:
    ask(visit, QUESTION)
    sent: list[Route] = []

    def hold(route: Route) -> None:
        if '"verdict"' not in (route.request.post_data or ""):
            route.continue_()
            return
        sent.append(route)
        if len(sent) > 1:
            route.continue_()

    visit.route("**/queue/join*", hold)
    whole = visit.locator("#answers .judge.whole")
    for verdict in ("right", "none"):
        whole.locator(f"[data-judge={verdict}]").click()
    visit.wait_for_timeout(300)
    assert len(sent) == 1
    sent[0].continue_()
    expect(whole.locator("[aria-pressed=true]")).to_have_text("no article answers")
    kept = [each.verdict for each in library.judgements() if each.question == QUESTION]
    assert kept == ["none"]


def test_a_refused_judgement_holds_up_none(visit: Page) -> None:
    ask(visit, QUESTION)
    whole = visit.locator("#answers .judge.whole")
    whole.locator("[data-judge=right]").evaluate("button => { button.dataset.judge = 'nothing' }")
    for verdict in ("nothing", "none"):
        whole.locator(f"[data-judge={verdict}]").click()
    expect(whole.locator("[aria-pressed=true]")).to_have_text("no article answers")


def test_nothing_is_judged_on_a_read_only_page(window: Browser, library: Library) -> None:
    with (
        served(library, Settings(threshold=0), read_only=True) as where,
        visiting(window, where) as page,
    ):
        ask(page, QUESTION)
        expect(page.locator("#answers .card").first).to_be_visible()
        expect(page.locator("[data-judge]")).to_have_count(0)


def test_passages_are_shown_newest_first(visit: Page) -> None:
    ask(visit, "发生了什么？")
    days = visit.locator("#answers .card .meta time")
    expect(days).to_have_count(5)
    before = days.all_inner_texts()
    visit.locator("#filters button").first.click()
    visit.locator("#newest-first input").check()
    known = sorted((day for day in before if re.match(r"\d{4}-", day)), reverse=True)
    expect(days).to_have_text([*known, *(day for day in before if day not in known)])


def test_the_history_is_kept_searched_asked_again_saved_and_deleted(visit: Page) -> None:
    ask(visit, QUESTION)
    ask(visit, "<b>鹭洲湖</b>越冬水鸟有多少种？")
    entries = visit.locator("#past li")
    for _ in range(2):
        visit.get_by_role("button", name="History").click()
        expect(entries).to_have_count(2)
        visit.reload()
        visit.wait_for_selector("#examples button")
    visit.get_by_role("button", name="History").click()
    expect(entries.first).to_contain_text("<b>鹭洲湖</b>越冬水鸟有多少种？")
    expect(entries.nth(1).locator("p").first).to_contain_text("陆衡舟")
    visit.locator("#history-find textarea, #history-find input").fill("陆衡舟")
    expect(entries).to_have_count(1)
    with visit.expect_download() as saved:
        visit.get_by_role("button", name="Export as JSON").click()
    taken = json.loads(saved.value.path().read_text(encoding="utf-8"))[0]
    assert taken["question"] == QUESTION
    assert taken["quoted"][0]["cited"].endswith("[N]. 青岚日报, 2024-04-12.")
    assert "陆衡舟" in taken["quoted"][0]["sentence"]
    entries.locator("[data-ask]").click()
    expect(visit.locator("#answers .asked")).to_have_text(QUESTION)
    visit.get_by_role("button", name="History").click()
    expect(entries).to_have_count(2)
    visit.locator("#past [data-forget]").first.click()
    expect(entries).to_have_count(1)
    visit.on("dialog", lambda dialog: dialog.accept())
    visit.locator("#past [data-forget-all]").click()
    expect(visit.locator("#past")).to_contain_text("Nothing has been asked yet")


def test_the_history_is_taken_home_in_the_visitor_s_own_time(window: Browser, address: str) -> None:
    with visiting(window, address, timezone_id="Asia/Shanghai") as page:
        ask(page, QUESTION)
        page.get_by_role("button", name="History").click()
        with page.expect_download() as saved:
            page.get_by_role("button", name="Export as JSON").click()
        asked = json.loads(saved.value.path().read_text(encoding="utf-8"))[0]["asked"]
        with page.expect_download() as saved:
            page.get_by_role("button", name="Export as Markdown").click()
        assert asked.endswith("+08:00")
        local = asked[:16].replace("T", " ")
        assert f"({local})" in saved.value.path().read_text(encoding="utf-8")


def test_two_windows_of_one_browser_keep_one_history(visit: Page, address: str) -> None:
    other = visit.context.new_page()
    other.goto(address)
    other.wait_for_selector("#examples button")
    for page, question in ((visit, "甲？"), (other, "乙？"), (visit, "丙？")):
        ask(page, question)
        page.wait_for_timeout(500)  # it is kept after the answer is shown
    visit.get_by_role("button", name="History").click()
    expect(visit.locator("#past li .link")).to_have_text(["丙？", "乙？", "甲？"])
    visit.locator("#past [data-forget]").nth(1).click()
    expect(visit.locator("#past li .link")).to_have_text(["丙？", "甲？"])
    other.reload()
    other.get_by_role("button", name="History").click()
    expect(other.locator("#past li .link")).to_have_text(["丙？", "甲？"])


def test_a_judgement_stays_shown_when_answers_are_drawn_anew(visit: Page) -> None:
    ask(visit, QUESTION)
    pressed = visit.locator("#answers .judge.whole [aria-pressed=true]")
    visit.locator("#answers .judge.whole").get_by_role("button", name="wrong").click()
    expect(pressed).to_have_text("wrong")
    visit.get_by_text("繁體中文").click()
    expect(pressed).to_have_text("不對")
    ask(visit, "鹭洲湖越冬水鸟有多少种？")
    expect(pressed).to_have_count(1)
    expect(visit.locator("#answers .turn[open] [aria-pressed=true]")).to_have_count(0)


def test_a_question_of_the_history_folds_it_and_its_answer_is_seen(visit: Page) -> None:
    visit.set_viewport_size({"width": 1366, "height": 768})
    for number in range(6):
        ask(visit, f"第{number}问：谁主持了会议？")
    head = visit.locator("#history button").first
    head.click()
    expect(visit.locator("#past li")).to_have_count(6)
    visit.locator("#past [data-ask]").last.click()
    expect(visit.locator("#answers .turn")).to_have_count(7)
    expect(visit.locator("#past")).to_be_hidden()
    expect(visit.locator("#answers .turn[open] .said")).to_be_in_viewport()


def test_an_answer_below_the_fold_is_brought_into_view(visit: Page) -> None:
    visit.set_viewport_size({"width": 683, "height": 384})
    visit.locator("#filters button").first.click()
    ask(visit, QUESTION)
    expect(visit.locator("#answers .turn[open] .asked")).to_be_in_viewport()
    expect(visit.locator("#answers .turn[open] .said")).to_be_in_viewport()
