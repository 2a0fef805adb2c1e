"""JSON lines: an article a line, read one by one."""

import json
import re

from corpus.article import RawArticle, ReadError
from corpus.reader.base import Format, ReadFailure, Reading, ReadOptions, Source
from corpus.reader.decode import read_lines
from corpus.reader.records import to_article
from corpus.reader.wrapped import unwrapped
from corpus.surrogates import has_surrogate, mend

_HALF = re.compile(r"\\u[dD][89A-Fa-f]")  # of a character, as JSON writes one alone or two
_LINE = "this line {problem}"
_BAD_COLUMN = "is not JSON ({reason} at column {column}); mend or remove it"
_BAD_LINE = "is not JSON ({reason} at line {line}); mend or remove it"


def _read(source: Source, options: ReadOptions) -> Reading:
    found = False
    for number, line in enumerate(read_lines(source.stream, max_bytes=options.max_bytes), 1):
        if line is not None and not line.strip():
            continue
        found = True
        try:
            yield _article(line, source.address, options)
        except ReadError as error:
            yield ReadFailure(f"{source.address}:{number}", _LINE.format(problem=error))
    if not found:
        raise ReadError("is empty; give a file with articles in it")


def _article(line: str | None, address: str, options: ReadOptions) -> RawArticle:
    if line is None:
        raise ReadError("cannot be decoded, or is too long; save the file again as UTF-8")
    record = unwrapped(parse_json(line), options.text_column)
    return to_article(record, address, options.text_column)


def parse_json(text: str) -> object:
    """The value that a JSON text stands for; lone surrogates in it become U+FFFD.

    Raises:
        ReadError: It is not JSON, or nested too deep.
    """
    try:
        hook = _mended if _HALF.search(text) or has_surrogate(text) else None
        value: object = json.loads(text, object_pairs_hook=hook)
    except json.JSONDecodeError as error:
        told = _BAD_COLUMN if error.lineno == 1 else _BAD_LINE
        place = {"column": error.colno, "line": error.lineno}
        raise ReadError(told, reason=error.msg, **place) from error
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        raise ReadError("is not JSON that can be read (too deep or too long a number)") from error
    return value


def _mended(pairs: list[tuple[str, object]]) -> dict[str, object]:
    return {mend(name): mend(v) if isinstance(v, str) else v for name, v in pairs}


JSONL = Format("JSON lines", (".jsonl", ".ndjson"), lambda sample: False, _read)
