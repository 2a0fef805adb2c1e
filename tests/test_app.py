"""The page without a browser: what it serves, what it says when something fails, long work."""

import logging
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import gradio as gr
import pytest

import app
from corpus.article import Heading, Passage, StoreError
from index.centre import Centres
from index.encoder import EncoderError
from index.lazy import LazyEncoder
from qa.answer import Answer, Carried, Evidence
from qa.library import Library
from qa.messages.catalogue import texts
from qa.report import Outcome
from qa.settings import Settings
from qa.web.adding import state_html
from qa.web.asking import Asking
from qa.web.errors import one_sentence
from qa.web.gate import is_loopback
from qa.web.opening import examples_drawer
from qa.web.style import launch_options
from qa.web.thread import find_evidence, thread_html, was_shown
from qa.web.timings import Timings
from qa.web.turns import Turns
from qa.web.work import State, Work
from tests.browser.pages import GRADIO_WARNINGS, served, small_library, sweep
from tests.fakes import HashEncoder

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

EN = texts("en")
NOTE = "柳塘公园开园\n\n柳塘日报讯 4月9日，柳塘公园开园，园长欧阳霁致辞。"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("app")
    (folder / "柳塘.md").write_text(NOTE, encoding="utf-8")
    with small_library(folder / "library", Settings()) as opened:
        opened.add([folder / "柳塘.md"])
        yield opened


@pytest.fixture(scope="module")
def address(library: Library) -> Iterator[str]:
    with served(library, Settings()) as where:
        yield where


def config(library: Library, *, read_only: bool) -> list[str]:
    page = app.build_page(library, Settings(), read_only=read_only)
    names = [str(block["props"].get("elem_id")) for block in page.get_config_file()["components"]]
    del page
    sweep()
    return names


def test_an_answer_that_comes_meanwhile_outlives_a_change_of_the_library(library: Library) -> None:
    page = app.build_page(library, Settings())
    filling = [
        each for each in page.fns.values() if getattr(each.fn, "__name__", "") == "draw_examples"
    ]
    assert filling
    drawn = {block.elem_id for each in filling for block in each.outputs}
    assert "examples" in drawn
    assert "answers" not in drawn
    del page, filling
    sweep()


def test_without_answers_questions_to_begin_with_are_drawn_and_no_answers(library: Library) -> None:
    examples, draw = (
        examples_drawer(library),
        Asking(library, Timings(), Turns(), judging=True).draw,
    )
    assert "柳塘公园开园" in examples((), "en")
    assert draw(False, (), "en") == gr.skip()
    asked = (answer("谁？"),)
    assert examples(asked, "en") == ""
    assert "谁？" in draw(False, asked, "en")


def fetched(address: str) -> tuple[int, str, str]:
    """The status, the policy header and the body of an answer."""
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310  this machine only
            policy = str(answer.headers["Content-Security-Policy"])
            return answer.status, policy, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, str(error.headers["Content-Security-Policy"]), ""


def evidence(passage_id: str, rank: int = 1) -> Evidence:
    passage = Passage(passage_id, "a", 0, 1, "甲")
    return Evidence(passage, Heading("a", "a", "", "", None, "", ""), 1.0, rank, (0, 1), ())


def answer(question: str, *found: Evidence) -> Answer:
    return Answer(question, found, (), 0.5, answered=True, complete=True)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("suffix", "ground"), [("", "#f5f5f4"), ("_dark", "#292524")])
def test_placeholders_can_be_read(suffix: str, ground: str) -> None:
    colour = str(getattr(launch_options()["theme"], f"input_placeholder_color{suffix}"))
    lightest, darkest = sorted((luminance(colour), luminance(ground)), reverse=True)
    assert (lightest + 0.05) / (darkest + 0.05) >= 4.5


def test_the_policy_lets_nothing_in_from_other_hosts(address: str) -> None:
    status, policy, body = fetched(address)
    assert status == 200
    assert "http" not in policy
    assert "default-src 'self'" in policy
    assert "fonts.googleapis" not in body


@pytest.mark.parametrize("name", ["chuchu.db", "../柳塘.md"])
def test_no_file_of_the_library_is_served(address: str, library: Library, name: str) -> None:
    path = urllib.request.pathname2url(str(library.path / name))
    status, _, _ = fetched(f"{address}gradio_api/file={path}")
    assert status in (403, 404)


def test_a_read_only_page_has_nothing_to_write_with(library: Library) -> None:
    writing = {"files", "add", "folder", "stop", "resume"}
    assert writing <= set(config(library, read_only=False))
    assert not writing & set(config(library, read_only=True))


def test_known_errors_are_told_as_they_are_and_escaped() -> None:
    with pytest.raises(gr.Error) as told, one_sentence(EN):
        raise StoreError("<img src=x>: is no library")
    assert told.value.message == "&lt;img src=x&gt;: is no library"


def test_programs_are_told_as_plain_text() -> None:
    with pytest.raises(gr.Error) as told, one_sentence(EN, plain=True):
        raise StoreError("<a>: is no library")
    assert str(told.value) == "<a>: is no library"


