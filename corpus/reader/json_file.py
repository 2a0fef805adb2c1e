"""JSON: a list of articles, one article, or an object that holds them, as services answer."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final, TypeGuard

from corpus.article import ReadError
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Source
from corpus.reader.decode import read_text
from corpus.reader.field_names import field_of
from corpus.reader.jsonl import JSONL, parse_json
from corpus.reader.records import to_article

_RECORD = "this record {problem}"
_DEPTH: Final = 4  # objects within one another around a list of articles, at the most


def _read(source: Source, options: ReadOptions) -> Reading:
    text = read_text(source.stream, max_bytes=options.max_bytes)
    if not text.strip():
        raise ReadError("is empty; give a file with articles in it")
    try:
        value = parse_json(text)
    except ReadError as error:
        if "Extra data" not in str(error):
            raise
        source.stream.seek(0)  # objects one behind the other: JSON lines by another name
        yield from JSONL.read(source, options)
        return
    if isinstance(value, Mapping) and _names_text(value, options.text_column):
        yield to_article(value, source.address, options.text_column)
        return
    yield from _list(_records(value, options.text_column), source.address, options)


def _list(records: list[object], address: str, options: ReadOptions) -> Reading:
    for number, record in enumerate(records, 1):
        try:
            yield to_article(record, address, options.text_column)
        except ReadError as error:
            yield ReadFailure(f"{address}:record {number}", _RECORD.format(problem=error))


def _records(value: object, text_column: str) -> list[object]:
    """The list that the file is, or all articles in the object that it is, in its order.

    Where nothing holds a text, the longest list is given, so that its records say what they lack.

    Raises:
        ReadError: There is none.
    """
    lists = list(_lists(value, text_column))
    of_articles = [one for one in lists if any(_names_text(each, text_column) for each in one)]
    records = list(chain.from_iterable(of_articles)) or max(lists, key=len, default=[])
    if not records:
        raise ReadError("holds no article and no list of them; give objects with a text field")
    return records


def _lists(value: object, text_column: str, depth: int = _DEPTH) -> Iterator[list[object]]:
    """The lists in a value, their records taken out of what wraps them; an article is one, too."""
    if isinstance(value, list):
        yield [_unwrapped(each, text_column) for each in value]
    elif _names_text(value, text_column):
        yield [value]
    elif isinstance(value, Mapping) and depth:
        for each in value.values():
            yield from _lists(each, text_column, depth - 1)


def _unwrapped(record: object, text_column: str) -> object:
    """A record with the fields of the one object in it that names a text: a search's _source."""
    if not isinstance(record, Mapping) or _names_text(record, text_column):
        return record
    inner = [each for each in record.values() if _names_text(each, text_column)]
    if len(inner) != 1:
        return record
    around = {name: each for name, each in record.items() if each is not inner[0]}
    return {**around, **inner[0]}


def _names_text(record: object, text_column: str) -> TypeGuard[Mapping[str, object]]:
    """Whether a record has a field for the text, even with a wrong value, which is to be told.

    Objects there are no text: an answer of a service may call its articles its content.
    """
    return isinstance(record, Mapping) and any(
        (name == text_column or field_of(str(name)) == "text") and not _holds_objects(value)
        for name, value in record.items()
    )


def _holds_objects(value: object) -> bool:
    inside = value if isinstance(value, list) else (value,)
    return any(isinstance(each, Mapping) for each in inside)


JSON = Format("JSON", (".json",), lambda sample: False, _read)
