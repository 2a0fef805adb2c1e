"""The invented set that ships: whole, and labelled with what its articles say."""

from pathlib import Path

import pytest

from corpus.article import RawArticle
from corpus.reader import read_articles
from qa.quality.question_set import LabelledQuestion, read_questions

HARD = Path(__file__).parent.parent / "benchmarks" / "hard"
SETS = pytest.mark.parametrize("name", ["seen", "held"])


def texts(name: str) -> dict[str, str]:
    found = read_articles(HARD / f"{name}.articles.jsonl")
    return {raw.record: raw.text for raw in found if isinstance(raw, RawArticle)}


def questions(name: str) -> tuple[LabelledQuestion, ...]:
    return read_questions(HARD / f"{name}.questions.jsonl")


@SETS
def test_it_is_whole(name: str) -> None:
    asked = questions(name)
    assert (len(texts(name)), len(asked)) == (48, 220)
    assert sum(each.answerable for each in asked) == 180


@SETS
def test_evidence_and_people_stand_in_their_articles(name: str) -> None:
    articles = texts(name)
    for each in questions(name):
        for gold in each.gold:
            assert gold.evidence in articles[gold.article], each.id
        held = "".join(articles[gold.article] for gold in each.gold)
        for person in each.people:
            assert person.name in held, each.id
