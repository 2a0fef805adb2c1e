"""A question asked once more as it was: within its filters, leaning on what it leaned on."""

from dataclasses import dataclass
from typing import Final

from pydantic import TypeAdapter, ValidationError

from corpus.article import Filters
from qa.answer import Answer


@dataclass(frozen=True, slots=True)
class Basis:
    """What a follow-up leaned on, small enough for a browser to keep.

    Attributes:
        article: The id of the article of the event.
        title: Its title; may be empty.
        question: As in `qa.conversations.conversation.Topic`; so are sentence and people.
        sentence: The sentence that had answered.
        people: Those who had answered.
    """

    article: str
    title: str
    question: str
    sentence: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """How a question was asked, beside its words.

    Attributes:
        filters: What it was narrowed to.
        basis: What it leaned on; None for a question that stood by itself.
    """

    filters: Filters = Filters()
    basis: Basis | None = None


_AGAIN: Final = TypeAdapter(Again)


def again_of(answer: Answer) -> Again:
    """How the question of an answer was asked."""
    topic = answer.carried.topic if answer.carried else None
    if topic is None:
        return Again(answer.filters)
    heading = topic.heading
    basis = Basis(heading.article_id, heading.title, topic.question, topic.sentence, topic.people)
    return Again(answer.filters, basis)


def again_json(again: Again) -> str:
    """How a question was asked as JSON, for an attribute of the page."""
    return _AGAIN.dump_json(again, exclude_defaults=True).decode()


def read_again(text: str) -> Again | None:
    """How a question was asked, as a browser hands it back; None for anything else."""
    try:
        return _AGAIN.validate_json(text)
    except ValidationError:
        return None
