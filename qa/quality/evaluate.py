"""Asks a library labelled questions, and puts figures on its answers."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from corpus.article import Article
from qa.answer import Answer
from qa.conversations.conversation import Conversation
from qa.quality.figures import Certainty, Evaluation, Figures, Names, Shorts
from qa.quality.metrics import (
    NameCounts,
    answered_share,
    auroc,
    percentile,
    rank_figures,
)
from qa.quality.question_set import LabelledQuestion
from qa.quality.worth import NEAR, Worth, worth_of

_FEW_WORDS = frozenset({"when", "where", "howmany"})  # types that are answered in a few words


class Asks(Protocol):
    """What is evaluated: anything that answers as `qa.library.Library` does."""

    def ask(
        self, question: str, k: int | None = None, *, conversation: Conversation = Conversation()
    ) -> Answer:
        """The answer to a question, with k passages, after what was talked about before."""
        ...


class Holding(Protocol):
    """What is looked into for articles, as `qa.library.Library` is."""

    def article(self, article: str) -> Article | None:
        """The article whose id, record or address this is."""
        ...

    def article_ids(self, article: str) -> tuple[str, ...]:
        """The ids of the articles whose id, record or address this is."""
        ...


def evaluate(
    library: Asks,
    questions: Sequence[LabelledQuestion],
    k: int = 10,
    on_answer: Callable[[LabelledQuestion, Answer], None] = lambda question, answer: None,
) -> Evaluation:
    """Asks all the questions and sums up how good the answers are.

    A follow-up is asked after what it follows, in a conversation of its own, and judged alone. The
    first question is asked once more before, unmeasured, so that loading the encoder does not
    count.

    Args:
        library: What is asked.
        questions: With their labels.
        k: How many passages each answer shows.
        on_answer: Called with each answer, in the order of the questions.
    """
    for question in questions[:1]:
        library.ask(question.question, k)
    answers = []
    for question in questions:
        conversation = _talked(library, question.after, k)
        began = time.perf_counter()
        answer = library.ask(question.question, k, conversation=conversation)
        seconds = time.perf_counter() - began
        on_answer(question, answer)
        answers.append(worth_of(question, answer, seconds))
    return _summed(answers, k)


def _talked(library: Asks, before: Sequence[str], k: int) -> Conversation:
    """The conversation in which these questions were asked and answered."""
    conversation = Conversation()
    for question in before:
        conversation = conversation.after(library.ask(question, k, conversation=conversation))
    return conversation


def unheld(library: Holding, questions: Sequence[LabelledQuestion]) -> tuple[LabelledQuestion, ...]:
    """The answerable questions of which no gold article is in the library, in their order.

    Whatever it answers to these counts as wrong.
    """
    records = {gold.article for each in questions for gold in each.gold}
    held = {record for record in records if _holds(library, record)}
    return tuple(
        each for each in questions if each.answerable and not held & {g.article for g in each.gold}
    )


def _summed(answers: Sequence[Worth], k: int) -> Evaluation:
    """The figures over answers by their worth; no answers give zeros."""
    answerable = [each for each in answers if each.question.answerable]
    sentences = [each.sentence for each in answerable if each.sentence is not None]
    seconds = [each.seconds for each in answers]
    return Evaluation(
        questions=len(answers),
        k=k,
        figures=_groups(answerable),
        sentences=_share(sentences) if sentences else None,
        certainty=_certainty(answers),
        names=_named([each.names for each in answerable if each.names is not None]),
        median_seconds=statistics.median(seconds) if seconds else 0.0,
        slow_seconds=percentile(seconds, 0.95),
    )


def _holds(library: Holding, record: str) -> bool:
    """By its record alone, as answers are judged; an id or address names it only for people."""
    named = map(library.article, library.article_ids(record))
    return any(article.record == record for article in named if article)


def _groups(answers: Sequence[Worth]) -> tuple[Figures, ...]:
    groups: dict[str, list[Worth]] = {"all": list(answers)}
    for each in answers:
        groups.setdefault(each.question.lang, []).append(each)
    for each in answers:
        if each.question.type is not None:
            groups.setdefault(each.question.type, []).append(each)
    return tuple(_figures(name, group) for name, group in groups.items())


def _figures(name: str, answers: Sequence[Worth]) -> Figures:
    return Figures(
        group=name,
        questions=len(answers),
        evidence=rank_figures([each.right for each in answers]),
        article=rank_figures([each.articles for each in answers]),
        read_short=_share(each.read[0] for each in answers),
        read_long=_share(each.read[1] for each in answers),
        short=_shorts([each for each in answers if each.question.type in {name, *_FEW_WORDS}]),
    )


def _shorts(answers: Sequence[Worth]) -> Shorts | None:
    labelled = [each for each in answers if each.short is not None]
    if not labelled:
        return None
    return Shorts(
        questions=len(labelled),
        given=_share(each.stated for each in labelled),
        first=_share(bool(each.short) for each in labelled),
        near=_share(bool(each.short) for each in labelled if any(each.right[:NEAR])),
    )


def _certainty(answers: Sequence[Worth]) -> Certainty:
    yes = [each.confidence for each in answers if each.question.answerable]
    no = [each.confidence for each in answers if not each.question.answerable]
    return Certainty(len(no), auroc(yes, no), answered_share(yes, no))


def _named(counts: Sequence[NameCounts]) -> Names:
    both = sum(each.both for each in counts)
    precision = both / max(1, sum(each.found for each in counts))
    recall = both / max(1, sum(each.wanted for each in counts))
    f1 = 2 * precision * recall / (precision + recall) if both else 0.0
    titles = sum(each.titles for each in counts) / max(1, both)
    return Names(len(counts), precision, recall, f1, titles)


def _share(values: Iterable[bool]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0
