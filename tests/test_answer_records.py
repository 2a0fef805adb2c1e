"""Answers as JSON: every field, every offset, one line."""

import json
from dataclasses import replace
from datetime import date

from corpus.article import Heading, Passage
from qa.answer import Answer, Carried, Event, Evidence, Person, ShortAnswer, Span
from qa.records.answers import answer_record, run_record
from qa.records.lines import json_line

TEXT = "会议召开。桑若谷出席会议。"


def evidence() -> Evidence:
    return Evidence(
        passage=Passage("0123456789abcdef", "aa", 40, 40 + len(TEXT), TEXT),
        heading=Heading("aa", "record-1", "开会", "青岚日报", date(2024, 5, 6), "5月6日", TEXT),
        score=1.23456789,
        rank=1,
        sentence=(5, 13),
        spans=(Span(0, 2, "match"), Span(5, 8, "person"), Span(10, 12, "match")),
    )


def answer() -> Answer:
    return Answer(
        question="谁出席了会议？",
        evidence=(evidence(),),
        people=(Person("桑若谷", "副县长", ("出席", "讲话"), "0123456789abcdef", 5, 8),),
        confidence=0.123456789,
        answered=True,
        complete=True,
    )


def test_a_line_of_a_run_file() -> None:
    assert json.loads(json_line(run_record(answer(), "q1"))) == {
        "id": "q1",
        "passages": [
            {
                "article": "record-1",
                "start": 40,
                "end": 53,
                "text": TEXT,
                "score": 1.234568,
                "highlights": [
                    [0, 2, "match"],
                    [5, 13, "sentence"],
                    [5, 8, "person"],
                    [10, 12, "match"],
                ],
            }
        ],
        "confidence": 0.123457,
        "people": [{"name": "桑若谷", "title": "副县长", "role": "出席、讲话"}],
    }


def test_an_answer_says_besides_what_was_asked_and_whether_it_is_answered() -> None:
    record = answer_record(answer())
    assert record["question"] == "谁出席了会议？"
    assert record["answered"] is True
    assert record.keys() == {
        *run_record(answer()),
        "question",
        "answered",
        "short",
        "others",
        "carried",
        "since",
        "until",
        "complete",
    }


def test_an_answer_says_what_was_searched() -> None:
    whole, part = answer(), replace(answer(), since=date(2024, 5, 1), complete=False)
    records = [answer_record(each) for each in (whole, part)]
    assert [(each["since"], each["until"], each["complete"]) for each in records] == [
        (None, None, True),
        ("2024-05-01", None, False),
    ]


def test_a_passage_names_the_other_articles_that_carry_it() -> None:
    other = Heading("bb", "record-2", "开会了", "松岛晚报", date(2024, 5, 8), "", TEXT)
    given = replace(answer(), evidence=(replace(evidence(), reprints=(other,)),))
    (passage,) = answer_record(given)["passages"]
    assert passage["reprints"] == [
        {
            "article": "record-2",
            "title": "开会了",
            "source": "松岛晚报",
            "published": "2024-05-08",
        }
    ]


def test_a_passage_of_an_answer_tells_its_ranks_and_article() -> None:
    given = replace(answer(), evidence=(replace(evidence(), by_words=3),))
    (passage,) = answer_record(given)["passages"]
    assert (passage["by_words"], passage["by_meaning"]) == (3, None)
    assert (passage["title"], passage["published"]) == ("开会", "2024-05-06")


def test_people_name_the_passage_that_says_so() -> None:
    (person,) = answer().people
    hidden = replace(person, passage_id="gone")
    record = answer_record(replace(answer(), people=(person, hidden)))
    shown = {"name": "桑若谷", "title": "副县长", "role": "出席、讲话", "passage": 0}
    assert record["people"] == [shown, {**shown, "passage": None}]


def test_short_answers_name_the_passage_they_stand_in() -> None:
    given = answer()
    there = date(2024, 5, 5)
    shown = given.evidence[0].passage.id
    short = ShortAnswer("昨日", "date", shown, 0, 2, days=(there, there), also=("gone",))
    hidden = replace(short, passage_id="gone")
    assert answer_record(replace(given, short=(short, hidden)))["short"] == [
        {
            "text": "昨日",
            "kind": "date",
            "passage": 0,
            "start": 0,
            "end": 2,
            "days": ["2024-05-05", "2024-05-05"],
            "speaker": "",
            "also": [],
            "disputed": False,
        }
    ]


def test_an_answer_without_evidence() -> None:
    empty = Answer("谁？", (), (), 0.0, answered=False, complete=True)
    assert run_record(empty, "q2") == {"id": "q2", "passages": [], "confidence": 0.0, "people": []}


def test_other_events_and_what_was_carried_over_are_written() -> None:
    first = answer()
    heading = first.evidence[0].heading
    event = Event(first.evidence[0], date(2024, 5, 7), True, first.people)
    given = replace(first, others=(event,), carried=Carried(heading, ("陆青禾",), elsewhere=False))
    record = answer_record(given)
    person = {"name": "桑若谷", "title": "副县长", "role": "出席、讲话", "passage": 0}
    assert record["others"] == [
        {"passage": 0, "day": "2024-05-07", "told": True, "people": [person]}
    ]
    assert record["carried"] == {
        "article": "record-1",
        "title": "开会",
        "published": "2024-05-06",
        "names": ["陆青禾"],
        "elsewhere": False,
    }
    assert (answer_record(first)["others"], answer_record(first)["carried"]) == ([], None)
