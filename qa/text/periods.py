"""The month, the quarter, the half and the year that a question asks after, or a text tells of.

Reports of two quarters share all their words but that one; whoever reads closely hardly minds it.
"""

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from corpus.dates import MONTHS, month_number
from qa.question import Question
from qa.text.numerals import read_number

Period = tuple[int, int]  # its first and last month

# Each stretch of a year, as Chinese and English call it, by its first and last month.
_CALLED: Final = {
    (1, 3): r"(?<![前三])第?[一1]季(?:度|报(?![名道到]))|首季|\b(?:first|1st) quarter\b|\bq1\b",
    (4, 6): r"第?[二2]季度|\b(?:second|2nd) quarter\b|\bq2\b",
    (7, 9): r"(?<!前)第?[三3]季(?:度|报(?![名道到]))|\b(?:third|3rd) quarter\b|\bq3\b",
    (10, 12): r"第?[四4]季度|\b(?:fourth|4th) quarter\b|\bq4\b",
    (1, 6): r"上半年|中报|半年报|前(?:[六6]个月|[两二2]个?季度)|\bfirst half\b|\bh1\b",
    (7, 12): r"下半年|\bsecond half\b|\bh2\b",
    (1, 9): (
        r"前(?:[九9]个月|[三3]个?季度)|三季报(?![名道到])"
        r"|\bfirst (?:three quarters|nine months)\b"
    ),
}
_PERIODS: Final = {
    (first, last): re.compile(
        rf"{called}|(?<![0-9]){first}(?:月份?)? ?(?:-|—+|–|~|至|到) ?{last}月"
    )
    for (first, last), called in _CALLED.items()
}
_YEAR: Final = re.compile(
    r"(?<![0-9.])(?:19|20)[0-9]{2}(?=年|[^0-9a-z.%\u4e00-\u9fff]|$)(?!年代)"  # not 2000米
)
# Years from or up to which something is asked after: articles of any in between tell of it.
_RANGE: Final = re.compile(
    r"(?<!截至)(?<!截止)(?<!截止到)"
    r"(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号])?)?(?:(?:以|之)[后前]|以来|至今|起)"
    r"|\b(?:since|after|before|until|up to) "
    rf"(?:(?:{'|'.join(MONTHS)}) )?(?:[0-9]{{1,2}},? )?(?:19|20)[0-9]{{2}}"
)
_LAST_YEAR = re.compile(
    r"(?<![比较于过])(?:去年|上年|上一年度)(?!同期[,。增下])|上届|上赛季|(?<!than )\blast year\b"
)  # what something is only held against is not told: 比去年增加
_YEAR_BEFORE = re.compile(r"前年|近[两三]年|\btwo years ago\b")
_NEXT_YEAR = re.compile(r"明年|次年|来年|下一?年|跨年|\bnext year\b")
# A month as a whole, as figures are told of; any month that a text names, days of it, too.
_MONTH_ASKED = re.compile(
    rf"(?<![0-9.前至到~—–从自-])(?P<chinese>1[0-2]|[1-9])月(?:份)?"
    rf"(?![0-9]|[上中下]旬|[初底末]|起(?![诉火草])|[前后](?![往来勤])|至(?!少|今年)|到(?![访货达])|以[来前后]|之[前后]|[~—–-])"
    rf"|\bin (?P<english>{'|'.join(MONTHS)})\b(?! [0-9]{{1,2}}\b)"
)
_MONTH = re.compile(
    r"(?<![0-9.])(1[0-2]|[1-9])(?=月|(?:-|—+|–|~|至|到)(?:1[0-2]|[1-9])月)"
    r"|(十?[一二]|[三四五六七八九]|(?<![一二三四五六七八九])十)月(?!天)"
)
_YOUNG = 2  # months of a year in which much of the year before is told without naming it


def told_of(question: Question, key: str, published: datetime.date | None) -> bool | None:
    """Whether a text tells of the months, quarters and years that a question names.

    None where that is unknown.

    Args:
        question: The question.
        key: The text's key.
        published: When the article came out; years are not judged without it.
    """
    periods, years = _asked(question.key)
    found = (
        _tells_periods(periods, key),
        _tells_years(years, key, published),
        _tells_months(_months(question), key, published),
    )
    return False if False in found else True if True in found else None


def names_period(question: Question) -> bool:
    """Whether a question names a quarter, a half or a year, or asks for the figure of a month."""
    return any(_asked(question.key)) or bool(_months(question))


@lru_cache(maxsize=32)  # asked of each passage
def _asked(question_key: str) -> tuple[frozenset[Period], frozenset[int]]:
    """The stretches of a year, and the years, that a question names."""
    return _periods(question_key), frozenset(_years(_RANGE.sub(" ", question_key)))


def _tells_periods(asked: frozenset[Period], key: str) -> bool | None:
    told = _periods(key) if asked else frozenset()
    return not asked.isdisjoint(told) if asked and told else None


def _tells_years(asked: frozenset[int], key: str, published: datetime.date | None) -> bool | None:
    if not asked or published is None:
        return None
    told = {published.year, *_years(key), *_leaning(key, published.year)}
    if not asked.isdisjoint(told):
        return True
    young = published.month <= _YOUNG and published.year - 1 in asked
    return None if young else False


def _months(question: Question) -> frozenset[int]:
    """The months as a whole whose figure a question asks for."""
    if question.kind != "howmany":
        return frozenset()
    found = _MONTH_ASKED.finditer(question.key)
    return frozenset(int(month["chinese"] or month_number(month["english"])) for month in found)


def _tells_months(asked: frozenset[int], key: str, published: datetime.date | None) -> bool | None:
    told = {_month(match) for match in _MONTH.finditer(key)} if asked else set()
    if not told or published is None:
        return None
    before = (published.month - 2) % 12 + 1  # whose figures are news, without being named
    return not asked.isdisjoint({*told, published.month, before})


def _month(written: re.Match[str]) -> int:
    return int(written[1] or read_number(written[2]) or 0)


def _periods(key: str) -> frozenset[Period]:
    return frozenset(each for each, pattern in _PERIODS.items() if pattern.search(key))


def _years(key: str) -> Iterator[int]:
    return (int(match[0]) for match in _YEAR.finditer(key))


def _leaning(key: str, year: int) -> Iterator[int]:
    """The years that a text of one year means by 去年 and the like."""
    for pattern, away in ((_LAST_YEAR, -1), (_YEAR_BEFORE, -2), (_NEXT_YEAR, 1)):
        if pattern.search(key):
            yield year + away
