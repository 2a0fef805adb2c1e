"""Events are told apart: by their days, by who takes part, by what is told."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.fold import fold
from qa.library import Library
from qa.people import PassagePeople
from qa.ranking.events import Told, read_told, same_event, told_apart
from tests.shelves import open_library, write

MAY_6, MAY_7, MAY_20 = date(2024, 5, 6), date(2024, 5, 7), date(2024, 5, 20)
JULY_6 = date(2024, 7, 6)
PAIRS = frozenset(f"{n}" for n in range(10))


def told(
    passage: str,
    *,
    article: str = "",
    days: tuple[date, ...] = (MAY_6,),
    names: str = "",
    pairs: frozenset[str] = frozenset(),
    published: date | None = None,
) -> Told:
    names_ = frozenset(names.split())
    month_days = frozenset((day.month, day.day) for day in days)
    return Told(passage, article or passage, month_days, names_, pairs, published)


def some(number: int) -> frozenset[str]:
    """So many of the ten pairs, and others up to ten."""
    return frozenset(f"{n}" if n < number else f"-{n}" for n in range(10))


def test_two_people_on_one_day_are_one_event() -> None:
    assert same_event(told("a", names="甲 乙 丙"), told("b", names="乙 丙"))
    assert not same_event(told("a", names="甲 乙"), told("b", names="乙 丙"))


def test_the_same_people_on_another_day_are_another_event() -> None:
    one, other = told("a", names="甲 乙"), told("b", names="甲 乙", days=(MAY_20,))
    assert not same_event(one, other)


@pytest.mark.parametrize(
    ("share", "days", "expected"),
    [
        (2, (MAY_6,), True),
        (1, (MAY_6,), False),
        (4, (), True),
        (3, (), False),
        (6, (MAY_7,), True),
        (5, (MAY_7,), False),
    ],
)
def test_the_less_the_days_agree_the_more_must_be_told_alike(
    share: int, days: tuple[date, ...], expected: bool
) -> None:
    one = told("a", pairs=PAIRS, published=MAY_7)
    assert same_event(one, told("b", pairs=some(share), days=days, published=MAY_7)) is expected


def test_days_that_are_not_near_are_other_events_however_alike_they_are_told() -> None:
    one = told("a", pairs=PAIRS, published=MAY_20)
    assert not same_event(one, told("b", pairs=PAIRS, days=(MAY_20,), published=MAY_20))


def test_the_last_day_of_a_year_and_the_first_of_the_next_are_near() -> None:
    eve, new_year = date(2023, 12, 31), date(2024, 1, 1)
    one = told("a", pairs=PAIRS, days=(eve,), published=eve)
    assert same_event(one, told("b", pairs=PAIRS, days=(new_year,), published=new_year))


def test_other_days_printed_weeks_apart_are_other_events() -> None:
    one = told("a", pairs=PAIRS, published=MAY_6)
    assert not same_event(one, told("b", pairs=PAIRS, days=(MAY_20,), published=MAY_20))


def test_passages_of_one_article_are_one_event_and_order_is_kept() -> None:
    passages = [told("a", article="x"), told("b", days=(MAY_20,)), told("c", article="x")]
    assert told_apart(passages) == (("a", "c"), ("b",))
    assert told_apart(()) == ()


def test_the_same_day_printed_months_apart_is_another_event() -> None:
    one = told("a", names="甲 乙", published=MAY_6)
    assert not same_event(one, told("b", names="甲 乙", published=JULY_6))


def test_days_are_those_named_else_those_of_the_news() -> None:
    def days(text: str, published: date | None) -> frozenset[tuple[int, int]]:
        return read_told(PassagePeople("p", "a", fold(text), ()), text, "", published).days

    assert days("5月6日开会。", MAY_20) == {(5, 6)}
    assert days("5月6日开会。", None) == {(5, 6)}
    assert days("今年开会。", MAY_7) == {(5, 6), (5, 7)}
    assert days("开会。", None) == frozenset()


FLOOD_MAY = "5月6日，青岚县召开防汛会议。县长陆青禾主持会议，副县长桑若谷、秦望舒出席会议。"
FLOOD_JUNE = "6月12日，青岚县再次召开防汛会议。县长陆青禾主持会议，副县长桑若谷、林一帆出席会议。"
FERRY = "松岛轮渡公司宣布，新渡轮将首航，票价二十元。"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    for name, text in (("may", FLOOD_MAY), ("june", FLOOD_JUNE), ("ferry", FERRY)):
        record = {"id": name, "title": name, "published": "2024-06-13", "text": text}
        write(tmp_path / "articles" / f"{name}.jsonl", json.dumps(record))
    with open_library(tmp_path / "library", threshold=0) as opened:
        opened.add([tmp_path / "articles"])
        yield opened


def test_two_meetings_are_never_blended(library: Library) -> None:
    answer = library.ask("谁出席了青岚县防汛会议？", 3)
    names = {person.name for person in answer.people}
    (other,) = answer.others
    other_names = {person.name for person in other.people}
    assert "陆青禾" in names & other_names
    assert {("秦望舒" in names), ("林一帆" in names)} == {True, False}
    assert {("秦望舒" in other_names), ("林一帆" in other_names)} == {True, False}
    assert ("秦望舒" in names) != ("秦望舒" in other_names)


def test_another_event_has_its_own_day_and_evidence(library: Library) -> None:
    answer = library.ask("谁出席了青岚县防汛会议？", 3)
    (other,) = answer.others
    assert other.evidence.rank == 2
    assert (other.day, other.told) == (
        date(2024, 6, 12) if "6月" in other.evidence.passage.text else MAY_6,
        True,
    )
    assert {person.passage_id for person in other.people} == {other.evidence.passage.id}


def test_what_does_not_fit_is_not_listed(library: Library) -> None:
    assert library.ask("松岛轮渡的票价是多少？", 3).others == ()
