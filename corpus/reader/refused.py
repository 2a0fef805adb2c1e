"""Documents of kinds that are not read: told by their content, where their insides would be read.

Most of them are ZIP files of XML, of which each member would be taken for an article, tags and all.
"""

import re
from typing import Final

from corpus.article import ReadError
from corpus.reader.base import Format, Reading, ReadOptions, Sample, Source

_PACKED: Final = "is {kind}, which Chuchu does not read; save it as .docx, .xlsx, .pdf or .txt"
_XML: Final = "is XML, but no RSS or Atom; save it as .docx, .xlsx, .pdf or .txt"
# What it is, and the members that tell it.
_MEMBERS: Final = (
    ("PowerPoint", {"ppt/presentation.xml"}),
    ("OpenDocument", {"mimetype", "content.xml"}),
    ("OFD", {"OFD.xml"}),
    ("iWork", {"Index/Document.iwa"}),
    ("Excel (.xlsb)", {"xl/workbook.bin"}),
)
_MARK: Final = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?")
# Pages and feeds are read, however they begin.
_OTHER_XML: Final = re.compile(
    rb"\s{0,100}<\?xml\s[^>]{1,200}\?>\s{0,100}"
    rb"(?:<\?[^>]{1,500}\?>\s{0,100}|<!--[^>]{0,1000}-->\s{0,100}|<!DOCTYPE[^>]{1,500}>\s{0,100}){0,9}"
    rb"<(?!(?:\w{1,20}:)?(?:html|rss|rdf|feed|channel)[\s>])[A-Za-z_]",
    re.I,
)


def _by_members(kind: str, members: set[str]) -> Format:
    def read(source: Source, options: ReadOptions) -> Reading:
        raise ReadError(_PACKED, kind=kind)

    return Format(kind, (), lambda sample: members <= sample.members, read)


def _read_xml(source: Source, options: ReadOptions) -> Reading:
    raise ReadError(_XML)


def _is_other_xml(sample: Sample) -> bool:
    head = _MARK.sub(b"", sample.head, count=1).replace(b"\0", b"")  # of UTF-16
    return _OTHER_XML.match(head) is not None


REFUSED: Final[tuple[Format, ...]] = (
    *(_by_members(kind, members) for kind, members in _MEMBERS),
    Format("XML", (), _is_other_xml, _read_xml),
)
