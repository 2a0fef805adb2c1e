"""A choice of passages → an answer: what answers lit up, people, and how sure."""

from collections.abc import Sequence

from qa.answer import Answer, Evidence, ShortAnswer
from qa.choosing import Choice, Found
from qa.confidence import confidence, read_signs
from qa.evidence import best_sentence, lit_spans, telling_words
from qa.names import Word, shared_finder
from qa.others import other_events
from qa.question import Question
from qa.searching import Search
from qa.short import (
    READ,
    READ_WORDS,
    Candidate,
    Read,
    asks_place,
    choose_short,
    find_answers,
    telling_sentences,
)


def make_answer(search: Search, threshold: float) -> Answer:
    """The answer that a search gives.

    Args:
        search: The question, what it found, and what was chosen of that.
        threshold: The confidence from which a question counts as answered.
    """
    question, choice = search.question, search.choice
    words = telling_words(search.ranking.words)
    sure = confidence(read_signs(search)) if choice.found else 0.0
    answered = bool(choice.found) and sure >= threshold
    may_answer = _may_answer(question, choice.found)
    evidence = tuple(
        _evidence(search, each, words, answers)
        for each, answers in zip(choice.found, may_answer, strict=True)
    )
    return Answer(
        question=question.text,
        evidence=evidence,
        people=choice.people,
        confidence=sure,
        answered=answered,
        complete=search.ranking.halves.dense is not None,
        since=search.within.since,
        until=search.within.until,
        short=_short(search.choice, may_answer),
        others=other_events(search, evidence) if answered else (),
    )


def _may_answer(question: Question, found: Sequence[Found]) -> list[tuple[Candidate, ...]]:
    """What may answer in each passage; places by the words of the first passages."""
    many = READ_WORDS if asks_place(question) else 0
    words = [_telling_words(question, each) for each in found[:many]]
    padded = [*words, *[()] * (len(found) - len(words))]
    return [
        find_answers(question, each.passage.text, each.key, each.heading.published, its_words)
        for each, its_words in zip(found, padded, strict=True)
    ]


def _telling_words(question: Question, found: Found) -> tuple[Word, ...]:
    """The tagged words of the sentences that tell most: tagging is what costs time."""
    finder, text, key = shared_finder(), found.passage.text, found.key
    return tuple(
        Word(start + word.start, start + word.end, word.tag)
        for start, end in telling_sentences(question, text, key)
        for word in finder.words(key[start:end])
    )


def _short(choice: Choice, may_answer: Sequence[tuple[Candidate, ...]]) -> tuple[ShortAnswer, ...]:
    """The short answers of the first event alone: other meetings have other figures."""
    of_event = choice.events[0].passages if choice.events else ()
    pairs = zip(choice.found[:READ], may_answer, strict=False)
    return choose_short(
        [
            Read(each.passage.id, each.passage.article_id, each.passage.text, answers)
            for each, answers in pairs
            if each.passage.id in of_event
        ]
    )


def _evidence(
    search: Search, found: Found, words: Sequence[str], answers: Sequence[Candidate]
) -> Evidence:
    parts = search.question.parts
    people = [person for event in search.choice.events for person in event.people]
    here = [person for person in people if person.passage_id == found.passage.id]
    names = [(person.start, person.end) for person in here]
    asked = [(p.start, p.end) for p in here if set(p.roles) & set(parts)]
    text, key = found.passage.text, found.key
    return Evidence(
        passage=found.passage,
        heading=found.heading,
        score=found.hit.score,
        rank=found.hit.rank,
        sentence=best_sentence(text, key, search.question, people=asked or names, answers=answers),
        spans=lit_spans(key, words, names, answers),
        reprints=search.reprints.get(found.passage.id, ()),
    )
