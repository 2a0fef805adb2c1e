"""What an article is called, and where a passage stands: source and date in one line."""

from typing import Final

from corpus.article import Article, Heading
from corpus.listing import Listed
from qa.addresses import short_address
from qa.web.marks import cut, isolated
from qa.web.texts import Texts

_LEAD: Final = 24  # characters that stand for a title


def day(heading: Heading, texts: Texts) -> str:
    """The article's date, or that it has none."""
    return given_day(heading) or texts["no_date"]


def given_day(article: Article | Heading | Listed) -> str:
    """An article's date: as a date where it is fully known, else as the article gives it."""
    return article.published.isoformat() if article.published else article.date_words


def meta(heading: Heading, texts: Texts) -> str:
    """Source and date as HTML."""
    source = heading.source or texts["no_source"]
    return f"{isolated(source)} · <time>{isolated(day(heading, texts))}</time>"


def titled(heading: Heading, texts: Texts) -> str:
    """Title, source and date as HTML."""
    return f"{isolated(named(heading, texts))} · {meta(heading, texts)}"


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
