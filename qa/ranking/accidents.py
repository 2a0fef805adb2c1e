"""Accidents and disasters: which texts tell of one, and what its toll was last.

News of one accident names other days and figures every day, and shares few words: what it is, where
it was, and now and then its day as a name, “10·5”.
"""

import re
from dataclasses import dataclass
from typing import Final

from qa.question import Question
from qa.times.span import MonthDay

_KIND = re.compile(
    "爆炸|爆燃|火灾|起火|失火|坍塌|垮塌|塌陷|地震|余震|侧翻|追尾|相撞|碰撞|车祸|坠机|坠毁|空难|沉船|翻船|倾覆|脱轨"
    "|踩踏|中毒|泄漏|透水|矿难|滑坡|泥石流|山洪|洪水|暴雨|台风|雪崩|海啸|溃坝|决堤|枪击|袭击"
)
_PLACE = re.compile(r"(?=([\u3400-\u9fff]{2}[市县区镇乡村州岛旗港站]))")
_ANYWHERE: Final = frozenset("自治区 自治州 自治县 直辖市 开发区".split())
_NO_NAME: Final = frozenset("在于至到往赴从由向距为是对与和及该各全")  # begins none
_AS_A_NAME = re.compile(r"(?<![0-9])([01]?[0-9])·([0-3]?[0-9])(?![0-9])")
_LONG_NAME: Final = 4
_OF_WHAT = re.compile(rf"(?=([\u3400-\u9fff]{{{_LONG_NAME}}}(?:{_KIND.pattern})))")
_MORE = re.compile(r"(?:增|升|上升|增加)[至到]|上调[至到]")

_NUMBER = r"(?:[0-9]+|[一二两三四五六七八九十百千]+)[余多]?"
_DEAD, _HURT, _MISSING = "死|亡|遇难|罹难|丧生", "伤(?![员势口情])", "失联|失踪"
_ENGLISH: Final = {
    _DEAD: re.compile(r"\b(?:die|died|dead|killed|deaths?|lives)\b"),
    _HURT: re.compile(r"\b(?:injured|hurt|wounded|injur(?:y|ies))\b"),
    _MISSING: re.compile(r"\bmissing\b"),
}


@dataclass(frozen=True, slots=True)
class Accident:
    """What tells of which accident a text tells.

    Attributes:
        kinds: What it was.
        places: Where: names of three characters or four, as 青岚县.
        named: Month and day, where they are its name: “10·5”.
        words: What it was, each with the four characters before: what blew up.
        more: Whether it says that there are more dead or hurt than were told before.
    """

    kinds: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    named: frozenset[MonthDay] = frozenset()
    words: frozenset[str] = frozenset()
    more: bool = False

    def is_news_of(self, other: "Accident") -> bool:
        """Whether of two texts on the same thing, days apart, one goes on with what was told."""
        return (self.more or other.more) and not self.words.isdisjoint(other.words)

    def may_be(self, other: "Accident", *, on_one_day: bool) -> bool:
        """Whether another text may tell of the same: of its kind, and of its place or its name.

        Where no day is shared, a longer name of the place must be.
        """
        if self.kinds.isdisjoint(other.kinds):
            return False
        shared = self.places & other.places
        long = any(len(each) >= _LONG_NAME for each in shared)
        return bool(self.named & other.named or long or (shared and on_one_day))


NO_ACCIDENT: Final = Accident()


def read_accident(key: str) -> Accident:
    """What a folded text says of which accident it tells of; nothing where it tells of none."""
    kinds = frozenset(_KIND.findall(key))
    if not kinds:
        return NO_ACCIDENT
    ends = [match.end(1) for match in _PLACE.finditer(key)]
    places = {
        key[end - length : end] for end in ends for length in (3, _LONG_NAME) if end >= length
    }
    named = ((int(month), int(day)) for month, day in _AS_A_NAME.findall(key))
    words = frozenset(_OF_WHAT.findall(key))
    more = bool(_MORE.search(key))
    telling = frozenset(place for place in places - _ANYWHERE if place[0] not in _NO_NAME)
    return Accident(kinds, telling, frozenset(named), words, more)


def toll_asked(question: Question) -> str:
    """What a question after the dead, hurt or missing counts, as a pattern; empty for others."""
    if question.kind != "howmany":
        return ""
    if question.language == "en":
        found = (words for words, pattern in _ENGLISH.items() if pattern.search(question.key))
    else:
        found = (words for words in _ENGLISH if re.search(words, question.key))
    return next(found, "")


def tells_toll(key: str, toll: str) -> bool:
    """Whether a folded text says how many there were.

    Args:
        key: The text.
        toll: What is counted, as `toll_asked` gives it.
    """
    near = r"[^。,;、]"
    before, behind = rf"{_NUMBER}[人名]?{near}{{0,4}}(?:{toll})", rf"(?:{toll}){near}{{0,8}}"
    return bool(re.search(rf"{before}|{behind}{_NUMBER}[人名]", key))
