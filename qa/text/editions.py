"""Which edition of what a text names: 第十届灯会, 第42次会议, 5号线, 二桥, 公园一期, the 12th fair.

Two texts on two editions share all their words but the number, so that neither words nor meaning
tells them apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from corpus.dates import MONTHS
from index.ordinals import ordinal
from index.pairs import neighbours
from index.translation import translate
from qa.question import Question
from qa.text.numerals import read_number
from qa.text.pieces import meanings

COUNTERS: Final = "届次期轮任批场"  # what counts editions: 第十届
_NUMERALS: Final = "一二三四五六七八九十百两"
_NUMBER = rf"(?:[0-9]{{1,4}}|[{_NUMERALS}]{{1,5}})"
_EDITION = re.compile(
    rf"第(?P<counted>{_NUMBER})(?P<unit>[{COUNTERS}])"
    rf"|(?<![0-9第{_NUMERALS}])(?P<held>[0-9]{{2}}|[{_NUMERALS}]{{2,3}}|首)届"  # 三届 counts them
    r"|(?P<first>首)(?P<its>[批期轮])"
    rf"|(?<![0-9{_NUMERALS}第每同前后上本首新近这那哪下某初分共])(?P<phase>[一二三四五])期"
    r"(?![间待限望货末刊权盼满])"
    rf"|(?P<line>{_NUMBER})号线(?!索)|(?<![{_NUMERALS}])第?(?P<court>[{_NUMERALS}])中(?:院(?![士内区里])|级人?民?法院)|(?<![{_NUMERALS}])(?P<trial>[一二])审(?![核议查])"
    r"|(?<![a-z0-9])t(?P<terminal>[1-9])(?![a-z0-9])"
    rf"|(?<=[\u4e00-\u9fff]{{2}})(?<![{_NUMERALS}])(?P<bridge>[一二三四五六七八九])桥"
    r"|(?<![0-9])(?P<road>[0-9]{2,4})(?=[国省县]道)"
    rf"|(?<=[船舟娥问征星箭站])(?P<craft>[0-9]{{1,2}}|[{_NUMERALS}]{{1,3}})号"
    r"|(?<=[炮弹星龙鹰剑]-)(?P<type>[0-9]{1,3})(?![0-9.])"
    r"|(?<![0-9.])(?P<race>[0-9]{2,5})米(?=栏|自由|蛙泳|蝶泳|仰泳|混合泳|[跳平]?台|板|接力|决赛|预赛)"
)
_MODEL = re.compile(
    r"(?<![a-z0-9])(?!(?:in|on|at|by|to|of|for|the|and|top|from|no|than|with|until|about|over|day|may"
    r"|covid|vs)(?=[ -]?[0-9]))(?P<letters>[a-z]{1,10})[ -]?(?P<number>[0-9]{1,4})"
    r"(?![0-9.,]|(?!pro|max|plus|ultra|mini)[a-z]|-[0-9]|大(?![阪连庆湾])"
    r"|[ ]?[年月日点时分万亿%比:个家支人名强项件岁周届次只种位条场])"
)
_TRAIN = re.compile(
    r"(?<![a-z0-9/、至到-])(?P<letters>[gdcztkysl])(?P<number>[0-9]{1,4})(?:次(?!高速)|(?=列车|动车))"
)
# Things that their number alone identifies; others are told apart by their names, too.
_THINGS: Final = {
    "line": "线",
    "trial": "审",
    "terminal": "航站楼",
    "bridge": "桥",
}
_UNITS: Final = {  # where no word of the number's own says what it counts
    "phase": "期",
    "court": "中院",
    "road": "道",
    "craft": "号",
    "type": "型",
    "race": "米",
}
# Groups that tell which.
_NUMBERED: Final = ("counted", "held", "first", *_UNITS, *_THINGS)
_FOR_THE_FIRST_TIME = re.compile("第一次")
_CLAUSE = re.compile(r"[,;:、。?!()\n]")
_BEFORE, _BEHIND = 8, 12  # characters around a number that tell of what it is
# Pairs, and characters of pairs, that tell of nothing.
_ANYWHERE: Final = frozenset("全国 中国 国际 世界 时候 多少".split())
_EMPTY: Final = frozenset("在的是了由和与及等于为对有谁哪几什么何")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z]+)?")
_SHORT: Final = 2  # characters that a name and its short form share
_NAMED_BY = 4  # English words behind an ordinal that tell of what it is


@dataclass(frozen=True, slots=True)
class Edition:
    """One of several that differ by their number alone.

    Attributes:
        number: Which of them.
        unit: What counts them: 届, 次, 桥; empty in English.
        around: Pairs of characters that tell of what they are editions.
    """

    number: Decimal
    unit: str
    around: frozenset[str]

    def is_kin(self, other: "Edition") -> bool:
        """Whether the other is an edition of the same, whatever its number."""
        alike = self.unit == other.unit or not (self.unit and other.unit)
        return alike and not self.around.isdisjoint(other.around)

    def may_be_short_for(self, other: "Edition") -> bool:
        """Whether both share characters at least, as 省运会 and 省运动会 do."""
        mine, others = ({at for pair in each.around for at in pair} for each in (self, other))
        return self.unit == other.unit and len(mine & others) >= _SHORT


@lru_cache(maxsize=32)  # hits are favoured by them twice a search
def editions_asked(question: Question) -> tuple[Edition, ...]:
    """The editions that a question names."""
    if question.language == "en":
        return (*_english(question.key), *_models(question.key))
    return tuple(_named(_FOR_THE_FIRST_TIME.sub("", question.key)))


def names_asked(asked: Sequence[Edition], key: str) -> bool | None:
    """Whether a text names one of the editions asked after; None where it names no kin of them.

    Args:
        asked: The editions of a question.
        key: The text, folded.
    """
    named = list(_named(key)) if asked else []
    if any(_is_asked(one, each) for one in asked for each in named):
        return True
    return False if any(one.is_kin(each) for one in asked for each in named) else None


def _is_asked(asked: Edition, named: Edition) -> bool:
    """Whether it is the edition asked after; what English calls it has many translations."""
    if asked.number != named.number:
        return False
    return not asked.unit or asked.is_kin(named) or asked.may_be_short_for(named)


def _models(key: str) -> Iterator[Edition]:
    """Models of things and trains, told by the letters before their number: iphone 15, z50次."""
    for pattern, counted in ((_MODEL, ""), (_TRAIN, "次")):
        for match in pattern.finditer(key):
            unit = match["letters"] + counted
            yield Edition(Decimal(match["number"]), unit, frozenset({unit}))


def _named(key: str) -> Iterator[Edition]:
    yield from _models(key)
    for match in _EDITION.finditer(key):
        digits = next(filter(None, map(match.group, _NUMBERED)))
        number = read_number(digits.replace("首", "一"))
        thing = next((thing for name, thing in _THINGS.items() if match[name]), "")
        around = {thing} if thing else _around(key, *match.span())
        if number is not None:
            unit = thing or match["unit"] or match["its"] or _unit(match)
            yield Edition(number, unit, frozenset(around))


def _unit(match: re.Match[str]) -> str:
    return next((unit for group, unit in _UNITS.items() if match[group]), "届")


def _around(key: str, start: int, end: int) -> set[str]:
    """The pairs around a number, as far as its clause goes."""
    before = _CLAUSE.split(key[max(0, start - _BEFORE) : start])[-1]
    return _pairs(before) | _pairs(_CLAUSE.split(key[end : end + _BEHIND])[0])


def _pairs(text: str) -> set[str]:
    return {pair for pair in set(neighbours(text)) - _ANYWHERE if _EMPTY.isdisjoint(pair)}


def _english(key: str) -> Iterator[Edition]:
    """The ordinals of an English question, each told by what the words behind it mean."""
    words = _WORD.findall(key)
    for place, word in enumerate(words):
        number = ordinal(word)
        is_day = any(near in MONTHS for near in words[max(0, place - 1) : place + 3])
        if number is not None and number > 1 and not is_day:
            named = translate(" ".join(words[place + 1 : place + 1 + _NAMED_BY]))
            meant = [form for term in named for form in meanings(term) if not form.isascii()]
            pairs = {pair for form in meant for pair in _pairs(form)}
            things = set(_THINGS.values()) & set(meant)
            yield Edition(Decimal(number), "", frozenset(pairs | things))
