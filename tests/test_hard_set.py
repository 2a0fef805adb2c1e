"""The invented set that ships: whole, and labelled with what its articles say."""

from pathlib import Path

import pytest

from corpus.article import RawArticle
from corpus.reader import read_articles
from qa.quality.question_set import LabelledQuestion, read_questions

HARD = Path(__file__).parent.parent / "benchmarks" / "hard"
SETS = pytest.mark.parametrize("name", ["seen", "held"])
KINDS = pytest.mark.parametrize("kind", ["questions", "followups"])


def texts(name: str) -> dict[str, str]:
    found = read_articles(HARD / f"{name}.articles.jsonl")
    return {raw.record: raw.text for raw in found if isinstance(raw, RawArticle)}


def questions(name: str, kind: str) -> tuple[LabelledQuestion, ...]:
    return read_questions(HARD / f"{name}.{kind}.jsonl")


@SETS
@pytest.mark.parametrize(
    ("kind", "asked", "answerable"), [("questions", 220, 180), ("followups", 132, 119)]
)
def test_it_is_whole(name: str, kind: str, asked: int, answerable: int) -> None:
    found = questions(name, kind)
    assert (len(texts(name)), len(found)) == (48, asked)
    assert sum(each.answerable for each in found) == answerable


@SETS
def test_every_follow_up_follows_something_and_nothing_else_does(name: str) -> None:
    assert all(each.after for each in questions(name, "followups"))
    assert not any(each.after for each in questions(name, "questions"))


@SETS
@KINDS
def test_evidence_and_people_stand_in_their_articles(name: str, kind: str) -> None:
    articles = texts(name)
    for each in questions(name, kind):
        for gold in each.gold:
            assert gold.evidence in articles[gold.article], each.id
        held = "".join(articles[gold.article] for gold in each.gold)
        for person in each.people:
            assert person.name in held, each.id
