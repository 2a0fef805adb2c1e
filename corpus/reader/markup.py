"""HTML that records (of JSON lines, tables, …) and text files carry → what it shows.

As of a web page, the raw text is what the markup shows: only so is every character that is quoted
one that stands there. Ruby is left to the cleaning, which knows readings.
"""

import html
import re
from collections.abc import Iterator

_BLOCKS = frozenset(
    "p br div section article header footer main figure figcaption blockquote pre hr table tbody"
    " thead tr td th ul ol li dl dt dd h1 h2 h3 h4 h5 h6".split()
)
_INLINE = "a b strong i em u s font span small big sub sup center img video source iframe".split()
_HIDDEN = frozenset({"script", "style"})
_NAMES = "|".join(sorted({*_BLOCKS, *_INLINE, *_HIDDEN}))
_TAG = re.compile(
    rf"<(?P<closes>/?)(?P<name>{_NAMES})(?:[\s/][^<>]{{0,2000}})?>|<!--[^<>]{{0,500}}-->", re.I
)
# What a text without markup does not hold by chance, as it may hold a<b>c. Other tags alone are no
# page: such a text writes of them, or they were planted, and it is shown as it stands.
_EVIDENT = re.compile(r"</(?:p|div)\s?>|<(?:p|br|div)(?:[\s/][^<>]{0,2000})?>", re.I)
_ESCAPED = re.compile(r"&lt;/(?:p|div)&gt;|&lt;br ?/?&gt;", re.I)
# With its semicolon: without one it may be part of an address (?a=1&copy=2).
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});")


def shown(text: str) -> str:
    r"""What a text with markup shows, each block on a line of its own; others stay as they are.

    Entities are replaced once, so that an article may still write of ``&amp;lt;``.
    """
    if _ESCAPED.search(text) and not _EVIDENT.search(text):
        text = _unescaped(text)
    if _EVIDENT.search(text):
        text = "".join(_visible(text))
    return _unescaped(text).replace("\r\n", "\n").replace("\r", "\n")


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity.group()), text)


def _visible(text: str) -> Iterator[str]:
    """The text between the tags, scripts and styles left out; all of one that is not closed."""
    place, hidden = 0, ""
    for tag in _TAG.finditer(text):
        name = (tag["name"] or "").lower()
        if hidden:
            if name != hidden or not tag["closes"]:
                continue
            hidden = ""
        else:
            yield text[place : tag.start()]
            yield "\n" if name in _BLOCKS else ""
            hidden = name if name in _HIDDEN and not tag["closes"] else ""
        place = tag.end()
    yield text[place:]
