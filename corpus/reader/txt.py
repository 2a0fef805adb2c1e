"""Plain text: a whole file is one article, several with lines of signs between them, or a table."""

from typing import Final

from corpus.article import ReadError
from corpus.reader.base import Finding, Format, ReadOptions, Source
from corpus.reader.decode import read_text
from corpus.reader.field_names import field_of
from corpus.reader.markup import shown
from corpus.reader.page_numbers import joined_pages
from corpus.reader.quoted import read_saved
from corpus.reader.several import divided
from corpus.reader.tables import CSV, MOST_ABOVE, place_of_names

# What editors show as the end of a line beside those that everyone writes.
_ENDS: Final = str.maketrans(dict.fromkeys("\x0b\x85\u2028\u2029", "\n"))
_HEADER: Final = 2000  # characters of a table's column names


def _read(source: Source, options: ReadOptions) -> Finding:
    text = read_text(source.stream, max_bytes=options.max_bytes)
    if not text.strip():
        raise ReadError("is empty; give a file with text in it")
    if _is_table(text):
        source.stream.seek(0)
        yield from CSV.read(source, options)
        return
    found = divided(shown(joined_pages(text).translate(_ENDS)), source.address)
    yield from map(read_saved, found)


def _is_table(text: str) -> bool:
    """Whether a text is a table with tabs between its columns, as Excel saves it as text."""
    lines = [line for line in text[:_HEADER].split("\n") if line.strip()]
    rows = [[cell.strip(' "\r') for cell in line.split("\t")] for line in lines[:MOST_ABOVE]]
    place = place_of_names(rows, "")
    if place is None or not {"text", "title"} <= set(map(field_of, rows[place])):
        return False
    below = ["\t" in line for line in lines[place + 1 :]]
    # An article may show a small table, too: under a note, nothing else may follow the names.
    return any(below) and (place == 0 or all(below))


TXT = Format("plain text", (".txt", ".text"), lambda sample: False, _read)
