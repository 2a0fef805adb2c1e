"""Library: open, add, remove, retrieve, ask. The one class that users of Python meet."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from types import TracebackType

from corpus.article import Article, Filters, Passage, StoreError
from corpus.reader import ReadOptions
from corpus.store import Store
from corpus.vectors import VectorStore
from index.builder import Progress, encode_pending, silent
from index.hits import Hit
from index.lazy import LazyEncoder, lazy_encoder
from index.snapshot import Indexes
from index.tokens import JiebaTokenizer
from qa.adding import read_into
from qa.answer import Answer
from qa.answering import make_answer
from qa.question import QuestionError
from qa.report import AddReport, Outcome, Status
from qa.searching import Searcher
from qa.settings import Settings, read_settings

_ENCODER = "encoder"


class Library(AbstractContextManager["Library"]):
    """A pile of news articles that answers questions with the passages that hold the answer.

    Safe to use from several threads: whoever asks sees the library as it was at some moment, and
    waits for nobody who adds.

    Args:
        path: The library's folder; made if missing.
        encoder: Where its encoder comes from, and how it is called.
        settings: The other settings.
        read_only: Never write to the folder.
        adopt: Open even a library that was built with another encoder, for `rebuild`.

    Raises:
        StoreError: The folder cannot be used, or was built with another encoder.
    """

    def __init__(
        self,
        path: Path,
        encoder: LazyEncoder,
        settings: Settings,
        *,
        read_only: bool = False,
        adopt: bool = False,
    ) -> None:
        self.path = path
        self.encoder = encoder
        self._store = Store(path / "chuchu.db", read_only=read_only)
        self._vectors = VectorStore(self._store.database, encoder.fingerprint)
        if not adopt:
            self._check_encoder(read_only=read_only)
        self._tokenizer = JiebaTokenizer()
        self._indexes = Indexes(
            self._store,
            self._vectors,
            encoder.dim,
            self._tokenizer,
            path / "cache",
            read_only=read_only,
        )
        self.searcher = Searcher(self._store, self._indexes, self._tokenizer, encoder)
        self._settings = settings

    def add(
        self,
        paths: Sequence[str | Path],
        *,
        options: ReadOptions = ReadOptions(),
        on_outcome: Callable[[Outcome], None] = lambda outcome: None,
        on_encoded: Progress = silent,
    ) -> AddReport:
        """Reads files and folders into the library; what became of each article.

        Articles are findable by words at once, by meaning when this returns. Interrupted at any
        moment, nothing stored is lost, and the next call goes on where this one was.

        Args:
            paths: Files and folders.
            options: Which files of folders, and how they are read.
            on_outcome: Called for each article and failure as it is read.
            on_encoded: Called with how many passages are encoded and how many there are to encode.

        Raises:
            StoreError: The library cannot be written to, the disk is full.
        """
        outcomes = []
        for outcome in read_into(self._store, [Path(path) for path in paths], options):
            outcomes.append(outcome)
            on_outcome(outcome)
        return AddReport(tuple(outcomes), self.build(on_encoded))

    def build(self, on_encoded: Progress = silent) -> int:
        """Encodes what is not encoded yet and brings the indexes in step; how many passages.

        Raises:
            StoreError: The library cannot be written to.
        """
        self._indexes.refresh()
        if not self._vectors.pending():
            return 0
        encoded = encode_pending(self._store, self._vectors, self.encoder.open(), on_encoded)
        self._indexes.refresh()
        return encoded

    def rebuild(self, on_encoded: Progress = silent) -> int:
        """Encodes everything with this library's encoder, dropping others' vectors; how many.

        Raises:
            StoreError: The library cannot be written to.
        """
        self._store.set_setting(_ENCODER, self.encoder.fingerprint)
        self._vectors.drop_others()
        return self.build(on_encoded)

    def remove(self, article: str) -> int:
        """Removes the articles whose id, record or address this is; how many there were."""
        removed = sum(map(self._store.remove, self._store.article_ids(article)))
        if removed:
            self._indexes.refresh()
        return removed

    def retrieve(
        self,
        question: str,
        k: int | None = None,
        *,
        source: str = "",
        since: str | date | None = None,
        until: str | date | None = None,
        article: str = "",
    ) -> tuple[Hit, ...]:
        """The k passages that best answer a question, best first, ties by passage id.

        Fewer where the library holds fewer.

        Args:
            question: In Chinese, Simplified or Traditional, or English.
            k: How many; None takes the setting.
            source: Only articles of this source.
            since: Only articles published on this day ("2023-07-01") or later.
            until: Only articles published on this day or earlier.
            article: Only the article with this id.

        Raises:
            QuestionError: The question is empty or too long, or a date is none.
        """
        filters = _filters(source, since, until, article)
        search = self.searcher.search(question, self._size(k), filters)
        return tuple(found.hit for found in search.choice.found)

    def ask(
        self,
        question: str,
        k: int | None = None,
        *,
        source: str = "",
        since: str | date | None = None,
        until: str | date | None = None,
        article: str = "",
    ) -> Answer:
        """The answer to a question: passages with what answers lit up, people, and how sure.

        Args:
            question: In Chinese, Simplified or Traditional, or English.
            k: How many passages; None takes the setting.
            source: As in `retrieve`; so are since, until and article.
            since: The first day.
            until: The last day.
            article: The only article.

        Raises:
            QuestionError: The question is empty or too long, or a date is none.
        """
        filters = _filters(source, since, until, article)
        search = self.searcher.search(question, self._size(k), filters)
        return make_answer(search, self._settings.threshold)

    def article(self, article: str) -> Article | None:
        """The article whose id, record or address this is (the first by id), or None."""
        ids = self._store.article_ids(article)
        return self._store.article(ids[0]) if ids else None

    def article_ids(self, article: str) -> tuple[str, ...]:
        """The ids of the articles whose id, record or address this is, in order."""
        return self._store.article_ids(article)

    def passages_of(self, article_id: str) -> tuple[Passage, ...]:
        """The passages of an article, in the order of its text; none for an unknown id."""
        return self._store.passages_of(article_id)

    def articles(
        self, filters: Filters = Filters(), *, limit: int = -1, offset: int = 0
    ) -> Iterator[Article]:
        """The articles within the filters, newest first, those without a date last, then by id."""
        return self._store.articles(filters, limit=limit, offset=offset)

    def status(self) -> Status:
        """What the library holds, and how far it is built."""
        articles, passages = self._store.counts()
        return Status(
            path=str(self.path),
            articles=articles,
            passages=passages,
            encoded=len(self._vectors.ids()),
            encoder=self.encoder.fingerprint,
            tokenizer=self._tokenizer.fingerprint,
            sources=self._store.sources(),
        )

    def close(self) -> None:
        """Closes the database."""
        self._store.database.close()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _size(self, k: int | None) -> int:
        return self._settings.k if k is None else max(k, 0)

    def _check_encoder(self, *, read_only: bool) -> None:
        known, mine = self._store.setting(_ENCODER), self.encoder.fingerprint
        if known and known != mine:
            raise StoreError(
                f"{self.path}: this library was built with the encoder {known}, not {mine};"
                " set CHUCHU_ENCODER to the one it was built with,"
                " or encode it anew with `python -m qa rebuild`"
            )
        if not known and not read_only:
            self._store.set_setting(_ENCODER, mine)


def open_library(
    path: str | Path | None = None,
    *,
    encoder: str | None = None,
    read_only: bool = False,
    adopt: bool = False,
) -> Library:
    """The library in a folder, made if missing.

    Args:
        path: The folder; None takes the setting (``CHUCHU_LIBRARY``, else ``library``).
        encoder: "default" or any sentence-transformers name or folder; None takes the setting.
        read_only: Never write to the folder.
        adopt: Open even a library that was built with another encoder, for `Library.rebuild`.

    Raises:
        StoreError: The folder cannot be used, or was built with another encoder.
        SettingsError: An environment variable has a value that it cannot have.
    """
    settings = read_settings()
    source = lazy_encoder(settings.encoder if encoder is None else encoder)
    folder = settings.library if path is None else Path(path)
    return Library(folder, source, settings, read_only=read_only, adopt=adopt)


def _filters(
    source: str, since: str | date | None, until: str | date | None, article: str
) -> Filters:
    return Filters(source, _day("since", since), _day("until", until), article)


def _day(name: str, value: str | date | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise QuestionError(f"{name}: {value!r} is no date; write it as 2023-07-01") from error
