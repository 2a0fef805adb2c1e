"""HTML that records (of JSON lines, tables, …) and text files carry → what it shows.

As of a web page, the raw text is what the markup shows: only so is every character that is quoted
one that stands there. Ruby is left to the cleaning, which knows readings.
"""

import html
import re
from collections.abc import Iterator
from typing import Final

_BLOCKS: Final = frozenset(
    "p br div section article header footer main figure figcaption blockquote pre hr table tbody"
    " thead tfoot tr td th caption ul ol li dl dt dd h1 h2 h3 h4 h5 h6 address aside nav details"
    " summary form fieldset legend option html head title body".split()
)
_RUNS: Final = "a b strong i em u s font span big small sub sup mark".split()  # of words, to an end
_INLINE: Final = (
    "center img video audio source track picture iframe embed object param wbr time q cite code kbd"
    " samp var tt del ins dfn abbr bdi bdo label input button select textarea strike nobr col"
    " colgroup meta link base map area canvas"
).split()
_ENDS: Final = {
    name: re.compile(rf"</{name}\s*+>", re.I)
    for name in ("script", "style", "template", "noscript", "svg", "xml")
} | {"!--": re.compile("-->")}  # of what is not shown
_NAMES: Final = "|".join(sorted({*_BLOCKS, *_RUNS, *_INLINE, *_ENDS} - {"!--"}))
# Elements of Word and of sites; others where they have an attribute, or end.
_OTHERS: Final = (
    r"(?!(?:ruby|rb|rt|rp|rtc)\b)(?:[a-z][a-z\d]{0,20}[:-][\w.-]{1,40}"
    r"|[a-z]\w{0,30}(?=\s[^<>]{0,500}=)|(?<=/)[a-z]\w{0,30})"
)
# Attributes begin with no Chinese: a text may write a<b 且 c>d. A picture may be all in one.
_REST: Final = r"(?:(?:\s++|/)(?=[\w\s:@/>\"'-])[^<>]*+)?>"
_TAG: Final = re.compile(
    rf"<(?P<closes>/?)(?P<name>{_NAMES}|{_OTHERS}){_REST}|<(?P<comment>!--)(?!-?>)"
    r"|<!---?>|<(?:\?|!\[(?:end)?if|!doctype)[^<>]{0,500}>",
    re.I | re.A,
)
# What a text without markup does not hold by chance, as it may hold a<b>c. Other tags alone are no
# page: such a text writes of them, or they were planted, and it is shown as it stands.
_EVIDENT: Final = re.compile(
    rf"</(?:p|div)\s?>|<(?:p|br|div){_REST}|<img\s[^<>]{{0,500}}?src=.?data:[^<>]*+>",
    re.I | re.A,
)
# So are these, where they are both opened and closed.
_PAIRED: Final = "section|article|blockquote|figure|table|t[rdh]|[uod]l|li|d[td]|h[1-6]"
_OPENED: Final = re.compile(rf"<(?:{_PAIRED}){_REST}", re.I | re.A)
_CLOSED: Final = re.compile(rf"</(?:{_PAIRED})\s?>", re.I | re.A)
# In a record a word that is marked from end to end is evidence, too: <em>青原</em>.
_MARKED: Final = re.compile(
    rf"<(?P<run>{'|'.join(_RUNS)}){_REST}[^<>]++</(?P=run)\s?>", re.I | re.A
)
_ESCAPED: Final = re.compile(r"&lt;/(?:p|div)&gt;|&lt;br ?/?&gt;", re.I)
# What WordPress puts around pictures and the like: of a caption the words stay.
_SHORT: Final = "caption|gallery|playlist|audio|video|embed"
SHORTCODE: Final = re.compile(
    r"\[embed\][^\[\]\s]{1,2000}\[/embed\]"
    rf"|\[(?:{_SHORT})\s[^\[\]\n=]{{1,100}}+=[^\[\]\n]{{1,1000}}+\]|\[/(?:{_SHORT})\]",
    re.I,
)
# With its semicolon: without one it may be part of an address (?a=1&copy=2).
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});")
_SIGNS: Final = frozenset("<&[\r")  # without them there is nothing to show otherwise


def shown(text: str, *, of_record: bool = False) -> str:
    r"""What a text with markup shows, each block on a line of its own; others stay as they are.

    Entities are replaced once, so that an article may still write of ``&amp;lt;``.

    Args:
        text: The text.
        of_record: Whether it comes out of a record, where one marked word is markup.
    """
    if _SIGNS.isdisjoint(text):
        return text
    if _ESCAPED.search(text) and not _is_evident(text):
        text = _unescaped(text)
    text, coded = SHORTCODE.subn("\n", text)
    if coded or _is_evident(text) or (of_record and _MARKED.search(text)):
        text = "".join(_visible(text))
    return _unescaped(text).replace("\r\n", "\n").replace("\r", "\n")


def _is_evident(text: str) -> bool:
    paired = _OPENED.search(text) and _CLOSED.search(text)
    return bool(paired or _EVIDENT.search(text))


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity.group()), text)


def _visible(text: str) -> Iterator[str]:
    """The text between the tags; what is not shown is left out, but for what has no end."""
    place = 0
    endless: set[str] = set()
    while tag := _TAG.search(text, place):
        yield text[place : tag.start()]
        name = (tag["name"] or tag["comment"] or "").lower()
        yield "\n" if name in _BLOCKS else ""
        place = tag.end()
        if name in _ENDS and name not in endless and not (tag["closes"] or text[place - 2] == "/"):
            if end := _ENDS[name].search(text, place):
                place = end.end()
            else:
                endless.add(name)
    yield text[place:]
