"""Finding passages by words: BM25; the only user of tantivy."""

import logging
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import tantivy

from corpus.article import Filters, id_of, number_of
from index.hits import Hit, best

logger = logging.getLogger(__name__)

_WRITER_BYTES = 64_000_000
_COUNTED = "freq"  # positions are not needed: no phrase is ever asked for
_EXACT = "basic"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexical index is told of a passage.

    Attributes:
        passage_id: The passage.
        words: Its words, with repetitions.
        context: The words of what it stands in: its article's title and lead.
        article_id: Its article.
        source: Its article's source; may be empty.
        published: Its article's date, or None.
    """

    passage_id: str
    words: tuple[str, ...]
    context: tuple[str, ...]
    article_id: str
    source: str
    published: date | None


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

    def retrieve(
        self, words: Sequence[str], k: int, filters: Filters = Filters(), *, context: float = 0.0
    ) -> tuple[Hit, ...]:
        """The k best passages that hold at least one of the words, best first, ties by passage id.

        No words, no hits. A word that is given twice counts twice.

        Args:
            words: The query's words.
            k: How many.
            filters: What is searched at all.
            context: The weight of a word in a passage's context beside one in the passage.
        """
        terms = [self._term("words", word) for word in words]
        if context > 0:
            terms += [
                tantivy.Query.boost_query(self._term("context", word), context) for word in words
            ]
        if not terms or k < 1:
            return ()
        should = [(tantivy.Occur.Should, term) for term in terms]
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

    def _term(self, field: str, word: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, word, _COUNTED)

    def _conditions(self, filters: Filters) -> Iterable[tantivy.Query]:
        for field, value in (("source", filters.source), ("article", filters.article)):
            if value:
                yield tantivy.Query.term_query(self._schema, field, value, _EXACT)
        if filters.since or filters.until:
            yield tantivy.Query.range_query(
                self._schema,
                "published",
                tantivy.FieldType.Integer,
                lower_bound=(filters.since or date.min).toordinal(),
                upper_bound=(filters.until or date.max).toordinal(),
            )


class LexicalIndex:
    """The words of all passages, in a folder, or in memory alone.

    Args:
        folder: Where it is kept; made anew where there is none or a broken one. None keeps it
            in memory.
    """

    def __init__(self, folder: Path | None) -> None:
        self._schema = _schema()
        self._index = _open(folder, self._schema)

    def searcher(self) -> LexicalSearcher:
        """The index as it is now."""
        self._index.reload()
        return LexicalSearcher(self._index.searcher(), self._schema)

    def update(self, added: Iterable[Entry], removed: Iterable[str] = ()) -> None:
        """Takes passages out and puts passages in, all of it or none.

        Raises:
            ValueError: Another process is writing to the same folder.
        """
        writer = self._index.writer(_WRITER_BYTES, 1)
        try:
            for each in removed:
                writer.delete_documents_by_term("id", number_of(each))
            for entry in added:
                writer.add_document(_document(entry))
            writer.commit()
        finally:
            writer.wait_merging_threads()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    # signed: an unsigned field given by keyword kills the writer's thread
    builder.add_integer_field("id", indexed=True, fast=True)
    builder.add_integer_field("published", indexed=True, fast=True)
    for field in ("words", "context"):
        builder.add_text_field(field, tokenizer_name="raw", index_option=_COUNTED)
    for field in ("source", "article"):
        builder.add_text_field(field, tokenizer_name="raw", index_option=_EXACT)
    return builder.build()


def _open(folder: Path | None, schema: tantivy.Schema) -> tantivy.Index:
    if folder is None:
        return tantivy.Index(schema)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return tantivy.Index(schema, path=str(folder))
    except ValueError as error:  # tantivy's word for every fault
        logger.warning("%s cannot be read and is made anew: %s", folder, error)
        shutil.rmtree(folder)
        folder.mkdir(parents=True)
        return tantivy.Index(schema, path=str(folder))


def _document(entry: Entry) -> tantivy.Document:
    document = tantivy.Document()
    document.add_integer("id", number_of(entry.passage_id))
    document.add_text("article", entry.article_id)
    if entry.source:
        document.add_text("source", entry.source)
    if entry.published:
        document.add_integer("published", entry.published.toordinal())
    for field, words in (("words", entry.words), ("context", entry.context)):
        tokens = [tantivy.Token(word, place, 0, 0) for place, word in enumerate(words)]
        document.add_pre_tokenized_text(field, tantivy.PreTokenizedString("", tokens))
    return document
