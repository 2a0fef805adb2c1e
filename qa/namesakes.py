"""Sent files of one name: their articles are told apart, and who sent them is told of it."""

from dataclasses import replace
from typing import Final

from corpus.article import RawArticle
from corpus.database import Database
from corpus.namesakes import own_address
from corpus.reader import ReadFailure
from qa.addresses import UPLOAD
from qa.report import Outcome

_TOLD: Final = "another text of this name is held; both are kept, and this one is called {name}"


class Namesakes:
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
        """The outcome, with the reason for a name that was not sent."""
        if outcome.change != "added" or outcome.where not in self._apart:
            return outcome
        return replace(outcome, reason=_TOLD.format(name=outcome.where.removeprefix(UPLOAD)))
