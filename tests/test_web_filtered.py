"""What a question was narrowed to is said, and no more articles are called silent than searched."""

import datetime
from dataclasses import replace

import pytest

from corpus.article import Filters
from qa.answer import Carried, Topic
from qa.messages.catalogue import texts
from qa.messages.narrowed import filters_words
from qa.timeline import Timeline
from qa.web.again import read_again
from qa.web.answer import answer_html
from qa.web.events import events_html
from qa.web.filtered import filters_json, read_filters_json
from qa.web.history import said_line
from qa.web.thread import was_shown
from qa.web.timeline import timeline_html
from tests.test_render import ANSWER, EN, HEADING, HOSTILE, verdicts, words_of

JANUARY, APRIL = datetime.date(2024, 1, 1), datetime.date(2024, 4, 30)
DAYS = Filters(since=JANUARY, until=APRIL)
SILENT = replace(ANSWER, answered=False, filters=DAYS, people=())


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (Filters(), ""),
        (DAYS, "2024-01-01 – 2024-04-30"),
        (Filters("青岚日报", since=JANUARY), "青岚日报 · 2024-01-01 起"),
        (Filters(until=APRIL, article="a1"), "到 2024-04-30 · 只有一篇文章"),
    ],
)
def test_filters_in_words(filters: Filters, told: str) -> None:
    assert filters_words(filters, texts("zh-Hans")) == told
    assert read_filters_json(filters_json(filters)) == filters


def test_what_is_no_filters_narrows_nothing() -> None:
    assert read_filters_json("<b>") == Filters()


def test_an_answer_says_what_it_was_narrowed_to() -> None:
    article = replace(ANSWER, filters=Filters(article="a1"))
    assert "Filters: 南汐开会" in words_of(answer_html(article, EN))
    assert "Filters: 2024-01-01 – 2024-04-30" in words_of(answer_html(SILENT, EN))
    assert "<script" not in answer_html(replace(ANSWER, filters=Filters(HOSTILE)), EN)


def test_only_the_articles_within_the_filters_are_called_silent() -> None:
    html = answer_html(SILENT, EN)
    assert EN["unanswered_filtered"] in html
    assert EN["unanswered"] not in words_of(html)
    assert said_line(SILENT, EN) == EN["unanswered_filtered"]
    assert said_line(replace(SILENT, evidence=()), EN) == EN["nothing_found_filtered"]


def test_the_newest_question_that_nothing_within_answers_can_be_asked_of_all() -> None:
    carried = Carried(HEADING, (), elsewhere=False, topic=Topic("问？", HEADING, "句。", ()))
    html = answer_html(replace(SILENT, carried=carried), EN)
    assert EN["unfiltered"] in html
    assert html.count("data-ask") == 1
    assert "2024-04-30" not in html[html.index("data-again") :].partition(">")[0]
    assert "a1" in html[html.index("data-again") :].partition(">")[0]
    assert "data-ask" not in answer_html(SILENT, EN, newest=False)
    assert "data-ask" not in answer_html(replace(SILENT, answered=True), EN)


def test_an_answer_says_what_its_own_dates_narrowed_it_to() -> None:
    dated = replace(ANSWER, since=JANUARY)
    assert "By the question’s dates: from 2024-01-01" in words_of(answer_html(dated, EN))
    for given in (ANSWER, replace(ANSWER, since=JANUARY, until=APRIL, filters=DAYS)):
        assert EN["dated"] not in answer_html(given, EN)


def test_a_filtered_answer_cannot_be_called_true_of_all_articles() -> None:
    assert ("none", "") not in verdicts(answer_html(SILENT, EN, judging=True))
    assert 'class="judge whole"' not in answer_html(SILENT, EN, judging=True)
    answered = verdicts(answer_html(replace(SILENT, answered=True), EN, judging=True))
    assert answered[:2] == [("right", "p1"), ("wrong", "p1")]
    assert ("none", "") not in answered
    assert not was_shown((SILENT,), SILENT.question, "")
    assert was_shown((SILENT,), SILENT.question, "p1")
    assert was_shown((SILENT, ANSWER), SILENT.question, "")


def test_a_timeline_is_asked_for_within_the_answers_filters() -> None:
    assert "2024-04-30" in events_html(SILENT, EN)
    timeline = Timeline("问？", (), 0, answered=False, complete=True, filters=DAYS, found=False)
    html = timeline_html(timeline, EN)
    assert "2024-01-01 – 2024-04-30" in html
    assert EN["nothing_found_filtered"] in html
    assert EN["timeline_empty"] not in html


def test_what_says_nothing_of_how_it_was_asked_is_not_read() -> None:
    assert read_again("") is None
