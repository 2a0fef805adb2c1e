"""Where a passage stands, in one line: source and date; and times as HTML."""

from typing import Final

from corpus.article import Article, Heading
from corpus.listing import Listed
from qa.web.marks import escape, isolated
from qa.web.texts import Texts

_BEGINNING: Final = 40  # characters: as many as a title has


def named(title: str, text: str, texts: Texts) -> str:
    """The title; without one, that there is none, and how the text begins."""
    beginning = " ".join(text[:_BEGINNING].split())
    return title or f"{texts['untitled']} {beginning}{'…' if beginning else ''}".strip()


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
    return f"{isolated(heading.title or texts['untitled'])} · {meta(heading, texts)}"


def moment(utc: str) -> str:
    """A time in UTC (``2024-04-12T08:30:00+00:00``) as HTML: browsers show it in their own zone."""
    words = f"{utc[:16].replace('T', ' ')} UTC"
    return f'<time datetime="{escape(utc)}" class="local">{escape(words)}</time>'
