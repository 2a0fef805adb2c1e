"""Scores of matches, 3比1 or 3:1, and the dead and hurt that are written in one: 3死11伤."""

import re
from collections.abc import Iterator

from qa.short.candidate import Candidate
from qa.short.nearness import Nearness
from qa.text.numerals import read_number

_ASKED = re.compile(
    r"比分|几比几|多少比多少|\b(?:the|what|final|half-?time|winning) score\b|\bscoreline\b"
)
_NUMERAL = "零一二两三四五六七八九十"
_SCORE = re.compile(
    r"(?<![0-9.:∶–—-])(?P<left>[0-9]{1,3}) ?(?P<sign>[比:∶–—-]) ?(?P<right>[0-9]{1,3})"
    r"(?![0-9:∶%–—-]|\.[0-9])"
    rf"|(?<![{_NUMERAL}])(?P<one>[{_NUMERAL}])比(?P<other>[{_NUMERAL}])(?![{_NUMERAL}])"
)
# A clock is written as a score may be: 晚19:30.
_CLOCK = re.compile(r"(?:[0-9]日|[时间午晚晨早夜)天]|凌晨) ?$")
_DECIDES = re.compile(r"战胜|击败|逆转|完胜|险胜|力克|战平|握手言和|[胜负败平](?!均)|夺冠")
_PART = re.compile(
    r"半场|[各每一两二三四五六七][局盘节]比分|[0-9]比[0-9]+、$|首节|[第上][一二三四]?[节局盘]|一度|领先|扳[成平]|追[成平至]|此前|点球"
)
_NEAR = 10  # characters around a score that say what it is
_SCORED, _CUE = 0.5, 0.1
_CASUALTIES = re.compile(r"(?<![0-9])([0-9]+)死([0-9]+)伤")
_NOBODY = re.compile(
    r"(?:(?:无|没有|未有)(?:一?人|人员|乘客|学生|居民|村民)|未造成人员|没有造成人员|无人员)"
    r"(?:伤亡|死亡|遇难|丧生|身亡|受伤)"
    r"|\b(?:no one|nobody|no (?:passenger|student|worker|resident)s?)(?: else)?(?: was| were| is)?"
    r" (?:killed|died|hurt|injured|wounded)|\bno (?:deaths|injuries|casualties)\b"
)
_TOLL = re.compile(rf"(?:[0-9]|[{_NUMERAL}])余?[名人个位][^,。;无没未]{{0,6}}")
_NO_HARM = 1.2  # where nobody came to that harm in the whole passage
_DEAD = re.compile(r"死|遇难|丧生|身亡|伤亡|dead|death|killed|die|casualt")
_HURT = re.compile(r"伤|injur|hurt|wound|casualt")


def asks_score(question_key: str) -> bool:
    """Whether a question asks after the score of a match."""
    return bool(_ASKED.search(question_key))


def find_scores(question_key: str, key: str, near: Nearness) -> Iterator[Candidate]:
    """The scores of a passage, by start, without those that the question itself names."""
    part_asked = bool(_PART.search(question_key))
    for match in _SCORE.finditer(key):
        start, end = match.span()
        if match[0] in question_key or _is_clock(key, match):
            continue
        before, behind = key[max(0, start - _NEAR) : start], key[end : end + _NEAR]
        decides = bool(_DECIDES.search(behind) or _DECIDES.search(before))
        part = bool(_PART.search(before) or _PART.match(behind))
        score = near.at(start, end) + _SCORED + _CUE * decides - _CUE * (part and not part_asked)
        yield Candidate(start, end, "number", score, _value(match))


def find_casualties(question_key: str, key: str, near: Nearness) -> Iterator[Candidate]:
    """Who died and who was hurt, where both are written in one: of 3死11伤 what is asked after.

    And that nobody did, where that is told: 无人死亡.
    """
    dead, hurt = bool(_DEAD.search(question_key)), bool(_HURT.search(question_key))
    harms = [harm for harm, asked in ((_DEAD, dead), (_HURT, hurt)) if asked]
    for match in _NOBODY.finditer(key) if harms else ():
        if any(harm.search(match[0]) and not _tolled(key, harm) for harm in harms):
            score = near.at(*match.span()) + _NO_HARM
            yield Candidate(*match.span(), "number", score, "0人", settled=True)
    for match in _CASUALTIES.finditer(key) if dead or hurt else ():
        start = match.start() if dead else match.start(2)
        end = match.end() if hurt else match.end(1) + 1
        value = match[0] if dead and hurt else f"{match[1 if dead else 2]}人"
        yield Candidate(start, end, "number", near.at(start, end) + _SCORED, value)


def _tolled(key: str, harm: re.Pattern[str]) -> bool:
    """Whether a passage tells of how many came to that harm."""
    return any(harm.search(toll[0]) for toll in _TOLL.finditer(key))


def _value(match: re.Match[str]) -> str:
    """The score in figures: 3比1 for 3:1 and 三比一, too."""
    sides = match.group("left", "right") if match["left"] else match.group("one", "other")
    return "比".join(str(read_number(side)) for side in sides)


def _is_clock(key: str, match: re.Match[str]) -> bool:
    return match["sign"] == ":" and bool(
        _CLOCK.search(key[max(0, match.start() - 3) : match.start()])
    )
