"""How a question is best put to what was found: as it was asked, or in other words."""

from collections.abc import Callable
from dataclasses import replace

from qa.people import read_who_question, tells_who
from qa.question import Question, read_question
from qa.question_rules.bodies import as_of_body
from qa.question_rules.offices import holder_asked
from qa.question_rules.origins import as_origin
from qa.ranking.choosing import Choice
from qa.ranking.naming import points_at_body


def best_put(asked: Question, choose: Callable[[Question], Choice]) -> tuple[Question, Choice]:
    """A question as it is best put, and what is chosen for it.

    Whose office is asked after, and told in words and not as a title, is asked what it is; and who
    did what bodies do as well, which body did, where close reading finds one more surely. Whose
    老家 is asked after, where that one is from, where close reading is surer of it.
    """
    choice = choose(asked)
    if origin := as_origin(asked.text):
        put = read_question(origin)
        other = choose(put)
        return (put, other) if _reads_surer(other, choice) else (asked, choice)
    if holder_asked(asked.key) and not tells_who(asked.text, choice.people):
        asked = replace(asked, kind="what", acts=())
        return asked, choose(asked)
    of_body = _of_body(asked)
    other = choose(of_body) if of_body else choice
    if of_body and other.read and points_at_body(other.read[0], choice.read[0]):
        return of_body, other
    return asked, choice


def _reads_surer(other: Choice, choice: Choice) -> bool:
    odds = [each.read[0].read_anywhere if each.read else None for each in (other, choice)]
    new, old = (float("-inf") if each is None else each for each in odds)
    return new > old


def _of_body(asked: Question) -> Question | None:
    """A Chinese question after whoever did something, put after the body that did; else None."""
    if not asked.is_who_in_chinese or read_who_question(asked.text).kinds:
        return None
    text = as_of_body(asked.text, asked.key)
    return read_question(text) if text else None
