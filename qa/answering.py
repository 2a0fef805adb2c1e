"""A choice of passages → an answer: what answers lit up, people, and how sure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.hits import Hit
from qa.answer import UNTOLD, Answer, Evidence, Person, Preview, ShortAnswer
from qa.confidence import sureness
from qa.doubts import is_untold, only_asks
from qa.evidence import best_sentence, lit_spans, telling_words
from qa.others import other_events
from qa.people import is_contradicted
from qa.question import Question
from qa.ranking.choosing import Choice
from qa.ranking.found import Found, Sentence
from qa.searching import Search
from qa.short import (
    Candidate,
    Read,
    answers_of_parts,
    asks_the_same,
    asks_whether,
    choose_short,
    fitting,
    is_stated,
    led_by,
    parts_asked,
    pointed,
    stated_together,
)

# How much likelier a sentence is, in log odds, that names somebody who answers.
_NAMING = 2.0
_IN_SENTENCE = 0.1  # what standing in that sentence is worth to what may answer
# Short answers are chosen from so many first passages, fewer than `qa.ranking.choosing` reads.
_SHORT_FROM = 5


@dataclass(frozen=True, slots=True)
class _Shown:
    """A passage found, with its sentence that most likely answers and what may answer in it."""

    found: Found
    sentence: tuple[int, int]
    said: tuple[Candidate, ...]


def make_answer(search: Search, threshold: float) -> Answer:
    """The answer that a search gives.

    Args:
        search: The question, what it found, and what was chosen of that.
        threshold: The confidence from which a question counts as answered.
    """
    question, choice = search.question, search.choice
    words = telling_words(search.ranking.words)
    told = [_told(search, each) for each in choice.found]
    people = _people_shown(choice)
    short = _of_parts(question, told) or _short(choice, told)
    sure = sureness(search)
    if told and (
        (only_asks(question, words) and not search.within.article)
        or is_untold(question, told[0].found, told[0].sentence, people, short)
    ):
        sure = min(sure, UNTOLD)
    answered = bool(choice.found) and sure >= threshold
    evidence = tuple(_evidence(search, each, words) for each in told)
    return Answer(
        question=question.text,
        evidence=evidence,
        people=people,
        confidence=sure,
        answered=answered,
        complete=search.ranking.halves.dense is not None,
        since=search.within.since,
        until=search.within.until,
        short=short,
        others=other_events(search, evidence) if answered else (),
    )


def make_preview(search: Search, question: str) -> Preview:
    """What can be shown of a search by words alone, for the question as it was asked."""
    words = telling_words(search.ranking.words)
    told = (_told(search, each) for each in search.choice.found)
    return Preview(question, tuple(_evidence(search, each, words) for each in told))


def _people_shown(choice: Choice) -> tuple[Person, ...]:
    """Those who answer, as far as a passage that is shown names them: each has its quotation."""
    shown = {each.passage.id for each in choice.found}
    return tuple(person for person in choice.people if person.passage_id in shown)


def _of_parts(question: Question, told: Sequence[_Shown]) -> tuple[ShortAnswer, ...]:
    """The answers of a question's parts in the first sentence; none where it has no parts.

    Or where that sentence does not answer each.
    """
    parts = () if asks_whether(question) else parts_asked(question)
    if not (parts and told):
        return ()
    found, sentence = told[0].found, told[0].sentence
    passage, published = found.passage, found.heading.published
    said = answers_of_parts(parts, passage.text, sentence, published, found.key)
    return stated_together(Read(passage.id, passage.article_id, passage.text, said))


def _short(choice: Choice, told: Sequence[_Shown]) -> tuple[ShortAnswer, ...]:
    """The short answers of the first event alone: other meetings have other figures."""
    of_event = choice.events[0].passages if choice.events else ()
    of_first = ((each.found.passage, each.said) for each in told[:_SHORT_FROM])
    return choose_short(
        [
            Read(passage.id, passage.article_id, passage.text, said)
            for passage, said in of_first
            if passage.id in of_event
        ]
    )


def _told(search: Search, found: Found) -> _Shown:
    """First of what may answer is what its reading points at; people answer themselves.

    Where yes or no would answer, nothing shorter than the sentence does.
    """
    sentence = _sentence(search, found)
    if asks_whether(search.question):
        return _Shown(found, sentence, ())
    themselves = search.choice.people and search.question.kind == "who"
    point = None if themselves else pointed(found.reading, sentence, found.key)
    point = fitting(search.question, point, found.key)
    if point and _is_nobody_asked(search, found, point):
        point = None
    said = sorted(
        (_surer_in(sentence, each) for each in found.answers), key=lambda each: -each.score
    )
    return _Shown(found, sentence, led_by(point, said))


def _surer_in(sentence: tuple[int, int], said: Candidate) -> Candidate:
    """What may be stated, the surer in the sentence that most likely answers; the rest as it is."""
    inside = sentence[0] <= said.start < sentence[1] and is_stated(said)
    return replace(said, score=said.score + _IN_SENTENCE * inside)


def _is_nobody_asked(search: Search, found: Found, point: Candidate) -> bool:
    """Whether what is pointed at names somebody whom the question's own words exclude."""
    sources = (each for each in search.choice.sources if each.passage_id == found.passage.id)
    return search.question.kind == "who" and any(
        is_contradicted(search.question.text, source, mention)
        for source in sources
        for mention in source.people
        if point.start <= mention.start < point.end
    )


def _evidence(search: Search, told: _Shown, words: Sequence[str]) -> Evidence:
    found = told.found
    names = [(person.start, person.end) for person in _people_of(search, found)]
    halves = search.ranking.halves
    return Evidence(
        passage=found.passage,
        heading=found.heading,
        score=found.hit.score,
        rank=found.hit.rank,
        sentence=told.sentence,
        spans=lit_spans(found.key, words, names, told.said),
        reprints=search.reprints.get(found.passage.id, ()),
        by_words=_rank_in(halves.lexical, found.passage.id),
        by_meaning=_rank_in(halves.dense or (), found.passage.id),
    )


def _people_of(search: Search, found: Found) -> list[Person]:
    everybody = search.choice.everybody
    return [person for person in everybody if person.passage_id == found.passage.id]


def _sentence(search: Search, found: Found) -> tuple[int, int]:
    """The sentence that names most of those who did what is asked, and that most likely answers.

    Where nobody did, naming somebody who answers makes it likelier. The first of those that are as
    likely. Where that asks the same, the one behind it answers.
    """
    if not found.sentences:
        return best_sentence(found.passage.text, found.key, search.question)
    people, roles = _people_of(search, found), search.question.roles
    acting = [person for person in people if roles.intersection(person.roles)]
    answering = [person for person in people if person in search.choice.people]
    best = max(
        found.sentences,
        key=lambda s: (_named(s, acting), s.odds + _NAMING * bool(_named(s, answering))),
    )
    place = found.sentences.index(best) + 1
    asks = asks_the_same(search.question, found.key, (best.start, best.end))
    if asks and place < len(found.sentences):
        best = found.sentences[place]
    return best.start, best.end


def _named(sentence: Sentence, people: Sequence[Person]) -> int:
    return sum(sentence.start <= person.start < sentence.end for person in people)


def _rank_in(hits: Sequence[Hit], passage_id: str) -> int | None:
    return next((hit.rank for hit in hits if hit.passage_id == passage_id), None)
