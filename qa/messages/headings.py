"""What an article is called and when it is from, in the language of who reads."""

from typing import Final

from corpus.article import Article, Heading
from corpus.listing import Listed
from corpus.one_line import cut
from qa.addresses import short_address
from qa.messages.catalogue import Texts

_LEAD: Final = 24  # characters that stand for a title


def day(heading: Heading, texts: Texts) -> str:
    """The article's date, or that it has none."""
    return given_day(heading) or texts["no_date"]


def given_day(article: Article | Heading | Listed) -> str:
    """An article's date: as a date where it is fully known, else as the article gives it."""
    return article.published.isoformat() if article.published else article.date_words


def named(heading: Heading, texts: Texts) -> str:
    """The title; without one, how the text begins: a file of records names all of them alike."""
    begun = cut(heading.lead, _LEAD)
    return heading.title or begun or short_address(heading.address) or texts["untitled"]


def listed_name(article: Listed, texts: Texts) -> str:
    """What an article is called in a list; without a title, by how it begins and by its file."""
    if article.title:
        return article.title
    parts = (cut(article.lead, _LEAD), short_address(article.address))
    return " · ".join(part for part in parts if part) or texts["untitled"]
