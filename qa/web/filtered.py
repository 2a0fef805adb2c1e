"""What a question was narrowed to: in words, on the page, and as a browser hands it back."""

from dataclasses import replace
from typing import Final

from pydantic import TypeAdapter, ValidationError

from corpus.article import Filters
from qa.answer import Answer
from qa.web.again import again_json, again_of
from qa.web.marks import escape, isolated
from qa.web.meta import named
from qa.web.texts import Texts

_FILTERS: Final = TypeAdapter(Filters)


def filters_json(filters: Filters) -> str:
    """The filters as JSON, for an attribute of the page."""
    return _FILTERS.dump_json(filters, exclude_defaults=True).decode()


def read_filters_json(text: str) -> Filters:
    """The filters that a browser hands back; none where it hands back anything else."""
    try:
        return _FILTERS.validate_json(text)
    except ValidationError:
        return Filters()


def filters_words(filters: Filters, texts: Texts, article: str = "") -> str:
    """The source, the days and the article that a question is narrowed to; empty for nothing.

    Args:
        filters: The filters.
        texts: In the language of who reads.
        article: How the article is called, where that is known.
    """
    one = (article or texts["filtered_article"]) if filters.article else ""
    return " · ".join(part for part in (filters.source, _days(filters, texts), one) if part)


def denial(texts: Texts, filters: Filters, *, found: bool) -> str:
    """That no article answers, of no more articles than were searched, or that there is none.

    Args:
        texts: In the language of who reads.
        filters: What the question was narrowed to.
        found: Whether anything was found at all.
    """
    if not found:
        return texts["nothing_found" if filters else "empty_title"]
    return texts["unanswered_filtered" if filters else "unanswered"]


def filtered_html(answer: Answer, texts: Texts, *, newest: bool) -> str:
    """What an answer was narrowed to; where the newest is none, the way to ask all articles."""
    if not answer.filters:
        return ""
    article = named(answer.evidence[0].heading, texts) if answer.evidence else ""
    words = isolated(filters_words(answer.filters, texts, article))
    ask = "" if answer.answered or not newest else _unfiltered(answer, texts)
    return f'<p class="filtered"><b>{texts["filtered"]}</b> <span>{words}</span>{ask}</p>'


def _unfiltered(answer: Answer, texts: Texts) -> str:
    again = replace(again_of(answer), filters=Filters())
    return (
        f'<button type="button" class="minor" data-ask="{escape(answer.question)}"'
        f' data-again="{escape(again_json(again))}">{texts["unfiltered"]}</button>'
    )


def _days(filters: Filters, texts: Texts) -> str:
    if filters.since and filters.until:
        return f"{filters.since} – {filters.until}"
    if filters.since:
        return texts["filtered_since"].format(day=filters.since)
    return texts["filtered_until"].format(day=filters.until) if filters.until else ""
