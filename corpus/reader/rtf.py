"""RTF: told from plain text, which its control words would be taken for, and refused."""

from corpus.article import ReadError
from corpus.reader.base import Format, Reading, ReadOptions, Sample, Source


def _read(source: Source, options: ReadOptions) -> Reading:
    raise ReadError("is RTF, which Chuchu does not read; save it as .docx or .txt")


def _sniff(sample: Sample) -> bool:
    return sample.head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{\\rtf")


RTF = Format("RTF", (".rtf",), _sniff, _read)
