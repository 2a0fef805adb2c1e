"""Who answers a question: by what lists of names show, and by what close reading points at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.surnames import SURNAMES
from index.fold import HAN, fold
from qa.answer import Person
from qa.people import (
    Mention,
    PassagePeople,
    PeopleReader,
    is_contradicted,
    is_settled,
    lists_of,
    may_be_body,
    speaker_of,
)
from qa.people.lexicon import COURTESY
from qa.people.mention import as_person
from qa.question import Question
from qa.ranking.found import Found
from qa.ranking.people import (
    less_sure_elsewhere,
    naming_first,
    people_read,
    pointed_instead,
    surely_answer,
)
from qa.ranking.reading import Readings, read_closely
from qa.ranking.selection import likeliest_first
from qa.short import Candidate, led_by, pointed

_OF_PEOPLE: Final = frozenset({"who", "said", "what"})  # the kinds of questions they may answer
_MAY_NAME: Final = frozenset({"person", "name", "words"})  # the kinds of answers that people may be
# What may stand beside names and titles where nothing else is told, beside courtesies.
_BETWEEN: Final = frozenset(" ,、和与及跟等()“”:")
_FROM: Final = "来自"
_AFFILIATED: Final = re.compile(rf"{_FROM}[^,。;的]{{2,20}}的")  # 来自海州大学的
_HAN_ONLY: Final = re.compile(rf"{HAN.pattern}*")
_FULL: Final = 3  # characters of a name whose last one the recogniser can lose
# The least log odds of a body where people are asked after, and how far above those of people.
_FINDS: Final = -2.0
_SURER: Final = 1.0
_BEHIND: Final = frozenset("说称为在是将被已也就代")  # what may stand right behind a name


class Naming:
    """Names those who answer one question.

    Args:
        question: The question.
        people: Reads persons out of passages.
        sources: The passages whose people were read already, with these.
        readings: What passages say to the question; None where nobody reads closely.
        most: How many are read closely at the most.
    """

    def __init__(
        self,
        question: Question,
        people: PeopleReader,
        sources: Sequence[PassagePeople],
        readings: Readings | None,
        most: int,
    ) -> None:
        self._question, self._people, self._sources = question, people, sources
        self._readings, self._most = readings, most

    def answering(self, people: tuple[Person, ...], found: tuple[Found, ...]) -> tuple[Person, ...]:
        """Those who answer where people are asked after, with what close reading says of them.

        Args:
            people: Those who answer by what lists of names show.
            found: The passages, their sentences judged.
        """
        readings, question = self._readings, self._question
        if not readings or question.kind != "who" or is_settled(question.text, people):
            return people
        if less_sure_elsewhere(people, found, readings):
            people = ()
        elif surely_answer(people, found, readings):
            first = self.read(naming_first(found, people), settled=True)[0]
            return self._rather(people, first, found, readings)
        first = self.read(likeliest_first(found), settled=False)[0]
        ids = {first.passage.id, *(person.passage_id for person in people[:1])}
        lists = lists_of(question.text, self._sources, ids)
        people = people_read(people, lists, first.passage.id, found, readings)
        return self._rather(people, first, found, readings)

    def told(self, found: Found) -> tuple[Person, ...]:
        """Whoever is what answers in a passage: who says something, or is pointed at.

        Of words that the question quotes, whoever says these.
        """
        if speaker := self._speaker(found):
            return (as_person(found.passage.id, speaker),)
        answer = _answer_in(found) if self._question.kind in _OF_PEOPLE else None
        if answer is None or answer.kind not in _MAY_NAME:
            return ()
        mentions = self._mentions(found)
        name = _whole_name(found.key, answer, mentions)
        if name:
            mentions = self._people.people(found.passage.text, found.key, {name})
        return _people_in(self._question, found, answer, mentions)

    def _speaker(self, found: Found) -> Mention | None:
        """Whoever says the words that the question quotes and asks after; None for nobody."""
        if not (self._question.names and self._question.kind in _OF_PEOPLE):
            return None
        return speaker_of(self._question.text, _source(found, self._mentions(found)))

    def _mentions(self, found: Found) -> tuple[Mention, ...]:
        known = (each.people for each in self._sources if each.passage_id == found.passage.id)
        people = next(known, ())
        return people or self._people.people(found.passage.text, found.key)

    def read(self, found: tuple[Found, ...], *, settled: bool) -> tuple[Found, ...]:
        """The passages, the first of them read closely where somebody does, as `read_closely`."""
        if not self._readings:
            return found
        return read_closely(found, self._readings, self._most, settled=settled)

    def _rather(
        self,
        people: tuple[Person, ...],
        first: Found,
        found: Sequence[Found],
        readings: Readings,
    ) -> tuple[Person, ...]:
        """The people, or those at whom close reading points in the passage that it puts first."""
        told = self.told(first) if people else ()
        if pointed_instead(people, told, found, readings):
            return told
        return self._whole(people, found) if people else people

    def _whole(self, people: tuple[Person, ...], found: Sequence[Found]) -> tuple[Person, ...]:
        """The people, with a name whole that close reading points at and the recogniser cut."""
        first = self.read(naming_first(found, people), settled=True)[0]
        answer = _answer_in(first)
        if answer is None or not _whole_name(first.key, answer, self._mentions(first)):
            return people
        start, text = answer.end - _FULL, first.passage.text
        return tuple(
            replace(person, name=text[start : answer.end], end=answer.end)
            if (person.passage_id, person.start) == (first.passage.id, start)
            else person
            for person in people
        )


def _answer_in(found: Found) -> Candidate | None:
    """What most likely answers in a passage: close reading points at it, or rules find it.

    None where nothing does.
    """
    best = found.likeliest
    point = pointed(found.reading, (best.start, best.end), found.key) if best else None
    return next(iter(led_by(point, found.answers)), None)


def _whole_name(key: str, answer: Candidate, mentions: Sequence[Mention]) -> str:
    """The name of three characters at the end of what is pointed at, where two of them were read.

    Else empty. Who reads closely knows better than the recogniser where a rare name ends.
    """
    last = key[answer.end - 1]
    if answer.kind != "words" or not HAN.match(last) or last in _BETWEEN | _BEHIND:
        return ""
    if COURTESY.match(key, answer.end - 1):  # 李建|先生
        return ""
    start = answer.end - _FULL
    cut = any((each.start, each.end) == (start, answer.end - 1) for each in mentions)
    return key[start : answer.end] if cut and start >= answer.start else ""


def _people_in(
    question: Question, found: Found, answer: Candidate, mentions: Sequence[Mention]
) -> tuple[Person, ...]:
    """The people of a passage who are what answers, in its order; nobody it names in brackets.

    Of a speaker, whoever stands in that stretch; of other words only where they are nothing but
    names and titles, and nobody whom the question names itself, or whom its exact words exclude.

    Args:
        question: The question.
        found: The passage.
        answer: What answers in it.
        mentions: Everybody whom it names.
    """
    source = _source(found, mentions)
    named = [
        each
        for each in mentions
        if answer.start <= each.start < answer.end
        and found.key[each.start - 1 : each.start] != "("
        and not is_contradicted(question.text, source, each)
    ]
    if answer.kind != "person" and not _is_all(question, found.key, answer, named):
        return ()
    return tuple(as_person(found.passage.id, each) for each in named)


def _source(found: Found, mentions: Sequence[Mention]) -> PassagePeople:
    return PassagePeople(found.passage.id, found.passage.article_id, found.key, tuple(mentions))


def _is_all(question: Question, key: str, answer: Candidate, named: Sequence[Mention]) -> bool:
    """Whether these people are all that answers."""
    if any(each.end > answer.end for each in named):
        return False
    if question.kind == "what" and not any(_is_somebody(key, each) for each in named):
        return False
    told = {place for each in named for place in _places(each)}
    if named and named[0].title and _HAN_ONLY.fullmatch(key, answer.start, named[0].title_start):
        told.update(range(answer.start, named[0].title_start))  # 唐代 before 诗人高适
    rest = "".join(key[at] for at in range(answer.start, answer.end) if at not in told)
    if key.endswith(_FROM, 0, answer.start):  # reading begins behind it
        rest = _FROM + rest
    rest = _AFFILIATED.sub("", rest)
    asked = any(fold(each.name) in question.key for each in named)
    return _BETWEEN.issuperset(COURTESY.sub("", rest)) and not asked


def _is_somebody(key: str, mention: Mention) -> bool:
    """Whether a name shows that it is a person's, where anything may be asked after."""
    return bool(mention.title) or key[mention.start] in SURNAMES or "·" in mention.name


def _places(mention: Mention) -> Iterator[int]:
    yield from range(mention.start, mention.end)
    yield from range(mention.title_start, mention.title_end)


def points_at_body(found: Found, as_asked: Found) -> bool:
    """Whether close reading finds a body, and more surely than anybody.

    Args:
        found: The first passage of what was chosen for the question put after a body.
        as_asked: That of what was chosen for the question as it was asked.
    """
    answer, odds, known = _answer_in(found), found.read_anywhere, as_asked.read_anywhere
    if answer is None or odds is None or known is None:
        return False
    return odds >= max(_FINDS, known + _SURER) and may_be_body(answer.value)
