"""Sent files: articles of one name are told apart, and who sends them is told what is held."""

from dataclasses import replace
from typing import Final

from corpus.article import RawArticle
from corpus.database import Database
from corpus.groups import same_text
from corpus.namesakes import own_address
from corpus.reader import ReadFailure
from qa.addresses import UPLOAD, short_address
from qa.report import Outcome

_APART: Final = "another text of this name is held; both are kept, and this one is called {name}"
_SAME: Final = "the same text is held as {name}; both are kept"


class SentArticles:
    """Gives the articles of a sent file addresses of their own.

    Args:
        database: The library's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._apart: set[str] = set()

    def own(self, given: RawArticle | ReadFailure) -> RawArticle | ReadFailure:
        """What was read, an article at its own address; one of the web has that anyway.

        Raises:
            StoreError: The library cannot be read.
        """
        if isinstance(given, ReadFailure) or not given.address.startswith(UPLOAD):
            return given
        own = own_address(self._database, given)
        if own is not given:
            self._apart.add(own.address)
        return own

    def told(self, outcome: Outcome) -> Outcome:
        """The outcome, with the reason for a name that was not sent, or for a text that is held.

        Raises:
            StoreError: The library cannot be read.
        """
        if outcome.change != "added":
            return outcome
        if outcome.where in self._apart:
            return replace(outcome, reason=_APART.format(name=outcome.where.removeprefix(UPLOAD)))
        if (same := same_text(self._database, outcome.article_id)) is None:
            return outcome
        title, address = same
        return replace(outcome, reason=_SAME.format(name=title or short_address(address)))
