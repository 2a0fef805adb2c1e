"""The one way from a question to passages, for whoever asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from corpus.article import Filters, Heading
from corpus.store import Store
from index.lazy import LazyEncoder
from index.retriever import DEPTH, HybridRetriever, Query, Ranking
from index.snapshot import Indexes
from index.tokens import Tokenizer
from qa.choosing import READ, Choice, Chooser
from qa.favouring import Leaning, favoured, narrowed
from qa.question import Question, read_question
from qa.reprints import Reprints
from qa.times import read_asked_times


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
    """

    def __init__(
        self, store: Store, indexes: Indexes, tokenizer: Tokenizer, encoder: LazyEncoder
    ) -> None:
        self._store = store
        self._indexes = indexes
        self._tokenizer = tokenizer
        self._encoder = encoder
        self.chooser = Chooser(store)
        self._reprints = Reprints(store)

    def search(
        self, question: str, k: int, filters: Filters = Filters(), leaning: Leaning = Leaning()
    ) -> Search:
        """The k passages that answer a question best, among those within the filters.

        Raises:
            QuestionError: The question is empty or too long.
        """
        asked = read_question(question)
        times = read_asked_times(asked.text, asked.key, leaning.today)
        query = Query(f"{leaning.words} {asked.text}".strip(), asked.language)
        size = max(k, READ)
        ranking, within = self._ranked(query, max(size, DEPTH), filters, narrowed(filters, times))
        hits = favoured(self._store, ranking.hits, times, leaning.articles)
        ranking = replace(ranking, hits=self._reprints.folded(hits, size))
        choice = self.chooser.choose(asked, ranking, k)
        carriers = self._reprints.carriers([found.passage for found in choice.found])
        return Search(asked, ranking, choice, carriers, within)

    def _ranked(
        self, query: Query, depth: int, filters: Filters, within: Filters
    ) -> tuple[Ranking, Filters]:
        """What a query finds within; where nothing, within the given filters alone.

        Old events are told by new articles: 2016年以前 need not mean the article's date.
        """
        retriever = self._retriever()
        ranking = retriever.rank(query, depth, within)
        if ranking.hits or within == filters:
            return ranking, within
        return retriever.rank(query, depth, filters), filters

    def kin(self, article_id: str) -> frozenset[str]:
        """The articles that carry the same news as one, itself among them."""
        return self._reprints.kin(article_id)

    def _retriever(self) -> HybridRetriever:
        snapshot = self._indexes.current()
        return HybridRetriever(
            lexical=snapshot.lexical,
            dense=snapshot.dense,
            tokenizer=self._tokenizer,
            encoder=self._encoder.open,
            centres=self._encoder.centres,
            within=self._store.passage_ids,
        )
