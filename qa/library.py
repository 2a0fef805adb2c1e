"""Library: open, add, sync, remove, retrieve, ask. The one class that users of Python meet."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from types import TracebackType

from corpus.article import Article, Filters, Passage
from corpus.database import DATABASE
from corpus.store import Store
from corpus.vectors import VectorStore
from index.cross_encoder import shared_cross_encoder
from index.hits import Hit
from index.lazy import LazyEncoder, lazy_encoder
from index.snapshot import Indexes
from index.tokens import JiebaTokenizer
from qa.answer import Answer, Preview
from qa.answering import make_answer, make_preview
from qa.choosing import Chooser
from qa.conversation import Conversation, FollowUp, carried_into, read_follow_up
from qa.favouring import Leaning
from qa.filters import read_filters
from qa.holdings import Holdings
from qa.keeper import Keeper, built_with
from qa.quality.measuring import Measuring
from qa.question import Question, read_question
from qa.reading import OpenCrossEncoder
from qa.report import Status
from qa.searching import Searcher
from qa.settings import Settings, read_settings
from qa.status import read_status
from qa.timeline import READ_FOR_TIMELINE, Timeline, make_timeline


class Library(Keeper, Measuring, Holdings, AbstractContextManager["Library"]):
    """A pile of news articles that answers questions with the passages that hold the answer.

    Safe to use from several threads: whoever asks sees the library as it was at some moment, and
    waits for nobody who adds.

    Args:
        path: The library's folder; made if missing.
        encoder: Where its encoder comes from, and how it is called.
        settings: The other settings.
        cross_encoder: What reads the first passages beside the question; None for nobody.
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
        cross_encoder: OpenCrossEncoder | None = None,
        read_only: bool = False,
        adopt: bool = False,
    ) -> None:
        self.path = path
        self._settings = settings
        self._tokenizer = JiebaTokenizer()
        store = Store(path / DATABASE, read_only=read_only)
        vectors = VectorStore(store.database, encoder.fingerprint)
        indexes = Indexes(
            store, vectors, encoder.dim, self._tokenizer, path / "cache", read_only=read_only
        )
        Keeper.__init__(self, store, vectors, indexes, encoder)
        Measuring.__init__(self, store, path, encoder.fingerprint)
        Holdings.__init__(self, store, indexes, self._tokenizer, path, encoder.fingerprint)
        if not adopt:
            self._check_encoder(path, read_only=read_only)
        self.cross_encoder = cross_encoder if settings.read else None
        chooser = Chooser(store, self.cross_encoder, settings.read)
        self.searcher = Searcher(store, indexes, self._tokenizer, encoder, chooser)

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
        filters = read_filters(source, since, until, article)
        search = self.searcher.search(question, self._size(k), filters)
        return tuple(found.hit for found in search.choice.found)

    def ask(  # noqa: PLR0913  one for each thing that an answer may lean on
        self,
        question: str,
        k: int | None = None,
        *,
        source: str = "",
        since: str | date | None = None,
        until: str | date | None = None,
        article: str = "",
        today: date | None = None,
        conversation: Conversation = Conversation(),
    ) -> Answer:
        """The answer to a question: passages with what answers lit up, people, and how sure.

        Args:
            question: In Chinese, Simplified or Traditional, or English.
            k: How many passages; None takes the setting.
            source: As in `retrieve`; so are since, until and article.
            since: The first day.
            until: The last day.
            article: The only article.
            today: The day on which it is asked, for 昨天 and the like in the question; None leaves
                them unread.
            conversation: What was talked about before; a follow-up (他说了什么？) leans on it, and
                the answer says on what. ``conversation.after(answer)`` is the next one.

        Raises:
            QuestionError: The question is empty or too long, or a date is none.
        """
        filters = read_filters(source, since, until, article)
        asked = read_question(question)
        follow_up = self._follow_up(asked, conversation)
        text, leaning = self._to_search(asked, follow_up, today)
        search = self.searcher.search(text, self._size(k), filters, leaning)
        answer = make_answer(search, self._settings.threshold)
        return carried_into(answer, follow_up, asked, leaning.articles) if follow_up else answer

    def preview(  # noqa: PLR0913  as `ask` takes them
        self,
        question: str,
        k: int | None = None,
        *,
        source: str = "",
        since: str | date | None = None,
        until: str | date | None = None,
        article: str = "",
        today: date | None = None,
        conversation: Conversation = Conversation(),
    ) -> Preview:
        """What words alone find of a question: to be shown at once, until `ask` has answered.

        The encoder is neither loaded nor run. Nothing is read for answers, and nothing is said of
        whether the library holds one.

        Args:
            question: As in `ask`; so are all others.
            k: How many passages.
            source: The only source.
            since: The first day.
            until: The last day.
            article: The only article.
            today: The day on which it is asked.
            conversation: What was talked about before.

        Raises:
            QuestionError: The question is empty or too long, or a date is none.
        """
        filters = read_filters(source, since, until, article)
        asked = read_question(question)
        text, leaning = self._to_search(asked, self._follow_up(asked, conversation), today)
        search = self.searcher.search_by_words(text, self._size(k), filters, leaning)
        return make_preview(search, asked.text)

    def timeline(
        self,
        question: str,
        *,
        source: str = "",
        since: str | date | None = None,
        until: str | date | None = None,
        article: str = "",
        today: date | None = None,
    ) -> Timeline:
        """What the library tells of an event, in the order in which it happened.

        Args:
            question: In Chinese, Simplified or Traditional, or English; or what names the event.
            source: As in `ask`; so are since, until, article and today.
            since: The first day of articles.
            until: The last day of articles.
            article: The only article.
            today: The day on which it is asked.

        Raises:
            QuestionError: The question is empty or too long, or a date is none.
        """
        filters = read_filters(source, since, until, article)
        leaning = Leaning(today=today)
        search = self.searcher.search(question, READ_FOR_TIMELINE, filters, leaning)
        return make_timeline(search, self._settings.threshold)

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
        return read_status(
            self._store,
            self.path,
            encoded=self._vectors.count(),
            encoder=self.encoder.fingerprint,
            tokenizer=self._tokenizer.fingerprint,
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

    def _follow_up(self, asked: Question, conversation: Conversation) -> FollowUp | None:
        return read_follow_up(asked, conversation, self.searcher.chooser.names)

    def _to_search(
        self, asked: Question, follow_up: FollowUp | None, today: date | None
    ) -> tuple[str, Leaning]:
        """The question as it is searched, and what the search leans on."""
        if follow_up is None:
            return asked.text, Leaning(today=today)
        if follow_up.apart:
            return follow_up.text, Leaning(today=today)
        kin = self.searcher.kin(follow_up.topic.heading.article_id)
        return follow_up.text, Leaning(follow_up.words, kin, today)

    def _size(self, k: int | None) -> int:
        return self._settings.k if k is None else max(k, 0)


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
        encoder: "default", "fast", "exact", or any sentence-transformers name or folder; empty for
            that of ours which the library was built with, in a new library the default one. None
            takes the setting.
        read_only: Never write to the folder.
        adopt: Open even a library that was built with another encoder, for `Library.rebuild`.

    Raises:
        StoreError: The folder cannot be used, or was built with another encoder.
        SettingsError: An environment variable has a value that it cannot have.
    """
    settings = read_settings()
    folder = settings.library if path is None else Path(path)
    named = settings.encoder if encoder is None else encoder
    source = lazy_encoder(named or built_with(folder, read_only=read_only))
    return Library(
        folder,
        source,
        settings,
        cross_encoder=shared_cross_encoder,
        read_only=read_only,
        adopt=adopt,
    )
