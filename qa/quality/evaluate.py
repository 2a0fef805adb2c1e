"""Asks a library labelled questions, and puts figures on its answers."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.article import Article
from qa.answer import Answer
from qa.conversations.conversation import Conversation
from qa.quality.figures import Certainty, Evaluation, Figures, Names, Shorts
from qa.quality.metrics import (
    NameCounts,
    Shown,
    answered_share,
    auroc,
    count_names,
    covers,
    distinct,
    is_read,
    is_right,
    percentile,
    rank_figures,
)
from qa.quality.question_set import LabelledQuestion
from qa.quality.short_metrics import says

_SHORT, _LONG = 300, 1000  # characters of reading
_NEAR = 3  # people and short answers count where one of so many first passages is right
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


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with its answer, judged.

    Attributes:
        question: The question with its labels.
        right: For each passage shown, whether it is right.
        articles: For each different article shown, whether it is a gold one.
        read: Whether an evidence is met within the short, and the long, reading.
        sentence: Whether the first passage's best sentence holds an evidence; None where the
            passage itself is not right.
        names: The people named; None for other questions, and without a right passage near.
        short: Whether the first short answer is right, None where there is none to be right.
        stated: Whether there is a short answer.
        confidence: The answer's.
        seconds: How long it took.
    """

    question: LabelledQuestion
    right: tuple[bool, ...]
    articles: tuple[bool, ...]
    read: tuple[bool, bool]
    sentence: bool | None
    names: NameCounts | None
    short: bool | None
    stated: bool
    confidence: float
    seconds: float


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
    judged = []
    for question in questions:
        conversation = _talked(library, question.after, k)
        began = time.perf_counter()
        answer = library.ask(question.question, k, conversation=conversation)
        seconds = time.perf_counter() - began
        on_answer(question, answer)
        judged.append(judge(question, answer, seconds))
    return summed(judged, k)


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


def judge(question: LabelledQuestion, answer: Answer, seconds: float = 0.0) -> Judged:
    """What an answer to a labelled question is worth."""
    shown = [
        Shown(e.heading.record, e.passage.start, e.passage.end, e.passage.text)
        for e in answer.evidence
    ]
    right = tuple(is_right(passage, question.gold) for passage in shown)
    gold = {place.article for place in question.gold}
    return Judged(
        question=question,
        right=right,
        articles=tuple(each in gold for each in distinct([p.article for p in shown])),
        read=(is_read(shown, question.gold, _SHORT), is_read(shown, question.gold, _LONG)),
        sentence=_sentence(question, answer) if right[:1] == (True,) else None,
        names=_names(question, answer) if any(right[:_NEAR]) else None,
        short=_short(question, answer),
        stated=bool(answer.short),
        confidence=answer.confidence,
        seconds=seconds,
    )


def summed(judged: Sequence[Judged], k: int) -> Evaluation:
    """The figures over judged answers; no answers give zeros."""
    answerable = [each for each in judged if each.question.answerable]
    sentences = [each.sentence for each in answerable if each.sentence is not None]
    seconds = [each.seconds for each in judged]
    return Evaluation(
        questions=len(judged),
        k=k,
        figures=_groups(answerable),
        sentences=_share(sentences) if sentences else None,
        certainty=_certainty(judged),
        names=_named([each.names for each in answerable if each.names is not None]),
        median_seconds=statistics.median(seconds) if seconds else 0.0,
        slow_seconds=percentile(seconds, 0.95),
    )


def _holds(library: Holding, record: str) -> bool:
    """By its record alone, as answers are judged; an id or address names it only for people."""
    named = map(library.article, library.article_ids(record))
    return any(article.record == record for article in named if article)


def _groups(judged: Sequence[Judged]) -> tuple[Figures, ...]:
    groups: dict[str, list[Judged]] = {"all": list(judged)}
    for each in judged:
        groups.setdefault(each.question.lang, []).append(each)
    for each in judged:
        if each.question.type is not None:
            groups.setdefault(each.question.type, []).append(each)
    return tuple(_figures(name, group) for name, group in groups.items())


def _figures(name: str, judged: Sequence[Judged]) -> Figures:
    return Figures(
        group=name,
        questions=len(judged),
        evidence=rank_figures([each.right for each in judged]),
        article=rank_figures([each.articles for each in judged]),
        read_short=_share(each.read[0] for each in judged),
        read_long=_share(each.read[1] for each in judged),
        short=_shorts([each for each in judged if each.question.type in {name, *_FEW_WORDS}]),
    )


def _shorts(judged: Sequence[Judged]) -> Shorts | None:
    labelled = [each for each in judged if each.short is not None]
    if not labelled:
        return None
    return Shorts(
        questions=len(labelled),
        given=_share(each.stated for each in labelled),
        first=_share(bool(each.short) for each in labelled),
        near=_share(bool(each.short) for each in labelled if any(each.right[:_NEAR])),
    )


def _short(question: LabelledQuestion, answer: Answer) -> bool | None:
    """People are judged by their names; a question without a type, by its passages alone."""
    if not question.answers or question.type in {None, "who"}:
        return None
    return bool(answer.short) and says(answer.short[0], question.answers)


def _certainty(judged: Sequence[Judged]) -> Certainty:
    yes = [each.confidence for each in judged if each.question.answerable]
    no = [each.confidence for each in judged if not each.question.answerable]
    return Certainty(len(no), auroc(yes, no), answered_share(yes, no))


def _sentence(question: LabelledQuestion, answer: Answer) -> bool:
    best = answer.evidence[0]
    sentence = best.passage.text[slice(*best.sentence)]
    return any(
        covers(sentence, gold.evidence)
        for gold in question.gold
        if gold.article == best.heading.record
    )


def _names(question: LabelledQuestion, answer: Answer) -> NameCounts | None:
    if question.type != "who":
        return None
    wanted = {person.name: person.title for person in question.people}
    named = {person.name: person.title for person in reversed(answer.people)}  # the first counts
    return count_names(named, wanted)


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
