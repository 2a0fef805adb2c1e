"""Plain text: a whole file is one article, or several with lines of signs between them."""

from corpus.article import ReadError
from corpus.reader.base import Format, Reading, ReadOptions, Source
from corpus.reader.decode import read_text
from corpus.reader.markup import shown
from corpus.reader.several import divided


def _read(source: Source, options: ReadOptions) -> Reading:
    text = read_text(source.stream, max_bytes=options.max_bytes)
    if not text.strip():
        raise ReadError("is empty; give a file with text in it")
    yield from divided(shown(text), source.address)


TXT = Format("plain text", (".txt", ".text"), lambda sample: False, _read)
