"""Plain text: a whole file is one article."""

from corpus.article import RawArticle, ReadError
from corpus.reader.base import Format, Reading, ReadOptions, Source
from corpus.reader.decode import read_text


def _read(source: Source, options: ReadOptions) -> Reading:
    text = read_text(source.stream, max_bytes=options.max_bytes)
    if not text.strip():
        raise ReadError("is empty; give a file with text in it")
    yield RawArticle(text=text, address=source.address)


TXT = Format("plain text", (".txt", ".text"), lambda sample: False, _read)
