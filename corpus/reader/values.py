"""What the values of a record say of it: strings, numbers, lists, and objects by their names."""

import math
import re
from collections.abc import Mapping
from typing import Final

from corpus.reader.bodies import body

_NOTHING: Final = frozenset(
    (
        r"null none nil nan nat <na> n/a \n undefined"
        " #n/a #ref! #value! #name? #div/0! #null! #num! 0000-00-00 0000-00-00t00:00:00"
    ).split()
) | {"0000-00-00 00:00:00"}
_LONGEST: Final = max(map(len, _NOTHING))
_OF_ONE: Final = ("record", "published", "url")  # of which an article has one
_OF_NAMES: Final = ("source", "author", "editor")  # where a number names nobody
_NAMED_BY: Final = ("name", "title", "value", "rendered")  # what an object is called
_STANDS_FOR: Final = ("$date", "$oid", "$numberLong", "$numberInt", "#text")  # of databases, of XML
_ADDRESS: Final = re.compile(r"[^\s./\x80-\U0010ffff]*+[./]\S*+")  # and not: 查看原文
_DEPTH: Final = 4  # objects within one another, at the most


def said(value: object, field: str, depth: int = _DEPTH) -> str | None:
    """What a value says of a field; empty where it says nothing, None where it cannot be read.

    Nothing is what programs write for it, too: NULL, NaN, #N/A. Whole numbers pass, except as a
    text. The words of a link are no address. What cannot be read as the name of a source or of
    people says nothing: it is not worth the article.
    """
    if _is_nothing(value):
        return ""
    if field == "text":
        return body(value)
    found = _told(value, field, depth)
    return "" if found is None and field in _OF_NAMES else found


def _is_nothing(value: object) -> bool:
    if isinstance(value, str):
        short = value.strip() if len(value) <= 2 * _LONGEST else value
        return not short or short.lower() in _NOTHING
    if isinstance(value, float):
        return math.isnan(value)
    return value is None or (isinstance(value, list | Mapping) and not value)


def _told(value: object, field: str, depth: int) -> str | None:
    if isinstance(value, str):
        return value.strip() if field != "url" or _ADDRESS.fullmatch(value.strip()) else ""
    if isinstance(value, int | float):
        return _number(value, field)
    if isinstance(value, list):
        return _of_several(value, field, depth)
    if isinstance(value, Mapping) and depth:
        names = _STANDS_FOR if field == "record" else (*_NAMED_BY, *_STANDS_FOR)
        words = (said(value[name], field, depth - 1) for name in names if name in value)
        return next(filter(None, words), None)
    return None


def _number(value: float, field: str) -> str | None:
    if isinstance(value, bool) or field in _OF_NAMES or not math.isfinite(value):
        return None
    if value == int(value) or field == "published":  # a moment, to parts of a second
        return str(int(value))
    return None


def _of_several(values: list[object], field: str, depth: int) -> str | None:
    """The first of several moments and addresses, all of several names."""
    if not all(each is None or isinstance(each, str | Mapping) for each in values):
        return None
    parts = [said(each, field, depth - 1) for each in values] if depth else []
    words = list(filter(None, parts))
    if not words:
        return None if None in parts else ""
    return words[0] if field in _OF_ONE else "、".join(words)
