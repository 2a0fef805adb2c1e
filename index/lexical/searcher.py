"""One state of the lexical index, searched: BM25 over words and pairs of characters."""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

import tantivy

from corpus.article import Filters, id_of
from index.hits import Hit, best
from index.lexical.fields import COUNTED, EXACT, PAIRS, WORDS
from index.sounds import Way
from index.terms import Term

_MOSTLY = 2  # times as many passages hold the rarest pair of a word as hold the word


class LexicalSearcher:
    """One state of the index, which later changes do not touch.

    Scores are Okapi BM25 with k1 = 1.2 and b = 0.75 (Robertson and Zaragoza, "The Probabilistic
    Relevance Framework", 2009), as Lucene and tantivy compute it.
    """

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema) -> None:
        self._searcher = searcher
        self._schema = schema

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def ids(self) -> frozenset[str]:
        """The ids of the passages that are in it."""
        return frozenset(each for each, _ in self._found(tantivy.Query.all_query(), len(self)))

    def count(self, word: str) -> int:
        """How many passages hold a word; those just removed may still count."""
        return int(self._searcher.doc_freq(WORDS, word))

    def retrieve(
        self,
        terms: Sequence[Term],
        k: int,
        filters: Filters = Filters(),
        *,
        pairs: Sequence[str] = (),
    ) -> tuple[Hit, ...]:
        """The k best passages that hold a term or a pair, best first, ties by passage id.

        Nothing to look for, no hits. What is given twice counts twice. Of a term's forms the best
        counts, as rare as they are together. A passage's score is the sum of its terms' and its
        pairs'.

        Args:
            terms: What is looked for.
            k: How many.
            filters: What is searched at all.
            pairs: Pairs of characters that are looked for too.
        """
        wanted = [each for term in terms for each in self._any(term)]
        wanted += [self._held(PAIRS, pair) for pair in pairs]
        should = [(tantivy.Occur.Should, each) for each in wanted]
        if not should or k < 1:
            return ()
        conditions = [
            (tantivy.Occur.Must, tantivy.Query.const_score_query(condition, 0.0))
            for condition in self._conditions(filters)
        ]
        query = tantivy.Query.boolean_query(should)
        if conditions:
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), *conditions])
        return best(lambda size: self._found(query, size), k)

    def _found(self, query: tantivy.Query, k: int) -> list[tuple[str, float]]:
        if k < 1:
            return []
        hits = self._searcher.search(query, limit=k, count=False).hits
        numbers = self._searcher.fast_field_values("id", [address for _, address in hits])
        return [
            (id_of(number), float(score or 0.0))
            for number, (score, _) in zip(numbers, hits, strict=True)
        ]

    def _any(self, term: Term) -> Iterable[tantivy.Query]:
        """A term as a query; none where no passage can hold it."""
        if len(term.forms) == 1 and not term.ways and not term.whole:
            yield self._held(WORDS, term.forms[0][0])
            return
        known = [(word, worth, count) for word, worth in term.forms if (count := self.count(word))]
        together = self._rarity(sum(count for _, _, count in known))
        options = [
            tantivy.Query.boost_query(
                self._held(WORDS, word), worth * together / self._rarity(count)
            )
            for word, worth, count in known
        ]
        if ways := [*term.ways, *self._cut_otherwise(term.whole)]:
            options += self._sounding(ways)
        if options:
            yield tantivy.Query.disjunction_max_query(options)

    def _cut_otherwise(self, words: Iterable[str]) -> Iterable[Way]:
        """Those words that most passages which may hold them have cut into others."""
        for word in words:
            held = [self._searcher.doc_freq(PAIRS, "".join(pair)) for pair in pairwise(word)]
            if held and min(held) > _MOSTLY * self.count(word):
                yield tuple(word)

    def _sounding(self, ways: Sequence[Way]) -> Iterable[tantivy.Query]:
        """Passages that hold all pairs of any way, however the tokenizer cuts them."""
        either = {each: self._either(*each) for way in ways for each in pairwise(way)}
        held = ([either[each] for each in pairwise(way)] for way in ways)
        whole = [_boolean(tantivy.Occur.Must, filter(None, pairs)) for pairs in held if all(pairs)]
        if not whole:
            return
        query = _boolean(tantivy.Occur.Should, whole)
        if count := self._searcher.search(query, limit=1, count=True).count:
            yield tantivy.Query.const_score_query(query, self._rarity(count))

    def _either(self, first: str, second: str) -> tantivy.Query | None:
        """Any pair of their characters that some passage holds; None where no passage holds any.

        Looking each of them up is quicker than a regular expression for all.
        """
        pairs = (one + other for one in first for other in second)
        known = [pair for pair in pairs if self._searcher.doc_freq(PAIRS, pair)]
        some = (self._held(PAIRS, pair) for pair in known)
        return _boolean(tantivy.Occur.Should, some) if known else None

    def _rarity(self, count: int) -> float:
        """BM25's inverse document frequency of a word that so many passages hold."""
        return math.log(1 + (max(len(self) - count, 0) + 0.5) / (count + 0.5))

    def _held(self, field: str, text: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, text, COUNTED)

    def _conditions(self, filters: Filters) -> Iterable[tantivy.Query]:
        for field, value in (("source", filters.source), ("article", filters.article)):
            if value:
                yield tantivy.Query.term_query(self._schema, field, value, EXACT)
        if filters.since or filters.until:
            yield tantivy.Query.range_query(
                self._schema,
                "published",
                tantivy.FieldType.Integer,
                lower_bound=(filters.since or date.min).toordinal(),
                upper_bound=(filters.until or date.max).toordinal(),
            )


def _boolean(occur: tantivy.Occur, queries: Iterable[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(occur, each) for each in queries])
