"""A ranking → an answer: evidence with what answers lit up, people, and how sure."""

from collections.abc import Sequence

from corpus.article import Heading, Passage
from corpus.store import Store
from index.fold import fold
from index.hits import Hit
from index.retriever import Ranking
from qa.answer import Answer, Evidence, Person
from qa.confidence import confidence
from qa.evidence import best_sentence, lit_spans, telling_words
from qa.question import Question


class Answerer:
    """Turns what was found into what is shown.

    Args:
        store: Where the passages are.
        threshold: The confidence from which a question counts as answered.
    """

    def __init__(self, store: Store, threshold: float) -> None:
        self._store = store
        self._threshold = threshold

    def answer(self, question: Question, ranking: Ranking) -> Answer:
        """The answer that a ranking gives to a question."""
        words = telling_words(ranking.words)
        evidence = self._evidence(question, ranking.hits, words)
        best_key = fold(evidence[0].passage.text) if evidence else ""
        sure = confidence(ranking, words, best_key)
        return Answer(
            question=question.text,
            evidence=evidence,
            people=_people(question, evidence),
            confidence=sure,
            answered=bool(evidence) and sure >= self._threshold,
            complete=ranking.halves.dense is not None,
        )

    def _evidence(
        self, question: Question, hits: Sequence[Hit], words: Sequence[str]
    ) -> tuple[Evidence, ...]:
        passages = {p.id: p for p in self._store.passages([hit.passage_id for hit in hits])}
        headings = self._store.headings(sorted({p.article_id for p in passages.values()}))
        return tuple(
            _resolved(question, hit, passages[hit.passage_id], headings, words)
            for hit in hits
            if hit.passage_id in passages  # removed since the snapshot: no longer quoted
        )


def _resolved(
    question: Question,
    hit: Hit,
    passage: Passage,
    headings: dict[str, Heading],
    words: Sequence[str],
) -> Evidence:
    key = fold(passage.text)
    return Evidence(
        passage=passage,
        heading=headings[passage.article_id],
        score=hit.score,
        rank=hit.rank,
        sentence=best_sentence(passage.text, key, words, question.kind),
        spans=lit_spans(key, words, question.kind, ()),
    )


def _people(question: Question, evidence: Sequence[Evidence]) -> tuple[Person, ...]:
    return ()
