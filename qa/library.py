"""Library: open, add, sync, remove, retrieve, ask. The one class that users of Python meet."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from corpus.article import Article, Filters, Passage, StoreError
from index.cross_encoder import shared_cross_encoder
from index.lazy import LazyEncoder, lazy_encoder
from qa.answerer import Answerer
from qa.filters import known_filters
from qa.holdings import Holdings
from qa.keeper import Keeper, built_with
from qa.opened import Opened
from qa.quality.measuring import Measuring
from qa.ranking.choosing import Chooser
from qa.ranking.reading import OpenCrossEncoder
from qa.report import Status
from qa.searching import Searcher
from qa.settings import Settings, read_settings
from qa.status import read_status


class Library(Keeper, Answerer, Measuring, Holdings, AbstractContextManager["Library"]):
    """A pile of news articles that answers questions with the passages that hold the answer.

    Safe to use from several threads: whoever asks sees the library as it was at some moment, and
    waits for nobody who adds.

    Args:
        path: The library's folder; made if missing.
        encoder: Where its encoder comes from, and how it is called.
        settings: The other settings.
        cross_encoder: What reads the first passages beside the question; None for nobody.
        read_only: Change nothing; SQLite may lay what it locks by beside the database.
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
        Opened.__init__(self, path, encoder, read_only=read_only)
        if not adopt:
            self._check_encoder(read_only=read_only)
        self.cross_encoder = cross_encoder if settings.read else None
        chooser = Chooser(self._store, self.cross_encoder, settings.read)
        searcher = Searcher(self._store, self._indexes, self._tokenizer, encoder, chooser)
        Answerer.__init__(self, searcher, settings)

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

    def known(self, filters: Filters) -> Filters:
        """The filters, the article by its id; an empty library knows all sources and articles.

        Raises:
            QuestionError: There is no such source, of which the nearest are told, or article.
        """
        return known_filters(self._store, filters)

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
        read_only: Change nothing; SQLite may lay what it locks by beside the database.
        adopt: Open even a library that was built with another encoder, for `Library.rebuild`.

    Raises:
        StoreError: The folder cannot be used, or was built with another encoder.
        SettingsError: An environment variable has a value that it cannot have.
    """
    settings = read_settings()
    if path == "":
        raise StoreError("the library's folder is named by nothing; name a folder")
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
