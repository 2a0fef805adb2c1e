"""The one way from a question to passages, for whoever asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from corpus.article import Filters, Heading
from corpus.store import Store
from index.lazy import LazyEncoder
from index.retriever import DEPTH, HybridRetriever, Query, Ranking
from index.snapshot import Indexes
from index.tokens import Tokenizer
from qa.choosing import READ_FOR_PEOPLE, Choice, Chooser
from qa.question import Question, read_question
from qa.reprints import Reprints


@dataclass(frozen=True, slots=True)
class Search:
    """A question, what it found, and what was chosen of that.

    Attributes:
        question: The question.
        ranking: What it found; of reprints, the best passage alone.
        choice: What was chosen of that.
        reprints: For the id of each chosen passage, the other articles that carry it.
    """

    question: Question
    ranking: Ranking
    choice: Choice
    reprints: Mapping[str, tuple[Heading, ...]] = field(default_factory=dict)


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

    def search(self, question: str, k: int, filters: Filters = Filters()) -> Search:
        """The k passages that answer a question best, among those within the filters.

        Raises:
            QuestionError: The question is empty or too long.
        """
        asked = read_question(question)
        query = Query(asked.text, asked.language)
        size = max(k, READ_FOR_PEOPLE)
        ranking = self._retriever().rank(query, max(size, DEPTH), filters)
        ranking = replace(ranking, hits=self._reprints.folded(ranking.hits, size))
        choice = self.chooser.choose(asked, ranking, k)
        carriers = self._reprints.carriers([found.passage for found in choice.found])
        return Search(asked, ranking, choice, carriers)

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
