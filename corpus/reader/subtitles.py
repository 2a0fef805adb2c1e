"""Subtitles (SRT, WebVTT): what is said, a line a cue, without numbers and times."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from corpus.article import RawArticle, ReadError
from corpus.reader.base import Format, Reading, ReadOptions, Sample, Source
from corpus.reader.decode import read_text

_CLOCK: Final = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMES: Final = re.compile(rf"\s*{_CLOCK}\s+-->\s+{_CLOCK}(?:\s.*)?")
_FIRST: Final = re.compile(rb"\s*(?:WEBVTT\b|\d{1,9}[ \t]*\r?\n\s*(?:\d{1,3}:)?\d{1,2}:\d\d[,.]\d)")
_NOTE: Final = re.compile(r"(?:NOTE|STYLE|REGION)\b")
_SPEAKER: Final = re.compile(r"<v(?:\.[\w.]{1,50})? +([^<>]{1,100})>")
_TAG: Final = re.compile(r"</?(?:[biu]|font|c|v|lang|ruby|rt)(?:[. ][^<>]{0,200})?>|<[\d:.]{5,12}>")
_PLACED: Final = re.compile(r"\{\\[a-z]{1,8}\d{0,3}(?:\([^(){}]{0,60}\))?\}")


def _read(source: Source, options: ReadOptions) -> Reading:
    text = read_text(source.stream, max_bytes=options.max_bytes)
    said = "\n".join(_said(text))
    if not said:
        raise ReadError("is empty; give a file with text in it")
    yield RawArticle(text=said, address=source.address)


def _said(text: str) -> Iterator[str]:
    """The words of each cue, on one line; what says nothing is passed over, as are notes."""
    lines = text.removeprefix("\ufeff").split("\n")
    for told, block in groupby(lines, lambda line: bool(line.strip())):
        cue = list(block) if told else []
        place = next((at for at, line in enumerate(cue) if _TIMES.fullmatch(line)), None)
        if place is None and cue and not (_NOTE.match(cue[0]) or cue[0].startswith("WEBVTT")):
            place = -1  # what goes on below a blank line
        words = [] if place is None else [_plain(line) for line in cue[place + 1 :]]
        if said := " ".join(filter(None, words)):
            yield said


def _plain(line: str) -> str:
    """The words of a line without its marks; who speaks stands before them."""
    line = _SPEAKER.sub(r"\1：", line)
    return _PLACED.sub("", _TAG.sub("", line)).strip()


def _sniff(sample: Sample) -> bool:
    return _FIRST.match(sample.markup) is not None and b"-->" in sample.markup


SUBTITLES = Format("subtitles", (".srt", ".vtt"), _sniff, _read)
