"""What a question was narrowed to, on the page, and as a browser hands it back."""

from dataclasses import replace
from typing import Final

from pydantic import TypeAdapter, ValidationError

from corpus.article import Filters
from qa.answer import Answer
from qa.messages.catalogue import Texts
from qa.messages.headings import named
from qa.messages.narrowed import dated_words, filters_words
from qa.web.again import again_json, again_of
from qa.web.marks import escape, isolated

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


def filtered_html(answer: Answer, texts: Texts, *, newest: bool) -> str:
    """What an answer was narrowed to; where the newest is none, the way to ask all articles."""
    if not answer.filters:
        return ""
    article = named(answer.evidence[0].heading, texts) if answer.evidence else ""
    words = isolated(filters_words(answer.filters, texts, article))
    ask = "" if answer.answered or not newest else _unfiltered(answer, texts)
    return f'<p class="filtered"><b>{texts["filtered"]}</b> <span>{words}</span>{ask}</p>'


def dated_html(answer: Answer, texts: Texts) -> str:
    """What the question's own dates narrowed an answer to; nothing where they did not."""
    words = dated_words(answer, texts)
    named = texts["dated"] + texts["colon"].strip()
    return f'<p class="filtered"><b>{named}</b> <span>{words}</span></p>' if words else ""


def _unfiltered(answer: Answer, texts: Texts) -> str:
    again = replace(again_of(answer), filters=Filters())
    return (
        f'<button type="button" class="minor" data-ask="{escape(answer.question)}"'
        f' data-again="{escape(again_json(again))}">{texts["unfiltered"]}</button>'
    )
