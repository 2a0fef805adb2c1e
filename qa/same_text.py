"""Sent articles whose very text is held by another name: who sent them is told of it."""

from dataclasses import replace
from typing import Final

from corpus.database import Database
from corpus.groups import same_text
from qa.addresses import short_address
from qa.report import Outcome

_TOLD: Final = "the same text is held as {name}; both are kept"


def told_same(database: Database, outcome: Outcome) -> Outcome:
    """The outcome, with the reason where an article was added whose very text another has.

    Raises:
        StoreError: The library cannot be read.
    """
    if outcome.change != "added" or outcome.reason:
        return outcome
    same = same_text(database, outcome.article_id)
    if same is None:
        return outcome
    title, address = same
    return replace(outcome, reason=_TOLD.format(name=title or short_address(address)))
