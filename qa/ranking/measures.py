"""Things told apart by their measures: the 3克 coin and the 15克 one, a 100米 run and a 200米 one.

Sentences about such things are alike but for the measure that names each of them; whoever reads
closely hardly minds it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from qa.question import Question
from qa.ranking.found import Found, Sentence
from qa.short import Candidate
from qa.short.units import unit_class
from qa.short.written import read_amounts

_Value = tuple[str, str]  # a figure and its unit

# What things are called by; how many there are, or when something was, names none.
_NAMING: Final = frozenset({"length", "area", "weight", "power", "age", "money"})
# What a sentence of another thing is less likely to answer, in log odds, and an answer in it.
_OTHER_ODDS, _OTHER_SCORE = 3.0, 0.6


def measured(question: Question, found: Sequence[Found]) -> tuple[Found, ...]:
    """The passages, in which less is expected of sentences that tell of another thing's measure.

    That is: of the same unit as one that the question names, which another sentence of the passage
    tells, and this one does not.

    Args:
        question: The question.
        found: The passages, their sentences judged.
    """
    asked = frozenset(each for each in _values(question.key) if unit_class(each[1]) in _NAMING)
    return tuple(_measured(asked, each) for each in found) if asked else tuple(found)


def _measured(asked: frozenset[_Value], found: Found) -> Found:
    told = [_values(found.key[each.start : each.end]) for each in found.sentences]
    known = asked.intersection(frozenset().union(*told))
    other = [
        sentence
        for sentence, its in zip(found.sentences, told, strict=True)
        if any(_is_other(value, its) for value in known)
    ]
    if not other:
        return found
    return replace(
        found,
        sentences=tuple(_less(each) if each in other else each for each in found.sentences),
        answers=tuple(
            sorted((_lower(each, other) for each in found.answers), key=lambda each: -each.score)
        ),
    )


def _values(key: str) -> frozenset[_Value]:
    """The amounts of a text, each as it is written without what is around it, and its unit."""
    return frozenset((each.figure, each.unit) for each in read_amounts(key))


def _is_other(value: _Value, told: frozenset[_Value]) -> bool:
    return value not in told and any(unit == value[1] for _, unit in told)


def _less(sentence: Sentence) -> Sentence:
    return replace(sentence, odds=sentence.odds - _OTHER_ODDS)


def _lower(answer: Candidate, other: Sequence[Sentence]) -> Candidate:
    inside = any(each.start <= answer.start < each.end for each in other)
    return replace(answer, score=answer.score - _OTHER_SCORE) if inside else answer
