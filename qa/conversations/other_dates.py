"""A question with another date: 7月呢？ behind one of 6月, What about July? behind one of June."""

import re
from dataclasses import dataclass
from typing import Final

from corpus.dates import MONTHS
from index.fold import fold

_DATE = re.compile(
    r"(?P<year>[0-9]{4}年|[〇零一二三四五六七八九]{4}年|今年|去年|前年|明年|后年)?"
    r"(?P<month>(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九])月份?)?"
    r"(?P<day>(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号])?"
)
# March and May are verbs, too: there the capital tells.
_VERBS: Final = ("march", "may")
_MONTH = (
    rf"(?:(?i:{'|'.join(month for month in MONTHS if month not in _VERBS)})"
    rf"|{'|'.join(map(str.title, _VERBS))})"
)
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_YEAR = r"(?:(?:19|20)[0-9]{2}|(?i:last|this|next) year)"
_ENGLISH_DATE = re.compile(
    rf"\b(?:(?:(?:the )?(?P<early>{_DAY}) (?:of )?)?(?P<month>{_MONTH})\b(?: (?P<day>{_DAY})\b)?"
    rf"(?:,? (?P<year>{_YEAR})\b)?|(?P<alone>{_YEAR})\b)"
)
# The year before or after the one that the last question names.
_EARLIER = re.compile(
    r"再?[前上]一年度?|(?:in )?the (?:year before|previous year|prior year)|a year earlier"
)
_LATER = re.compile(
    r"再?[后下]一年度?|次年|第二年|(?:in )?the (?:year after|following year|next year)|a year later"
)
_NAMED_YEAR = re.compile(
    r"(?<![0-9a-z])(?:19|20)[0-9]{2}(?=年|$|[^0-9a-z\u4e00-\u9fff]|[赛财学][季年]|上半|下半|全年)"
)
_NUMBERED: Final = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class _Date:
    """A date in its own words; each may be empty."""

    year: str
    month: str
    day: str

    def completed(self, old: "_Date") -> "_Date":
        """With what is coarser of another one; what is finer goes."""
        stays = old.month if self.day or not old.day else ""
        return _Date(self.year or old.year, self.month or stays, self.day)

    def in_english(self) -> str:
        """As it is written in English."""
        of_month = f"{self.month} {self.day}".strip()
        return f"{of_month}{', ' if self.day and self.year else ' '}{self.year}".strip()


def year_meant(other: str, last: str) -> str:
    """The year that 前一年 or "the year before" means behind a question of one year; else empty."""
    key = fold(other)
    away = -1 if _EARLIER.fullmatch(key) else 1 if _LATER.fullmatch(key) else 0
    years = {int(year) for year in _NAMED_YEAR.findall(fold(last))}
    if not away or len(years) != 1 or any(m["day"] for m in _ENGLISH_DATE.finditer(last)):
        return ""
    return f"{years.pop() + away}{'' if key.isascii() else '年'}"


def with_date(other: str, last: str) -> str:
    """A question with another date in place of its first; empty where the other is no date.

    The year stays where the other names none. Where the question has no date, the other comes
    first.

    Args:
        other: The other date, as typed.
        last: The question, as typed.
    """
    date = _DATE.fullmatch(fold(other))
    if date is None:
        return ""
    old = next((match for match in _DATE.finditer(fold(last)) if match[0]), None)
    if old is None:
        return f"{other}{last}"
    new = _read(date).completed(_read(old))
    return f"{last[: old.start()]}{new.year}{new.month}{new.day}{last[old.end() :]}"


def with_english_date(other: str, last: str) -> str:
    """As `with_date` in English, where a date that comes new stands at the end."""
    date = _ENGLISH_DATE.fullmatch(other)
    if date is None:
        return ""
    new = _read_english(date)
    found = list(_ENGLISH_DATE.finditer(last))
    old = next((match for match in found if match["month"]), found[0] if found else None)
    if old is None:
        before = "on " if new.day else "in " if new.month or _NUMBERED.search(new.year) else ""
        return f"{last.rstrip(' ?')} {before}{other}?"
    words = new.completed(_read_english(old)).in_english()
    return f"{last[: old.start()]}{words}{last[old.end() :]}"


def is_english_date(words: str) -> bool:
    """Whether English words are a date that `with_english_date` takes."""
    return bool(_ENGLISH_DATE.fullmatch(words))


def _read(match: re.Match[str]) -> _Date:
    return _Date(match["year"] or "", match["month"] or "", match["day"] or "")


def _read_english(match: re.Match[str]) -> _Date:
    year, day = match["year"] or match["alone"], match["early"] or match["day"]
    return _Date(year or "", match["month"] or "", day or "")
