"""Files of every kind → raw articles; what cannot be read is said, and never stops the rest."""

import os
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

from corpus.article import RawArticle, ReadError, digest
from corpus.cleaning.latin_wrapping import rejoined
from corpus.reader.base import DEFAULTS, ReadFailure, ReadOptions, Source
from corpus.reader.formats import read_source
from corpus.reader.walk import find_files, shown, system_reason
from corpus.surrogates import has_surrogate, mend

__all__ = [
    "ReadFailure",
    "ReadOptions",
    "find_files",
    "read_articles",
]


def read_articles(
    path: Path, options: ReadOptions = DEFAULTS, address: str = ""
) -> Iterator[RawArticle | ReadFailure]:
    """The articles of one file, in its order, and a failure for each part that cannot be read.

    Nothing is raised for what is in the file. Texts hold no lone surrogates, and Latin words that
    were wrapped have spaces for the line ends inside of sentences. Two different texts
    with one address (two records with one id) give the first, and a failure for the second.

    Args:
        path: The file.
        options: How it is read.
        address: What its articles are addressed by, where that is not its path.
    """
    seen: dict[str, str] = {}
    for found in _read(path, address or shown(path), options):
        yield _checked(found, seen) if isinstance(found, RawArticle) else found


def _read(path: Path, address: str, options: ReadOptions) -> Iterator[RawArticle | ReadFailure]:
    try:
        with open(path, "rb") as stream:
            name = os.path.basename(address)
            yield from read_source(Source(stream, address, name), options)
    except ReadError as error:
        yield ReadFailure(address, str(error))
    except OSError as error:
        yield ReadFailure(address, system_reason(error))


def _checked(article: RawArticle, seen: dict[str, str]) -> RawArticle | ReadFailure:
    content = digest(article.title, article.text)
    if seen.setdefault(article.address, content) != content:
        where = article.address
        return ReadFailure(where, "is the address of two different articles; give each its own id")
    told = {field.name: getattr(article, field.name) for field in fields(article)}
    mended = {name: mend(words) for name, words in told.items() if has_surrogate(words)}
    return replace(article, **{**mended, "text": rejoined(mended.get("text", article.text))})
