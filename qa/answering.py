"""A ranking → an answer: evidence with what answers lit up, people, and how sure."""

from collections.abc import Sequence
from functools import cached_property

from corpus.article import Heading, Passage
from corpus.store import Store
from index.fold import fold
from index.hits import Hit
from index.retriever import Ranking
from index.tokens import tagged
from qa.answer import Answer, Evidence, Person
from qa.confidence import confidence
from qa.evidence import best_sentence, lit_spans, telling_words
from qa.names import name_finder
from qa.people import PassagePeople, PeopleReader, answer_people
from qa.question import Question

# People are read from so many of the first passages: each costs some milliseconds.
_PASSAGES_FOR_PEOPLE = 5


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
        found = self._resolved(ranking.hits)
        people = self._people(question, [passage for _, passage, _ in found])
        evidence = tuple(_evidence(question, *each, words, people) for each in found)
        best_key = fold(evidence[0].passage.text) if evidence else ""
        sure = confidence(ranking, words, best_key)
        return Answer(
            question=question.text,
            evidence=evidence,
            people=people,
            confidence=sure,
            answered=bool(evidence) and sure >= self._threshold,
            complete=ranking.halves.dense is not None,
        )

    def _resolved(self, hits: Sequence[Hit]) -> list[tuple[Hit, Passage, Heading]]:
        """The hits with passage and heading; those removed since the snapshot are passed over."""
        passages = {p.id: p for p in self._store.passages([hit.passage_id for hit in hits])}
        headings = self._store.headings(sorted({p.article_id for p in passages.values()}))
        found = [(hit, passages[hit.passage_id]) for hit in hits if hit.passage_id in passages]
        return [(hit, p, headings[p.article_id]) for hit, p in found if p.article_id in headings]

    def _people(self, question: Question, passages: Sequence[Passage]) -> tuple[Person, ...]:
        """For a who-question, the people who answer it; else none."""
        if question.kind != "who":
            return ()
        sources = []
        for passage in passages[:_PASSAGES_FOR_PEOPLE]:
            key = fold(passage.text)
            mentions = self._reader.people(passage.text, key)
            sources.append(PassagePeople(passage.id, passage.article_id, key, mentions))
        return answer_people(question.text, sources)

    @cached_property
    def _reader(self) -> PeopleReader:
        return PeopleReader(name_finder(tagged))


def _evidence(
    question: Question,
    hit: Hit,
    passage: Passage,
    heading: Heading,
    words: Sequence[str],
    people: Sequence[Person],
) -> Evidence:
    key = fold(passage.text)
    names = [(p.start, p.end) for p in people if p.passage_id == passage.id]
    return Evidence(
        passage=passage,
        heading=heading,
        score=hit.score,
        rank=hit.rank,
        sentence=best_sentence(passage.text, key, words, question.kind),
        spans=lit_spans(key, words, question.kind, names),
    )
