"""Finds what may answer a question in one passage."""

from collections.abc import Iterator
from datetime import date

from corpus.split import sentences
from qa.question import Question
from qa.short.amounts import find_amounts
from qa.short.candidate import Candidate
from qa.short.days import find_days
from qa.short.nearness import Nearness
from qa.short.places import asks_place, find_places
from qa.short.reasons import find_reasons
from qa.short.speech import find_speech
from qa.short.things import find_things


def find_answers(
    question: Question, text: str, key: str, published: date | None
) -> tuple[Candidate, ...]:
    """What may answer in a passage, best first; ties by where it stands.

    None for a who-question, whose people `qa.people` reads, for a how-question, and for an empty
    text. Nothing that stands in the question itself is among them.

    Args:
        question: The question.
        text: The passage's text.
        key: Its key.
        published: The article's date, which dates without a year lean on; None where not known.
    """
    near = Nearness(question.key, key, sentences(text))
    found = _found(question, text, key, published, near)
    return tuple(sorted(found, key=lambda each: (-each.score, each.start, each.end)))


def _found(
    question: Question, text: str, key: str, published: date | None, near: Nearness
) -> Iterator[Candidate]:
    asked = question.key
    match question.kind:
        case "when":
            yield from find_days(asked, text, key, published, near)
        case "where":
            yield from find_places(asked, key, near)
        case "howmany":
            yield from find_amounts(asked, key, near)
        case "why":
            yield from find_reasons(key, near)
        case "said":
            yield from find_speech(asked, key, near)
        case "what":
            yield from find_things(asked, key, near)
            if asks_place(asked):
                yield from find_places(asked, key, near)
        case _:
            return
