"""The Library tab in a real browser: listing, finding, removing, adding, taking home."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from qa.library import Library
from qa.settings import Settings
from tests.browser.conftest import HOSTILE, HUGE
from tests.browser.pages import GRADIO_WARNINGS, fits, served, small_library, visiting

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

ARTICLES = [
    {
        "id": f"n{number}",
        "title": f"第{number:02}号公报",
        "source": "柳塘日报" if number % 2 else "北岚晚报",
        "published": f"2024-{number % 12 + 1:02}-15",
        "text": f"柳塘镇第{number}次会议召开。" + "会议讨论了水渠。" * number,
    }
    for number in range(60)
]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    lines = [json.dumps(each, ensure_ascii=False) for each in (*ARTICLES, HOSTILE)]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with small_library(tmp_path / "library", Settings(threshold=0)) as opened:
        opened.add([tmp_path / "news.jsonl"])
        yield opened


@pytest.fixture
def address(library: Library) -> Iterator[str]:
    with served(library, Settings(threshold=0)) as where:
        yield where


@pytest.fixture
def tab(visit: Page) -> Page:
    """The Library tab of a visitor."""
    return open_tab(visit)


def open_tab(page: Page) -> Page:
    page.get_by_role("tab", name="Library").click()
    expect(page.locator("#pictures .chart").first).to_be_visible()
    return page


def titles(page: Page) -> list[str]:
    return page.locator("#articles .title").all_inner_texts()


def test_a_column_sorts_and_turns_round(tab: Page) -> None:
    head = tab.locator("#articles th", has_text="Title")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert titles(tab)[1] == "第00号公报"  # behind 植
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert titles(tab)[0] == "第59号公报"


def test_pages_are_turned_by_button_and_by_number(tab: Page) -> None:
    told = tab.locator("#articles .list-head .note")
    expect(told).to_have_text("1–25 of 61")
    tab.get_by_role("button", name="Next →").click()
    expect(told).to_have_text("26–50 of 61")
    field = tab.get_by_label("Page", exact=False).locator("visible=true").last
    field.fill("3")
    field.press("Enter")
    expect(told).to_have_text("51–61 of 61")
    tab.get_by_role("button", name="⇤ First").click()
    expect(told).to_have_text("1–25 of 61")


def test_words_of_title_and_text_are_found(tab: Page) -> None:
    find = tab.get_by_label("Find articles")
    find.fill("北岚 59次")
    find.press("Enter")
    expect(tab.locator("#articles")).to_contain_text("No article holds these words")
    find.fill("58号 水渠")
    find.press("Enter")
    expect(tab.locator("#articles .title")).to_have_text(["第58号公报"])


def test_an_article_is_read(tab: Page) -> None:
    tab.get_by_role("button", name="第11号公报").click()
    expect(tab.locator("#reader .sheet")).to_contain_text("柳塘镇第11次会议召开")
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("button", name="第11号公报")).to_be_focused()


def test_what_is_removed_can_be_put_back(tab: Page, library: Library) -> None:
    remove = tab.get_by_role("button", name="Remove selected")
    expect(remove).to_be_disabled()
    before = titles(tab)
    for title in before[:2]:
        tab.get_by_label(f"Select: {title}").check()
    expect(remove).to_have_text("Remove selected 2")
    remove.click()
    expect(tab.locator("#removed")).to_contain_text("2 removed · ")
    expect(tab.locator("#articles .list-head .note")).to_have_text("1–25 of 59")
    assert library.status().articles == 59
    tab.get_by_role("button", name="Put back").click()
    expect(tab.locator("#articles .list-head .note")).to_have_text("1–25 of 61")
    assert titles(tab) == before
    expect(tab.locator("#removed li")).to_have_count(0)


def test_what_is_deleted_for_good_is_asked_about_first(tab: Page, library: Library) -> None:
    tab.get_by_label(f"Select: {titles(tab)[0]}").check()
    tab.get_by_role("button", name="Remove selected").click()
    delete = tab.get_by_role("button", name="Delete for good")
    tab.once("dialog", lambda asked: asked.dismiss())
    delete.click()
    assert len(library.set_aside()) == 1
    tab.once("dialog", lambda asked: asked.accept())
    delete.click()
    expect(tab.locator("#removed li")).to_have_count(0)
    assert library.set_aside() == ()


def test_all_of_a_page_are_picked_at_once(tab: Page) -> None:
    tab.get_by_label("Select all on this page").check()
    expect(tab.get_by_role("button", name="Remove selected")).to_have_text("Remove selected 25")


def ticked(page: Page) -> set[str]:
    """The titles of the rows that are ticked."""
    rows = page.locator("#articles tbody tr", has=page.locator("input:checked"))
    return set(rows.locator(".title").all_inner_texts())


def test_ticks_stay_with_their_articles_when_the_list_is_sorted(
    tab: Page, library: Library
) -> None:
    tab.get_by_label("Find articles").fill("1号")
    tab.get_by_label("Find articles").press("Enter")
    expect(tab.locator("#articles .title")).to_have_count(6)
    shown = titles(tab)
    for title in shown[:2]:
        tab.get_by_label(f"Select: {title}").check()
    tab.locator("#articles th", has_text="Title").get_by_role("button").click()
    expect(tab.locator("#articles th[aria-sort]")).to_contain_text("Title")
    assert titles(tab)[:2] != shown[:2]
    assert ticked(tab) == set(shown[:2])
    tab.get_by_label(f"Select: {shown[2]}").check()
    remove = tab.get_by_role("button", name="Remove selected")
    expect(remove).to_have_text("Remove selected 3")
    remove.click()
    expect(tab.locator("#articles .title")).to_have_count(3)
    assert {each.title for each in library.page("1号").articles} == set(shown[3:])
    assert ticked(tab) == set()
    expect(remove).to_be_disabled()


@pytest.mark.parametrize(
    ("scheme", "accent"), [("light", "rgb(168, 40, 31)"), ("dark", "rgb(239, 138, 128)")]
)
def test_a_ticked_box_is_filled(
    window: Browser, address: str, scheme: Literal["light", "dark"], accent: str
) -> None:
    with visiting(window, address, color_scheme=scheme) as page:
        box = open_tab(page).locator("#articles tbody input").first
        box.check()
        look = "box => (({ appearance, accentColor }) => [appearance, accentColor])"
        assert box.evaluate(f"{look}(getComputedStyle(box))") == ["auto", accent]


def test_what_is_no_longer_shown_is_no_longer_ticked(tab: Page) -> None:
    every = tab.get_by_label("Select all on this page")
    remove = tab.get_by_role("button", name="Remove selected")
    every.check()
    expect(remove).to_have_text("Remove selected 25")
    for button in ("Next →", "← Previous"):
        tab.get_by_role("button", name=button).click()
        expect(remove).to_be_disabled()
        expect(remove).to_have_text("Remove selected ")
        assert ticked(tab) == set()
        expect(every).not_to_be_checked()


def test_what_was_removed_before_is_offered(library: Library, window: Browser) -> None:
    library.withdraw([library.page("第05号").articles[0].id])
    with served(library, Settings()) as address, visiting(window, address) as page:
        open_tab(page)
        expect(page.locator("#removed")).to_contain_text("1 removed · ")
        page.get_by_role("button", name="Put back").click()
        expect(page.locator("#articles .list-head .note")).to_have_text("1–25 of 61")
    assert library.set_aside() == ()


def test_files_are_added_under_their_own_names(tab: Page, library: Library, tmp_path: Path) -> None:
    note = tmp_path / "柳塘开园.txt"
    note.write_text("柳塘公园昨日开园，园长欧阳霁致辞。", encoding="utf-8")
    outcomes = tab.locator("#outcomes")
    for change in ("added", "unchanged"):
        tab.locator("#files input[type=file]").set_input_files(note)
        expect(tab.locator("#files")).to_contain_text("柳塘开园")
        tab.locator("#add").click()
        expect(outcomes.locator(f".counts .{change}")).to_contain_text("1")
        expect(tab.locator("#progress")).to_contain_text("Done")
    assert [a.address for a in library.articles() if "欧阳霁" in a.text] == ["upload:柳塘开园.txt"]
    expect(tab.locator("#articles .list-head .note")).to_have_text("1–25 of 62")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files of one name in folders, and a hidden one."""
    for name, text in (("一", "甲镇的水渠修好了。"), ("二", "乙镇的水渠修好了。")):
        (tmp_path / "夹" / name).mkdir(parents=True)
        (tmp_path / "夹" / name / "水渠.txt").write_text(text, encoding="utf-8")
    (tmp_path / "夹" / ".DS_Store").write_bytes(b"\0")
    return tmp_path / "夹"


