"""The Status tab: what it shows of a library, of times, failures, the log and versions."""

import logging
import re
import tomllib
from pathlib import Path

import pytest

import qa
from qa.messages.catalogue import LANGUAGES, texts
from qa.report import Outcome, Status
from qa.web.failures import dismiss, failures_html
from qa.web.log_tail import LogTail, without_folders
from qa.web.tab_status import log_html, status_html, timings_html, versions_html
from qa.web.timings import Timings, histogram
from qa.web.versions import read_versions
from tests.shelves import open_library, write

EN = texts("en")
STATUS = Status("/srv/secret/news", 3, 10, 4, "e5", "jieba", (("南汐日报", 2),))


def log_of(tail: LogTail, level: int = logging.INFO) -> logging.Logger:
    logger = logging.Logger("qa.test", level)
    logger.addHandler(tail)
    return logger


def test_failed_files_are_dismissed_one_by_one_or_all(tmp_path: Path) -> None:
    with open_library(tmp_path / "library") as library:
        library.add([write(tmp_path / f"{name}.pdf", "no pdf") for name in "甲乙丙"])
        shown = failures_html(library.status().failures, EN, dismissing=True)
        every, first, *others = re.findall(r'data-dismiss="(\w+)"', shown)
        assert len(others) == 2
        dismiss(library, first)
        assert len(library.status().failures) == 2
        dismiss(library, "unknown")
        assert len(library.status().failures) == 2
        dismiss(library, every)
        assert library.status().failures == ()
    assert "data-dismiss" not in failures_html([Outcome("a.pdf", "failed", "is empty")], EN)


def test_it_says_what_is_not_encoded_yet() -> None:
    shown = status_html(STATUS, EN)
    assert "4 · the others are findable by words only" in shown


def test_articles_without_a_source_are_counted_among_the_sources() -> None:
    rows = [row for row in status_html(STATUS, EN).split("<tr>") if EN["no_source"] in row]
    assert [re.findall(r'"number">(\d+)<', row) for row in rows] == [["1"]]


def test_the_library_is_named_without_its_folders() -> None:
    shown = status_html(STATUS, EN)
    assert "<bdi>news</bdi>" in shown
    assert "secret" not in shown


def test_failed_files_stand_with_their_reasons_and_without_folders() -> None:
    failed = Outcome("/srv/secret/a<b>.pdf", "failed", "/srv/secret/a<b>.pdf is no PDF")
    shown = failures_html([failed], EN)
    assert "<td><bdi>a&lt;b&gt;.pdf</bdi></td><td><bdi>…/a&lt;b&gt;.pdf is no PDF</bdi>" in shown
    assert EN["no_failures"] in failures_html([], EN)


def test_many_failures_are_cut_and_counted() -> None:
    shown = failures_html([Outcome(f"{n}", "failed", "is empty") for n in range(103)], EN)
    assert shown.count("<tr><td>") == 100
    assert "3 more are not listed" in shown


def test_times_fall_into_the_step_that_they_reach() -> None:
    assert histogram([0.01, 0.05, 0.051, 0.2, 5.0, 5.1, 90]) == (2, 1, 1, 0, 0, 0, 1, 2)
    assert histogram([]) == (0,) * 8


def test_times_are_shown_as_bars_with_their_middle_and_end() -> None:
    shown = timings_html([0.04, 0.06, 3.0], EN)
    assert "The last 3 questions: half within 0.06 s, the slowest 3.00 s." in shown
    assert '<bdi>≤ 0.05 s</bdi></td><td><meter min="0" max="1" value="1"' in shown
    assert "<bdi>≤ 0.05 秒</bdi>" in timings_html([0.04], texts("zh-Hans"))
    assert EN["no_timings"] in timings_html([], EN)


def test_only_the_last_times_are_kept() -> None:
    timings = Timings(most=2)
    for _ in range(3):
        with timings.measured():
            pass
    assert len(timings.seconds()) == 2


def test_what_fails_is_no_answer_and_has_no_time() -> None:
    timings = Timings()
    with pytest.raises(RuntimeError), timings.measured():
        raise RuntimeError
    assert timings.seconds() == ()


def test_only_the_last_lines_are_kept() -> None:
    tail = LogTail(most=2)
    for number in range(3):
        log_of(tail).info("line %d", number)
    assert [line.rpartition(" ")[2] for line in tail.lines()] == ["1", "2"]


def test_a_line_says_when_how_bad_and_where_from_without_a_traceback() -> None:
    tail = LogTail()
    try:
        raise RuntimeError("the secret reason")
    except RuntimeError:
        log_of(tail).exception("failed\n(reference %s)", "0a1b")
    (line,) = tail.lines()
    assert line.endswith(" ERROR qa.test: failed (reference 0a1b)")


def test_what_is_only_for_developers_is_not_kept() -> None:
    tail = LogTail()
    log_of(tail, logging.DEBUG).debug("a detail")
    assert tail.lines() == ()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("/srv/news/a.txt: is empty", "…/a.txt: is empty"),
        ("'/srv/a b/c.txt'", "'…/a b/c.txt'"),
        (r"C:\news\a.txt cannot be read", "…/a.txt cannot be read"),
        ("https://news.example/a/b.html", "https://news.example/a/b.html"),
        ("corpus/sample and 3/4", "corpus/sample and 3/4"),
    ],
)
def test_paths_are_shown_without_folders(words: str, shown: str) -> None:
    assert without_folders(words) == shown


def test_the_log_is_escaped_and_the_newest_line_is_first() -> None:
    shown = log_html(["old", "<script>\u202e"], EN)
    assert "<li><bdi>&lt;script&gt;</bdi></li><li><bdi>old</bdi></li>" in shown
    assert '<div class="log" tabindex="0" role="log"' in shown  # a list is no log
    assert EN["no_log"] in log_html([], EN)


def test_a_column_of_bars_has_no_empty_head() -> None:
    shown = status_html(STATUS, EN) + timings_html([1.0], EN)
    assert "<td></td>" in shown
    assert "></th>" not in shown


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    assert qa.__version__ == project["project"]["version"]
    assert read_versions()[0] == ("Chuchu", qa.__version__)


def test_the_versions_of_what_answers_are_named() -> None:
    versions = dict(read_versions())
    assert {"Python", "gradio", "faiss-cpu", "jieba"} <= versions.keys()
    assert f"<dd><bdi>{versions['gradio']}</bdi></dd>" in versions_html(read_versions(), EN)


@pytest.mark.parametrize("language", [language for _, language in LANGUAGES])
def test_it_speaks_every_language(language: str) -> None:
    shown = texts(language)
    whole = status_html(STATUS, shown) + timings_html([1.0], shown) + log_html(["x"], shown)
    assert "{" not in whole
    assert shown["timings"] in whole
