"""Runs, misses and judgements as HTML: what is said, and that nothing of them is markup."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from qa.library import Library
from qa.messages.catalogue import texts
from qa.quality.finding import passage_with
from qa.quality.judgements import Judgement
from qa.quality.runs import Came, Group, Result, Run
from qa.question import QuestionError
from qa.web.clock import local_time
from qa.web.measuring_panel import drawn, state_html
from qa.web.quality import comparison_html, judgements_html, run_html, run_name
from qa.web.tab_quality import look_html
from qa.web.work import State
from tests.shelves import open_library, write

EN = texts("en")
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&${alert(1)}"
TAG = re.compile(r"<[^>]*>")
ALL = Group("all", 4, (0.5, 0.75, 1.0), (0.25, 0.75, 1.0), 0.6)
WHO = Group("who", 2, (0.5, 0.5, 1.0), (0.5, 0.5, 1.0), 0.55)
RUN = Run("one", "news", "2024-04-12T08:30:00+00:00", 6000, "e", 10, (ALL, WHO), 0.0584, 0.1)
OTHER = replace(RUN, name="two", groups=(replace(ALL, evidence=(0.5, 1.0, 1.0)),))
MISS = Result(
    *("q1", "谁主持会议？", "zh-Hans", "who", True, 0, "市长江映雪主持"),
    *(Came("桥修好了", "南汐日报", "石桥修好了。"), 0.4, True),
)
SAID = Judgement(
    "谁主持？", "right", "2024-04-12T08:30:00+00:00", "r", "/a.txt", "开会", "江映雪主持"
)
PARK = "柳塘公园开园\n\n柳塘日报讯 4月9日，柳塘公园开园，\n园长欧阳霁致辞。"


def words_of(markup: str) -> str:
    return " ".join(unescape(TAG.sub(" ", markup)).split())


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        opened.add([write(tmp_path / "park.txt", PARK)])
        yield opened


def test_a_run_is_a_bar_for_each_group() -> None:
    html = run_html(RUN, (), 5, EN)
    assert re.findall(r'<rect width="([\d.]+)%"', html) == ["75.00", "50.00"]
    shown = words_of(html)
    assert "A right passage among the first 5 (evidence@5) All 75.0 % of 4 Who 50.0 % of 2" in shown
    assert "news: answerable: 4; articles: 6,000; passages each: 10; median 58 ms" in shown


def test_a_run_shows_all_its_figures() -> None:
    shown = words_of(run_html(RUN, (), 5, EN))
    assert "All 4 50.0 % 75.0 % 100.0 % 25.0 % 75.0 % 100.0 % 60.0 %" in shown


def test_a_miss_says_what_came_instead() -> None:
    shown = words_of(run_html(RUN, (MISS, replace(MISS, id="q2", rank=1)), 5, EN))
    assert "Questions without a right passage among the first 5: 1" in shown
    assert (
        "谁主持会议？ Should have come 市长江映雪主持 the right one did not come"
        " Came first instead 石桥修好了。 桥修好了 · 南汐日报" in shown
    )


def test_a_late_hit_says_where_it_came() -> None:
    late = replace(MISS, rank=7)
    assert "the right one came at 7" in words_of(run_html(RUN, (late,), 5, EN))
    assert EN["no_missed"].format(cut=10) in words_of(run_html(RUN, (late,), 10, EN))


def test_unanswerable_questions_that_counted_as_answered_are_listed() -> None:
    none = replace(MISS, answerable=False, wanted="")
    shown = words_of(run_html(RUN, (none, replace(none, id="q2", answered=False)), 5, EN))
    assert "1 of 2 that no article answers, but that counted as answered" in shown


def test_nothing_came_from_an_empty_library() -> None:
    assert "Came first instead nothing" in words_of(
        run_html(RUN, (replace(MISS, came=None),), 5, EN)
    )


def test_two_runs_stand_beside_each_other() -> None:
    mine = (MISS, replace(MISS, id="q2"), replace(MISS, id="q3", rank=1))
    theirs = (MISS, replace(MISS, id="q2", rank=2), replace(MISS, id="q3"))
    shown = words_of(comparison_html((RUN, OTHER), (mine, theirs), 5, EN))
    assert "All · A 75.0 % of 4 All · B 100.0 % +25.0 points Who · A 50.0 % of 2" in shown
    assert "Who · B" not in shown
    for told in ("1 that only A misses", "1 that only B misses", "1 that both miss"):
        assert told in shown


def test_judgements_are_listed_newest_first_and_can_be_deleted() -> None:
    later = replace(SAID, verdict="none", said="2024-05-01T00:00:00+00:00", title="", evidence="")
    html = judgements_html((SAID, later), EN, writable=True)
    assert re.findall(r'data-forget="([^"]*)"', html) == [
        "1:2024-05-01T00:00:00+00:00",
        "0:2024-04-12T08:30:00+00:00",
    ]
    assert "谁主持？ right 开会 江映雪主持 2024-04-12" in words_of(html)
    assert "data-forget" not in judgements_html((SAID,), EN, writable=False)
    assert EN["no_judgements"] in judgements_html((), EN, writable=True)


def test_long_evidence_says_that_it_goes_on() -> None:
    shown = words_of(judgements_html((replace(SAID, evidence="长" * 81),), EN, writable=False))
    assert f" {'长' * 79}… " in shown


def test_times_say_that_they_are_utc_until_a_browser_translates_them() -> None:
    stamp = '<time datetime="2024-04-12T08:30:00+00:00" class="local">2024-04-12 08:30 UTC</time>'
    assert stamp in judgements_html((SAID,), EN, writable=False)
    assert stamp in run_html(RUN, (), 5, EN)
    assert run_name(RUN, EN, "") == "2024-04-12 08:30:00 UTC · news"
    assert run_name(RUN, EN, "Asia/Shanghai") == "2024-04-12 16:30:00 · news"


@pytest.mark.parametrize("zone", [None, "", "Nowhere/Town", "../etc/passwd", "America", "a\0b"])
def test_where_there_is_no_such_zone_times_are_in_utc(zone: str | None) -> None:
    assert local_time("2024-04-12T08:30:00+00:00", zone) == "2024-04-12 08:30:00 UTC"
    assert local_time("once", "Asia/Shanghai") == "once UTC"


def test_hostile_results_stay_text() -> None:
    came = Came(HOSTILE, HOSTILE, HOSTILE)
    bad = Result(HOSTILE, HOSTILE, HOSTILE, HOSTILE, True, 0, HOSTILE, came, 0.5, True)
    run = replace(RUN, questions=HOSTILE, groups=(replace(ALL, name=HOSTILE),))
    said = replace(SAID, question=HOSTILE, title=HOSTILE, evidence=HOSTILE, said=HOSTILE)
    html = run_html(run, (bad,), 5, EN) + comparison_html((run, run), ((bad,), (bad,)), 5, EN)
    html += judgements_html((said,), EN, writable=True)
    assert "<script" not in html
    assert "<img" not in html
    assert all(tag.count('"') % 2 == 0 for tag in TAG.findall(html))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State(), "Beginning"),
        (State(done=2, total=8, seconds_left=60), "Asking: 2 of 8 questions, about 60 s left"),
        (State(finished=True, stopped=True), "Stopped; nothing of this run was kept"),
        (State(finished=True), "Done"),
    ],
)
def test_how_far_a_run_is(state: State, words: str) -> None:
    assert words in state_html(state, EN)


def test_progress_is_told_in_another_language() -> None:
    assert drawn(None, "en") == ""
    assert "已停止" in drawn(State(finished=True, stopped=True), "zh-Hans")


def test_without_a_run_it_is_said_how_to_make_one(library: Library) -> None:
    assert EN["no_runs_yet"] in look_html(library, "", "", 5, EN)
    assert EN["no_runs_yet"] not in look_html(library, "", "", 5, EN, read_only=True)


def test_one_run_or_two_are_looked_at(library: Library) -> None:
    library.judge("谁致辞？", "right", library.retrieve("谁致辞？", 1)[0].passage_id)
    one, two = library.measure("").name, library.measure("").name
    assert "· B" not in look_html(library, one, one, 5, EN)
    assert "· B" in look_html(library, one, two, 5, EN)
    assert "· B" not in look_html(library, one, "gone", 5, EN)


def test_words_lead_to_their_passage_whatever_their_white_space(library: Library) -> None:
    passage = library.passages_of(next(library.articles()).id)[0].id
    assert passage_with(library, "园长 欧阳霁\n致辞") == passage
    assert passage_with(library, "这里没有的话") == ""
    with pytest.raises(QuestionError):
        passage_with(library, " ")
