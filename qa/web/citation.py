"""A passage as people quote it elsewhere: plain, Markdown, and cited after GB/T 7714."""

import re
from typing import Final

from corpus.article import Heading
from corpus.one_line import cut, one_line
from qa.messages.headings import given_day
from qa.web.nesting import TITLE, nested

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
# Before what would begin a list or be a rule: behind the digits of a number, else at once.
_OPENING = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|-{3,}$))")
_LEAD: Final = 20  # characters that stand for a title


def plain_quotation(heading: Heading, text: str) -> str:
    """The passage in quotation marks, and where it stands: “…”——《title》，source，date."""
    origin, quoted = _origin(heading), f"“{nested(text.strip())}”"
    return f"{quoted}——{origin}" if origin else quoted


def markdown_quotation(heading: Heading, text: str) -> str:
    """The passage as a Markdown block quotation; nothing of it is markup."""
    lines = [markdown_text(line) for line in text.split("\n") if line.strip()]
    origin = markdown_text(_origin(heading))
    return "\n> \n".join(f"> {line}" for line in [*lines, *([f"—— {origin}"] if origin else [])])


def markdown_text(text: str) -> str:
    """A line as Markdown that shows it as it stands: nothing of it is markup."""
    escaped = _MARKDOWN.sub(r"\\\1", text.strip())
    return _OPENING.sub(r"\1\\", escaped)


def gbt_citation(heading: Heading) -> str:
    """The article as GB/T 7714 cites newspapers: 题名[N]. 来源, 日期.

    What the article does not give is left out, never invented; how it begins stands for its title.
    """
    title = one_line(heading.title) or _beginning(heading)
    where = ", ".join(part for part in (heading.source, given_day(heading)) if part)
    return ". ".join(part for part in (f"{title}[N]", where) if part) + "."


def _origin(heading: Heading) -> str:
    title = nested(one_line(heading.title), TITLE)
    named = f"《{title}》" if title else "" if heading.source else _beginning(heading)
    return "，".join(part for part in (named, heading.source, given_day(heading)) if part)


def _beginning(heading: Heading) -> str:
    return cut(heading.lead, _LEAD)
