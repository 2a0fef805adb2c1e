"""Lines at the top of a plain text that name what they tell: 标题：…, 【来源】…, up to 正文."""

import re
from dataclasses import replace
from typing import Final

from corpus.article import RawArticle
from corpus.dates import parse_date
from corpus.han import HAN
from corpus.reader.field_names import field_of

_LABEL: Final = re.compile(
    rf"\s*(?:【(?P<boxed>[{HAN} \u3000]{{2,8}})】[:：]?|(?P<name>[{HAN} \u3000]{{2,8}})[:：])"
    r"(?P<value>[^\n]*)"
)
_MOST: Final = 20  # lines of such a head
_LONGEST: Final = 80  # characters of what a line of it tells
_SAID: Final = re.compile(r"[，。？！；?!您你我]")  # by what is no name: interviews say 记者：您好


def read_labels(article: RawArticle) -> RawArticle:
    """The article with what lines at its top name as its title, source, day and the like.

    They are its head if they name a title and one thing more, and are no part of its text then;
    those for which no field is known stay there.
    """
    known: dict[str, str] = {}
    unknown: list[str] = []
    lines = article.text.split("\n", _MOST)
    for number, line in enumerate(lines):
        field, value = _told(line)
        if field == "text" or field in known or not _is_head(line, field, value):
            rest = [value if field == "text" else line, *lines[number + 1 :]]
            return _headed(article, known, "\n".join([*unknown, *rest]), field == "text")
        if field:
            known[field] = value
        else:
            unknown.append(line)
    return article


def _headed(article: RawArticle, known: dict[str, str], text: str, marked: bool) -> RawArticle:
    if not known.get("title") or len(known) + marked < 2 or not text.strip():
        return article
    return replace(article, text=text.lstrip("\n"), **known)


def _told(line: str) -> tuple[str, str]:
    """The field that a line names and what it tells of it, both empty where it is none of these."""
    label = _LABEL.fullmatch(line)
    if label is None:
        return "", ""
    field = field_of("".join((label["boxed"] or label["name"]).split()))
    value = label["value"].strip()
    undated = field == "published" and not parse_date(value)
    return ("", "") if undated or (field == "url" and "://" not in value) else (field, value)


def _is_head(line: str, field: str, value: str) -> bool:
    """Whether a text's head goes on with a line: one that names a field, or might, or is blank."""
    if field == "title":
        return 0 < len(value) <= _LONGEST
    if field == "url" or not line.strip():
        return True
    label = _LABEL.fullmatch(line)
    return label is not None and len(line) <= _LONGEST and not _SAID.search(line)
