"""The other events that fit, and the way to the timeline, as HTML."""

from dataclasses import replace
from datetime import date

from corpus.article import Heading, Passage
from qa.answer import Answer, Carried, Event, Evidence, Person
from qa.messages.catalogue import texts
from qa.web.events import events_html

TEXTS = texts("zh-Hans")
PASSAGE = Passage("p2", "a2", 0, 9, "县里开了<b>会。")
HEADING = Heading("a2", "a2", "<i>防汛会议", "松岛晚报", date(2024, 5, 6), "", "")
EVIDENCE = Evidence(PASSAGE, HEADING, 1.0, 2, (0, 9), ())
EVENT = Event(EVIDENCE, date(2024, 5, 6), told=True, people=())
ANSWER = Answer("谁出席了<会议？", (EVIDENCE,), (), 0.9, answered=True, complete=True)


def test_another_event_leads_to_its_card_with_day_title_and_sentence() -> None:
    html = events_html(replace(ANSWER, others=(EVENT,)), TEXTS)
    assert 'data-goto="p2"' in html
    assert "2024-05-06" in html
    assert "&lt;i&gt;防汛会议" in html
    assert "县里开了&lt;b&gt;会。" in html
    assert "<i>" not in html


def test_people_stand_for_the_sentence() -> None:
    person = Person("陆青禾", "", ("出席",), "p2", 0, 3)
    html = events_html(replace(ANSWER, others=(replace(EVENT, people=(person,)),)), TEXTS)
    assert "陆青禾" in html
    assert "县里" not in html


def test_a_day_that_is_the_articles_says_so() -> None:
    html = events_html(replace(ANSWER, others=(replace(EVENT, told=False),)), TEXTS)
    assert f"({TEXTS['by_article']})" in html


def test_the_timeline_is_asked_with_the_question() -> None:
    assert 'data-timeline="谁出席了&lt;会议？"' in events_html(ANSWER, TEXTS)


def test_a_follow_up_has_no_timeline_and_no_evidence_nothing() -> None:
    carried = replace(ANSWER, carried=Carried(HEADING, (), elsewhere=False))
    assert "data-timeline" not in events_html(carried, TEXTS)
    assert events_html(replace(ANSWER, evidence=()), TEXTS) == ""
