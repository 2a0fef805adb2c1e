"""What favours passages: dates that a question names, and the articles of a conversation."""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.article import Filters
from corpus.store import Store
from index.fold import fold
from index.hits import Hit, ranked
from qa.answer import Answer
from qa.library import Library
from qa.question import read_question
from qa.ranking.favouring import Favouring, narrowed
from qa.ranking.found import Favour
from qa.times import AskedTimes, read_asked_times
from tests.builders import make_article, put
from tests.shelves import open_library, write

JULY, AUGUST = datetime.date(2023, 7, 1), datetime.date(2023, 8, 1)


def hits_of(store: Store, *articles: tuple[str, str]) -> tuple[Hit, ...]:
    """Hits of one-passage articles (text, date), in their order, a tenth apart."""
    made = [
        make_article(text, address=f"{n}.txt", published=day)
        for n, (text, day) in enumerate(articles)
    ]
    put(store, *made)
    ids = [store.passages_of(article.id)[0].id for article in made]
    return ranked((each, -place / 10) for place, each in enumerate(ids))


def asked(question: str) -> AskedTimes:
    return read_asked_times(question, fold(question))


def in_order(store: Store, hits: tuple[Hit, ...], question: str) -> tuple[Hit, ...]:
    """The hits as the dates and editions of a question favour them."""
    return Favouring(store, read_question(question), asked(question)).ranked(hits)


def test_an_article_of_the_day_asked_after_comes_first(store: Store) -> None:
    hits = hits_of(store, ("县里开会。", "2023-06-01"), ("市里开会。", "2023-07-23"))
    found = in_order(store, hits, "7月22日谁开会？")
    assert [hit.passage_id for hit in found] == [hits[1].passage_id, hits[0].passage_id]
    assert [hit.rank for hit in found] == [1, 2]


def test_a_passage_that_names_the_day_comes_first(store: Store) -> None:
    hits = hits_of(store, ("县里开会。", "2023-09-01"), ("7月22日市里开会。", "2023-09-01"))
    found = in_order(store, hits, "7月22日谁开会？")
    assert found[0].passage_id == hits[1].passage_id


def test_favoured_articles_come_first(store: Store) -> None:
    hits = hits_of(store, ("县里开会。", ""), ("市里开会。", ""))
    (second,) = store.passages([hits[1].passage_id])
    event = frozenset({second.article_id})
    found = Favouring(store, read_question("谁开会？"), AskedTimes(), event).ranked(hits)
    assert found[0].passage_id == second.id


def test_nothing_named_changes_nothing(store: Store) -> None:
    hits = hits_of(store, ("县里开会。", "2023-06-01"), ("市里开会。", "2023-07-23"))
    assert in_order(store, hits, "谁开会？") == hits
    assert in_order(store, (), "7月22日谁开会？") == ()


MEETING, NOTHING = "县里开会。", Favour()
OTHER_DAYS, OTHER_YEAR, WRITTEN = Favour(malus=-4.0), Favour(malus=-10.0), Favour(bonus=1.0)


@pytest.mark.parametrize(
    ("question", "text", "published", "expected"),
    [
        ("2023年谁开会？", MEETING, "2022-09-30", OTHER_YEAR),
        ("2023年谁开会？", MEETING, "2023-09-30", NOTHING),
        ("2023年谁开会？", "2023年，县里开会。", "2024-02-01", WRITTEN),
        ("7月15日谁开会？", "5月15日，县里开会。", "2023-05-16", OTHER_DAYS),
        ("7月15日谁开会？", "7月15日，县里开会。", "2023-07-16", WRITTEN),
        ("7月物价涨了多少？", "7月10日公布，6月份物价上涨。", "2023-07-11", NOTHING),
        ("7月物价涨了多少？", "8月9日公布，7月份物价上涨。", "2023-08-10", WRITTEN),
        ("7月15日谁开会？", MEETING, "", NOTHING),
        ("谁开会？", MEETING, "2022-09-30", NOTHING),
    ],
)
def test_what_dates_say_for_and_against_a_passage(
    store: Store, question: str, text: str, published: str, expected: Favour
) -> None:
    (hit,) = hits = hits_of(store, (text, published))
    found = Favouring(store, read_question(question), asked(question)).of(hits)
    assert found[hit.passage_id] == expected


