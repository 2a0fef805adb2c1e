"""A conversation: what its last answer was about, and what a follow-up takes over from it.

It is a value: each answer gives the next one, and whoever asks keeps it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from index.fold import fold
from qa.answer import UNTOLD, Answer, Carried, Topic
from qa.conversations.ellipses import is_elliptic, rank_asked, restated, share_told, what_of
from qa.conversations.follow_ups import (
    asks_for_more,
    is_bare,
    is_follow_up,
    means_one,
    means_several,
    with_names,
    without_asking,
)
from qa.question import Question, read_question

_HALF = 0.5
_OTHER_YEAR = re.compile(r"[去前上明后]年|[前上后下]一年")
_YEARS = re.compile(
    r"[去前上明后次]年|[前上后下]一年|同期|同比|[0-9]{4}年.*[0-9]{4}年"
)  # another one, too
_DAY = re.compile(r"[0-9][日号]")
_NEXT_DAY = re.compile(r"(?:[到在])?(?:第二天|次日|翌日|隔天|隔日)")
_MOST_NAMES = 5  # more names than that drown the question


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was talked about so far; without a topic at the beginning, and when it is dropped.

    Attributes:
        topic: What follow-ups lean on; None for nothing.
    """

    topic: Topic | None = None

    def after(self, answer: Answer) -> "Conversation":
        """The conversation with an answer more.

        A question that found nothing leaves nothing to lean on; one that was not answered, what
        came nearest, since what is asked next is about the same. An unanswered follow-up leaves
        the conversation as it was.
        """
        if not answer.evidence or (answer.carried and not answer.answered):
            return self if answer.carried else Conversation()
        best = answer.evidence[0]
        people = tuple(person.name for person in answer.people)
        question = answer.question
        if answer.carried and self.topic:
            last = self.topic.question
            question = restated(read_question(question), last) or last
            people = people or self.topic.people or answer.carried.names
        sentence = best.passage.text[slice(*best.sentence)]
        return Conversation(Topic(question, best.heading, sentence, people, _told(answer)))


