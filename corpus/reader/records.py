"""Records (of JSON lines, tables, …) → raw articles: which field means what, and what is wrong."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.article import RawArticle, ReadError, digest
from corpus.reader.bodies import as_written
from corpus.reader.field_names import COLON, field_of, rank
from corpus.reader.markup import shown
from corpus.reader.moments import shown_date
from corpus.reader.values import said


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
    text = shown(as_written(values["text"]), of_record=True)
    if not text.strip():
        raise _no_text(record, known, text_column)
    name = values["record"] or digest(values["title"], values["text"])
    return RawArticle(
        text=text,
        address=values["url"] or f"{address}#{name}",
        record=values["record"],
        title=shown(values["title"], of_record=True).strip(),
        published=shown_date(values["published"]),
        url=values["url"],
        **{field: _name(values[field], field) for field in ("source", "author", "editor")},
    )


def _name(value: str, field: str) -> str:
    """Whom a value names, without the field's own name before it: 来源：…."""
    words = shown(value, of_record=True).strip()
    label, *rest = COLON.split(words, maxsplit=1)
    return rest[0].strip() if rest and field_of(label) == field else words


def _known(record: Mapping[str, object], text_column: str) -> _Values:
    """The values of the fields that mean something, each under the best name that has one.

    Raises:
        ReadError: A field has values, and none of them can be read.
    """
    ranked: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for name in map(str, record):
        if field := field_of(name):
            ranked[field].append((rank(field, name), name))
    if text_column in record:
        ranked["text"] = [(0, text_column)]
    best = {field: _best(record, sorted(names), field) for field, names in ranked.items()}
    values = {field: value for field, (value, _) in best.items()}
    return _Values(values, {field: name for field, (_, name) in best.items()})


def _best(
    record: Mapping[str, object], names: Sequence[tuple[int, str]], field: str
) -> tuple[str, str]:
    """The first value that says something, and its name; else an empty one."""
    odd = ""
    for _, name in names:
        value = said(record[name], field)
        if value and value.strip():
            return value, name
        odd = odd or (name if value is None else "")
    if not odd:
        return "", names[0][1]
    told = 'has {kind} as "{name}", not a string; write it in quotation marks'
    raise ReadError(told, kind=_kind(record[odd]), name=odd)


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
