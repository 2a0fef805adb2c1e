"""The block at the top of a Markdown file in which it tells its title, day and the like."""

import datetime
import re
import tomllib
from collections.abc import Iterator
from typing import Final

from corpus.reader.field_names import FIELDS, field_of

_LINES: Final = r"(?:[^\n]*\n){0,200}?"
_LONGEST: Final = 20_000  # characters of a block of TOML
_YAML: Final = re.compile(
    rf"\A(?:[ \t]*\n){{0,9}}---[ \t]*\n({_LINES})(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_TOML: Final = re.compile(rf"\A(?:[ \t]*\n){{0,9}}\+\+\+[ \t]*\n({_LINES})\+\+\+[ \t]*(?:\n|\Z)")
# As Hexo writes it, with nothing above: then every line must be one of its own.
_BARE: Final = re.compile(r"\A((?:(?:[\w-]{1,40}[:：]|[ \t]+|- )[^\n]*\n){1,50})---[ \t]*(?:\n|\Z)")
_PAIR: Final = re.compile(r"^([\w-]{1,40})[ \t]*[:：][ \t]*(.*?)[ \t]*$")
_BLOCK: Final = re.compile(r"[|>][-+\d]{0,2}")  # what stands where a value goes on below
_COMMENT: Final = re.compile(r"(?<=[ \t])#.*")
_ITEM: Final = re.compile(r"^[ \t]*-[ \t]+(.*)$")
_WIKI: Final = re.compile(r"\[\[(?:[^\[\]|]{1,300}\|)?([^\[\]|]{1,300})\]\]")


def read_front_matter(text: str) -> tuple[dict[str, str], str]:
    """What a file says of itself at its top, by field, and the text behind that.

    Each field is there, empty where nothing is told. Lines that tell nothing known are text.
    """
    for pattern, read in ((_TOML, _toml), (_YAML, _yaml), (_BARE, _yaml)):
        block = pattern.match(text)
        pairs = list(read(block[1])) if block else []
        if block and pairs and (pattern is not _BARE or _names_title(pairs)):
            return _known(pairs), text[block.end() :]
    return _known([]), text


def _names_title(pairs: list[tuple[str, str]]) -> bool:
    return any(field_of(name) == "title" and value for name, value in pairs)


def _known(pairs: list[tuple[str, str]]) -> dict[str, str]:
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


def _yaml(block: str) -> Iterator[tuple[str, str]]:
    """The pairs of a block of YAML: values on their line, folded below it, or in a list."""
    name, value, below = "", "", list[str]()
    for line in [*block.split("\n"), "end:"]:
        pair = _PAIR.match(line)
        if pair is None:
            below.append(line)
            continue
        if name:
            yield name, _value(value, below)
        name, value, below = pair[1], pair[2], []


def _value(value: str, below: list[str]) -> str:
    if _BLOCK.fullmatch(value):
        return " ".join(line.strip() for line in below if line.strip())
    if not value:
        items = (_ITEM.match(line) for line in below)
        return "、".join(_plain(item[1]) for item in items if item)
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        return "、".join(_plain(each) for each in value[1:-1].split(",") if each.strip())
    return _plain(value)


def _plain(value: str) -> str:
    """A value without its quotation marks, or without the comment behind it."""
    value = value.strip()
    quoted = re.match(r"\"([^\"]*)\"|'((?:[^']|'')*+)'", value)
    if quoted:
        return quoted[1] or (quoted[2] or "").replace("''", "'")
    return _COMMENT.sub("", value).strip()