def repaired(library: Library) -> set[str]:
    return {a.address for a in library.articles() if "水渠修好了" in a.text}


WHOLE_FOLDER = {"upload:夹/一/水渠.txt", "upload:夹/二/水渠.txt"}


def test_a_chosen_folder_is_added_by_its_paths(tab: Page, library: Library, folder: Path) -> None:
    tab.locator("#folder input[type=file], input[webkitdirectory]").first.set_input_files(folder)
    expect(tab.locator("#outcomes .counts .added")).to_contain_text("2")
    assert repaired(library) == WHOLE_FOLDER


def test_a_dropped_folder_is_added_by_its_paths(tab: Page, library: Library, folder: Path) -> None:
    drop(tab, "#files", folder)
    expect(tab.locator("#files")).to_contain_text("夹/一/水渠")
    tab.locator("#add").click()
    expect(tab.locator("#outcomes .counts .added")).to_contain_text("2")
    expect(tab.locator("#outcomes td").first).to_have_text("夹/一/水渠.txt")
    assert repaired(library) == WHOLE_FOLDER


def test_dropped_files_are_left_to_gradio(tab: Page, folder: Path) -> None:
    drop(tab, "#files", folder / "一" / "水渠.txt")
    expect(tab.locator("#files")).to_contain_text("水渠")
    expect(tab.locator("#files")).not_to_contain_text("一/")


