"""The sample library reads whole, and its questions are labelled right."""

import json
from collections import Counter
from pathlib import Path

from corpus.article import RawArticle
from corpus.reader import find_files, read_articles

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "tests" / "data" / "sample-questions.jsonl"


def sample() -> list[RawArticle]:
    paths = (p for p in find_files([ROOT / "corpus" / "sample"]) if isinstance(p, Path))
    found = [article for path in paths for article in read_articles(path)]
    articles = [article for article in found if isinstance(article, RawArticle)]
    assert articles == found
    return articles


def questions() -> list[dict[str, object]]:
    return [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]


def test_the_sample_reads_without_a_failure() -> None:
    assert len(sample()) == 19


def test_one_file_of_the_sample_is_gb18030() -> None:
    (article,) = read_articles(ROOT / "corpus" / "sample" / "海港吞吐量.txt")
    assert isinstance(article, RawArticle)
    assert article.text.startswith("前三季度海屿港货物吞吐量突破两亿吨")


def test_every_evidence_stands_in_its_article() -> None:
    texts = {article.record: article.text for article in sample() if article.record}
    golds = [gold for question in questions() for gold in question["gold"]]  # type: ignore[attr-defined]
    assert len(golds) == 24
    for gold in golds:
        assert gold["evidence"] in texts[gold["article"]]


def test_people_stand_in_their_article() -> None:
    texts = {article.record: article.text for article in sample() if article.record}
    for question in questions():
        for person in question["people"]:  # type: ignore[attr-defined]
            article = question["gold"][0]["article"]  # type: ignore[index]
            assert person["name"][0] in texts[article]


def test_questions_of_all_kinds_and_scripts() -> None:
    languages = Counter(question["lang"] for question in questions())
    assert set(languages) == {"zh-Hans", "zh-Hant", "en"}
    assert sum(not question["answerable"] for question in questions()) == 4
    kinds = {question["type"] for question in questions()}
    assert kinds == {"who", "when", "where", "howmany", "what", "why", "said"}