def test_other_errors_are_told_by_reference_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR), pytest.raises(gr.Error) as told, one_sentence(EN):
        raise RuntimeError("the secret reason")
    assert "secret" not in told.value.message
    reference = told.value.message.partition("reference ")[2][:8]
    assert reference in caplog.text
    assert "the secret reason" in caplog.text


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("a.b", False)],  # noqa: S104
)
def test_which_hosts_only_this_machine_reaches(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


@pytest.mark.parametrize(
    ("host", "auth", "warned"),
    [("0.0.0.0", "", True), ("0.0.0.0", "a:b", False), ("127.0.0.1", "", False)],  # noqa: S104
)
def test_it_warns_where_anybody_could_use_the_page(
    caplog: pytest.LogCaptureFixture, host: str, auth: str, warned: bool
) -> None:
    app.warn_of_strangers(host, auth, read_only=False)
    assert ("without a password: give the page --auth" in caplog.text) is warned


def test_warming_up_loads_the_encoder_once(tmp_path: Path) -> None:
    loaded: list[HashEncoder] = []

    def load() -> HashEncoder:
        loaded.append(HashEncoder())
        return loaded[-1]

    source = LazyEncoder(HashEncoder().fingerprint, load, lambda _: Centres())
    with Library(tmp_path, source, Settings()) as empty:
        app.warm_up(empty)
        app.warm_up(empty)
        assert len(loaded) == 1


def test_warming_up_tells_the_log_what_is_missing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def load() -> HashEncoder:
        raise EncoderError("there is no encoder here")

    source = LazyEncoder("none", load, lambda _: Centres())
    with Library(tmp_path, source, Settings()) as empty:
        app.warm_up(empty)
    assert "there is no encoder here" in caplog.text


def test_work_reports_how_far_it_is() -> None:
    def job(work: Work) -> None:
        work.on_outcome(Outcome("a.txt", "added"))
        work.on_encoded(0, 4)
        work.on_encoded(2, 4)

    last = list(Work(job).states())[-1]
    assert last.finished
    assert not last.stopped
    assert [outcome.where for outcome in last.outcomes] == ["a.txt"]
    assert (last.done, last.total) == (2, 4)


def test_work_tells_indexing_words_from_encoding() -> None:
    def job(work: Work) -> None:
        work.on_indexed(0, 9)
        work.on_indexed(9, 9)
        work.on_outcome(Outcome("a.txt", "added"))

    last = list(Work(job).states())[-1]
    assert (last.indexing, last.done, last.total) == (True, 9, 9)


def test_work_counts_the_files_that_are_read() -> None:
    def job(work: Work) -> None:
        work.on_file(0, 3)
        work.on_file(2, 3)

    last = list(Work(job).states())[-1]
    assert (last.files_read, last.files, last.total) == (2, 3, 0)
    assert last.seconds_left is not None


def test_work_stops_at_its_next_report() -> None:
    stopped, reports = Event(), []

    def job(work: Work) -> None:
        stopped.wait()
        work.on_outcome(Outcome("a.txt", "added"))
        reports.append("never")

    work = Work(job)
    states = work.states()
    assert not next(states).finished
    work.stop()
    stopped.set()
    assert list(states)[-1].stopped
    assert not reports


def test_work_stops_when_nobody_listens() -> None:
    left, ended = Event(), Event()

    def job(work: Work) -> None:
        left.wait()
        try:
            work.on_encoded(0, 1)
        finally:
            ended.set()

    work = Work(job)
    states = work.states()
    next(states)
    del states  # the visitor has gone
    left.set()
    assert ended.wait(5)


def test_work_tells_what_its_job_raised() -> None:
    def job(work: Work) -> None:
        work.on_encoded(0, 10)
        raise StoreError("the disk is full")

    states: list[State] = []
    with pytest.raises(StoreError, match="disk is full"):
        for state in Work(job).states():
            states.append(state)
    assert (states[-1].finished, states[-1].stopped, states[-1].total) == (True, True, 10)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State(), "Beginning"),
        (
            State(outcomes=(Outcome("a", "added"),), files_read=1, files=3, seconds_left=20),
            "Reading file 2 of 3, 1 articles so far, about 20 s left",
        ),
        (State(files_read=3, files=3), "Reading file 3 of 3"),
        (State(done=0, total=8), "Encoding: 0 of 8 passages<"),
        (State(done=2, total=8, seconds_left=60), "Encoding: 2 of 8 passages, about 60 s left"),
        (State(finished=True), "Done"),
        (State(finished=True, stopped=True), "Stopped."),
    ],
)
def test_progress_in_words(state: State, words: str) -> None:
    assert words in state_html(state, EN)


@pytest.mark.parametrize(
    ("state", "bar"),
    [
        (State(finished=True, done=8, total=8), 'value="1" max="1"'),
        (State(finished=True, stopped=True, done=2, total=8), 'value="2" max="8"'),
        (State(finished=True, stopped=True, files_read=1, files=3), 'value="1" max="3"'),
        (State(finished=True, stopped=True), 'value="0" max="1"'),
    ],
)
def test_the_bar_of_what_was_stopped_is_as_long_as_what_was_done(state: State, bar: str) -> None:
    assert bar in state_html(state, EN)


def test_evidence_is_found_in_the_newest_answer() -> None:
    newest, oldest = evidence("p", rank=2), evidence("p", rank=1)
    thread = [answer("b", newest), answer("a", oldest, evidence("q"))]
    assert find_evidence(thread, "p") is newest
    assert find_evidence(thread, "q") is not None
    assert find_evidence(thread, "x") is None


def test_only_what_was_shown_can_be_judged() -> None:
    followed = Carried(Heading("a", "a", "", "", None, "", ""), (), elsewhere=False)
    thread = (
        answer("谁\u202e？", evidence("p")),
        replace(answer("他呢？", evidence("q")), carried=followed),
    )
    assert was_shown(thread, "谁？", "p")
    assert was_shown(thread, "谁？", "")
    assert not was_shown(thread, "谁？", "q")
    assert not was_shown(thread, "几时？", "p")
    assert not was_shown(thread, "他呢？", "q")


def test_only_the_newest_turn_is_open() -> None:
    html = thread_html((answer("<b>2", evidence("p")), answer("1", evidence("p"))), EN)
    assert html.count('<details class="turn" open') == 1
    assert html.index("&lt;b&gt;2") < html.index(">1<")
