"""Where a passage stands: source and date in one line, as HTML."""

from corpus.article import Heading
from qa.messages.catalogue import Texts
from qa.messages.headings import day, named
from qa.web.marks import isolated


def meta(heading: Heading, texts: Texts) -> str:
    """Source and date as HTML."""
    source = heading.source or texts["no_source"]
    return f"{isolated(source)} · <time>{isolated(day(heading, texts))}</time>"


def titled(heading: Heading, texts: Texts) -> str:
    """Title, source and date as HTML."""
    return f"{isolated(named(heading, texts))} · {meta(heading, texts)}"
