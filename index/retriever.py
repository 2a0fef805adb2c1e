"""The Retriever protocol (query, k, filters → ranking), and the hybrid retriever that composes."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import numpy as np

from corpus.article import Filters
from index.centre import Centres
from index.dense import DenseIndex
from index.encoder import Encoder, Matrix
from index.fold import fold, simplified
from index.fusion import centred, standardised, weighted
from index.hits import Hit
from index.lexical import LexicalSearcher
from index.pairs import asked_pairs
from index.terms import Term, plain_terms
from index.tokens import Tokenizer
from index.translation import as_written, gloss, translate

# How deep each half is searched before the two are fused.
DEPTH = 100
# In how many passages that words find a name is looked up that is known by its sound alone.
_HEARD = 10
# The worth from which a form is one of a term's words.
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Query:
    """What a retriever is asked.

    Attributes:
        text: The question as typed.
        language: "zh-Hans", "zh-Hant" or "en".
    """

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Halves:
    """What each half of a hybrid retriever found, best first.

    Attributes:
        lexical: By words.
        dense: By meaning; None where that was not searched: nothing is encoded yet, or it was not
            asked for.
    """

    lexical: tuple[Hit, ...]
    dense: tuple[Hit, ...] | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """The hits of a query, and the halves that they were fused from.

    Attributes:
        hits: Best first.
        halves: What each half found.
        terms: What words were looked for.
    """

    hits: tuple[Hit, ...]
    halves: Halves
    terms: tuple[Term, ...]

    @property
    def meaning(self) -> dict[str, float]:
        """By the id of each passage that was found by meaning, its score."""
        return {hit.passage_id: hit.score for hit in self.halves.dense or ()}

    @property
    def words(self) -> tuple[str, ...]:
        """The words that most likely stand for the terms, in order."""
        return tuple(word for term in self.terms for word, worth in term.forms if worth >= _LIKELY)


class Retriever(Protocol):
    """Finds passages. The seam between what Chuchu asks and where its passages are kept."""

    def rank(self, query: Query, k: int, filters: Filters = Filters()) -> Ranking:
        """The k best passages within the filters, best first, ties by passage id.

        Fewer where fewer fit; none from an empty library.
        """
        ...


@dataclass(frozen=True, slots=True)
class HybridRetriever:
    """Words and meaning, fused. Immutable: it searches the library as it was when made.

    Attributes:
        lexical: The passages' words.
        dense: The passages' vectors; empty where nothing is encoded yet, None to search by words
            alone.
        tokenizer: The tokenizer that the lexical index was made with.
        encoder: Gives the encoder that the dense index was made with; called at the first
            question, since loading it takes seconds.
        centres: The means of question vectors, taken out of each question's vector.
        within: Gives the ids of the passages within filters.
        texts: Gives the texts of passages by their ids.
    """

    lexical: LexicalSearcher
    dense: DenseIndex | None
    tokenizer: Tokenizer
    encoder: Callable[[], Encoder]
    centres: Callable[[], Centres]
    within: Callable[[Filters], Sequence[str]]
    texts: Callable[[Sequence[str]], Sequence[str]]

    def rank(self, query: Query, k: int, filters: Filters = Filters()) -> Ranking:
        """The k best passages by words and meaning together.

        The encoder runs once, and not at all where nothing lies within the filters.
        """
        terms = self._terms(query)
        halves = self._halves(query, terms, max(k, DEPTH), filters)
        return Ranking(fuse(halves, query.language)[: max(k, 0)], halves, terms)

    def _terms(self, query: Query) -> tuple[Term, ...]:
        if query.language == "en":
            return translate(query.text)
        words = self.tokenizer.words(fold(query.text))
        return plain_terms([self._apart(word) for word in words])

    def _apart(self, word: str) -> str:
        """A word that no passage holds without the 是 and the like that was drawn to it: 田岱是."""
        apart = word[:-1]
        drawn = len(apart) > 1 and word[-1] in _DRAWN_TO_NAMES and not self.lexical.count(word)
        return apart if drawn and self.lexical.count(apart) else word

    def _halves(self, query: Query, terms: Sequence[Term], depth: int, filters: Filters) -> Halves:
        only = self.within(filters) if filters else None
        if only is not None and not only:
            return Halves((), () if self.dense else None)
        pairs = [] if query.language == "en" else asked_pairs(fold(query.text))
        by_words = partial(self.lexical.retrieve, terms, depth, filters, pairs=pairs)
        if not self.dense:
            return Halves(by_words(), None)
        lexical, row = self._beside(query, terms, by_words)
        return Halves(lexical, self.dense.retrieve(row, depth, only))

    def _beside(
        self, query: Query, terms: Sequence[Term], by_words: Callable[[], tuple[Hit, ...]]
    ) -> tuple[tuple[Hit, ...], Matrix]:
        """What words find, and the question's vector, which wants their hits for a gloss alone."""
        if query.language == "en":
            lexical = by_words()
            return lexical, self.row(query, self.gloss(query, terms, lexical))
        with ThreadPoolExecutor(1) as pool:  # words are looked up while the encoder runs
            found = pool.submit(by_words)
            row = self.row(query)
            return found.result(), row

    def gloss(self, query: Query, terms: Sequence[Term], hits: Sequence[Hit]) -> str:
        """An English question's words in Chinese, names as what they find writes them.

        Empty for other questions, and where no word is known.
        """
        if query.language != "en":
            return ""
        return gloss(self._heard(terms, hits), self.lexical.count)

    def row(self, query: Query, words: str = "") -> Matrix:
        """The question's vector, float32, (dim,), of unit length, its language taken out.

        It leans towards its gloss, where there is one.
        """
        texts = [simplified(query.text), *([words] if words else [])]
        rows = self.encoder().encode_queries(texts, query.language)
        row = self.centres().without(rows[0], query.language)
        if not words:
            return row
        return _unit(row + np.float32(GLOSS_WEIGHT) * self.centres().without(rows[1], "zh-Hans"))

    def _heard(self, terms: Sequence[Term], hits: Sequence[Hit]) -> Sequence[Term]:
        """The terms, names that are known by their sound as what words find mostly writes them."""
        if not any(term.ways for term in terms):
            return terms
        keys = [fold(text) for text in self.texts([hit.passage_id for hit in hits[:_HEARD]])]
        return [as_written(term, keys) for term in terms]


def _unit(row: Matrix) -> Matrix:
    length = float(np.linalg.norm(row))
    return row / np.float32(length) if length > 0 else row


# What jieba draws to names that it does not know.
_DRAWN_TO_NAMES = frozenset("是在说和与为任对被把向将的")
# The weight of a Chinese question's word score beside its meaning score, both standardised.
LEXICAL_WEIGHT = 0.8
# How far apart, in BM25, the words of an English question tell as much as one standard deviation of
# its meaning scores. A fixed step: the dictionary knows little of some questions, so that nothing
# stands out, and standardised, that would count as much as names that were found.
ENGLISH_STEP = 3.5
# The weight of an English question's gloss beside the question. All chosen on development sets.
GLOSS_WEIGHT = 0.6


def fuse(halves: Halves, language: str) -> tuple[Hit, ...]:
    """All hits of both halves by the weighted sum of their scores, best first.

    Where nothing is encoded yet, what words find, by scores of the same measure.
    """
    if language == "en":
        words = centred(halves.lexical, ENGLISH_STEP), 1.0
    else:
        words = standardised(halves.lexical), LEXICAL_WEIGHT
    return weighted([(standardised(halves.dense or ()), 1.0), words])
