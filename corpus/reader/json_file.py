"""JSON: a list of articles, one article, or an object that holds them, as services answer."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from corpus.article import ReadError
from corpus.reader.base import Finding, Format, ReadFailure, Reading, ReadOptions, Source
from corpus.reader.decode import read_text
from corpus.reader.frames import from_columns
from corpus.reader.jsonl import JSONL, parse_json
from corpus.reader.records import to_article
from corpus.reader.wrapped import names_text, of_papers, unwrapped

_RECORD = "this record {problem}"
_DEPTH: Final = 4  # objects within one another around a list of articles, at the most


def _read(source: Source, options: ReadOptions) -> Finding:
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
    if names_text(value, options.text_column) and not from_columns(value, options.text_column):
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
    of_articles = [one for one in lists if _of_articles(one, text_column)]
    records = list(chain.from_iterable(of_articles)) or max(lists, key=len, default=[])
    if not records:
        raise ReadError("holds no article and no list of them; give objects with a text field")
    return records


def _of_articles(records: list[object], text_column: str) -> bool:
    return any(names_text(each, text_column) for each in records)


def _lists(value: object, text_column: str, depth: int = _DEPTH) -> Iterator[list[object]]:
    """The lists in a value, their records taken out of what wraps them; an article is one, too.

    Where no record of a list names a text, those that the records hold follow: articles by section.
    """
    if isinstance(value, list):
        records = [unwrapped(each, text_column) for each in value]
        yield records
        if depth and not _of_articles(records, text_column):
            inner = chain.from_iterable(
                _lists(each, text_column, depth - 1)
                for each in records
                if isinstance(each, Mapping)
            )
            yield from (one for one in inner if _of_articles(one, text_column))
    elif rows := from_columns(value, text_column):
        yield rows
    elif names_text(value, text_column):
        yield [value]
    elif isinstance(value, Mapping) and depth:
        for each in of_papers(value).values():
            yield from _lists(each, text_column, depth - 1)


JSON = Format("JSON", (".json",), lambda sample: False, _read)
