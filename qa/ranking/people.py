"""Which people answer: what lists of names show, weighed by what close reading finds."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from index.cross_encoder import NOWHERE, Reading
from qa.answer import Person
from qa.people import PeopleOfList, may_be_all
from qa.ranking.events import Apart
from qa.ranking.found import Found, in_places
from qa.ranking.reading import BETWEEN, Readings

# The least log odds that an answer begins at a name or its title for people to be named. Chosen on
# who-questions that were held out: most of the people who did not answer are below, hardly any who
# did. English questions find what does not answer more often, and what does as surely.
_MAY_ANSWER: Final = -7.0
_MAY_ANSWER_ENGLISH: Final = -6.0

# The least log odds, and how far above those of the people whom the lists show, for another list to
# take their place: where it tells of the same acts that are asked after, and where it does not.
# Chosen likewise.
_ANSWERS: Final = -3.0
_SURE: Final = 0.0  # from which nobody else is looked for
_BETTER: Final = 3.0
_FAR_BETTER: Final = 6.0
_POINTED: Final = 2.0  # where close reading points at somebody in another passage


def surely_answer(people: Sequence[Person], found: Sequence[Found], readings: Readings) -> bool:
    """Whether an answer so surely begins at one of those of the first passage that no other does.

    Args:
        people: Those who answer by what the lists show, those of the first passage first.
        found: The passages, that one among them.
        readings: What they say to the question.
    """
    return _begins_at(_of_first(people), found, readings) >= _SURE


def less_sure_elsewhere(
    people: Sequence[Person], found: Sequence[Found], readings: Readings
) -> bool:
    """Whether people of another article than the first passage's answer less surely than that does.

    Args:
        people: Those who answer by what the lists show.
        found: The passages, likeliest first.
        readings: What they say to the question.
    """
    articles = {each.passage.id: each.passage.article_id for each in found}
    first = found[0]
    if not people or articles.get(people[0].passage_id) == first.passage.article_id:
        return False
    odds = readings.of([first])[0].within(0, len(first.key))
    return _begins_at(_of_first(people), found, readings) < odds


def people_read(
    people: Sequence[Person],
    lists: Sequence[PeopleOfList],
    first: str,
    found: Sequence[Found],
    readings: Readings,
) -> tuple[Person, ...]:
    """Those who answer by what lists of names show and by what close reading finds, together.

    Lists show who did what, not whether that is what is asked. So the people stay only where an
    answer may begin at one of them; and a list of the passage that reading puts first takes their
    place where an answer begins at one of its people much more surely.

    Args:
        people: Those who answer by what the lists show, those of the first passage first.
        lists: The lists of theirs, and of the passage that reading puts first.
        first: The id of that one.
        found: The passages, those two among them.
        readings: What they say to the question.
    """
    known = _begins_at(_of_first(people), found, readings)
    told = next(
        (each.acts for each in lists if _places(each.people) & _places(people)), frozenset()
    )
    odds = [
        (_begins_at(each.people, found, readings), each)
        for each in lists
        if each.people[0].passage_id == first
    ]
    best, instead = max(odds, key=lambda pair: pair[0], default=(NOWHERE, None))
    better = _BETTER if instead and told <= instead.acts else _FAR_BETTER
    if instead and best >= max(_ANSWERS, known + better):
        return instead.people
    english = readings.question.language == "en"
    return tuple(people) if known >= (_MAY_ANSWER_ENGLISH if english else _MAY_ANSWER) else ()


def pointed_instead(
    people: Sequence[Person],
    told: Sequence[Person],
    found: Sequence[Found],
    readings: Readings,
) -> bool:
    """Whether those whom close reading points at take the place of those whom the lists show.

    They do where they may be all who are asked after, and stand in the same passage or are so much
    surer.

    Args:
        people: Those who answer by what the lists show; not all of them may.
        told: Those whom close reading points at, all of one passage.
        found: The passages, those of both among them.
        readings: What they say to the question.
    """
    if not (people and told and may_be_all(readings.question.text, told)):
        return False
    if people[0].passage_id == told[0].passage_id:
        return True
    known = _begins_at(_of_first(people), found, readings)
    return _begins_at(told, found, readings) >= known + _POINTED


def _of_first(people: Sequence[Person]) -> list[Person]:
    """Those whom the first passage of theirs names."""
    return [each for each in people if each.passage_id == people[0].passage_id]


def _places(people: Sequence[Person]) -> set[tuple[str, int]]:
    """Where people are named: what else is known of them may differ between lists."""
    return {(person.passage_id, person.start) for person in people}


def _begins_at(people: Sequence[Person], found: Sequence[Found], readings: Readings) -> float:
    """The best log odds that an answer begins at one of the people of one passage, or its title.

    Or, where the likeliest answer of all holds one of them, with somebody before.
    """
    named = [each for each in found if people and each.passage.id == people[0].passage_id]
    spans = [(max(0, each.start - len(each.title) - BETWEEN), each.end) for each in people]
    return max(
        (
            max(reading.within(*span), _holding(reading, each, span))
            for each, reading in zip(named, readings.of(named), strict=True)
            for span in spans
        ),
        default=NOWHERE,
    )


def _holding(reading: Reading, found: Found, span: tuple[int, int]) -> float:
    """The log odds of a passage's likeliest answer, if it holds a span; else `NOWHERE`."""
    whole = (0, len(found.key))
    stretch = reading.stretch(*whole)
    held = stretch is not None and stretch[0] <= span[0] and span[1] <= stretch[1]
    return reading.within(*whole) if held else NOWHERE


def events_with(people: Sequence[Person], events: Sequence[Apart]) -> tuple[Apart, ...]:
    """The events with these people as the answer in theirs, which comes first, and nobody's else.

    Args:
        people: Of one passage; none leave all events without anybody.
        events: The events that were told apart.
    """
    ids = {person.passage_id for person in people}
    peopled = [
        replace(event, people=() if ids.isdisjoint(event.passages) else tuple(people))
        for event in events
    ]
    return tuple(sorted(peopled, key=lambda event: not event.people))


def naming_first(found: Sequence[Found], people: Sequence[Person]) -> tuple[Found, ...]:
    """The passages, the one that names the first of the people put first; scores to match."""
    first = people[0].passage_id
    return in_places(sorted(found, key=lambda each: each.passage.id != first))
