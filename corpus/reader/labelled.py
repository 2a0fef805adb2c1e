"""Lines at the top of a plain text that name what they tell: 标题：…, 【来源】…, up to 正文.

Databases write them so, too: <标题>=…, Title=…, Title-题名: …. What a name tells stands behind it,
or on the line below.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final

from corpus.article import RawArticle
from corpus.dates import parse_date
from corpus.han import HAN
from corpus.reader.field_names import field_of

_LABEL: Final = re.compile(
    rf"\s*+(?:【(?P<boxed>[{HAN} \u3000]{{2,8}})】[:：]?"
    rf"|<(?P<tagged>[{HAN}]{{2,8}}|[A-Za-z_]{{2,20}})> ?[=:：]"
    rf"|(?P<english>[A-Za-z]{{2,20}}-)(?P<named>[{HAN}]{{2,8}})[:：]"
    rf"|(?P<name>[{HAN} \u3000]{{2,8}}|[A-Za-z][A-Za-z _-]{{1,20}})[:：=])(?P<value>[^\n]*)"
)
_MOST: Final = 20  # lines of such a head
LONGEST: Final = 80  # characters of what a line of it tells
_SAID: Final = re.compile(r"[，。？！；?!您你我]")  # by what is no name: interviews say 记者：您好
_NAME: Final = rf"(?:[{HAN}·]{{2,8}}|[A-Za-z][A-Za-z.'’-]{{0,30}})(?:[（(][{HAN}]{{1,8}}[）)])?"
_NAMES: Final = re.compile(rf"{_NAME}(?:[ \u3000、/;；&]{{1,3}}{_NAME}){{0,9}}")
_SPEAKS: Final = re.compile("[请請吗嗎呢吧么麼说說讲講问問的]|一下|谈谈|談談")  # by no name, too
# What 内容 names may be the matter of a notice.
_TEXT: Final = ("正文", "全文", "content", "text", "body")
_WHEN: Final = ("时间", "時間", "time")
_NOTICE: Final = re.compile("地[点點]|主[讲講持]人")  # what tells that 时间 is an event's
_OF_NAMES: Final = ("author", "editor")
_KIND: Final = ("DataType",)  # what databases begin with
_PERSON: Final = ("name", "contact", "speaker")  # what tells that a title is somebody's


@dataclass(frozen=True, slots=True)
class Head:
    """Lines that name what an article is: where they begin, and their names.

    Attributes:
        start: Where they begin.
        first: The name of the first line.
        title: The title's name.
        names: All names.
    """

    start: int
    first: str
    title: str
    names: frozenset[str]

    def is_like(self, other: "Head") -> bool:
        """Whether it calls its title as another one does, and one thing more."""
        return self.title == other.title and len(self.names & other.names) > 1


@dataclass(frozen=True, slots=True)
class _Named:
    """A line that names something: where it begins, its name, and whether a blank one is above."""

    start: int
    name: str
    field: str
    apart: bool


def read_labels(article: RawArticle) -> RawArticle:
    """The article with what lines at its top name as its title, source, day and the like.

    They are its head if they name a title and one thing more, and are no part of its text then;
    those for which no field is known stay there.
    """
    known: dict[str, str] = {}
    unknown: list[str] = []
    lines = list(_whole(article.text.split("\n", _MOST)))
    timed = tells_time([_parted(line)[0] for line in lines])
    of_person = any(_parted(line)[0].lower() in _PERSON for line in lines)
    for number, line in enumerate(lines):
        name, value = _parted(line)
        field = "" if of_person and name.isascii() else field_told(name, value, timed=timed)
        if field == "text" or field in known or not _is_head(line, field, value):
            rest = [value if field == "text" else line, *lines[number + 1 :]]
            return _headed(article, known, "\n".join([*unknown, *rest]), field == "text")
        if field:
            known[field] = value.rstrip(";；") if field in _OF_NAMES else value
        else:
            unknown.append(line)
    return article


def heads(text: str) -> list[Head]:
    """The lines of a text, one behind the other, that name a title and one thing more.

    What stands right below a text, above the title of the next, is the former's, as its editor is,
    unless the first head begins so.
    """
    found: list[Head] = []
    for run in filter(None, _runs(text)):
        if head := _head(run, found[0].first if found else ""):
            found.append(head)
    return found


def _runs(text: str) -> Iterator[list[_Named]]:
    """The lines of a text that name something, with nothing but blank ones between; also none."""
    run: list[_Named] = []
    place, apart = 0, True
    for line in text.split("\n"):
        name, value = _parted(line) if len(line) <= LONGEST else ("", "")
        field = field_told(name, value, timed=True)
        if field or (name and _of_database(line)):
            run.append(_Named(place, name, field, apart))
        elif line.strip():
            yield run
            run = []
        if field == "text":  # what follows is that, however short
            yield run
            run = []
        apart = not line.strip()
        place += len(line) + 1
    yield run


def _head(run: list[_Named], first: str) -> Head | None:
    """The head that a run of lines ends with, if any; heads begin with this name, as a rule."""
    title = next((place for place, line in enumerate(run) if line.field == "title"), None)
    if title is None:
        return None
    above = range(title, -1, -1)
    alike = (place for place in above if run[place].name == first)
    apart = (place for place in above if run[place].apart and run[place].field != "editor")
    told = run[min(next(alike, title), next(apart, title)) :]
    if len({line.field for line in told}) < 2:
        return None
    names = frozenset(line.name for line in told)
    return Head(told[0].start, told[0].name, run[title].name, names)


def _whole(lines: list[str]) -> Iterator[str]:
    """The lines, each that has a name and tells nothing with the one below it that does."""
    place = 0
    while place < len(lines):
        name, value = _parted(lines[place])
        below = lines[place + 1] if field_of(name) and not value and place + 1 < len(lines) else ""
        tells = name.lower().endswith(_TEXT) or not 0 < len(below.strip()) <= LONGEST
        both = not tells and not _parted(below)[0]
        yield f"{lines[place]}\n{below}" if both else lines[place]
        place += 1 + both


def field_told(name: str, value: str, *, timed: bool) -> str:
    """The field of which a name tells a value; empty where it names none, or no such.

    Args:
        name: What stands before the colon.
        value: What stands behind it.
        timed: Whether a bare 时间 is the article's day.
    """
    field = field_of(name)
    fits = {
        "text": name.lower().endswith(_TEXT),
        "published": (timed or name.lower() not in _WHEN) and parse_date(value) is not None,
        "url": "://" in value,
        "author": _are_names(value),
        "editor": _are_names(value),
    }
    return field if fits.get(field, True) else ""


def tells_time(names: Collection[str]) -> bool:
    """Whether 时间 among such names is an article's: of a source, a writer or 正文, and no place.

    That of a notice is its event's, and a part of its text.
    """
    credited = any(field_of(name) in ("source", "author") for name in names)
    marked = any(name.lower().endswith(_TEXT) for name in names)
    return (credited or marked) and not any(map(_NOTICE.search, names))


def _headed(article: RawArticle, known: dict[str, str], text: str, marked: bool) -> RawArticle:
    if not known.get("title") or len(known) + marked < 2 or not text.strip():
        return article
    return replace(article, text=text.lstrip("\n"), **known)


def _parted(line: str) -> tuple[str, str]:
    """The name and the value of a line, both empty where it has no name."""
    label = _LABEL.fullmatch(line.replace("\n", "", 1))
    if label is None:
        return "", ""
    names = (label[each] for each in ("boxed", "tagged", "named", "name"))
    return "".join(next(filter(None, names)).split()), label["value"].strip()


def _of_database(line: str) -> bool:
    """Whether a line is named as only databases do: what it tells is never an article's text."""
    label = _LABEL.fullmatch(line)
    return label is not None and bool(label["tagged"] or label["english"] or label["name"] in _KIND)


def _are_names(value: str) -> bool:
    value = value.rstrip(";；")
    return _NAMES.fullmatch(value) is not None and not _SPEAKS.search(value)


def _is_head(line: str, field: str, value: str) -> bool:
    """Whether a text's head goes on with a line: one that names a field, or might, or is blank."""
    if field == "title":
        return 0 < len(value) <= LONGEST
    if field == "url" or not line.strip():
        return True
    return bool(_parted(line)[0]) and len(line) <= LONGEST and not _SAID.search(line)
