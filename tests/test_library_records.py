"""A library's holdings as JSON."""

from datetime import date

from corpus.article import Article, CleanText, Segment
from qa.records.holdings import article_record, outcome_record
from qa.records.lines import json_line
from qa.report import Outcome

TEXT = "会议召开。桑若谷出席会议。"


def test_json_is_one_line_of_readable_chinese() -> None:
    assert json_line({"text": "甲\n乙"}) == '{"text": "甲\\n乙"}'


def test_an_article_without_its_text() -> None:
    clean = CleanText(TEXT, (Segment(0, 0, len(TEXT)),))
    article = Article(
        id="aa",
        record="record-1",
        address="news.jsonl#record-1",
        title="开会",
        source="青岚日报",
        published=date(2024, 5, 6),
        date_words="5月6日",
        author="乔叙",
        editor="陶然",
        url="",
        body_start=0,
        clean=clean,
        raw=TEXT,
    )
    record = article_record(article)
    assert record["published"] == "2024-05-06"
    assert record["characters"] == 13
    assert TEXT not in json_line(record)


def test_an_outcome() -> None:
    assert outcome_record(Outcome("a.txt", "failed", "is empty")) == {
        "where": "a.txt",
        "change": "failed",
        "reason": "is empty",
        "article": "",
    }
