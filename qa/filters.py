"""What a search is narrowed to, as people give it → filters."""

from datetime import date

from corpus.article import Filters
from qa.question import QuestionError


def read_filters(
    source: str, since: str | date | None, until: str | date | None, article: str
) -> Filters:
    """The filters; empty values and None narrow nothing.

    Raises:
        QuestionError: A date is none, or the first day comes after the last.
    """
    first, last = _day("since", since), _day("until", until)
    if first and last and first > last:
        told = "since {since} comes after until {until}; exchange the two days"
        raise QuestionError(told, since=first, until=last)
    return Filters(source, first, last, article)


def _day(name: str, value: str | date | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        told = "{name}: {value!r} is no date; write it as 2023-07-01"
        raise QuestionError(told, name=name, value=value) from error
