"""Holdings: the part of a library that shows, sets aside and hands out what it holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from corpus import listing, withdrawn
from corpus.listing import Listed, Order, articles_with, list_articles, named_like
from corpus.withdrawn import SetAside
from index.fold import fold, ways_written
from index.terms import plain_terms
from qa.export import ExportRecord, copy_library, export_record
from qa.opened import Opened
from qa.question import Language


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list of articles.

    Attributes:
        articles: Its lines, in order.
        offset: How many come before them.
        total: How many articles the whole list has.
    """

    articles: tuple[Listed, ...]
    offset: int
    total: int


class Holdings(Opened):
    """Lists, searches, withdraws, exports and copies a library's articles."""

    def page(
        self,
        words: str = "",
        *,
        order: Order = "date",
        descending: bool = True,
        limit: int = 25,
        offset: int = 0,
    ) -> Page:
        """One page of the list of articles, whose texts are not read; ties by id.

        Args:
            words: Only articles in whose title, source, record, address or text each of these words
                stands, in either script; nothing takes all. Of words of a text all must stand there
                whole, elsewhere parts count.
            order: By what.
            descending: The largest, newest, last in the alphabet first.
            limit: How many at most, 1 or more.
            offset: How many come before them; behind the last page, the last page is given.

        Raises:
            ValueError: The limit is less than 1.
            StoreError: The library cannot be read.
        """
        if limit < 1:
            raise ValueError(f"a page of {limit} articles shows none: ask for 1 or more")
        within = self._with(words)
        total = self._store.counts()[0] if within is None else len(within)
        first = min(max(0, offset), max(0, (total - 1) // limit * limit))
        found = list_articles(
            self._store.database,
            self.encoder.fingerprint,
            order=order,
            descending=descending,
            within=within,
            limit=limit,
            offset=first,
        )
        return Page(found, first, total)

    def languages(self) -> tuple[tuple[Language, int], ...]:
        """The scripts of articles with their numbers, most first; "en" is all that is not Chinese.

        Each article is looked at once as long as the library is open.
        """
        return self._languages.counts()

    def lengths(self) -> tuple[tuple[int, int], ...]:
        """The lengths of texts in characters with their numbers of articles, the shortest first."""
        return listing.lengths(self._store.database)

    def withdraw(self, article_ids: str | Iterable[str]) -> str:
        """Sets articles aside: gone, until `restore` puts them back or `discard` deletes them.

        Nothing of them is lost meanwhile, whatever happens to the program; unknown ids are passed
        over. The name of what was set aside together.

        Raises:
            StoreError: The library cannot be written to; nothing was set aside.
        """
        batch = uuid4().hex
        ids = [article_ids] if isinstance(article_ids, str) else list(article_ids)
        withdrawn.withdraw(self._store.database, ids, batch)
        self._indexes.follow()
        return batch

    def restore(self, batch: str) -> int:
        """Puts articles that were set aside back as they were; how many.

        One that has been added again meanwhile stays as it was added.

        Raises:
            StoreError: The library cannot be written to; they are still set aside.
        """
        number = withdrawn.restore(self._store.database, batch)
        self._indexes.follow()
        return number

    def discard(self, batch: str) -> int:
        """Deletes articles that were set aside, for good; how many.

        Raises:
            StoreError: The library cannot be written to; they are still set aside.
        """
        return withdrawn.discard(self._store.database, batch)

    def set_aside(self) -> tuple[SetAside, ...]:
        """What is set aside, the newest first; it stays so until somebody decides."""
        return withdrawn.batches(self._store.database)

    def export(self) -> Iterator[ExportRecord]:
        """All articles as records, newest first; added to a library, they give the same texts."""
        shared = listing.shared_records(self._store.database)
        return (export_record(article, shared) for article in self._store.articles())

    def copy_to(self, target: str | Path) -> None:
        """Writes a ZIP file of the library as it is now; unpacked, it is a library.

        Args:
            target: The ZIP file.

        Raises:
            StoreError: The file cannot be written.
        """
        copy_library(self._store.database, self.path, Path(target))

    def _with(self, words: str) -> frozenset[str] | None:
        """The articles in which each of the words stands; None for no words: all."""
        found = [self._with_one(word) for word in words.split()]
        return frozenset.intersection(*found) if found else None

    def _with_one(self, word: str) -> frozenset[str]:
        lexical = self._indexes.current().lexical
        parts = dict.fromkeys(self._tokenizer.words(fold(word)))
        passages = [
            {hit.passage_id for hit in lexical.retrieve(plain_terms([part]), len(lexical))}
            for part in parts
        ]
        inside = set.intersection(*passages) if passages else set()
        named = (named_like(self._store.database, way) for way in ways_written(word))
        return articles_with(self._store.database, inside).union(*named)
