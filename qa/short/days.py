"""When: the dates and times of a passage that may answer, and which of them agree."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from qa.short.candidate import Candidate
from qa.short.deeds import asked_deed, told_beside
from qa.short.nearness import Nearness
from qa.short.sequence import worth_of_days
from qa.text.numerals import read_number
from qa.times import TimeSpan, find_times
from qa.times.span import FEW_DAYS

_CLOCK: Final = frozenset({"minute", "hour"})
# What is asked for, as (wording, the precisions that answer it), the first that fits.
_ASKED: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(r"几点|时刻|几时(?!候)|what time|which hour"), _CLOCK),
    (
        re.compile(r"哪[一几]?年|何年|what year|which year|in what years"),
        FEW_DAYS | {"month", "year"},
    ),
    (
        re.compile(r"哪个?月|几月(?!几)|which month|what month"),
        FEW_DAYS | {"month", "tendays"},
    ),
    (re.compile(r"哪[一几]?[天日]|几[号日]|日期|日子|(?:what|which) da(?:y|te)"), FEW_DAYS),
)
_FITS, _LIKELY = 0.4, {"month": 0.2, "tendays": 0.2, "week": 0.2, "quarter": 0.15, "year": 0.1}
_STRETCH = re.compile(r"从.*到|期间|哪[段几]|多久|from .* to|between")
_BEGINS = re.compile(r"起(?!来|诉|火|飞|义|点|名)|开始|启动|start|begin|since|from")
_BEGUN = re.compile(r"起(?!来|诉|火|飞|义|点|名)|开始|,起")
_DATELINE = re.compile(r" ?(?:电|讯|消息|报道|从[^,。]{2,20}获悉|[)】] ?[电讯])")
# When it was made known, where that is not asked after: 5月20日公告,2月1日公布….
_MADE_KNOWN = re.compile(
    r" ?(?:晚间?)?(?:公告|披露|发布(?:公告|了?[^,。]{0,10}(?:公告|[年季]报|预告|快报)))"
)
_MADE_KNOWN_ASKED = re.compile(r"公告|披露|公布|发布|宣布|announce|disclos|publish|report|releas")
_REPORTER = re.compile(r"(?:记者|通讯员|社[\u4e00-\u9fff]{2})$")
_WRITTEN_YEAR = re.compile(r"[12][0-9]{3}年|[去今明前]年")
_CUE = 0.15
# A clock as it is written, with the part of the day before it: 下午3时, 昨晚8点半, 9:05.
_WRITTEN_CLOCK = re.compile(
    r"(?P<part>凌晨|[清早]晨|[早晚]上|[早晚午夜]间|上午|中午|正午|下午|午后|傍晚|[深午]夜|[早晚晨])?"
    r" ?(?:(?P<hour>[0-9]{1,2}|零|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[时点]"
    r"(?:(?P<minute>[0-9]{1,2})分|(?P<half>半)|(?P<about>许))?"
    r"|(?P<digital>[0-9]{1,2}):(?P<after>[0-9]{2})(?::[0-9]{2})?)"
)
_A_CLOCK = re.sub(r"\?P<[a-z]+>", "?:", _WRITTEN_CLOCK.pattern)
_CLOCK_ALONE = re.compile(
    rf"(?:当地时间|北京时间)?[ ,]?{_A_CLOCK}(?: ?(?:至|到|[-—~–]{{1,2}}) ?{_A_CLOCK})?"
)
_BORN_BEHIND = re.compile(r" ?(?:出?生(?=[于,。;、)人在]|$)|出生)")
_BORN_BEFORE = re.compile(r"(?:生于|诞生于) ?$")
_BIRTH_ASKED = re.compile(r"[出诞]生|生于|生日|岁|\bborn\b|birth")
_BIRTH = 0.4
# Parts of the day; which hours, from and to, count from noon or midnight there; what these lack.
_COUNTED: tuple[tuple[frozenset[str], int, int, int], ...] = (
    (frozenset({"凌晨"}), 12, 12, -12),
    (frozenset({"中午", "午间", "正午"}), 1, 3, 12),
    (frozenset({"下午", "午后", "傍晚"}), 1, 11, 12),
    (frozenset({"晚", "晚上", "晚间", "夜间", "深夜", "午夜"}), 5, 12, 12),
)


def find_days(
    question_key: str,
    text: str,
    key: str,
    published: date | None,
    near: Nearness,
) -> Iterator[Candidate]:
    """The dates and times of a passage, by start, without those that the question itself names.

    Args:
        question_key: The question's key.
        text: The passage's text.
        key: Its key.
        published: The article's date; None where not known.
        near: How near the question's pieces stand in the passage.
    """
    wanted = next((precise for asked, precise in _ASKED if asked.search(question_key)), None)
    year = bool(_ASKED[1][0].search(question_key))
    times = find_times(text, key, published)
    told = worth_of_days(near.wanted, key, times)
    for time in times:
        words = key[time.start : time.end]
        if time.precise == "vague" or words in question_key:
            continue
        fit = _fit(time, words, wanted) if not year or _WRITTEN_YEAR.search(words) else 0.0
        score = near.at(time.start, time.end) + fit + _cues(question_key, key, time)
        score += told.get(time.start, 0.0)
        days = (time.first, time.last) if time.first and time.last else None
        value = _value(time, words, clocked=wanted in {None, _CLOCK})
        yield Candidate(time.start, time.end, "date", score, value, days)


def asks_point(question_key: str) -> bool:
    """Whether a day, month, year or clock is asked after by its name: 哪天, which year, 几点."""
    return any(asked.search(question_key) for asked, _ in _ASKED)


def same_time(left: str, right: str) -> bool:
    """Whether the values of two times agree: the same days, and no clock that the other denies.

    Who gives no clock denies none, nor does who gives one of the two that bound a stretch.
    """
    (some_days, some), (other_days, others) = _parted(left), _parted(right)
    fewer, more = sorted((some, others), key=len)
    return some_days == other_days and all(any(_same_clock(a, b) for b in more) for a in fewer)


def at_other_hours(left: str, right: str) -> bool:
    """Whether the values of two times of the same day give clocks, or stretches, that lie apart."""
    (some_days, some), (other_days, others) = _parted(left), _parted(right)
    if some_days != other_days or "/" in some_days or not (some and others):
        return False
    return _latest(some) < min(others) or _latest(others) < min(some)


def _fit(time: TimeSpan, words: str, wanted: frozenset[str] | None) -> float:
    """How well a time is as fine as is asked; a clock without a day tells no day."""
    if wanted == _CLOCK and time.precise == "range":
        return _FITS * bool(_WRITTEN_CLOCK.search(words))
    if wanted != _CLOCK and _CLOCK_ALONE.fullmatch(words):
        return _LIKELY["month"] if wanted is None else 0.0
    if wanted is not None:
        return _FITS if time.precise in wanted else 0.0
    return _FITS if time.precise in FEW_DAYS else _LIKELY.get(time.precise, 0.0)


def _cues(question_key: str, key: str, time: TimeSpan) -> float:
    score = 0.0
    if _STRETCH.search(question_key) and time.precise == "range":
        score += _CUE
    if _BEGINS.search(question_key) and _BEGUN.match(key, time.end):
        score += _CUE
    reported = _REPORTER.search(key, max(0, time.start - 4), time.start)
    known = _MADE_KNOWN.match(key, time.end) and not _MADE_KNOWN_ASKED.search(question_key)
    if reported or known or _DATELINE.match(key, time.end):
        score -= 2 * _CUE  # when it was reported, not when it was
    if _BORN_BEHIND.match(key, time.end) or _BORN_BEFORE.search(key, 0, time.start):
        score += _CUE if _BIRTH_ASKED.search(question_key) else -_BIRTH
    deed = asked_deed(question_key)
    return score + (told_beside(deed, key, time.start, time.end) if deed else 0.0)


def _value(time: TimeSpan, words: str, *, clocked: bool) -> str:
    """The days in ISO form where known, else the words; then the clocks where they are asked after.

    A clock is 09:30, or 09 for about nine: 2024-05-03T09:00, 2024-05-03T09:00,11:30.
    """
    if not time.first or not time.last:
        return words
    days = time.first.isoformat()
    days = days if time.first == time.last else f"{days}/{time.last.isoformat()}"
    clocks = ",".join(map(_clock, _WRITTEN_CLOCK.finditer(words))) if clocked else ""
    return f"{days}T{clocks}" if clocks else days


def _clock(match: re.Match[str]) -> str:
    number = read_number(match["hour"] or match["digital"])
    hour, part = int(number or 0), match["part"]
    shift = next((by for parts, a, b, by in _COUNTED if part in parts and a <= hour <= b), 0)
    minute = "30" if match["half"] else match["minute"] or match["after"] or "0"
    return f"{hour + shift:02}" + ("" if match["about"] else f":{int(minute):02}")


def _parted(value: str) -> tuple[str, tuple[str, ...]]:
    days, _, clocks = value.partition("T")
    return days, tuple(clocks.split(",")) if clocks else ()


def _same_clock(left: str, right: str) -> bool:
    """About nine holds all minutes of that hour."""
    return left.startswith(right) or right.startswith(left)


def _latest(clocks: Sequence[str]) -> str:
    return max(clock if ":" in clock else f"{clock}:59" for clock in clocks)
