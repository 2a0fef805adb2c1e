"""How sure an answer is: the probability that the library holds it at all.

Two things can be missing: what is asked about, and what is asked of it. The first shows in what
was found (`Signs`), the second only to who reads the first passage beside the question. Both must
be there, so their probabilities are multiplied: however sure the subject, a detail that is not
told is not told.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

from corpus.once import once
from index.fold import HAN
from index.terms import Term
from qa.evidence import telling_words
from qa.people import is_kin_nowhere, is_nowhere, tells_who
from qa.question import Question
from qa.ranking.choosing import Choice
from qa.ranking.sought import Sought
from qa.ranking.trees import Forest, matrix, read_trees
from qa.searching import Search
from qa.text.pieces import meanings

_UNKNOWN = 0.5  # for what a question does not let us tell
_NEXT = 10  # how far the best meaning score stands out is seen beside that of this rank
# How many times too sure reading is, and the scale and shift of what comes of both; chosen on the
# development sets.
_READING, _SCALE, _SHIFT = 1.5, 0.6, 1.2
_LEAST, _FAR = 1e-9, 20.0  # a probability and log odds as far as any matter
# That nobody who answers is named, in log odds: chosen on the development sets. English people are
# found too seldom for it.
_UNNAMED = -2.0
_UNKNOWN_PERSON = -12.0  # in log odds, as much as another edition than the one asked after
_TOLD_BY_NAME = 0.8
_FULL_NAME = 3  # characters; shorter ones are also other people's
_ELSEWHERE = 0.5  # what people who answer count in another passage than the first
_HAN_ONLY = re.compile(rf"{HAN.pattern}+")


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for or against the library holding what is asked about.

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
        who: Whether people are asked after, 0 or 1.
        english: Whether the question is English, 0 or 1.
    """

    nearest: float
    lead: float
    agreed: float
    covered: float
    asked: float
    present: float
    who: float
    english: float


SIGNS: Final = tuple(field.name for field in fields(Signs))


def read_signs(search: Search) -> Signs:
    """The signs of a search that found at least one passage; the same however many are shown."""
    question, choice = search.question, search.choice
    scores = [hit.score for hit in search.ranking.halves.dense or ()]
    keys = _first_article(choice)
    return Signs(
        nearest=scores[0] if scores else 0.0,
        lead=scores[0] - scores[:_NEXT][-1] if scores else 0.0,
        agreed=float(choice.agreed),
        covered=_covered(search, keys),
        asked=Sought.of(question).beside("\n".join(keys)),
        present=_present(question, choice),
        who=float(question.kind == "who"),
        english=float(question.language == "en"),
    )


def _first_article(choice: Choice) -> list[str]:
    """The keys of the passages found of the first article."""
    article = choice.read[0].passage.article_id
    return [each.key for each in choice.read if each.passage.article_id == article]


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
    if any(word in key for word in meanings(term)):
        return True
    return bool(term.pattern and re.search(term.pattern, key))


def _present(question: Question, choice: Choice) -> float:
    first = choice.read[0]
    if question.kind != "who":
        return min(first.answers[0].score, 1.0) if first.answers else 0.0
    roles = question.roles
    asked = [person for person in choice.people if not roles or roles.intersection(person.roles)]
    if any(person.passage_id == first.passage.id for person in asked):
        return 1.0
    return _ELSEWHERE if asked else 0.0


def read_odds(search: Search) -> float | None:
    """The log odds that the first passage answers, wherever in it; None where nobody can tell.

    What close reading says, less something where the passage's dates are others than those asked
    after, where no passage tells of the person who is asked after by name, and, in Chinese, where
    people are asked after and nobody is named who answers. Who somebody is, a title beside the name
    tells without reading.
    """
    question, choice = search.question, search.choice
    first = choice.read[0]
    unknown = is_nowhere(question.text, [each.key for each in choice.read]) or is_kin_nowhere(
        question.key, _first_article(choice)
    )
    malus = first.favour.malus + (_UNKNOWN_PERSON if unknown else 0.0)
    if first.read_anywhere is None or tells_who(question.text, choice.people):
        return malus or None
    unnamed = question.is_who_in_chinese and not _present(question, choice)
    return first.read_anywhere + malus + (_UNNAMED if unnamed else 0.0)


def sureness(search: Search) -> float:
    """The probability that the library answers a search: 0 where nothing is found, whatever k.

    As `confidence` has it; but a title beside a full Chinese name tells surely who that is.
    """
    if not search.choice.read:
        return 0.0
    sure = confidence(read_signs(search), read_odds(search))
    return max(sure, _TOLD_BY_NAME) if _is_told_by_name(search) else sure


def _is_told_by_name(search: Search) -> bool:
    question, choice = search.question, search.choice
    if choice.read[0].favour.malus or not tells_who(question.text, choice.people):
        return False
    name = choice.people[0].name
    return len(name) >= _FULL_NAME and bool(_HAN_ONLY.fullmatch(name))


def confidence(signs: Signs, reading: float | None) -> float:
    """The probability, 0 to 1, that the library holds the answer.

    Of that it holds what is asked about: the logistic function of a sum of decision trees, which
    ``python -m training.confidence`` learns and ``qa/confidence.json`` holds, with what they were
    learnt on. No sign but ``who`` and ``english`` lowers it by being greater. And of that its
    first passage answers, see `both`.

    Args:
        signs: Of a search.
        reading: The log odds that its first passage answers, as `read_odds` gives them.
    """
    return both(_logistic(float(_learnt().odds(matrix([signs], SIGNS))[0])), reading)


def both(subject: float, reading: float | None) -> float:
    """The probability that the subject is there and the passage answers.

    Their product, put right on a scale of log odds (Platt 1999), since readings doubt too much.

    Args:
        subject: The probability that the library holds what is asked about.
        reading: The log odds that the first passage answers; None where nobody read it: then the
            subject has to do.
    """
    if reading is None:
        return subject
    product = max(subject * _logistic(reading / _READING), _LEAST)
    return _logistic(_SCALE * math.log(product / (1 - product)) + _SHIFT)


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-min(max(odds, -_FAR), _FAR)))


def percent(sure: float) -> int:
    """A confidence in percent, as people are told it; never 100, since nothing is that sure."""
    return min(99, max(0, round(sure * 100)))


@once
def _learnt() -> Forest:
    return Forest(read_trees("confidence.json"), SIGNS)
