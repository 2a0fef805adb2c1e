"""Word files: paragraphs and tables in their order."""

from typing import TYPE_CHECKING

from corpus.article import ReadError
from corpus.reader.base import Format, Reading, ReadOptions, Sample, Source
from corpus.reader.several import divided
from corpus.reader.word_text import lines_of, text_of
from corpus.reader.zips import ZIP_DAMAGE, check_whole, open_zip

if TYPE_CHECKING:
    from docx.document import Document

_TITLES = ("Title", "Heading 1")


def _read(source: Source, options: ReadOptions) -> Reading:
    from docx import Document as open_document  # noqa: PLC0415  heavy
    from docx.opc.exceptions import OpcError  # noqa: PLC0415

    check_whole(open_zip(source.stream))
    source.stream.seek(0)
    try:
        document = open_document(source.stream)
    except (OpcError, SyntaxError, KeyError, *ZIP_DAMAGE) as error:  # SyntaxError: of XML
        raise ReadError("is no whole Word file; save it again from Word") from error
    text = "\n".join(lines_of(document.element.body)).strip()
    if not text:
        raise ReadError("holds no text; give a Word file with an article in it")
    yield from divided(text, source.address, _title(document), _headings(document))


def _headings(document: "Document") -> list[str]:
    """The paragraphs in the style of headings of the first rank, as lines of the text."""
    named = (each for each in document.paragraphs if each.style is not None)
    found = (text_of(each._p) for each in named if each.style and each.style.name == _TITLES[1])
    return [words for words in found if words.strip()]


def _title(document: "Document") -> str:
    """The first paragraph in a title's style, else the title of the properties, if it has any.

    Where a file has none, python-docx makes some up, with a title.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415

    for paragraph in document.paragraphs[:10]:
        named = paragraph.style is not None and paragraph.style.name in _TITLES
        if named and text_of(paragraph._p).strip():
            return text_of(paragraph._p).strip()
    parts = document.part.package.rels.values()
    if not any(each.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for each in parts):
        return ""
    return str(document.core_properties.title).strip()


def _sniff(sample: Sample) -> bool:
    return "word/document.xml" in sample.members


DOCX = Format("Word", (".docx",), _sniff, _read)
