"""Who answers by lists of names and close reading together, on passages read as they were told."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.article import Heading, Passage
from index.cross_encoder import Reading
from index.hits import Hit
from qa.answer import Person
from qa.people import PeopleOfList
from qa.question import read_question
from qa.ranking.events import Apart
from qa.ranking.found import Found
from qa.ranking.people import (
    events_with,
    less_sure_elsewhere,
    naming_first,
    people_read,
    surely_answer,
)
from qa.ranking.reading import Readings
from tests.builders import make_reading

QUESTION = read_question("谁试乘了列车？")


class Scripted:
    """Reads what it was told of each text's last character: how surely answers begin where."""

    def __init__(self, **told: dict[int, float]) -> None:
        self.told = told

    def read(self, question: str, texts: Sequence[tuple[str, int]]) -> list[Reading]:
        told = [self.told[text[-1]] for text, _ in texts]
        return [make_reading(each) for each in told]


class Pair:
    """Reads that an answer begins at the fifth character, and ends behind the sixteenth."""

    def read(self, question: str, texts: Sequence[tuple[str, int]]) -> list[Reading]:
        return [make_reading({4: 1.0, 14: -9.0}, 16, 16) for _ in texts]


def found(name: str, rank: int = 1) -> Found:
    passage = Passage(name, "article", 0, 21, "车" * 20 + name)
    heading = Heading("article", "", "", "", None, "", "")
    return Found(Hit(name, 1.0 / rank, rank), passage, passage.text, heading)


def person(name: str, start: int, title: str = "", passage: str = "a") -> Person:
    return Person(name, title, ("出席",), passage, start, start + len(name))


LIN, BAI = person("林禾", 4), person("白舟", 14)
BOARDED, NOTHING = frozenset({"出席"}), frozenset[str]()


def read(
    people: Sequence[Person],
    at: dict[int, float],
    *lists: tuple[Sequence[Person], frozenset[str]],
) -> tuple[Person, ...]:
    """Those who answer, one passage read, with its lists and the acts that they tell of."""
    listed = [PeopleOfList(tuple(each), acts) for each, acts in lists]
    return people_read(people, listed, "a", [found("a")], Readings(QUESTION, Scripted(a=at)))


@pytest.mark.parametrize(("at", "sure"), [({4: 0.5}, True), ({4: -0.5}, False), ({9: 5}, False)])
def test_people_answer_surely_where_an_answer_surely_begins_at_them(
    at: dict[int, float], sure: bool
) -> None:
    readings = Readings(QUESTION, Scripted(a=at))
    assert surely_answer([LIN, person("白舟", 9, passage="b")], [found("a")], readings) == sure
    assert not surely_answer([], [found("a")], readings)


@pytest.mark.parametrize(
    ("at", "expected"),
    [({4: 2.0}, [LIN]), ({2: 2.0}, [LIN]), ({4: -8.0}, []), ({0: 2.0}, []), ({6: 2.0}, [])],
)
def test_people_answer_where_an_answer_may_begin_at_them(
    at: dict[int, float], expected: list[Person]
) -> None:
    assert list(read([LIN], at)) == expected


@pytest.mark.parametrize(("question", "expected"), [("谁？", [LIN]), ("Who came?", [])])
def test_an_answer_to_an_english_question_begins_there_more_surely(
    question: str, expected: list[Person]
) -> None:
    readings = Readings(read_question(question), Scripted(a={4: -6.5}))
    assert list(people_read([LIN], [], "a", [found("a")], readings)) == expected


def test_an_answer_may_begin_at_a_title() -> None:
    assert read([person("林禾", 8, "市长")], {5: -6.0}) == (person("林禾", 8, "市长"),)


@pytest.mark.parametrize(
    ("of_lin", "of_bai", "expected"),
    [
        (-2.0, 1.5, BAI),  # 3.5 above
        (-2.0, 0.5, LIN),  # 2.5 above
        (-9.0, -3.5, None),  # neither may answer
        (-6.5, -3.5, LIN),  # 3 above, but not sure enough
        (-9.0, -2.5, BAI),
    ],
)
def test_a_list_at_which_an_answer_begins_much_more_surely_takes_their_place(
    of_lin: float, of_bai: float, expected: Person | None
) -> None:
    lists = [([LIN], BOARDED), ([BAI], BOARDED)]
    assert read([LIN], {4: of_lin, 14: of_bai}, *lists) == ((expected,) if expected else ())


SPOKE = replace(LIN, roles=("出席", "讲话"))  # as another list adds


@pytest.mark.parametrize("lin", [LIN, SPOKE])
@pytest.mark.parametrize(("of_bai", "stays"), [(2.0, True), (5.0, False)])
def test_a_list_that_tells_nothing_of_what_was_asked_must_be_surer_still(
    lin: Person, of_bai: float, stays: bool
) -> None:
    lists = [([LIN], BOARDED), ([BAI], NOTHING)]
    assert read([lin], {4: -2.0, 14: of_bai}, *lists) == ((lin,) if stays else (BAI,))


def test_where_lists_show_nobody_the_one_that_is_read_answers() -> None:
    assert read([], {14: -1.0}, ([LIN], NOTHING), ([BAI], NOTHING)) == (BAI,)
    assert read([], {14: -4.0}, ([LIN], NOTHING), ([BAI], NOTHING)) == ()


def test_lists_of_another_passage_than_the_first_do_not_take_their_place() -> None:
    other = person("白舟", 14, passage="b")
    readings = Readings(QUESTION, Scripted(a={4: -6.0}, b={14: 5.0}))
    lists = [PeopleOfList((LIN,), BOARDED), PeopleOfList((other,), BOARDED)]
    two = [found("a"), found("b", 2)]
    assert people_read([LIN], lists, "a", two, readings) == (LIN,)
    assert people_read([LIN], lists, "b", two, readings) == (other,)


def test_the_event_of_those_who_answer_comes_first_and_names_nobody_elsewhere() -> None:
    events = (Apart(("b",), (BAI,)), Apart(("a", "c"), ()))
    assert events_with((LIN,), events) == (Apart(("a", "c"), (LIN,)), Apart(("b",), ()))
    assert events_with((), events) == (Apart(("b",), ()), Apart(("a", "c"), ()))


def test_the_passage_that_names_them_comes_first() -> None:
    first, second = naming_first([found("b"), found("a", 2)], (LIN,))
    assert (first.passage.id, first.hit) == ("a", replace(found("a").hit, score=1.0, rank=1))
    assert (second.passage.id, second.hit.rank) == ("b", 2)


@pytest.mark.parametrize(
    ("article", "at", "less"),
    [("other", 1.0, True), ("other", 3.0, False), ("article", 1.0, False)],
)
def test_people_of_another_article_must_answer_as_surely_as_the_first_passage(
    article: str, at: float, less: bool
) -> None:
    far = found("b", 2)
    two = [found("a"), replace(far, passage=replace(far.passage, article_id=article))]
    readings = Readings(QUESTION, Scripted(a={4: 2.0}, b={14: at}))
    assert less_sure_elsewhere([person("白舟", 14, passage="b")], two, readings) == less
    assert not less_sure_elsewhere([], two, readings)


def test_somebody_whom_the_likeliest_answer_holds_answers_though_it_begins_before() -> None:
    """An answer that names two begins at the first of them."""
    readings = Readings(QUESTION, Pair())
    assert people_read([BAI], [], "a", [found("a")], readings) == (BAI,)
