"""How sure an answer is: the probability that the library holds it at all."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

from corpus.once import once
from index.pairs import asked_about
from index.terms import Term
from qa.choosing import Choice
from qa.evidence import telling_words
from qa.question import Question
from qa.searching import Search
from qa.trees import Forest, matrix, read_trees

_UNKNOWN = 0.5  # for what a question does not let us tell
_NEXT = 10  # how far the best meaning score stands out is seen beside that of this rank
_LIKELY = 0.3  # the worth from which a form of a term counts as the term
_UNREAD = 0.0  # log odds of what nobody has read
_ELSEWHERE = 0.5  # what people who answer count in another passage than the first


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for or against the library holding an answer.

    Attributes:
        nearest: The best meaning score (a cosine).
        lead: How much it is above the tenth.
        agreed: Whether words and meaning find the same article first, 0 or 1.
        covered: The share of the question's terms that the passages found of the first article
            hold.
        asked: The share of the pairs of characters beside the question's asking word that they
            hold: what is asked about it. One half where there are none, as in English.
        present: How surely what is asked for stands in the first passage: the score of the best
            short answer, up to 1; for people 1, one half where another passage names them.
        read: The log odds that the first passage's likeliest sentence answers, by who read it
            beside the question.
        anywhere: The same of wherever in it an answer most likely is.
        who: Whether people are asked after, 0 or 1.
        english: Whether the question is English, 0 or 1.
    """

    nearest: float
    lead: float
    agreed: float
    covered: float
    asked: float
    present: float
    read: float
    anywhere: float
    who: float
    english: float


SIGNS: Final = tuple(field.name for field in fields(Signs))


def read_signs(search: Search) -> Signs:
    """The signs of a search that found at least one passage; the same however many are shown."""
    question, choice = search.question, search.choice
    scores = [hit.score for hit in search.ranking.halves.dense or ()]
    first = choice.read[0]
    article = first.passage.article_id
    keys = [each.key for each in choice.read if each.passage.article_id == article]
    return Signs(
        nearest=scores[0] if scores else 0.0,
        lead=scores[0] - scores[:_NEXT][-1] if scores else 0.0,
        agreed=float(choice.agreed),
        covered=_covered(search, keys),
        asked=_asked(question, keys),
        present=_present(question, choice),
        read=_if_read(first.read),
        anywhere=_if_read(first.read_anywhere),
        who=float(question.kind == "who"),
        english=float(question.language == "en"),
    )


def _if_read(odds: float | None) -> float:
    return _UNREAD if odds is None else odds


def _covered(search: Search, keys: Sequence[str]) -> float:
    telling = _telling_terms(search)
    held = sum(any(_holds(key, term) for key in keys) for term in telling)
    return held / len(telling) if telling else _UNKNOWN


def _telling_terms(search: Search) -> list[Term]:
    """The terms that say what the question is about; of a translated question, all."""
    terms = search.ranking.terms
    if search.question.language == "en":
        return list(terms)
    telling = set(telling_words(search.ranking.words))
    return [term for term in terms if any(word in telling for word, _ in term.forms)]


def _holds(key: str, term: Term) -> bool:
    if any(worth >= _LIKELY and word in key for word, worth in term.forms):
        return True
    return bool(term.pattern and re.search(term.pattern, key))


def _asked(question: Question, keys: Sequence[str]) -> float:
    about = asked_about(question.key) if question.language != "en" else []
    held = sum(any(pair in key for key in keys) for pair in about)
    return held / len(about) if about else _UNKNOWN


def _present(question: Question, choice: Choice) -> float:
    first = choice.read[0]
    if question.kind != "who":
        return min(first.answers[0].score, 1.0) if first.answers else 0.0
    asked = [person for person in choice.people if set(person.roles) & set(question.parts)]
    if any(person.passage_id == first.passage.id for person in asked):
        return 1.0
    return _ELSEWHERE if asked else 0.0


def confidence(signs: Signs) -> float:
    """The probability, 0 to 1, that the library holds the answer.

    The logistic function of a sum of decision trees, which ``python -m training.confidence``
    learns and ``qa/confidence.json`` holds, with what they were learnt on. No sign but ``who`` and
    ``english`` lowers it by being greater.
    """
    return 1 / (1 + math.exp(-float(_learnt().odds(matrix([signs], SIGNS))[0])))


def percent(sure: float) -> int:
    """A confidence in percent, as people are told it; never 100, since nothing is that sure."""
    return min(99, max(0, round(sure * 100)))


@once
def _learnt() -> Forest:
    return Forest(read_trees("confidence.json"), SIGNS)
