"""Which of the passages found answers: the choice by what is asked.

The right article is nearly always found first, but its lead names the event, and another passage
tells who was there. So where people are asked after, they are read out of the first passages, and
the passage that names those who answer comes first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.article import Heading, Passage
from corpus.store import Store
from index.fold import fold
from index.hits import Hit
from index.retriever import Halves, Ranking
from qa.answer import Person
from qa.events import Apart, people_apart, read_told, told_apart
from qa.names import shared_finder
from qa.people import Mention, PassagePeople, PeopleReader, answer_people
from qa.question import Question

# People are read from so many of the first passages; each costs some milliseconds. On news, the
# right passage is hardly ever further down.
READ_FOR_PEOPLE = 5
# What naming those who answer is worth, in standard deviations of the meaning scores.
_ANSWERS = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with its passage, the passage's key and its article's heading."""

    hit: Hit
    passage: Passage
    key: str
    heading: Heading


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen of what a question found.

    Attributes:
        found: Best first.
        people: Those who answer, where people are asked after.
        agreed: Whether words and meaning find the same article first.
        events: The events that they tell of, the answer's first, with those who answer in each.
    """

    found: tuple[Found, ...]
    people: tuple[Person, ...]
    agreed: bool
    events: tuple[Apart, ...] = ()


class Chooser:
    """Chooses among the passages found, by what is asked.

    Args:
        store: Where the passages are.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def choose(self, question: Question, ranking: Ranking, k: int) -> Choice:
        """The k best passages for a question; those removed since the ranking are passed over."""
        found = self._resolved(ranking.hits[: max(k, READ_FOR_PEOPLE)])
        agreed = self._agreed(ranking.halves)
        if question.kind != "who" or not found:
            events = tuple(map(Apart, _told_apart(found, _sources(found, ()))))
            return Choice(found[:k], (), agreed, events)
        read = [(each.passage.text, each.key) for each in found[:READ_FOR_PEOPLE]]
        sources = _sources(found, self._reader.people_of(read))
        people = answer_people(question.text, sources)
        apart = people_apart(question.text, _told_apart(found, sources), sources, people)
        found = _answering_first(question, found, apart[0].people)
        return Choice(found[:k], apart[0].people, agreed, apart)

    def names(self, text: str) -> tuple[str, ...]:
        """The persons whom a text names, each once, in its order."""
        mentions = self._reader.people(text, fold(text))
        return tuple(dict.fromkeys(mention.name for mention in mentions))

    def _agreed(self, halves: Halves) -> bool:
        firsts = [half[0].passage_id for half in (halves.lexical, halves.dense) if half]
        articles = {passage.article_id for passage in self._store.passages(firsts)}
        return len(firsts) > 1 and len(articles) == 1

    def _resolved(self, hits: Sequence[Hit]) -> tuple[Found, ...]:
        passages = {p.id: p for p in self._store.passages([hit.passage_id for hit in hits])}
        headings = self._store.headings(sorted({p.article_id for p in passages.values()}))
        known = ((hit, passages[hit.passage_id]) for hit in hits if hit.passage_id in passages)
        return tuple(
            Found(hit, passage, fold(passage.text), headings[passage.article_id])
            for hit, passage in known
            if passage.article_id in headings
        )

    @cached_property
    def _reader(self) -> PeopleReader:
        return PeopleReader(shared_finder())


def _sources(
    found: Sequence[Found], mentions: Sequence[tuple[Mention, ...]]
) -> tuple[PassagePeople, ...]:
    """The passages with the people whom they name, where those were read."""
    unread = ((),) * (len(found) - len(mentions))
    return tuple(
        PassagePeople(each.passage.id, each.passage.article_id, each.key, its_mentions)
        for each, its_mentions in zip(found, (*mentions, *unread), strict=True)
    )


def _told_apart(
    found: Sequence[Found], sources: Sequence[PassagePeople]
) -> tuple[tuple[str, ...], ...]:
    """The ids of the passages of each event, in the order of what was found."""
    by_id = {source.passage_id: source for source in sources}
    return told_apart(
        [
            read_told(
                by_id[each.passage.id],
                each.passage.text,
                fold(each.heading.title),
                each.heading.published,
            )
            for each in found
        ]
    )


def _answering_first(
    question: Question, found: Sequence[Found], people: Sequence[Person]
) -> tuple[Found, ...]:
    """The passage that names the first of the people put first, if it is near; scores to match."""
    place = next(
        (n for n, each in enumerate(found) if people and each.passage.id == people[0].passage_id),
        0,
    )
    if not place or not _worth_it(question, found[0], found[place]):
        return tuple(found)
    first = replace(
        found[place], hit=replace(found[place].hit, score=found[0].hit.score + _ANSWERS)
    )
    ordered = (first, *found[:place], *found[place + 1 :])
    return tuple(
        replace(each, hit=replace(each.hit, rank=rank)) for rank, each in enumerate(ordered, 1)
    )


def _worth_it(question: Question, first: Found, other: Found) -> bool:
    """Whether a passage may come before the first because people who answer stand in it.

    They answer only where the question says what they did: anybody is named somewhere. Then the
    rest of the first's article may, and any passage that is found nearly as well.
    """
    near = first.hit.score - other.hit.score < _ANSWERS
    return bool(question.parts) and (near or first.heading.article_id == other.heading.article_id)
