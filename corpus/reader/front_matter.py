"""The block at the top of a Markdown file in which it tells its title, day and the like."""

import datetime
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from corpus.reader.field_names import FIELDS, field_of
from corpus.reader.labelled import field_told, tells_time

_LINES: Final = r"(?:[^\n]*\n){0,200}?"
_LONGEST: Final = 20_000  # characters of a block of TOML
_YAML: Final = re.compile(
    rf"\A(?:[ \t]*\n){{0,9}}---[ \t]*\n({_LINES})(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_TOML: Final = re.compile(rf"\A(?:[ \t]*\n){{0,9}}\+\+\+[ \t]*\n({_LINES})\+\+\+[ \t]*(?:\n|\Z)")
# As Hexo writes it, with nothing above: then every line must be one of its own.
_BARE: Final = re.compile(r"\A((?:(?:[\w-]{1,40}[:：]|[ \t]|- )[^\n]*\n){1,50})---[ \t]*(?:\n|\Z)")
_PAIR: Final = re.compile(r"([\w-]{1,40}|[A-Za-z][\w .-]{0,39})[ \t]{0,9}[:：](.*)")
_PROGRAM: Final = re.compile(r"[a-z][A-Za-z0-9_ .-]*")  # a name that no sentence begins with
_BLOCK: Final = re.compile(r"[|>][-+\d]{0,2}")  # what stands where a value goes on below
_COMMENT: Final = re.compile(r"(?<=[ \t])#.*")
_QUOTED: Final = re.compile(r"(?:\"((?:[^\"\\]|\\.)*+)\"|'((?:[^']|'')*+)')(?:[ \t]+#.*)?", re.S)
_ESCAPED: Final = re.compile(r"\\([\"\\/])")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(.*)")
_WIKI: Final = re.compile(r"\[\[(?:[^\[\]|]{1,300}\|)?([^\[\]|]{1,300})\]\]")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A name, what stands behind it, and its lines as they are written."""

    name: str
    first: str
    lines: tuple[str, ...]

    @property
    def by_program(self) -> bool:
        """Whether its name is one that people do not write in a text."""
        return _PROGRAM.fullmatch(self.name) is not None

    @property
    def value(self) -> str:
        """What it tells on its line, folded below it, or in a list."""
        below = [line.strip() for line in self.lines[1:] if line.strip()]
        if _BLOCK.fullmatch(self.first):
            return " ".join(below)
        if not self.first:
            items = (_ITEM.fullmatch(line) for line in below)
            return "、".join(_plain(item[1]) for item in items if item)
        value = " ".join([self.first, *below])
        if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
            return "、".join(_plain(each) for each in value[1:-1].split(",") if each.strip())
        return _plain(value)


def read_front_matter(text: str) -> tuple[dict[str, str], str]:
    """What a file says of itself at its top, by field, and the text behind that.

    Each field is there, empty where nothing is told. A block is text if any line of it is no part
    of a pair, or if people gave the names and neither title nor day is among them; what else
    people named, and no field is known for, stays text, too.
    """
    if block := _TOML.match(text):
        if told := list(_toml(block[1])):
            return _known(told), text[block.end() :]
    for pattern in (_YAML, _BARE):
        block = pattern.match(text)
        pairs = _pairs(block[1]) if block else []
        timed = tells_time([pair.name for pair in pairs])
        fields = [_field(pair, timed=timed) for pair in pairs]
        if block and _are_told(pairs, fields, bare=pattern is _BARE):
            each = list(zip(pairs, fields, strict=True))
            stay = [pair.lines for pair, field in each if not (field or pair.by_program)]
            rest = [*chain.from_iterable(stay), text[block.end() :]]
            return _known((pair.name, pair.value) for pair, field in each if field), "\n".join(rest)
    return _known([]), text


def _are_told(pairs: list[_Pair], fields: list[str], *, bare: bool) -> bool:
    """Whether pairs are what a file says of itself; with no line above, their title shows it."""
    if bare:
        return "title" in fields
    by_program = all(pair.by_program for pair in pairs)
    return bool(pairs) and (by_program or "title" in fields or "published" in fields)


def _field(pair: _Pair, *, timed: bool) -> str:
    """The field that a pair tells; empty where none is known, or its value is no such."""
    if pair.by_program:
        return field_of(pair.name) if pair.value else ""
    field = field_told(pair.name, pair.value, timed=timed) if pair.value else ""
    return "" if field == "text" else field


def _known(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    known = dict.fromkeys(FIELDS, "")
    for name, value in pairs:
        field = field_of(name)
        if field and not known[field]:
            known[field] = _WIKI.sub(r"\1", value)
    return known


def _toml(block: str) -> Iterator[tuple[str, str]]:
    try:
        table = tomllib.loads(block[:_LONGEST])
    except (ValueError, RecursionError):  # it is no TOML, or was made to stop us
        return
    for name, value in table.items():
        each = value if isinstance(value, list) else [value]
        told = (str(one) for one in each if isinstance(one, str | int | datetime.date))
        yield name, "、".join(told)


def _pairs(block: str) -> list[_Pair]:
    """The pairs of a block of YAML; none where any line is no pair, or goes on with none.

    What looks like a comment is a heading, unless a program gave all of the names.
    """
    found: list[_Pair] = []
    commented = False
    for line in block.split("\n"):
        pair = _PAIR.fullmatch(line)
        if pair:
            found.append(_Pair(pair[1].strip(), pair[2].strip(), (line,)))
        elif line.startswith("#"):
            commented = True
        elif found and _goes_on(found[-1], line):
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
        elif line.strip():
            return []
    return [] if commented and not all(pair.by_program for pair in found) else found


def _goes_on(pair: _Pair, line: str) -> bool:
    item = not pair.first and _ITEM.fullmatch(line) is not None
    return item or (pair.by_program and line.startswith((" ", "\t")))


def _plain(value: str) -> str:
    """A value without the quotation marks around the whole of it, or the comment behind it."""
    value = value.strip()
    quoted = _QUOTED.fullmatch(value)
    if quoted is None:
        return _COMMENT.sub("", value).strip()
    if quoted[2] is not None:
        return quoted[2].replace("''", "'")
    return _ESCAPED.sub(r"\1", quoted[1])
