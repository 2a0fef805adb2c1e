"""A conversation: what its last answer was about, and what a follow-up takes over from it.

It is a value: each answer gives the next one, and whoever asks keeps it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from corpus.article import Heading
from qa.answer import Answer, Carried
from qa.follow_ups import asks_for_more, is_follow_up, means_one, means_several, with_names
from qa.question import Question

_MOST_NAMES = 5  # more names than that drown the question


@dataclass(frozen=True, slots=True)
class Topic:
    """What the last answer was about.

    Attributes:
        question: The last question that stood by itself.
        heading: The article of the event that answered.
        sentence: The sentence that answered best.
        people: The names of those who answered, in the answer's order; may be none.
    """

    question: str
    heading: Heading
    sentence: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was talked about so far; without a topic at the beginning, and when it is dropped.

    Attributes:
        topic: What follow-ups lean on; None for nothing.
    """

    topic: Topic | None = None

    def after(self, answer: Answer) -> "Conversation":
        """The conversation with an answer more.

        A question that was not answered leaves nothing to lean on, but an unanswered follow-up
        leaves the conversation as it was.
        """
        if not answer.answered or not answer.evidence:
            return self if answer.carried else Conversation()
        best = answer.evidence[0]
        people = tuple(person.name for person in answer.people)
        question = answer.question
        if answer.carried and self.topic:
            question = self.topic.question
            people = people or self.topic.people or answer.carried.names
        return Conversation(
            Topic(question, best.heading, best.passage.text[slice(*best.sentence)], people)
        )


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up, and what it takes over.

    Attributes:
        topic: What it leans on.
        text: The question as it is searched: names in place of pronouns, and for 还有谁 the
            question before it.
        names: Whom its pronouns stand for; may be none.
        known: The names that are no answer any more: those told before 还有谁.
    """

    topic: Topic
    text: str
    names: tuple[str, ...]
    known: tuple[str, ...]

    @property
    def words(self) -> str:
        """What is searched beside the question: what names the event."""
        return f"{self.topic.heading.title} {self.topic.question}".strip()


def read_follow_up(
    question: Question, conversation: Conversation, names_in: Callable[[str], tuple[str, ...]]
) -> FollowUp | None:
    """What a question takes over from a conversation; None where it stands by itself.

    他 is the first of the people who answered last; without such, the first person whom the last
    question names, then the first in the sentence that answered it.

    Args:
        question: What is asked now.
        conversation: What was talked about.
        names_in: Gives the persons whom a text names; called only where that matters.
    """
    topic = conversation.topic
    if topic is None or not is_follow_up(question):
        return None
    several = means_several(question)
    meant: tuple[str, ...] = ()
    if several or means_one(question):
        meant = topic.people or names_in(topic.question) or names_in(topic.sentence)
        meant = meant[:_MOST_NAMES] if several else meant[:1]
    text = with_names(question, meant)
    more = asks_for_more(question)
    if more and not question.parts:
        text = f"{topic.question}{text}"
    return FollowUp(topic, text, meant, topic.people if more else ())


def carried_into(
    answer: Answer, follow_up: FollowUp, question: Question, kin: frozenset[str]
) -> Answer:
    """The answer to a follow-up, which says what was taken over.

    Args:
        answer: To the follow-up's text.
        follow_up: What was taken over.
        question: As it was asked.
        kin: The ids of the articles that tell of the event.
    """
    more = tuple(person for person in answer.people if person.name not in follow_up.known)
    first = answer.evidence[0].passage.article_id if answer.evidence else ""
    elsewhere = bool(first) and first not in kin
    carried = Carried(follow_up.topic.heading, follow_up.names, elsewhere)
    return replace(answer, question=question.text, people=more, carried=carried)
