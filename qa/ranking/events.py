"""Which passages tell of one event, so that two meetings on two days are never blended."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from corpus.dates import LEAP_YEAR
from index.pairs import han_pairs, in_common
from qa.answer import Person
from qa.people import PassagePeople, answer_people
from qa.ranking.accidents import NO_ACCIDENT, Accident, read_accident
from qa.times import find_times, find_times_of_any_year
from qa.times.span import ONE_DAY, MonthDay

# Two passages of different articles tell of one event where so many of the same people take part in
# both, or where so much of the shorter stands in the other: more, the less their days agree. On
# news, two papers' own accounts of one event share 0.2 to 0.6, other events mostly below 0.15; but
# firms' meetings, told in one form, share nearly half.
_SAME_PEOPLE = 2
_OF_ONE_DAY, _OF_SOME_DAY, _OF_OTHER_DAYS = 0.2, 0.4, 0.55
_NEWS, _MONTH = timedelta(days=3), timedelta(days=30)
_YEAR = timedelta(days=366)  # its length


@dataclass(frozen=True, slots=True)
class Told:
    """A passage as far as events are told apart by it.

    Attributes:
        passage_id: The passage.
        article_id: Its article.
        days: Month and day of the days that it names, since many texts leave out the year; else
            of the article's date and the day before; none where neither is known.
        names: The keys of the people whom it names; none where they were not read.
        pairs: The pairs of neighbouring Chinese characters in its title and text.
        published: The article's date; None where it is not known.
        accident: Which accident it tells of, if of any.
    """

    passage_id: str
    article_id: str
    days: frozenset[MonthDay]
    names: frozenset[str]
    pairs: frozenset[str]
    published: datetime.date | None
    accident: Accident = NO_ACCIDENT


@dataclass(frozen=True, slots=True)
class Apart:
    """An event of several that were told apart.

    Attributes:
        passages: The ids of its passages, best first.
        people: Those who answer in it, where people are asked after.
    """

    passages: tuple[str, ...]
    people: tuple[Person, ...] = ()


def read_told(
    source: PassagePeople, text: str, title_key: str, published: datetime.date | None
) -> Told:
    """What a passage tells events apart by.

    Args:
        source: Its ids, its key, and the people whom it names, where they were read.
        text: Its text, of the key's length.
        title_key: The key of its article's title; may be empty.
        published: The article's date; None where it is not known.
    """
    near = {published, published - timedelta(days=1)} if published else ()
    return Told(
        passage_id=source.passage_id,
        article_id=source.article_id,
        days=_days_named(text, source.key, published) or frozenset(map(_month_day, near)),
        names=frozenset(source.key[each.start : each.end] for each in source.people),
        pairs=han_pairs(f"{title_key} {source.key}"),
        published=published,
        accident=read_accident(f"{title_key} {source.key}"),
    )


def _days_named(text: str, key: str, published: datetime.date | None) -> frozenset[MonthDay]:
    times = find_times(text, key, published) if published else find_times_of_any_year(text, key)
    first_days = (time.first for time in times if time.precise in ONE_DAY)
    return frozenset(_month_day(day) for day in first_days if day)


def _month_day(day: datetime.date) -> MonthDay:
    return day.month, day.day


def told_apart(passages: Sequence[Told]) -> tuple[tuple[str, ...], ...]:
    """The ids of the passages of each event; events by their best passage, passages in order.

    A passage belongs to the first event of which it tells as the event's best passage does, or
    with whose best passage it shares its article.

    Args:
        passages: Best first.
    """
    events: list[list[Told]] = []
    for told in passages:
        event = next((event for event in events if _is_one(event, told)), None)
        if event is None:
            events.append([told])
        else:
            event.append(told)
    return tuple(tuple(told.passage_id for told in event) for event in events)


def _is_one(event: Sequence[Told], told: Told) -> bool:
    return any(told.article_id == each.article_id for each in event) or same_event(event[0], told)


def same_event(one: Told, other: Told) -> bool:
    """Whether passages of two articles tell of one event.

    Those that name different days do only where the days are near, and they are nearly the same
    text of the same days' papers: one may name the day before that the other leaves out. Those
    printed more than a month apart never do, save of an accident that has a name.
    """
    shared, apart = in_common(one.pairs, other.pairs), _printed_apart(one, other)
    if _is_one_accident(one, other, apart):
        return True
    if apart is not None and apart > _MONTH:
        return False
    if one.days and other.days and not one.days & other.days:
        near = apart is not None and apart <= _NEWS and _are_near(one.days, other.days)
        return near and shared >= _OF_OTHER_DAYS
    if len(one.names & other.names) >= _SAME_PEOPLE:
        return True
    return shared >= (_OF_ONE_DAY if one.days and other.days else _OF_SOME_DAY)


def _is_one_accident(one: Told, other: Told, apart: timedelta | None) -> bool:
    """Whether both tell of one accident, if on other days: how many died is told again and again.

    Of a day that names the accident in one text, the other may be news.
    """
    if apart is None or apart > _YEAR:
        return False
    left, right = one.accident, other.accident
    by_name = bool(left.named & (other.days | right.named) or right.named & one.days)
    on_one_day = by_name or bool(one.days & other.days)
    if left.is_news_of(right) and apart <= _MONTH:
        return True
    if by_name and left.kinds & right.kinds:
        return apart <= (_YEAR if left.named & right.named else _MONTH)
    return apart <= (_MONTH if on_one_day else _NEWS) and left.may_be(right, on_one_day=on_one_day)


def _are_near(some: frozenset[MonthDay], others: frozenset[MonthDay]) -> bool:
    days = [[datetime.date(LEAP_YEAR, *day) for day in each] for each in (some, others)]
    apart = (abs(one - other) for one in days[0] for other in days[1])
    return any(min(each, _YEAR - each) <= _NEWS for each in apart)  # 31 December, 1 January


def _printed_apart(one: Told, other: Told) -> timedelta | None:
    if one.published is None or other.published is None:
        return None
    return abs(one.published - other.published)


def people_apart(
    question: str,
    events: Sequence[Sequence[str]],
    sources: Sequence[PassagePeople],
    people: Sequence[Person],
) -> tuple[Apart, ...]:
    """The events with those who answer in each, read from its own passages alone.

    First comes the event where those stand who answer best of all, then the others in order.

    Args:
        question: As typed.
        events: The ids of the passages of each, as `told_apart` gives them.
        sources: The passages whose people were read, best first.
        people: Those who answer, read from all the passages together.
    """
    best = {person.passage_id for person in people[:1]}
    return tuple(
        Apart(
            tuple(ids),
            answer_people(question, [each for each in sources if each.passage_id in ids]),
        )
        for ids in sorted(events, key=best.isdisjoint)
    )
