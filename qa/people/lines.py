"""Names set one a line, as lists of guests have them: 卞国栋　厅长, 文汇周刊　总编辑　方毅."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.surnames import COMPOUND_SURNAMES, SURNAMES
from qa.names import Word
from qa.people.lexicon import COURTESY, NO_NAME_TAIL, is_head
from qa.people.mention import Span
from qa.roles import ABSENCE, acts_in

_LINE = re.compile(r"[^\n]+")
_PART = re.compile(r"\S+")
_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_MOST_PARTS = 4
_LEAST_LINES = 2  # so many make a list
_LONGEST_NAME = 3  # without a surname of two characters
# A line that heads others says what they did: 出席嘉宾, 二、专家学者, 请假:.
_HEADING = re.compile(r"[^,。;!?\n]{2,24}")
_GUESTS = re.compile(r"嘉宾|来宾|与会|参会|出席|名单")
_ABSENT = re.compile(r"请假|缺席|未出席|未到")


def lines_apart(key: str, words: Sequence[Word]) -> Iterator[Word]:
    """The words, none of them over the end of a line."""
    for word in words:
        text = key[word.start : word.end]
        if "\n" not in text:
            yield word
            continue
        place = word.start
        for part in re.findall(r"\n|[^\n]+", text):
            tag = "w" if part == "\n" else word.tag if place == word.start else "n"
            yield replace(word, start=place, end=place + len(part), tag=tag)
            place += len(part)


def names_in_lines(key: str) -> Iterator[Span]:
    """The names of lines that hold a name and what that one is, and nothing else."""
    found = [span for line in _LINE.finditer(key) if (span := _name_in(key, *line.span()))]
    if len(found) >= _LEAST_LINES:
        yield from found


def heading_acts(key: str, start: int) -> tuple[str, ...]:
    """What the lines above say that whoever stands in a line did: 出席 below 出席嘉宾名单."""
    for line in reversed(key[:start].split("\n")[:-1]):
        if _HEADING.fullmatch(line.strip()) and not _name_in(line, 0, len(line)):
            if _ABSENT.search(line):
                return (ABSENCE,)
            if acts := acts_in(line):
                return acts[:1]
            if _GUESTS.search(line):
                return ("出席",)
    return ()


def _name_in(key: str, start: int, end: int) -> Span | None:
    parts = [match.span() for match in _PART.finditer(key, start, end)]
    if not 1 < len(parts) <= _MOST_PARTS:
        return None
    texts = [key[slice(*part)] for part in parts]
    if _may_be_name(texts[-1]) and is_head(texts[-2]):
        return parts[-1]
    if _may_be_name(texts[0]) and is_head(texts[-1]):
        return parts[0]
    return None


def _may_be_name(text: str) -> bool:
    if not _NAME.fullmatch(text) or is_head(text) or NO_NAME_TAIL.search(text):
        return False
    if COURTESY.search(text):
        return False
    return text[:2] in COMPOUND_SURNAMES or (text[0] in SURNAMES and len(text) <= _LONGEST_NAME)
