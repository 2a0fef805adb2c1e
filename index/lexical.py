"""Finding passages by words: BM25; the only user of tantivy."""

import logging
import math
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import mkdtemp
from weakref import finalize

import tantivy

from corpus.article import Filters, id_of, number_of
from corpus.changes import Step, read_step, write_step
from index.hits import Hit, best
from index.sounds import Way
from index.terms import Term

logger = logging.getLogger(__name__)

_WRITER_BYTES = 64_000_000
_COUNTED = "freq"  # positions are not needed: no phrase is ever asked for
_EXACT = "basic"
_WORDS = "words"
_PAIRS = "pairs"
# Files in the index's folder: ours, and those in which tantivy says what the others are.
STEP, _META, _MANAGED = "step", "meta.json", ".managed.json"
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexical index is told of a passage.

    Attributes:
        passage_id: The passage.
        words: Its words, with repetitions.
        pairs: Its pairs of neighbouring characters, with repetitions.
        article_id: Its article.
        source: Its article's source; may be empty.
        published: Its article's date, or None.
    """

    passage_id: str
    words: tuple[str, ...]
    pairs: tuple[str, ...]
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

    def count(self, word: str) -> int:
        """How many passages hold a word; those just removed may still count."""
        return int(self._searcher.doc_freq(_WORDS, word))

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
        wanted += [self._held(_PAIRS, pair) for pair in pairs]
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
        if len(term.forms) == 1 and not term.ways:
            yield self._held(_WORDS, term.forms[0][0])
            return
        known = [(word, worth, count) for word, worth in term.forms if (count := self.count(word))]
        together = self._rarity(sum(count for _, _, count in known))
        options = [
            tantivy.Query.boost_query(
                self._held(_WORDS, word), worth * together / self._rarity(count)
            )
            for word, worth, count in known
        ]
        if term.ways:
            options += self._sounding(term.ways)
        if options:
            yield tantivy.Query.disjunction_max_query(options)

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
        known = [pair for pair in pairs if self._searcher.doc_freq(_PAIRS, pair)]
        some = (self._held(_PAIRS, pair) for pair in known)
        return _boolean(tantivy.Occur.Should, some) if known else None

    def _rarity(self, count: int) -> float:
        """BM25's inverse document frequency of a word that so many passages hold."""
        return math.log(1 + (max(len(self) - count, 0) + 0.5) / (count + 0.5))

    def _held(self, field: str, text: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, text, _COUNTED)

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

    Attributes:
        step: The step of the library's journal that it is in step with; None where unknown.
    """

    def __init__(self, folder: Path | None) -> None:
        self._schema = _schema()
        self._index = _open(folder, self._schema)
        self._file = folder / STEP if folder else None
        self.step = read_step(self._file) if self._file else None

    @classmethod
    def borrowed(cls, folder: Path) -> "LexicalIndex":
        """An index that begins as the one in a folder is, and writes nothing there.

        Its files are only linked to, from a folder of its own that goes when it does. In memory,
        and empty, where there is none that can be read.
        """
        for _ in range(_TRIES):  # whoever writes may put other files in the place of these
            place = Path(mkdtemp(prefix="chuchu-"))
            try:
                _link(folder, place)
                index = cls(place)
                index.searcher()
            except (OSError, ValueError):
                shutil.rmtree(place, ignore_errors=True)
                continue
            finalize(index, shutil.rmtree, place, ignore_errors=True)
            return index
        return cls(None)

    def searcher(self) -> LexicalSearcher:
        """The index as it is now."""
        self._index.reload()
        return LexicalSearcher(self._index.searcher(), self._schema)

    def keep_step(self, step: Step | None) -> None:
        """Remembers which step of the library's journal the index is in step with."""
        if self._file:
            write_step(self._file, step)
        self.step = step

    def update(self, added: Iterable[Entry], removed: Iterable[str] = ()) -> None:
        """Takes passages out and puts passages in, all of it or none.

        Raises:
            OSError: It cannot be written, or another process is writing to the same folder.
        """
        with _faults():
            writer = self._index.writer(_WRITER_BYTES, 1)
        try:
            for each in removed:
                writer.delete_documents_by_term("id", number_of(each))
            for entry in added:
                writer.add_document(_document(entry))
            with _faults():
                writer.commit()
        finally:
            writer.wait_merging_threads()


@contextmanager
def _faults() -> Iterator[None]:
    """Turns tantivy's word for every fault, ValueError, into OSError."""
    try:
        yield
    except ValueError as error:
        raise OSError(str(error)) from error


def _boolean(occur: tantivy.Occur, queries: Iterable[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(occur, each) for each in queries])


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    # signed: an unsigned field given by keyword kills the writer's thread
    builder.add_integer_field("id", indexed=True, fast=True)
    builder.add_integer_field("published", indexed=True, fast=True)
    for field in (_WORDS, _PAIRS):
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


def _link(folder: Path, place: Path) -> None:
    """Puts the files of an index into another folder: those that are written to are copied.

    Raises:
        OSError: There is no index, or its files cannot be linked to.
    """
    for file in (_META, _MANAGED, STEP):
        if file != STEP or (folder / file).exists():
            shutil.copy(folder / file, place / file)
    for path in folder.iterdir():
        if not path.name.startswith(".") and path.name not in (_META, STEP):
            (place / path.name).symlink_to(path.absolute())


def _document(entry: Entry) -> tantivy.Document:
    document = tantivy.Document()
    document.add_integer("id", number_of(entry.passage_id))
    document.add_text("article", entry.article_id)
    if entry.source:
        document.add_text("source", entry.source)
    if entry.published:
        document.add_integer("published", entry.published.toordinal())
    for field, words in ((_WORDS, entry.words), (_PAIRS, entry.pairs)):
        tokens = [tantivy.Token(word, place, 0, 0) for place, word in enumerate(words)]
        document.add_pre_tokenized_text(field, tantivy.PreTokenizedString("", tokens))
    return document
