"""What speaks for each sentence of the passages found that it answers a question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from qa.answer import Person
from qa.question import Question
from qa.ranking.cues import shows_kind, shows_unit
from qa.ranking.found import Found
from qa.ranking.sought import Held, Row, Sought, weights_of
from qa.text.pieces import shares

_KINDS: Final = ("who", "when", "where", "howmany", "why", "said", "what", "how")
_UNFOUND: Final = -1.0  # how far behind a passage is by meaning that was not found by it


@dataclass(frozen=True, slots=True)
class Clues:
    """What is seen of a sentence; of the question's pieces, each weighs more the rarer it is.

    Attributes:
        share: Its share of what its passage holds of the question (`qa.text.pieces.shared`).
        share_behind: That less the best share of the passage.
        holds: The weight of the pieces that it holds, of all.
        holds_behind: That less the most that a sentence of any passage holds.
        with_before: The same with the sentence before and the title.
        with_next: The same with the next sentence.
        in_passage: The same of the whole passage with the title.
        in_title: The same of the title alone.
        run: The longest stretch of the question that it holds, as a share of the question; 0 of
            an English one.
        beside: The share of the pairs beside the asking word that it holds; one half without any.
        passage_beside: The same of its passage.
        thing: How much of the name of the thing asked for it holds, from its beginning.
        sign: 1 for a sign of the question's kind, and 2 for a figure of the unit asked for.
        answer: The score of the best short answer in it.
        surest: Whether that is its passage's best, 0 or 1.
        named: How many people who answer are named in it.
        acting: How many of them have a role that is called as an act asked after. Acts that are
            called otherwise than their role count for nothing: so the trees have learnt it.
        length: In characters.
        first: Whether it is its passage's first, 0 or 1.
        rank: Its passage's place, from 0.
        behind: Its passage's score less the first passage's.
        meaning_behind: Its passage's score by meaning less the best.
        figures: How many figures it holds that are not in the question.
        pieces: How many pieces the question has.
        kind: The kind of the question, as a number.
        english: Whether the question is English, 0 or 1.
    """

    share: float
    share_behind: float
    holds: float
    holds_behind: float
    with_before: float
    with_next: float
    in_passage: float
    in_title: float
    run: float
    beside: float
    passage_beside: float
    thing: float
    sign: float
    answer: float
    surest: float
    named: float
    acting: float
    length: float
    first: float
    rank: float
    behind: float
    meaning_behind: float
    figures: float
    pieces: float
    kind: float
    english: float


def read_clues(
    question: Question,
    found: Sequence[Found],
    people: Sequence[Person] = (),
    meaning: Mapping[str, float] = {},
) -> list[list[Clues]]:
    """The clues of each sentence of each passage, in order.

    Args:
        question: The question.
        found: The passages, best first, with what may answer in each.
        people: Those who answer, where people are asked after.
        meaning: The score by meaning of the passages that were found by it.
    """
    asked = Sought.of(question)
    held_by = [Held.of(asked, each) for each in found]
    weights = weights_of([row for each in held_by for row in each.rows], len(asked.pieces))
    most = max((float((each.rows @ weights).max(initial=0)) for each in held_by), default=0.0)
    first, nearest = (found[0].hit.score if found else 0.0), max(meaning.values(), default=0.0)
    clues = []
    for rank, (each, rows) in enumerate(zip(found, held_by, strict=True)):
        place = _Place(
            rank=rank,
            behind=each.hit.score - first,
            meaning_behind=meaning.get(each.passage.id, nearest + _UNFOUND) - nearest,
        )
        here = [person for person in people if person.passage_id == each.passage.id]
        clues.append(list(_of_passage(asked, _Passage(each, rows, here, place), weights, most)))
    return clues


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a passage stands among what was found."""

    rank: int
    behind: float
    meaning_behind: float


@dataclass(frozen=True, slots=True)
class _Passage:
    found: Found
    held: Held
    people: Sequence[Person]
    place: _Place


def _of_passage(asked: Sought, passage: _Passage, weights: Row, most: float) -> Iterator[Clues]:
    held_by, found, question = passage.held, passage.found, asked.question
    rows, none = held_by.rows, np.zeros(len(asked.pieces))
    its_shares = shares(rows.T.tolist(), len(rows))
    most_shared = max(its_shares, default=0.0)
    surest = max((each.score for each in found.answers), default=0.0)
    in_passage = float(np.maximum(rows.max(0, initial=0), held_by.title) @ weights)
    in_title = float(held_by.title @ weights)
    passage_beside = asked.beside(found.key)
    for place, (key, (start, end), row) in enumerate(
        zip(held_by.keys, held_by.spans, rows, strict=True)
    ):
        before = rows[place - 1] if place else none
        behind = rows[place + 1] if place + 1 < len(rows) else none
        answer = max((a.score for a in found.answers if start <= a.start < end), default=0.0)
        people = [person for person in passage.people if start <= person.start < end]
        yield Clues(
            share=its_shares[place],
            share_behind=its_shares[place] - most_shared,
            holds=float(row @ weights),
            holds_behind=float(row @ weights) - most,
            with_before=float(np.maximum(np.maximum(row, before), held_by.title) @ weights),
            with_next=float(np.maximum(row, behind) @ weights),
            in_passage=in_passage,
            in_title=in_title,
            run=asked.run(key),
            beside=asked.beside(key),
            passage_beside=passage_beside,
            thing=asked.named(key),
            sign=shows_kind(question, key) + 2.0 * shows_unit(question, key),
            answer=answer,
            surest=float(0 < answer == surest),
            named=len(people),
            acting=sum(bool(set(person.roles) & set(question.acts)) for person in people),
            length=end - start,
            first=float(place == 0),
            rank=passage.place.rank,
            behind=passage.place.behind,
            meaning_behind=passage.place.meaning_behind,
            figures=asked.other_figures(key),
            pieces=len(asked.pieces),
            kind=_KINDS.index(question.kind),
            english=float(question.language == "en"),
        )
