"""Records (of JSON lines, tables, …) → raw articles: which field means what, and what is wrong."""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.article import RawArticle, ReadError, digest
from corpus.reader.field_names import field_of, rank
from corpus.reader.markup import shown
from corpus.reader.moments import shown_date

_OF_ONE = ("record", "published", "url")  # of which an article has one
_NAMED_BY = ("name", "title", "value", "$date", "#text")  # what an object is called


@dataclass(frozen=True, slots=True)
class _Values:
    """The record's values by field, with the name that each had in the record."""

    values: Mapping[str, str]
    names: Mapping[str, str]


def to_article(record: object, address: str, text_column: str = "") -> RawArticle:
    """The article of one record of the file at ``address``.

    Its address is its URL, else ``address#id``, else ``address#`` and a digest of its content, so
    that it stays the same when records before it come or go.

    Raises:
        ReadError: The record is no object, a field has the wrong type, or there is no text.
    """
    if not isinstance(record, Mapping):
        told = 'is {kind}, not an object with a text; write {{"text": …}}'
        raise ReadError(told, kind=_kind(record))
    known = _known(record, text_column)
    values = defaultdict(str, known.values)
    text = shown(values["text"])
    if not text.strip():
        raise _no_text(record, known, text_column)
    name = values["record"] or digest(values["title"], values["text"])
    return RawArticle(
        text=text,
        address=values["url"] or f"{address}#{name}",
        record=values["record"],
        title=shown(values["title"]).strip(),
        published=shown_date(values["published"]),
        source=shown(values["source"]).strip(),
        author=shown(values["author"]).strip(),
        url=values["url"],
        editor=shown(values["editor"]).strip(),
    )


def _known(record: Mapping[str, object], text_column: str) -> _Values:
    """The values of the fields that mean something; of two for one field the better name wins."""
    ranked: dict[str, tuple[int, str]] = {}
    for name in map(str, record):
        field = "text" if text_column and name == text_column else field_of(name)
        if field:
            ranking = (-1 if name == text_column else rank(field, name), name)
            ranked[field] = min(ranked.get(field, ranking), ranking)
    names = {field: name for field, (_, name) in ranked.items()}
    values = {field: _string(record[name], name, field) for field, name in names.items()}
    return _Values(values, names)


def _string(value: object, name: str, field: str) -> str:
    """The value as a string; whole numbers pass, except as a text.

    So do lists of strings, paragraphs of a text and names of authors, and an object by its name.

    Raises:
        ReadError: It is none of these.
    """
    if value is None:
        return ""
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        parts = [each.strip() for each in value if each.strip()]
        if field in _OF_ONE:
            return next(iter(parts), "")
        return ("\n" if field == "text" else "、").join(parts)
    if isinstance(value, Mapping) and field not in ("text", "record"):
        named = (value[key] for key in _NAMED_BY if isinstance(value.get(key), str | int))
        value = next(named, value)
    if isinstance(value, str):
        return value if field == "text" else value.strip()
    if isinstance(value, float) and field == "published" and math.isfinite(value):
        return str(int(value))  # a moment, to parts of a second
    if isinstance(value, int) and not isinstance(value, bool) and field != "text":
        return str(value)
    told = 'has {kind} as "{name}", not a string; write it in quotation marks'
    raise ReadError(told, kind=_kind(value), name=name)


def _no_text(record: Mapping[str, object], known: _Values, text_column: str) -> ReadError:
    if text_column and text_column not in record:
        told = 'has no field "{name}"; name one of: {names}'
        return ReadError(told, name=text_column, names=_listed(record))
    if "text" in known.names:
        told = 'has an empty "{name}"; give the article\'s text there'
        return ReadError(told, name=known.names["text"])
    told = "has no text field; name the one that holds the text, out of: {names}"
    return ReadError(told, names=_listed(record))


def _listed(record: Mapping[str, object]) -> str:
    names = [str(name)[:40] for name in record]
    return ", ".join(names[:12]) + (", …" if len(names) > 12 else "") if names else "(no fields)"


def _kind(value: object) -> str:
    if value is None or isinstance(value, bool):
        return "null" if value is None else "true or false"
    kinds: tuple[tuple[type, str], ...] = (
        (int, "a number"),
        (float, "a number"),
        (str, "a string"),
        (list, "a list"),
    )
    return next((words for kind, words in kinds if isinstance(value, kind)), "an object")