@pytest.fixture
def mixed(tmp_path: Path) -> list[Path]:
    """A good file, one that is too large, and a good one."""
    files = [tmp_path / name for name in ("甲.txt", "<b>太大.txt", "乙.txt")]
    for file in files:
        file.write_text(f"{file.stem}镇的水渠修好了。", encoding="utf-8")
    with files[1].open("wb") as large:
        large.truncate(257 * 1024 * 1024)
    return files


@pytest.mark.parametrize("way", ["choose", "drop"])
def test_a_file_that_is_too_large_leaves_the_others_to_be_added(
    window: Browser, address: str, mixed: list[Path], way: str
) -> None:
    with visiting(window, address, locale="zh-CN") as page:
        page.get_by_role("tab", name="文章库").click()
        if way == "drop":
            drop(page, "#files", *mixed)
        else:
            page.locator("#files input[type=file]").set_input_files(mixed)
        for name in ("甲.txt", "乙.txt"):
            expect(page.locator(f'#files td[aria-label="{name}"]')).to_be_visible()
        expect(page.locator("#files td.filename")).to_have_count(2)
        told = page.locator("#left-out [role=status]")
        expect(told).to_have_text("太大，没有上传（每个文件最多 256 MB）： <b>太大.txt")
        page.locator("#switch").get_by_text("English").click()
        expect(told).to_contain_text("Too large, and not sent")
        expect(page.get_by_test_id("toast-body")).to_have_count(0)


def test_nothing_is_sent_where_all_is_too_large(tab: Page, mixed: list[Path]) -> None:
    tab.locator("#files input[type=file]").set_input_files(mixed[1])
    expect(tab.locator("#left-out")).to_contain_text("太大.txt")
    expect(tab.locator("#files td.filename")).to_have_count(0)
    tab.locator("#files input[type=file]").set_input_files(mixed[0])
    expect(tab.locator("#files td.filename")).to_have_count(1)
    expect(tab.locator("#left-out [role=status]")).to_have_count(0)


def drop(page: Page, place: str, *paths: Path) -> None:
    """Drops files and folders of this machine there, as a file manager does."""
    page.locator(place).scroll_into_view_if_needed()
    box = page.locator(place).bounding_box()
    assert box is not None
    middle = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    data = {"items": [], "files": list(map(str, paths)), "dragOperationsMask": 1}
    devtools = page.context.new_cdp_session(page)
    for step in ("dragEnter", "dragOver", "drop"):
        devtools.send("Input.dispatchDragEvent", {"type": step, **middle, "data": data})


def test_what_cannot_be_read_is_named_with_its_reason(tab: Page, tmp_path: Path) -> None:
    broken = tmp_path / "<img src=x onerror=window.ran=1>.pdf"
    broken.write_bytes(b"no pdf")
    tab.locator("#files input[type=file]").set_input_files(broken)
    tab.locator("#add").click()
    expect(tab.locator("#outcomes .change.failed")).to_have_text("failed")
    assert tab.locator("#outcomes img").count() == 0


def test_the_library_is_taken_home(tab: Page, library: Library, tmp_path: Path) -> None:
    with tab.expect_download() as exported:
        tab.get_by_role("button", name="Export as JSONL").click()
    lines = exported.value.path().read_text(encoding="utf-8").splitlines()
    assert len(lines) == 61
    assert exported.value.suggested_filename == "chuchu.jsonl"
    with tab.expect_download() as copied:
        tab.get_by_role("button", name="Download a copy").click()
    zipfile.ZipFile(copied.value.path()).extractall(tmp_path / "copy")
    with small_library(tmp_path / "copy", Settings()) as copy:
        assert copy.status().articles == 61


def test_pictures_have_their_numbers_in_words(tab: Page) -> None:
    months = tab.locator("#pictures .columns").first
    expect(months).to_have_attribute("aria-label", re.compile(r"^60 articles; the most, \d+, are"))
    expect(tab.locator("#pictures")).to_contain_text("Simplified Chinese")
    tab.locator("#pictures summary").first.click()
    expect(tab.locator("#pictures .numbers").first).to_contain_text("2024-01")


def test_planted_titles_break_nothing(tab: Page) -> None:
    find = tab.get_by_label("Find articles")
    find.fill("植入标题")
    find.press("Enter")
    expect(tab.locator("#articles .list-head .note")).to_have_text("1–1 of 1")
    expect(tab.locator("#articles")).to_contain_text(HUGE[:80])
    assert tab.locator("#articles").locator("script, img, style").count() == 0
    for width in (1100, 390):
        tab.set_viewport_size({"width": width, "height": 800})
        assert fits(tab)
