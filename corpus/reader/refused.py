"""Documents of kinds that are not read: told by their content, where their insides would be read.

Most of them are ZIP files of XML, of which each member would be taken for an article, tags and all;
the control words of RTF would be taken for text.
"""

import re
from collections.abc import Callable
from typing import Final

from corpus.article import ReadError
from corpus.reader.base import Format, Reading, ReadOptions, Sample, Source

_PACKED: Final = "is {kind}, which Chuchu does not read; save it as .docx, .xlsx, .pdf or .txt"
_RTF: Final = "is RTF, which Chuchu does not read; save it as .docx or .txt"
_XML: Final = "is XML, but no RSS, Atom, NITF or NewsML; save it as .docx, .xlsx, .pdf or .txt"
_OLD: Final = (
    "is an Office file of before 2007 (.doc, .xls, .msg), or a locked one; save it as .docx, .xlsx,"
    " .pdf or .txt"
)
# What it is, and the members that tell it.
_MEMBERS: Final = (
    ("PowerPoint", {"ppt/presentation.xml"}),
    ("OpenDocument", {"mimetype", "content.xml"}),
    ("OFD", {"OFD.xml"}),
    ("iWork", {"Index/Document.iwa"}),
    ("Excel (.xlsb)", {"xl/workbook.bin"}),
)
# How files of old Office programs begin, and those that new ones lock with a password.
_OLD_HEAD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Pages and feeds are read, however they begin.
_OTHER_XML: Final = re.compile(
    rb"\s{0,100}<\?xml\s[^>]{1,200}\?>\s{0,100}"
    rb"(?:<\?[^>]{1,500}\?>\s{0,100}|<!--[^>]{0,1000}-->\s{0,100}|<!DOCTYPE[^>]{1,500}>\s{0,100}){0,9}"
    rb"<(?!(?:\w{1,20}:)?(?:html|rss|rdf|feed|channel)[\s>])[A-Za-z_]",
    re.I,
)


def _refusing(kind: str, sniff: Callable[[Sample], bool], sentence: str, *suffixes: str) -> Format:
    def read(source: Source, options: ReadOptions) -> Reading:
        raise ReadError(sentence, kind=kind)

    return Format(kind, suffixes, sniff, read)


def _by_members(kind: str, members: set[str]) -> Format:
    return _refusing(kind, lambda sample: members <= sample.members, _PACKED)


def _is_other_xml(sample: Sample) -> bool:
    return _OTHER_XML.match(sample.markup) is not None


REFUSED: Final[tuple[Format, ...]] = (
    _refusing("RTF", lambda sample: sample.markup.lstrip().startswith(b"{\\rtf"), _RTF, ".rtf"),
    *(_by_members(kind, members) for kind, members in _MEMBERS),
    _refusing("Office 97–2003", lambda sample: sample.head.startswith(_OLD_HEAD), _OLD),
    _refusing("XML", _is_other_xml, _XML),
)