def test_the_year_of_today_speaks_against_the_last(store: Store) -> None:
    question = "今年谁开会？"
    times = read_asked_times(question, fold(question), datetime.date(2023, 10, 5))
    (hit,) = hits = hits_of(store, (MEETING, "2022-09-30"))
    found = Favouring(store, read_question(question), times).of(hits)
    assert found == {hit.passage_id: OTHER_DAYS}


def test_the_event_of_a_conversation_speaks_for_its_passages(store: Store) -> None:
    one, other = hits = hits_of(store, (MEETING, ""), ("市里开会。", ""))
    (passage,) = store.passages([other.passage_id])
    event = frozenset({passage.article_id})
    found = Favouring(store, read_question("谁开会？"), AskedTimes(), event).of(hits)
    assert found == {one.passage_id: NOTHING, other.passage_id: Favour(bonus=4.0)}


FAIR, OTHER_FAIR = "第十二届青岚灯会开幕。", "第十届青岚灯会开幕。"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((FAIR, OTHER_FAIR, MEETING), (Favour(bonus=1.0), Favour(malus=-12.0), NOTHING)),
        ((OTHER_FAIR, MEETING), (Favour(malus=-12.0), Favour(malus=-4.0))),
        ((MEETING,), (NOTHING,)),
    ],
)
def test_what_editions_say_for_and_against_a_passage(
    store: Store, texts: tuple[str, ...], expected: tuple[Favour, ...]
) -> None:
    hits = hits_of(store, *((text, "") for text in texts))
    question = read_question("第十二届青岚灯会在哪里开幕？")
    found = Favouring(store, question, AskedTimes()).of(hits)
    assert tuple(found[hit.passage_id] for hit in hits) == expected


EARLY, LATE = "青岚县大巴侧翻致3人死亡。", "青岚县大巴侧翻死亡人数增至4人。"


@pytest.mark.parametrize(
    ("question", "bonus"), [("死了几人？", 3.0), ("谁死了？", 0.0), ("6月1日死了几人？", 0.0)]
)
def test_of_one_accident_what_was_printed_last_tells_the_toll(
    store: Store, question: str, bonus: float
) -> None:
    hits = hits_of(store, (EARLY, "2023-06-01"), (LATE, "2023-06-02"), (MEETING, "2023-06-03"))
    found = Favouring(store, read_question(question), asked(question)).of(hits)
    early, late = (found[hit.passage_id].bonus for hit in hits[:2])
    assert (early, late) in {(0.0, bonus), (1.0, bonus)}  # 1 June is written in the first


def test_the_narrower_of_filter_and_question_counts() -> None:
    given = Filters(source="青岚日报", since=AUGUST)
    assert narrowed(given, AskedTimes(since=JULY, until=AUGUST)) == Filters(
        "青岚日报", AUGUST, AUGUST
    )
    assert narrowed(Filters(), AskedTimes(since=JULY)) == Filters(since=JULY)
    assert narrowed(Filters(), AskedTimes()) == Filters()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    for name, day in (("may", "2023-05-06"), ("july", "2023-07-08")):
        record = {"id": name, "title": "县里开会", "published": day, "text": f"{name}，县里开会。"}
        write(tmp_path / "articles" / f"{name}.jsonl", json.dumps(record))
    with open_library(tmp_path / "library") as opened:
        opened.add([tmp_path / "articles"])
        yield opened


def records(answer: Answer) -> list[str]:
    return [evidence.heading.record for evidence in answer.evidence]


def test_a_question_that_says_since_when_is_narrowed(library: Library) -> None:
    answer = library.ask("2023年7月1日以后县里开过什么会？")
    assert records(answer) == ["july"]
    assert (answer.since, answer.until) == (JULY, None)


def test_a_question_narrowed_to_nothing_is_not_narrowed(library: Library) -> None:
    answer = library.ask("2020年以前县里开过什么会？")
    assert sorted(records(answer)) == ["july", "may"]
    assert (answer.since, answer.until) == (None, None)


def test_today_says_which_day_yesterday_was(library: Library) -> None:
    question, today = "昨天以后县里开过什么会？", datetime.date(2023, 7, 8)
    assert records(library.ask(question, today=today)) == ["july"]
    assert library.ask(question).since is None


@pytest.mark.parametrize("question", ["昨天县里开过什么会？", "去年以来县里开过什么会？"])
def test_today_says_nothing_where_there_is_no_news_of_then(library: Library, question: str) -> None:
    years_later = datetime.date(2031, 7, 8)
    assert library.ask(question, today=years_later) == library.ask(question)
