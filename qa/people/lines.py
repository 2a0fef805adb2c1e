"""Names set one a line, as lists of guests have them: 卞国栋　厅长, 文汇周刊　总编辑　方毅."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.surnames import COMPOUND_SURNAMES, SURNAMES
from qa.people.lexicon import COURTESY, NO_NAME_TAIL, is_head
from qa.people.mention import Mention, Span
from qa.text.names import Word
from qa.text.roles import ABSENCE, ABSENT, acts_in, roles_of

_LINE = re.compile(r"[^\n]+")
_PART = re.compile(r"\S+")
_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_MOST_PARTS = 4
_LEAST_LINES = 2  # so many make a list
_LONGEST_NAME = 3  # without a surname of two characters
# A line that heads others says what they did: 出席嘉宾, 二、专家学者, 请假:.
_HEADING = re.compile(r"[^,。;!?\n]{2,24}")
_GUESTS = re.compile(r"嘉宾|来宾|与会|参会|出席|名单")
_ENDS_SENTENCE = re.compile(r"[。!?;][”\"')]*$")
_NOT_THERE = re.compile("未到")


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
    above = reversed(key[:start].split("\n")[:-1])
    return next(filter(None, map(_acts_of, above)), ())


def headed_by(title: str, key: str, people: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The people of a passage; those of bare lines that nothing else heads did what a title says.

    Args:
        title: The key of their article's title.
        key: The passage's key.
        people: Whom the passage names.
    """
    acts = _acts_of(title)
    if not acts or not any(names_in_lines(key)):
        return people
    return tuple(
        each
        if each.acts or not is_bare(key, each.sentence)
        else replace(each, acts=acts, roles=roles_of(acts))
        for each in people
    )


def is_bare(key: str, sentence: Span) -> bool:
    """Whether a sentence is none, and only stands in a line of its own."""
    return not _ENDS_SENTENCE.search(key[slice(*sentence)].rstrip())


def _acts_of(heading: str) -> tuple[str, ...]:
    """What a line says that whoever is named below it did; nothing if it heads nobody."""
    if not _HEADING.fullmatch(heading.strip()) or _name_in(heading, 0, len(heading)):
        return ()
    if ABSENT.search(heading) or _NOT_THERE.search(heading):
        return (ABSENCE,)
    return acts_in(heading)[:1] or (("出席",) if _GUESTS.search(heading) else ())


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
