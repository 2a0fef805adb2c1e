"""The dates that a question names: what they favour, and what they narrow a search to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.dates import make_date
from index.fold import HAN
from qa.times.find import find_times, find_times_of_any_year
from qa.times.span import MonthDay, TimeSpan

_NEWS = timedelta(days=3)  # news of a day is printed on it or so much later
_SHORT = timedelta(days=14)  # a longer stretch that a text names says little of one day in it
# 今年 before a month: not known without today, but the month is.
_YEAR_OF_MONTH = re.compile(
    r"(?:今年|去年|前年|明年|后年|本年度?|上年度?)(?=的?[0-9一二三四五六七八九十]+月)"
)

# Words around a date that narrow: right behind it, right before it.
_SINCE_BEHIND = re.compile(r"[ ]?(?:(?:以|之)后|以来|[起后](?![来天期续果方台]))")
_UNTIL_BEHIND = re.compile(r"[ ]?(?:(?:以|之)前|前(?![往夕后进任期线方来去]))")
_BETWEEN_BEHIND = re.compile(r"[ ]?(?:之间|期间|这段)")
_SINCE_BEFORE = re.compile(r"(?:自从|\bsince|\bafter)[ ]?$")
_UNTIL_BEFORE = re.compile(r"\bbefore[ ]?$")
_BY_BEFORE = re.compile(r"(?:截至|截止到?|\buntil|\bup to)[ ]?$")
_BETWEEN_BEFORE = re.compile(r"(?:[从自]|\bfrom|\bbetween)[ ]?$")
_BEHIND = (_SINCE_BEHIND, _UNTIL_BEHIND, _BETWEEN_BEHIND)
_BEFORE = (_SINCE_BEFORE, _UNTIL_BEFORE, _BETWEEN_BEFORE, _BY_BEFORE, re.compile(r"[在于]$"))
# What a date is of, and not only from or up to when: 成立于2000年以后, 2030年前实现.
_DATED_BEFORE = re.compile(
    r"(?:于|成立|出生|[新始]建|\b(?:born|founded|built|published|made|effect))"
    r"[ ]?(?:on|in|after|before|since)?[ ]?$"
)
_DATED_BEHIND = re.compile(
    r"[ ]?(?:(?:以|之)[前后]|以来|起|[前后])?[^,，。?？]{0,2}?"
    r"(?:施行|实施|生效|执行|启用|实现|完成|达到|达峰|建成|投产|交付|出生|成立|注册|毕业|入职|入学"
    r"|参加工作)|[ ]?[以之]?前的"
)
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|「[^「」]*」|\"[^\"]*\"")
_IS_NO_QUESTION = re.compile(r"的?呢?[?？。]?$")
_FIGURE_ASKED = re.compile(r"多少|几|[率额量]|how (?:many|much)")
_FIGURES_BEFORE = re.compile(r"(?:截至|截止到?|\bsince|\buntil|\bup to)[ ]?$")
_FIGURES_BEHIND = re.compile(r"[ ]?以来")
_BETWEEN_HAN = re.compile(rf"(?<={HAN.pattern}) +(?={HAN.pattern})| +(?=[,，?？])")
_OPENING = re.compile(r"(?:since|after|before|until|in|of|during)\b")
_AND = re.compile(r" ?(?:和|与|and) ?")


@dataclass(frozen=True, slots=True)
class AskedTime:
    """Days that a question names, of one year or of any.

    Attributes:
        first: The month and day of the first.
        last: The month and day of the last.
        years: The years of the first and the last; None where the question names no year.
    """

    first: MonthDay
    last: MonthDay
    years: tuple[int, int] | None

    @property
    def news(self) -> tuple[date, date] | None:
        """The first and the last day of news of these days; None where their year is not known."""
        return next(((low, high + _NEWS) for low, high in self._days()), None)

    def agrees_with(self, first: date, last: date) -> bool:
        """Whether days that a text names are these, lie in these, or are a few around these."""
        return any(
            (low <= first and last <= high)
            or (first <= low and high <= last and last - first <= _SHORT)
            for low, high in self._days(first, last)
        )

    def is_news_of(self, published: date) -> bool:
        """Whether an article of this day may tell of these days as news."""
        days = self._days(published - _NEWS, published)
        return any(low <= published <= high + _NEWS for low, high in days)

    def _days(self, *near: date) -> Iterator[tuple[date, date]]:
        pairs = [self.years] if self.years else [(each, each) for each in {d.year for d in near}]
        for first_year, last_year in pairs:
            first, last = make_date(first_year, *self.first), make_date(last_year, *self.last)
            if first and last and first <= last:
                yield first, last


@dataclass(frozen=True, slots=True)
class AskedTimes:
    """What the dates of a question say of where its answer lies.

    Attributes:
        days: The days that it names, in its order; they favour passages and narrow nothing.
        since: The first day, where it says so: 2023年7月1日以后, since July 2023.
        until: The last day, where it says so: 2023年7月1日之前, before July 2023.
        rest: The question without the words that only narrow (2023年7月1日以后), which no passage
            need hold; empty where none do. What a figure is told for (截至6月, 今年以来) stays.
    """

    days: tuple[AskedTime, ...] = ()
    since: date | None = None
    until: date | None = None
    rest: str = ""


def read_asked_times(text: str, key: str, today: date | None = None) -> AskedTimes:
    """The dates that a question names; none where it names none.

    A month or day without its year is of any year. 昨天, 今年 and the like lean on today, and say
    nothing without it. Only words such as 以后, 之前, since and between narrow, and only with days
    whose year is known; 以后 and after count the day itself, 之前 and before do not.

    Args:
        text: As typed.
        key: Its key, of the same length.
        today: The day on which it is asked; None where that is not to count.

    Raises:
        ValueError: Text and key differ in length.
    """
    spans = _with_pairs(key, find_times(text, key, today))
    written = find_times(text, key, None)
    days: list[AskedTime] = []
    since: date | None = None
    until: date | None = None
    rest = text
    yearless = {span.start: span for span in _without_year(text, key)}
    for span in spans:
        low, high = (None, None) if _is_quoted(key, span) else _narrowed(key, span)
        since, until = low or since, high or until
        if low or high:
            first, last = _narrowing(key, span)
            rest = rest[:first] + " " * (last - first) + rest[last:]  # offsets stay
            continue
        # what is written whole counts; then what has no year; then what today completes
        whole = next((each for each in written if each.start == span.start and each.first), None)
        lacking = next((each for at, each in yearless.items() if span.start <= at < span.end), None)
        leans = _YEAR_OF_MONTH.match(key, span.start) and span.first
        chosen = whole or (span if leans else lacking) or span
        if asked := _asked(chosen, any_year=chosen is lacking):
            days.append(asked)
    return AskedTimes(tuple(days), since, until, _tidied(rest) if rest != text else "")


def _is_quoted(key: str, span: TimeSpan) -> bool:
    """Whether a date stands in a title or in quotation marks: 《2012年以后》."""
    quoted = (m for m in _QUOTED.finditer(key) if m.end() - m.start() < len(key) - 1)
    return any(m.start() < span.start and span.end < m.end() for m in quoted)


def _narrowing(key: str, span: TimeSpan) -> tuple[int, int]:
    """Where a date stands with the words that narrow by it; nothing of what tells of a figure."""
    before = _before(key, span)
    told_for = _FIGURES_BEFORE.search(before) or _FIGURES_BEHIND.match(key, span.end)
    told_for = told_for and _FIGURE_ASKED.search(key)
    if told_for or _DATED_BEFORE.search(before) or _DATED_BEHIND.match(key, span.end):
        return span.start, span.start
    ends = (each.end() for each in (words.match(key, span.end) for words in _BEHIND) if each)
    starts = (each.start() for each in (words.search(before) for words in _BEFORE) if each)
    return next(starts, span.start), next(ends, span.end)


def _before(key: str, span: TimeSpan) -> str:
    """What stands before a date; English years are found with their preposition."""
    opening = _OPENING.match(key, span.start)
    return key[: opening.end() if opening else span.start]


def _tidied(rest: str) -> str:
    """What is left of a question, without the marks and blanks that its dates leave behind.

    Nothing where that is no question any more: 呢？
    """
    rest = _BETWEEN_HAN.sub("", rest).lstrip(" ,，、的").rstrip()
    return "" if _IS_NO_QUESTION.match(rest) else re.sub(r" {2,}", " ", rest)


def _asked(span: TimeSpan, *, any_year: bool) -> AskedTime | None:
    if span.first is None or span.last is None:
        return None
    years = None if any_year else (span.first.year, span.last.year)
    return AskedTime((span.first.month, span.first.day), (span.last.month, span.last.day), years)


def _without_year(text: str, key: str) -> tuple[TimeSpan, ...]:
    """The dates that lack a year alone, in a leap year."""
    masked = _YEAR_OF_MONTH.sub(lambda match: " " * len(match[0]), key)
    return tuple(span for span in find_times_of_any_year(text, masked) if span.first)


def _with_pairs(key: str, spans: Iterable[TimeSpan]) -> list[TimeSpan]:
    """The spans; two days that 和 or and joins after between are one stretch."""
    joined: list[TimeSpan] = []
    for span in spans:
        left = joined[-1] if joined else None
        if left and left.first and span.last and _AND.fullmatch(key, left.end, span.start):
            between = "between" in key[max(0, left.start - 8) : left.start]
            if (between or _BETWEEN_BEHIND.match(key, span.end)) and left.first <= span.last:
                words = left.words + key[left.end : span.start] + span.words
                joined[-1] = TimeSpan(left.start, span.end, left.first, span.last, words, "range")
                continue
        joined.append(span)
    return joined


def _narrowed(key: str, span: TimeSpan) -> tuple[date | None, date | None]:
    """The first and the last day that the words around a date narrow to; None where they do not."""
    if span.first is None or span.last is None:
        return None, None
    before = _before(key, span)
    if span.precise == "range":
        told = _BETWEEN_BEHIND.match(key, span.end) or _BETWEEN_BEFORE.search(before)
        return (span.first, span.last) if told else (None, None)
    if _SINCE_BEHIND.match(key, span.end) or _SINCE_BEFORE.search(before):
        return span.first, None
    if _UNTIL_BEHIND.match(key, span.end) or _UNTIL_BEFORE.search(before):
        return None, span.first - timedelta(days=1)
    return None, span.last if _BY_BEFORE.search(before) else None
