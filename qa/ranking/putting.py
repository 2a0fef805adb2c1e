"""How a question is best put to what was found: as it was asked, or after an office or a body."""

from collections.abc import Callable
from dataclasses import replace

from qa.people import read_who_question, tells_who
from qa.question import Question, read_question
from qa.question_rules.bodies import as_of_body
from qa.question_rules.offices import holder_asked
from qa.ranking.choosing import Choice
from qa.ranking.naming import points_at_body


def best_put(asked: Question, choose: Callable[[Question], Choice]) -> tuple[Question, Choice]:
    """A question as it is best put, and what is chosen for it.

    Whose office is asked after, and told in words and not as a title, is asked what it is; and who
    did what bodies do as well, which body did, where close reading finds one more surely.
    """
    choice = choose(asked)
    if holder_asked(asked.key) and not tells_who(asked.text, choice.people):
        asked = replace(asked, kind="what", acts=())
        return asked, choose(asked)
    of_body = _of_body(asked)
    other = choose(of_body) if of_body else choice
    if of_body and other.read and points_at_body(other.read[0], choice.read[0]):
        return of_body, other
    return asked, choice


def _of_body(asked: Question) -> Question | None:
    """A Chinese question after whoever did something, put after the body that did; else None."""
    if not asked.is_who_in_chinese or read_who_question(asked.text).kinds:
        return None
    text = as_of_body(asked.text, asked.key)
    return read_question(text) if text else None
