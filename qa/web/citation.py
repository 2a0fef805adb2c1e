"""A passage as people quote it elsewhere: plain, Markdown, and cited after GB/T 7714."""

import re

from corpus.article import Heading

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!])")


def plain_quotation(heading: Heading, text: str) -> str:
    """The passage in quotation marks, and where it stands: “…”——《title》，source，date."""
    return f"“{text}”——{_origin(heading)}"


def markdown_quotation(heading: Heading, text: str) -> str:
    """The passage as a Markdown block quotation; nothing of it is markup."""
    quoted = "\n> \n".join(f"> {_plain(line)}" for line in text.split("\n") if line.strip())
    return f"{quoted}\n> \n> —— {_plain(_origin(heading))}"


def gbt_citation(heading: Heading) -> str:
    """The article as GB/T 7714 cites newspapers: 题名[N]. 来源, 日期.

    What the article does not give is left out, never invented.
    """
    where = ", ".join(part for part in (heading.source, _day(heading)) if part)
    return ". ".join(part for part in (f"{_title(heading)}[N]", where) if part) + "."


def _origin(heading: Heading) -> str:
    title = _title(heading)
    parts = (f"《{title}》" if title else "", heading.source, _day(heading))
    return "，".join(part for part in parts if part)


def _title(heading: Heading) -> str:
    return " ".join(heading.title.split())


def _day(heading: Heading) -> str:
    return heading.published.isoformat() if heading.published else heading.date_words


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
