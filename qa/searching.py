"""The one way from a question to passages, for whoever asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Self

from corpus.article import Filters, Heading
from corpus.store import Store
from index.dense import DenseIndex
from index.lazy import LazyEncoder
from index.lexical import LexicalSearcher
from index.retriever import DEPTH, HybridRetriever, Query, Ranking, Retriever
from index.snapshot import Indexes
from index.tokens import Tokenizer
from qa.filters import known_filters
from qa.question import Question, read_question
from qa.question_rules.offices import as_who
from qa.ranking.asked_today import times_of
from qa.ranking.choosing import READ, Choice, Chooser
from qa.ranking.favouring import Favouring, Leaning, narrowed
from qa.ranking.putting import best_put
from qa.ranking.reprints import Reprints
from qa.ranking.rest import rest_near
from qa.text.short_forms import other_names
from qa.times import AskedTimes

_AHEAD = timedelta(days=365)  # from news to a day that is still to come


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is searched for.

    Attributes:
        question: The question as it is searched.
        times: The dates that it named when it was asked.
        leaning: What the search leans on beside it.
        size: How many hits are found, where there are as many.
    """

    question: Question
    times: AskedTimes
    leaning: Leaning
    size: int

    @property
    def without_dates(self) -> Self:
        """The same without the words that only narrow, where any others are left."""
        rest = self.times.rest
        return replace(self, question=read_question(rest)) if any(map(str.isalnum, rest)) else self

    @property
    def query(self) -> Query:
        """The question as words and meaning are looked for."""
        asked = self.question
        words = f"{self.leaning.words} {other_names(asked.key)} {as_who(asked.text, asked.key)}"
        return Query(words.strip(), asked.language)


@dataclass(frozen=True, slots=True)
class Search:
    """A question, what it found, and what was chosen of that.

    Attributes:
        question: The question.
        ranking: What it found; of reprints, the best passage alone.
        choice: What was chosen of that.
        reprints: For the id of each chosen passage, the other articles that carry it.
        within: What the search was narrowed to, by the question's own dates too.
    """

    question: Question
    ranking: Ranking
    choice: Choice
    reprints: Mapping[str, tuple[Heading, ...]] = field(default_factory=dict)
    within: Filters = Filters()


class Searcher:
    """Finds and chooses passages in the newest snapshot of a library.

    Args:
        store: Where the passages are.
        indexes: Their words and vectors.
        tokenizer: The tokenizer that the words were made with.
        encoder: The encoder that the vectors were made with.
        chooser: Chooses among what is found.
    """

    def __init__(
        self,
        store: Store,
        indexes: Indexes,
        tokenizer: Tokenizer,
        encoder: LazyEncoder,
        chooser: Chooser,
    ) -> None:
        self._store = store
        self._indexes = indexes
        self._tokenizer = tokenizer
        self._encoder = encoder
        self.chooser = chooser
        self._reprints = Reprints(store)

    def search(
        self, question: str, k: int, filters: Filters = Filters(), leaning: Leaning = Leaning()
    ) -> Search:
        """The k passages that answer a question best, among those within the filters.

        Raises:
            QuestionError: The question is empty or too long, or there is no such source or article.
        """
        wanted = self._wanted(question, k, leaning)
        wanted, ranking, within = self._narrowed(self.retriever(), wanted, filters)
        choose = partial(
            self.chooser.choose,
            ranking=ranking,
            k=k,
            favours=self._favouring(wanted).of(ranking.hits),
            about=leaning.about,
        )
        asked, choice = best_put(wanted.question, choose)
        return self._search(asked, ranking, within, choice)

    def rank(self, question: str, k: int) -> tuple[Question, Ranking]:
        """A question as it is read, and at least k passages that it finds, before any is chosen.

        Raises:
            QuestionError: The question is empty or too long.
        """
        wanted = self._wanted(question, k, Leaning())
        wanted, ranking, _ = self._narrowed(self.retriever(), wanted, Filters())
        return wanted.question, ranking

    def search_by_words(
        self, question: str, k: int, filters: Filters = Filters(), leaning: Leaning = Leaning()
    ) -> Search:
        """The same by words alone, chosen as they are found: the encoder is neither loaded nor run.

        Raises:
            QuestionError: The question is empty or too long, or there is no such source or article.
        """
        wanted = self._wanted(question, k, leaning)
        retriever = self._retriever_of(self._indexes.words(), None)
        wanted, ranking, within = self._narrowed(retriever, wanted, filters)
        return self._search(wanted.question, ranking, within, self.chooser.unread(ranking, k))

    def kin(self, article_id: str) -> frozenset[str]:
        """The articles that carry the same news as one, itself among them."""
        return self._reprints.kin(article_id)

    def _wanted(self, question: str, k: int, leaning: Leaning) -> _Wanted:
        """What is searched for, for k passages.

        Raises:
            QuestionError: The question is empty or too long.
        """
        asked = read_question(question)
        times = times_of(asked, leaning.today, self._store)
        return _Wanted(asked, times, leaning, max(k, READ))

    def _search(self, asked: Question, ranking: Ranking, within: Filters, choice: Choice) -> Search:
        carriers = self._reprints.carriers([found.passage for found in choice.found])
        return Search(asked, ranking, choice, carriers, within)

    def _narrowed(
        self, retriever: Retriever, wanted: _Wanted, filters: Filters
    ) -> tuple[_Wanted, Ranking, Filters]:
        """What is searched for, what is found, and within what.

        The question's own dates narrow (2016年以前), and are not looked for then. Where nothing is
        found so, they are words as others, since new articles tell old events; so are days to come.
        """
        filters = known_filters(self._store, filters)
        within = narrowed(filters, wanted.times)
        if within != filters:
            rest = wanted.without_dates
            ranking = self._found(retriever, rest, within)
            if ranking.hits and not self._is_ahead(wanted.times, ranking):
                return rest, ranking, within
        return wanted, self._found(retriever, wanted, filters), filters

    def _is_ahead(self, times: AskedTimes, ranking: Ranking) -> bool:
        """Whether a day up to which is asked lies far ahead of what is found: 2035年前的目标."""
        (first,) = self._store.passages([ranking.hits[0].passage_id])
        published = self._store.headings([first.article_id])[first.article_id].published
        return bool(times.until and published and times.until - published > _AHEAD)

    def _found(self, retriever: Retriever, wanted: _Wanted, within: Filters) -> Ranking:
        """What a question finds, its days and the conversation favoured, reprints folded.

        The rest of the first article is brought near.
        """
        ranking = retriever.rank(wanted.query, max(wanted.size, DEPTH), within)
        near = rest_near(self._store, self._favouring(wanted).ranked(ranking.hits))
        return replace(ranking, hits=self._reprints.folded(near, wanted.size))

    def _favouring(self, wanted: _Wanted) -> Favouring:
        return Favouring(self._store, wanted.question, wanted.times, wanted.leaning.articles)

    def retriever(self) -> HybridRetriever:
        """What searches the newest snapshot."""
        snapshot = self._indexes.current()
        return self._retriever_of(snapshot.lexical, snapshot.dense)

    def _retriever_of(self, lexical: LexicalSearcher, dense: DenseIndex | None) -> HybridRetriever:
        return HybridRetriever(
            lexical=lexical,
            dense=dense,
            tokenizer=self._tokenizer,
            encoder=self._encoder.open,
            centres=self._encoder.centres,
            within=self._store.passage_ids,
            texts=lambda ids: [passage.text for passage in self._store.passages(ids)],
        )
