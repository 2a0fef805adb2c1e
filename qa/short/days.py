"""When: the dates and times of a passage that may answer."""

import re
from collections.abc import Iterator
from datetime import date

from qa.short.candidate import Candidate
from qa.short.nearness import Nearness
from qa.times import TimeSpan, find_times

_CLOCK, _DAYS = frozenset({"minute", "hour"}), frozenset({"day", "part", "minute", "hour", "range"})
# What is asked for, as (wording, the precisions that answer it), the first that fits.
_ASKED: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(r"几点|时刻|几时(?!候)|what time|which hour"), _CLOCK),
    (
        re.compile(r"哪[一几]?年|何年|what year|which year|in what years"),
        frozenset({"year", "day", "month", "range", "minute", "hour", "part"}),
    ),
    (
        re.compile(r"哪个?月|几月(?!几)|which month|what month"),
        frozenset({"month", "tendays", "day", "range", "minute", "hour", "part"}),
    ),
    (re.compile(r"哪[一几]?[天日]|几[号日]|日期|日子|(?:what|which) da(?:y|te)"), _DAYS),
)
_FITS, _LIKELY = 0.4, {"month": 0.2, "tendays": 0.2, "week": 0.2, "quarter": 0.15, "year": 0.1}
_STRETCH = re.compile(r"从.*到|期间|哪[段几]|多久|from .* to|between")
_BEGINS = re.compile(r"起(?!来|诉|火|飞|义|点|名)|开始|启动|start|begin|since|from")
_BEGUN = re.compile(r"起(?!来|诉|火|飞|义|点|名)|开始|,起")
_DATELINE = re.compile(r" ?(?:电|讯|消息|报道|从[^,。]{2,20}获悉|[)】] ?[电讯])")
_REPORTER = re.compile(r"(?:记者|通讯员|社[\u4e00-\u9fff]{2})$")
_WRITTEN_YEAR = re.compile(r"[12][0-9]{3}年|[去今明前]年")
_CUE = 0.15


def find_days(
    question_key: str, text: str, key: str, published: date | None, near: Nearness
) -> Iterator[Candidate]:
    """The dates and times of a passage, by start, without those that the question itself names."""
    wanted = next((precise for asked, precise in _ASKED if asked.search(question_key)), None)
    year = bool(_ASKED[1][0].search(question_key))
    for time in find_times(text, key, published):
        words = key[time.start : time.end]
        if time.precise == "vague" or words in question_key:
            continue
        fit = _fit(time, wanted) if not year or _WRITTEN_YEAR.search(words) else 0.0
        score = near.at(time.start, time.end) + fit + _cues(question_key, key, time)
        days = (time.first, time.last) if time.first and time.last else None
        yield Candidate(time.start, time.end, "date", score, _value(time, words), days)


def _fit(time: TimeSpan, wanted: frozenset[str] | None) -> float:
    if wanted is not None:
        return _FITS if time.precise in wanted else 0.0
    return _FITS if time.precise in _DAYS else _LIKELY.get(time.precise, 0.0)


def _cues(question_key: str, key: str, time: TimeSpan) -> float:
    score = 0.0
    if _STRETCH.search(question_key) and time.precise == "range":
        score += _CUE
    if _BEGINS.search(question_key) and _BEGUN.match(key, time.end):
        score += _CUE
    reported = _REPORTER.search(key, max(0, time.start - 4), time.start)
    if reported or _DATELINE.match(key, time.end):
        score -= 2 * _CUE  # when it was reported, not when it was
    return score


def _value(time: TimeSpan, words: str) -> str:
    """The days in ISO form where known, with the clock's words where a clock is given."""
    if not time.first or not time.last:
        return words
    days = time.first.isoformat()
    return days if time.first == time.last else f"{days}/{time.last.isoformat()}"
