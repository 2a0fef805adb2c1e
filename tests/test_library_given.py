"""What a library is given besides questions: ranges of days, moments, names of articles, paths."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

import qa
from corpus.article import ReadError, StoreError
from qa.library import Library
from qa.question import QuestionError
from tests.shelves import open_library, write

MEETING = "青岚日报2024年5月6日报道，5月6日，县长陆青禾主持召开防汛会议。副县长桑若谷出席会议。"
FERRY = "松岛轮渡公司宣布，新渡轮将于六月一日首航，每班载120人，票价二十元。"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    record = '{"id": "%s", "published": "2024-05-06", "text": "%s"}\n'
    file = write(tmp_path / "a.jsonl", record % ("r1", MEETING) + record % ("r2", FERRY))
    with open_library(tmp_path / "library", threshold=0.3) as opened:
        opened.add(file)
        yield opened


def test_a_range_that_leaves_nothing_out_changes_nothing(library: Library) -> None:
    plain = library.ask("谁主持防汛会议？")
    for question in ("2000年1月1日以后谁主持防汛会议？", "2024年6月以前，谁主持防汛会议？"):
        ranged = library.ask(question)
        assert ranged.question == question
        assert (ranged.confidence, ranged.people) == (plain.confidence, plain.people)
        assert ranged.since or ranged.until


def test_a_moment_narrows_as_its_day_does(library: Library) -> None:
    day = next(library.articles()).published
    assert day
    moment = datetime(day.year, day.month, day.day, 8)
    asked = "谁主持防汛会议？"
    assert library.ask(asked, since=moment) == library.ask(asked, since=day)


def test_an_article_is_named_by_id_record_or_address_and_another_refused(library: Library) -> None:
    article = next(library.articles())
    found = [
        library.retrieve("会议", article=name)
        for name in (article.id, article.record, article.address)
    ]
    assert found[0]
    assert found[0] == found[1] == found[2]
    with pytest.raises(QuestionError, match="nope: there is no such article"):
        library.ask("会议", article="nope")


@pytest.mark.parametrize("do", [lambda library: library.add(""), lambda library: library.sync("")])
def test_an_empty_path_is_not_the_folder_of_now(
    library: Library, do: Callable[[Library], object]
) -> None:
    with pytest.raises(ReadError, match="a path is empty"):
        do(library)


def test_one_id_may_be_withdrawn(library: Library) -> None:
    article = next(library.articles())
    batch = library.withdraw(article.id)
    assert [each.batch for each in library.set_aside()] == [batch]


def test_a_library_is_not_made_in_the_folder_of_now_by_an_empty_name() -> None:
    with pytest.raises(StoreError, match="named by nothing"):
        qa.open_library("")


def test_each_part_of_a_question_is_answered(library: Library) -> None:
    answer = library.ask("松岛新渡轮每班载多少人，票价多少元？")
    assert [short.text for short in answer.short] == ["120人", "二十元"]
