"""A choice of passages → an answer: what answers lit up, people, and how sure."""

from collections.abc import Sequence

from index.retriever import Ranking
from qa.answer import Answer, Evidence, Person
from qa.choosing import Choice, Found
from qa.confidence import confidence
from qa.evidence import best_sentence, lit_spans, telling_words
from qa.question import Question


def make_answer(question: Question, ranking: Ranking, choice: Choice, threshold: float) -> Answer:
    """The answer that a choice of passages gives to a question.

    Args:
        question: The question.
        ranking: What it found.
        choice: What was chosen of that.
        threshold: The confidence from which a question counts as answered.
    """
    words = telling_words(ranking.words)
    sure = confidence(ranking, words, choice.found[0].key if choice.found else "")
    return Answer(
        question=question.text,
        evidence=tuple(_evidence(question, each, words, choice.people) for each in choice.found),
        people=choice.people,
        confidence=sure,
        answered=bool(choice.found) and sure >= threshold,
        complete=ranking.halves.dense is not None,
    )


def _evidence(
    question: Question, found: Found, words: Sequence[str], people: Sequence[Person]
) -> Evidence:
    names = [(p.start, p.end) for p in people if p.passage_id == found.passage.id]
    text, key = found.passage.text, found.key
    return Evidence(
        passage=found.passage,
        heading=found.heading,
        score=found.hit.score,
        rank=found.hit.rank,
        sentence=best_sentence(text, key, words, question.kind, names),
        spans=lit_spans(text, key, words, question.kind, names, found.heading.published),
    )
