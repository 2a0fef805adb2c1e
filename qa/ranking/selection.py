"""Answer sentence selection: which sentence answers, and so which passage comes first.

Where words and meaning find the right article, the passage and the sentence that answer are chosen
by what the sentences show (`qa.ranking.clues`), weighed by trees that
``python -m training.selection`` learns and ``qa/ranking/selection.json`` holds, with what they were
learnt on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Final

from corpus.once import once
from corpus.split import sentences
from qa.answer import Person
from qa.question import Question
from qa.ranking.clues import Clues, read_clues
from qa.ranking.found import Found, Sentence, in_places
from qa.ranking.measures import measured
from qa.ranking.trees import Forest, matrix, read_trees
from qa.ranking.turns import turned

# How much likelier another passage's sentence must be, in log odds, to come before the first: the
# order in which passages were found has its reasons too. Chosen on the development sets.
_STAYS: Final = 0.6

SIGNS: Final = tuple(field.name for field in fields(Clues))


def judged(
    question: Question,
    found: Sequence[Found],
    people: Sequence[Person] = (),
    meaning: Mapping[str, float] = {},
) -> tuple[Found, ...]:
    """The passages in their order, each with its sentences and how likely each answers.

    What is told of another thing's measure (`qa.ranking.measures`), short answers too, is less
    likely.

    Args:
        question: The question.
        found: The passages, best first, with what may answer in each.
        people: Those who answer, where people are asked after.
        meaning: The score by meaning of the passages that were found by it.
    """
    every = read_clues(question, found, people, meaning)
    rows = matrix([clues for each in every for clues in each], SIGNS)
    odds = iter(_learnt().odds(rows).tolist())
    return measured(
        question, turned([replace(each, sentences=_sentences(each, odds)) for each in found])
    )


def likeliest_first(found: Sequence[Found]) -> tuple[Found, ...]:
    """The passages by their likeliest sentences and what favours them, the first a little more.

    Ties, and those that were not judged, stay in order; each takes the score of the place that it
    comes to.
    """
    judged_ones = [each for each in found if each.sentences]
    rest = [each for each in found if not each.sentences]
    order = by_likelihood(
        [[s.odds + each.favour.odds for s in each.sentences] for each in judged_ones]
    )
    return in_places([*(judged_ones[place] for place in order), *rest])


def by_likelihood(odds: Sequence[Sequence[float]]) -> list[int]:
    """The places of passages, likeliest first, by the log odds of each one's sentences."""
    best = [max(each) + _STAYS * (place == 0) for place, each in enumerate(odds)]
    return sorted(range(len(best)), key=lambda place: -best[place])


def _sentences(found: Found, odds: Iterator[float]) -> tuple[Sentence, ...]:
    """A passage's sentences, each with the next of the odds."""
    spans = sentences(found.passage.text)
    return tuple(Sentence(start, end, next(odds)) for start, end in spans)


@once
def _learnt() -> Forest:
    return Forest(read_trees("ranking/selection.json"), SIGNS)