def _told(answer: Answer) -> str:
    """What the passages shown of the first article say, and its title, folded."""
    heading = answer.evidence[0].heading
    texts = (
        each.passage.text
        for each in answer.evidence
        if each.heading.article_id == heading.article_id
    )
    return fold("\n".join((heading.title, *texts)))


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up, and what it takes over.

    Attributes:
        topic: What it leans on.
        text: The question as it is searched: names in place of pronouns, and for 还有谁 the
            question before it.
        names: Whom its pronouns stand for; may be none.
        known: The names that are no answer any more: those told before 还有谁.
        apart: Whether it asks the last question again, of another day, place or person: then it
            leans on nothing else.
        loose: Whether it may as well stand by itself: then it does where the event does not answer.
        asked: What the last question asked about, where this one is nothing but what asks.
    """

    topic: Topic
    text: str
    names: tuple[str, ...]
    known: tuple[str, ...] = ()
    apart: bool = False
    loose: bool = False
    asked: str = ""

    @property
    def words(self) -> str:
        """What is searched beside the question: what names the event; nothing where it may not."""
        if self.apart or self.loose:
            return ""
        return f"{self.topic.heading.title} {self.topic.question}".strip()

    @property
    def about(self) -> str:
        """What is read closely before the question; as little as of words.

        The event's title, and of 在哪里？ behind 告别仪式哪天举行？ 告别仪式举行.
        """
        told = (self.topic.heading.title, self.asked)
        return "，".join(filter(None, told)) if self.words else ""


def read_follow_up(
    question: Question, conversation: Conversation, names_in: Callable[[str], tuple[str, ...]]
) -> FollowUp | None:
    """What a question takes over from a conversation; None where it stands by itself.

    It follows up where a pronoun is its subject or it names nothing, where it asks 6月呢？, and
    where it is short and names nothing of its own; that surely if the event's passages hold its
    words.

    他 is the first of the people who answered last; without such, the first person whom the last
    question names, then the first in the sentence that answered it.

    Args:
        question: What is asked now.
        conversation: What was talked about.
        names_in: Gives the persons whom a text names; called only where that matters.
    """
    topic = conversation.topic
    if topic is None:
        return None
    if again := restated(question, topic.question):
        return FollowUp(topic, again, (), apart=True)
    if is_follow_up(question):
        return _pointing(question, topic, names_in)
    if what_of(question):
        return FollowUp(
            topic, rank_asked(question, read_question(topic.question)) or question.text, ()
        )
    if is_elliptic(question):
        return FollowUp(topic, question.text, (), loose=share_told(question, topic.key) < 1)
    return None


def _pointing(
    question: Question, topic: Topic, names_in: Callable[[str], tuple[str, ...]]
) -> FollowUp:
    """What a question takes over that has a pronoun or names nothing."""
    several = means_several(question)
    meant: tuple[str, ...] = ()
    if several or means_one(question):
        meant = topic.people or _whole_names(topic, names_in) or names_in(topic.sentence)
        meant = meant[:_MOST_NAMES] if several else meant[:1]
    text = with_names(question, meant)
    more = asks_for_more(question)
    if more and not question.acts:
        text = f"{topic.question}{text}"
    asked = without_asking(topic.question) if is_bare(question) else ""
    return FollowUp(topic, text, meant, topic.people if more else (), asked=asked)


def _whole_names(topic: Topic, names_in: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """Whom the last question names, as the article's title and sentence do.

    A question's few words may cut a name: 彭允 of 彭允中受贿.
    """
    named = names_in(topic.question)
    known = names_in(f"{topic.heading.title}\n{topic.sentence}") if named else ()
    return tuple(
        next((name for name in known if name.startswith(cut) and name in topic.question), cut)
        for cut in named
    )


def keeps_event(answer: Answer, question: Question) -> bool:
    """Whether an answer that leans on an event tells of that one, and of what the question names.

    Of half of the things that it names at least, in the passage that comes first.
    """
    if not (answer.answered and answer.carried) or answer.carried.elsewhere:
        return False
    told = fold(answer.evidence[0].heading.over(answer.evidence[0].passage.text))
    return share_told(question, told) >= _HALF


def carried_into(
    answer: Answer, follow_up: FollowUp, question: Question, kin: frozenset[str]
) -> Answer:
    """The answer to a follow-up, which says what was taken over; nothing where it stood by itself.

    Args:
        answer: To the follow-up's text.
        follow_up: What was taken over.
        question: As it was asked.
        kin: The ids of the articles that tell of the event.
    """
    more = tuple(person for person in answer.people if person.name not in follow_up.known)
    first = answer.evidence[0].passage.article_id if answer.evidence else ""
    elsewhere = bool(first) and first not in kin | {follow_up.topic.heading.article_id}
    if follow_up.loose and elsewhere:
        return replace(answer, question=question.text)
    topic = follow_up.topic
    nobody_else = answer.people and not (more or answer.short)  # 还有谁？
    if nobody_else or _is_of_another(answer, question, topic):
        answer = replace(answer, answered=False, confidence=min(answer.confidence, UNTOLD))
    carried = Carried(topic.heading, follow_up.names, elsewhere, topic)
    return replace(answer, question=question.text, people=more, carried=carried)


def _is_of_another(answer: Answer, question: Question, topic: Topic) -> bool:
    """Whether an answer to 去年呢？ is the last one again, or one to 第二天呢？ of no next day."""
    other = fold(what_of(question))
    if not (other and answer.evidence):
        return False
    best = answer.evidence[0]
    sentence = fold(best.passage.text[slice(*best.sentence)])
    if _NEXT_DAY.fullmatch(other):
        return not (_NEXT_DAY.search(fold(best.passage.text)) or _DAY.search(sentence))
    again = sentence == fold(topic.sentence)
    return again and bool(_OTHER_YEAR.fullmatch(other)) and not _YEARS.search(sentence)
