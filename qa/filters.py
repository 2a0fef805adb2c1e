"""What a search is narrowed to, as people give it → filters."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Final

from corpus.article import Filters
from corpus.store import Store
from index.fold import fold
from qa.question import QuestionError

_NEAREST: Final = 5  # sources that are told where one is misspelt


def read_filters(
    source: str, since: str | date | None, until: str | date | None, article: str
) -> Filters:
    """The filters; empty values and None narrow nothing.

    Raises:
        QuestionError: A date is none, or the first day comes after the last.
    """
    first, last = read_date("since", since), read_date("until", until)
    if first and last and first > last:
        told = "since {since} comes after until {until}; exchange the two days"
        raise QuestionError(told, since=first, until=last)
    return Filters(source, first, last, article)


def known_filters(store: Store, filters: Filters) -> Filters:
    """The filters, the article by its id; an empty library knows all sources and articles.

    Raises:
        QuestionError: There is no such source, of which the nearest are told, or article.
    """
    if filters.source and not store.has_source(filters.source):
        refuse_source(filters.source, [name for name, _ in store.sources()])
    if not filters.article:
        return filters
    ids = store.article_ids(filters.article)
    if not ids and store.counts()[0]:
        told = "{article}: there is no such article; `list` shows their ids"
        raise QuestionError(told, article=filters.article)
    return replace(filters, article=ids[0]) if ids else filters


def refuse_source(source: str, known: Sequence[str]) -> None:
    """Says that a source is none of those known, and names the nearest; nothing where none is.

    Raises:
        QuestionError: Any is known.
    """
    if known:
        told = "there is no source {source}; the nearest are: {nearest}"
        raise QuestionError(told, source=source, nearest="、".join(_nearest(source, known)))


def _nearest(source: str, known: Sequence[str]) -> list[str]:
    """The names most like one, the most alike first; ties stay in order."""
    likeness = SequenceMatcher(b=fold(source), autojunk=False)

    def unlike(name: str) -> float:
        likeness.set_seq1(fold(name))
        return -likeness.ratio()

    return sorted(known, key=unlike)[:_NEAREST]


def read_date(name: str, value: str | date | None) -> date | None:
    """A day that may be given in words; None stays None.

    Args:
        name: What it is given for.
        value: The day, or as in 2023-07-01.

    Raises:
        QuestionError: It is no date.
    """
    if isinstance(value, datetime):  # is a date, too, and compares with none
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        told = "{name}: {value!r} is no date; write it as 2023-07-01"
        raise QuestionError(told, name=name, value=value) from error
