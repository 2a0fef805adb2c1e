"""Which of the passages found answers: the choice by what is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.store import Store
from index.fold import fold
from index.hits import Hit
from index.retriever import Halves, Ranking
from qa.answer import Person
from qa.people import (
    Mention,
    PassagePeople,
    PeopleReader,
    answer_people,
    headed_by,
    is_settled,
)
from qa.question import Question
from qa.ranking.events import Apart, people_apart, read_told, told_apart
from qa.ranking.found import Favour, Found, people_first, read_answers, surest_first
from qa.ranking.naming import Naming
from qa.ranking.people import events_with, naming_first
from qa.ranking.reading import OpenCrossEncoder, Readings
from qa.ranking.selection import judged, likeliest_first
from qa.text.names import shared_finder

# So many of the first passages are read for people and for what else may answer; each costs some
# milliseconds. On news, the right passage is hardly ever further down.
READ = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen of what a question found.

    Attributes:
        found: Best first.
        read: The first of them that were read for answers, whatever the number that was asked for.
        people: Those who answer, where people do.
        agreed: Whether words and meaning find the same article first.
        events: The events that they tell of, the answer's first, with those who answer in each.
        sources: The passages found with the people whom they name, where those were read.
    """

    found: tuple[Found, ...]
    read: tuple[Found, ...]
    people: tuple[Person, ...]
    agreed: bool
    events: tuple[Apart, ...] = ()
    sources: tuple[PassagePeople, ...] = ()

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Those who answer in any of the events."""
        return tuple(person for event in self.events for person in event.people)


class Chooser:
    """Chooses among the passages found, by what is asked.

    Args:
        store: Where the passages are.
        cross_encoder: What reads the first passages closely; None for nobody.
        most: How many it reads at the most.
    """

    def __init__(
        self, store: Store, cross_encoder: OpenCrossEncoder | None = None, most: int = 0
    ) -> None:
        self._store = store
        self._cross_encoder, self._most = cross_encoder, most

    def choose(
        self,
        question: Question,
        ranking: Ranking,
        k: int,
        favours: Mapping[str, Favour] = {},
        about: str = "",
    ) -> Choice:
        """The k best passages for a question; those removed since the ranking are passed over.

        First comes the passage that names those who answer, where people are asked after and
        found, and nobody who reads closely finds that they do not answer; else the one whose
        sentence most likely answers.

        Args:
            question: The question.
            ranking: What it finds.
            k: How many passages.
            favours: What favours passages beside their words, by their ids.
            about: What the question is about and does not say itself; may be empty.
        """
        choice = self.fitting(question, ranking, k, favours)
        found = _judged(question, choice, ranking)
        if not found:
            return choice
        readings = Readings(question, self._cross_encoder(), about) if self._cross_encoder else None
        naming = Naming(question, self._people, choice.sources, readings, self._most)
        people = naming.answering(choice.people, found)
        if people and people == choice.people:
            if readings or is_settled(question.text, people):
                found = naming_first(found, people)
            return _shown(choice, naming.read(found, settled=True), k)
        if choice.people or people:
            choice = replace(choice, people=people, events=events_with(people, choice.events))
            found = _judged(question, choice, ranking)
        found = naming.read(likeliest_first(found), settled=False)
        if people:
            return _shown(choice, naming.read(naming_first(found, people), settled=True), k)
        events = tuple(map(Apart, _told_apart(found, _sources(found, ()))))
        people = naming.told(found[0])
        return _shown(replace(choice, people=people, events=events_with(people, events)), found, k)

    def fitting(
        self,
        question: Question,
        ranking: Ranking,
        k: int,
        favours: Mapping[str, Favour] = {},
    ) -> Choice:
        """The passages found, by their scores and by what may answer in each; no sentence judged.

        At least k of them, where there are as many; events only where people answer.
        """
        resolved = _favoured(self._resolved(ranking.hits[: max(k, READ)]), favours)
        found = (*read_answers(question, resolved[:READ]), *resolved[READ:])
        agreed = self._agreed(ranking.halves)
        if question.kind != "who" or not found:
            found = surest_first(question, found)
            return Choice(found, found[:READ], (), agreed)
        read = [(each.passage.text, each.key) for each in found[:READ]]
        sources = _sources(found, self._people.people_of(read))
        people = answer_people(question.text, sources)
        apart = people_apart(question.text, _told_apart(found, sources), sources, people)
        found = people_first(question, found, apart[0].people)
        return Choice(found, found[:READ], apart[0].people, agreed, apart, sources)

    def unread(self, ranking: Ranking, k: int) -> Choice:
        """The k first passages as they were found, read for nothing: for what has to be quick."""
        return Choice(self._resolved(ranking.hits[:k]), (), (), agreed=False)

    def names(self, text: str) -> tuple[str, ...]:
        """The persons whom a text names, each once, in its order."""
        mentions = self._people.people(text, fold(text))
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
    def _people(self) -> PeopleReader:
        return PeopleReader(shared_finder())


def _favoured(found: Sequence[Found], favours: Mapping[str, Favour]) -> tuple[Found, ...]:
    """The passages, each with what favours it."""
    return tuple(replace(each, favour=favours.get(each.passage.id, each.favour)) for each in found)


def _shown(choice: Choice, found: tuple[Found, ...], k: int) -> Choice:
    """The choice with these passages, of which k are shown."""
    return replace(choice, found=found[:k], read=found[:READ])


def _judged(question: Question, choice: Choice, ranking: Ranking) -> tuple[Found, ...]:
    """The passages of a choice, the sentences of the first ones judged."""
    first, rest = choice.found[:READ], choice.found[READ:]
    return (*judged(question, first, choice.everybody, ranking.meaning), *rest)


def _sources(
    found: Sequence[Found], mentions: Sequence[tuple[Mention, ...]]
) -> tuple[PassagePeople, ...]:
    """The passages with the people whom they name, where those were read."""
    unread = ((),) * (len(found) - len(mentions))
    return tuple(
        PassagePeople(
            each.passage.id,
            each.passage.article_id,
            each.key,
            headed_by(fold(each.heading.title), each.key, its_mentions),
        )
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
