"""Where a passage stands, in one line: source and date; and times as HTML."""

from typing import Final

from corpus.article import Article, Heading
from corpus.listing import Listed
from qa.web.addresses import short_address
from qa.web.marks import cut, escape, isolated
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


def moment(utc: str) -> str:
    """A time in UTC (``2024-04-12T08:30:00+00:00``) as HTML: browsers show it in their own zone."""
    words = minute_utc(utc)
    return f'<time datetime="{escape(utc)}" class="local">{escape(words)}</time>'


def minute_utc(utc: str) -> str:
    """A time in UTC to the minute, in words that say so."""
    return f"{minute(utc)} UTC"


def minute(time: str) -> str:
    """A time (``2024-04-12T08:30:00+00:00``) to the minute: ``2024-04-12 08:30``."""
    return time[:16].replace("T", " ")
