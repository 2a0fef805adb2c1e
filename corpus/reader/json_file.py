"""JSON: a list of articles, one article, or an object that holds lists of them."""

from collections.abc import Mapping
from itertools import chain

from corpus.article import ReadError
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Source
from corpus.reader.decode import read_text
from corpus.reader.field_names import field_of
from corpus.reader.jsonl import JSONL, parse_json
from corpus.reader.records import to_article

_RECORD = "this record {problem}"


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
    if isinstance(value, Mapping) and _is_article(value, options.text_column):
        yield to_article(value, source.address, options.text_column)
        return
    yield from _list(_records(value, options.text_column), source.address, options)


def _list(records: list[object], address: str, options: ReadOptions) -> Reading:
    for number, record in enumerate(records, 1):
        try:
            yield to_article(record, address, options.text_column)
        except ReadError as error:
            yield ReadFailure(f"{address}:record {number}", _RECORD.format(problem=error))


def _is_article(value: Mapping[str, object], text_column: str) -> bool:
    return any(
        isinstance(field, str) and (name == text_column or field_of(name) == "text")
        for name, field in value.items()
    )


def _records(value: object, text_column: str) -> list[object]:
    """The list that the file is, or all lists of articles in the object that it is, in its order.

    Where no list holds a text, the longest is given, so that its records say what they lack.

    Raises:
        ReadError: There is none.
    """
    inside = value.values() if isinstance(value, dict) else (value,)
    lists: list[list[object]] = [one for one in inside if isinstance(one, list)]
    of_articles = [one for one in lists if any(_names_text(each, text_column) for each in one)]
    records = list(chain.from_iterable(of_articles)) or max(lists, key=len, default=[])
    if not records:
        raise ReadError("holds no article and no list of them; give objects with a text field")
    return records


def _names_text(record: object, text_column: str) -> bool:
    """Whether a record has a field for the text, whatever it holds: a wrong one is to be told."""
    return isinstance(record, Mapping) and any(
        name == text_column or field_of(str(name)) == "text" for name in record
    )


JSON = Format("JSON", (".json",), lambda sample: False, _read)
