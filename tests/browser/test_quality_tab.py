"""The Quality tab in a real browser: a question file is run, misses are read, runs compared."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from qa.library import Library
from qa.settings import Settings
from qa.web.clock import local_time
from tests.browser.pages import GRADIO_WARNINGS, fits, sampled, served, visiting

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

QUESTION = "谁主持了青岚省的湿地保护工作会议？"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with sampled(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def address(library: Library) -> Iterator[str]:
    with served(library, Settings(threshold=0)) as where:
        yield where


@pytest.fixture
def tab(visit: Page) -> Page:
    """The Quality tab of a visitor."""
    visit.get_by_role("tab", name="Quality").click()
    expect(visit.locator("#quality")).to_contain_text("No run yet")
    return visit


@pytest.fixture
def questions(library: Library, tmp_path: Path) -> Path:
    evidence = library.ask(QUESTION, 1).evidence[0]
    planted = "<img src=x onerror=window.ran=1>"
    golds = {
        "right": (QUESTION, evidence.heading.record, evidence.passage.text),
        "wrong": (f"谁来了？{planted}", "nowhere", f"不在库里{planted}"),
    }
    lines = [
        json.dumps(
            {
                "id": name,
                "question": question,
                "lang": "zh-Hans",
                "type": "who",
                "gold": [{"article": record, "evidence": text}],
            }
        )
        for name, (question, record, text) in golds.items()
    ]
    file = tmp_path / "问题.questions.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def run(page: Page) -> None:
    """Runs the chosen questions, until the result is looked at."""
    page.wait_for_timeout(1100)  # runs are called by the second in which they began
    before = page.locator("#run input").input_value()
    page.locator("#measure").click()
    expect(page.locator("#run input")).not_to_have_value(before)
    expect(page.locator("#measuring")).to_contain_text("Done")


def run_file(tab: Page, questions: Path) -> None:
    tab.locator("#question-file input[type=file]").set_input_files(questions)
    expect(tab.locator("#question-set input")).to_have_value("问题")
    run(tab)


def test_a_question_file_is_run_and_its_misses_shown(
    tab: Page, questions: Path, library: Library
) -> None:
    run_file(tab, questions)
    expect(tab.locator("#quality .bars tr").first).to_contain_text("50.0 %")
    tab.locator("#quality .misses summary").first.click()
    miss = tab.locator("#quality .misses li")
    expect(miss).to_have_count(1)
    expect(miss).to_contain_text("Came first instead")
    assert tab.locator("#quality img").count() == 0
    run(tab)
    tab.wait_for_timeout(1000)  # a list that is filled anew closes
    tab.locator("#other-run input").click()
    tab.get_by_role("option").last.click()
    expect(tab.locator("#quality")).to_contain_text("1 that both miss")
    tab.reload()
    tab.get_by_role("tab", name="Quality").click()
    expect(tab.locator("#quality .bars tr").first).to_contain_text("50.0 %")
    assert len(library.runs()) == 2


def test_a_set_of_questions_is_deleted_and_its_runs_stay(
    tab: Page, questions: Path, library: Library
) -> None:
    drop = tab.locator("#drop-set button")
    expect(drop).to_be_hidden()  # there is no set yet
    run_file(tab, questions)
    tab.once("dialog", lambda dialog: dialog.dismiss())
    drop.click()
    assert library.question_sets() == ("问题",)
    tab.once("dialog", lambda dialog: dialog.accept())
    drop.click()
    expect(tab.locator("#question-set input")).to_have_value("")
    expect(drop).to_be_hidden()
    assert library.question_sets() == ()
    assert len(library.runs()) == 1


def test_a_file_that_is_no_question_file_is_told_without_its_place(
    tab: Page, tmp_path: Path, questions: Path
) -> None:
    bad = tmp_path / "坏.jsonl"
    bad.write_text("{}", encoding="utf-8")
    tab.locator("#question-file input[type=file]").set_input_files(bad)
    toast = tab.get_by_test_id("toast-body")
    expect(toast).to_contain_text("坏.jsonl:1")
    assert "/" not in toast.inner_text()
    run_file(tab, questions)  # it blocks nothing


def test_a_question_is_written_measured_exported_and_deleted(tab: Page, library: Library) -> None:
    tab.get_by_text("Write a question and its answer").click()
    words = library.ask(QUESTION, 1).evidence[0].passage.text[:20]
    tab.locator("#own-question textarea, #own-question input").fill(QUESTION)
    tab.locator("#own-evidence textarea").fill(words)
    tab.locator("#keep-question").click()
    expect(tab.locator("#judged tbody tr")).to_contain_text(QUESTION)
    expect(tab.locator("#question-set input")).to_have_value("Judged by people (1)")
    expect(tab.locator("#drop-set button")).to_be_hidden()
    with tab.expect_download() as exported:
        tab.locator("#export-judged").click()
    line = json.loads(exported.value.path().read_text(encoding="utf-8"))
    assert line["gold"][0]["evidence"] == words
    run(tab)
    expect(tab.locator("#quality .bars tr").first).to_contain_text("100.0 %")
    tab.locator("#judged [data-forget]").click()
    expect(tab.locator("#judged")).to_contain_text("Nobody has judged an answer yet")


def test_words_that_no_article_holds_are_refused(tab: Page) -> None:
    tab.get_by_text("Write a question and its answer").click()
    tab.locator("#own-question textarea, #own-question input").fill("谁？")
    tab.locator("#own-evidence textarea").fill("这里没有的话")
    tab.locator("#keep-question").click()
    expect(tab.get_by_test_id("toast-body")).to_contain_text("No article with these words")


def test_a_run_is_called_by_the_visitor_s_own_time(
    window: Browser, address: str, library: Library
) -> None:
    library.judge(QUESTION, "none")
    library.measure("")
    (began,) = (run.began for run in library.runs())
    with visiting(window, address, timezone_id="Asia/Shanghai") as page:
        page.get_by_role("tab", name="Quality").click()
        expect(page.locator("#run input")).to_have_value(
            f"{local_time(began, 'Asia/Shanghai')} · Judged by people"
        )


def test_a_narrow_screen_is_not_overflowed(tab: Page, library: Library) -> None:
    library.judge("谁？" + "长" * 300, "none")
    library.judge(QUESTION, "right", library.retrieve(QUESTION, 1)[0].passage_id)
    library.measure("")
    tab.set_viewport_size({"width": 390, "height": 800})
    tab.reload()
    tab.get_by_role("tab", name="Quality").click()
    expect(tab.locator("#judged tbody tr")).to_have_count(2)
    tab.locator("#quality .figures summary").first.click()
    last = tab.locator("#quality .bars .number").first.bounding_box()
    assert last is not None
    assert last["x"] + last["width"] <= 390
    assert fits(tab)
