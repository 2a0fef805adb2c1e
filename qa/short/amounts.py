"""How many: the numbers of a passage that may answer, with their units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.pairs import neighbours
from qa.short.candidate import Candidate
from qa.short.nearness import Nearness
from qa.short.nouns import AskedNoun
from qa.short.series import Series
from qa.short.units import (
    UNIT,
    asked_class,
    asked_unit,
    asks_growth,
    asks_of_whole,
    in_full,
    unit_class,
)
from qa.short.written import Amount, is_no_share, read_amounts
from qa.text.clauses import CLAUSE_END, CLAUSE_ENDS, clause_start
from qa.text.numerals import read_number

_TOTAL_ASKED = re.compile(r"一共|总共|共有|累计|总[数计额]|合计|in total|altogether|total|overall")
_TOTAL = re.compile(r"(?:共|累计|总[^,。]{0,4}|合计|达到?|突破)[^,。0-9]{0,6}$")
_IS = re.compile(r"(?:达到?|为|是|约|近|超过?|逾|共|有|仅|至|了)$")
_GROWTH = re.compile(
    r"(?:增[长幅]|下[降滑]|同比|环比|上[升涨]|提[高升]|减少|[涨跌降升]幅?|回[升落])[^,。0-9]{0,5}$"
)
_GROWTH_ASKED = re.compile(
    r"[增涨跌降升减]|fall|fell|rise|rose|grow|grew|increas|decreas|drop|up|down"
)
_SHARE = re.compile(r"(?:[率占比]|比[例重])[^,。0-9]{0,4}$")
_PASSED = re.compile(r"(?:突破|超过|超|逾|首破)[^,。]{0,3}$")
# A share's price at the end of a day, among what else was bought and sold then.
_SHARE_PRICE_ASKED = re.compile(r"(?:[收开]盘|报收|股)价|clos(?:ed?|ing) (?:price|at)|share price")
_SHARE_PRICE = re.compile(r"(?:报收?[于在]?|收[于报]|[收开]盘价?[报为]?)$")
# How fast something is, is no length: 时速350公里,全长193公里.
_SPEED = re.compile(r"(?:[时车风流航]速|速度)[^,。;0-9]{0,6}$")
_SPEED_ASKED = re.compile(r"(?<!高)速|多快|\bfast\b|(?<!high.)speed")
_EACH_ASKED = re.compile(
    r"(?:多少|几)[钱元块]+一?(斤|公斤|千克|吨|米|次|张|个|人|位|份|瓶|盒|袋|只|条|亩|天|晚|月|年)"
)
# The figure of the year before stands beside this year's, to compare: 上年度每10股派3.2元.
_YEAR_BEFORE = re.compile(r"(?<![比较])(?:上年|去年同期|上年同期|前一年)[^,。;]*$")
_YEAR_BEFORE_ASKED = re.compile(r"上年|去年|前一年|last year|previous year")
# To what something has changed, where it is told from what, too: 由150元提高到400元.
_CHANGED = r"(?:提[高升]|[上下]?调整?|上涨|涨|[下上]?降|增加?|减少?|升|扩大|缩短|延长|改)"
_TO_ASKED = re.compile(
    rf"{_CHANGED}[到至成为]了?(?:多少|几)|现在|目前|如今|to how (?:much|many)|\bnow\b"
)
_FROM_ASKED = re.compile(r"原来|原先|原本|此前|之前|以前|originally|\bbefore\b")
_TO = re.compile(rf"{_CHANGED}[到至成为]了?[^,。;0-9]{{0,4}}$")
_FROM = re.compile(r"(?:由|从)[^,。;0-9]{0,8}$")
# Of several terms the one that is served: 决定执行有期徒刑十三年.
_SENTENCED = re.compile(r"判")
_EXECUTED = re.compile(r"决定(?:合并)?执行(?:有期徒刑)?$")
# What the law allows is not what somebody got: 并处一万元以上三万元以下罚款.
_FINED = re.compile(r"罚|\bfined?\b")
_AT_MOST = re.compile(r"以[上下]")
_PROPOSED = re.compile(r"(?:建议|求刑|提请)[^,。;]*$")  # by whoever accuses
# What it does is no part of the thing that is counted: 多少家企业|开展, 多少人|流离失所.
_DOES = (
    r"开[展通业工始]|停[业运电课工产]|完成|提[供出交]|袭击|流离|参[加与赛]|获[得奖]|受[灾益邀]|签[约署]"
    r"|投[入资]|发生|出[席动台]|到[场达]|报名|上线|落户|入[选围驻住]|成为|来自|位于|用于|达到|超过|完工|建成"
)
_NOUN_ASKED = re.compile(rf"(?:多少|几)(?:{UNIT})?((?:(?!{_DOES})[\u4e00-\u9fff]){{2,6}})")
# People, money, ages and magnitudes are told in their own units, or in these, or in none.
_OWN: dict[str, frozenset[str]] = {
    "people": frozenset({"", "个", "对"}),
    "money": frozenset({"", "块", "分"}),
    "age": frozenset({"", "个月", "天"}),
    "size": frozenset({"", "级"}),  # of an earthquake
}
_FEW_ASKED = re.compile(r"几[个名位](?!人)")  # 几个孩子, not 几百个
_FEW = 100
_NO_AMOUNT = re.compile(r"0[0-9]")  # 055型: it names, unless names are asked for: 区号是多少
_NUMBER_ASKED = re.compile(r"号|码|邮编|number|code")
# Of what is told as a part, the whole is asked after: 31趟停运,其中12趟始发,19趟途经.
_PART = re.compile(r"其中[^。;!?\n]*$")
_SO_FAR = 40  # characters
_BEFORE = 14  # characters before a number that say what it is
_SIDE = 0.5
_LITERAL, _ALIKE, _ROUND, _UNLIKE, _CUE, _COUNTED = 0.6, 0.5, 0.4, -0.2, 0.1, 0.2


def find_amounts(question_key: str, key: str, near: Nearness) -> Iterator[Candidate]:
    """The numbers of a passage, by start, without those that the question itself names.

    Args:
        question_key: The question's key.
        key: The passage's key.
        near: How near the question's pieces stand in the passage.
    """
    wanted = _Wanted.of(in_full(question_key))
    amounts = read_amounts(key)
    ends = {each.start: _with_counted(key, each.end, wanted.noun) for each in amounts}
    is_counted = any(ends[each.start] > each.end for each in amounts)
    leads = AskedNoun(wanted.key, key, amounts)
    series = Series(near.wanted, key, amounts)
    shares = wanted.alike == "share" and (
        asks_of_whole(wanted.key) or any(unit_class(each.unit) == "share" for each in amounts)
    )
    for amount in filter(wanted.allows, amounts):
        if shares and is_no_share(amount):
            continue
        if wanted.is_length and _SPEED.search(key, max(0, amount.start - _BEFORE), amount.start):
            continue
        end = ends[amount.start]
        fit = wanted.fit(amount, at_least=_ALIKE if series.holds(amount) else _UNLIKE)
        score = near.at(amount.start, end) + fit + _worded(wanted.key, key, amount)
        score += series.worth(amount) if fit >= 0 or unit_class(amount.unit) == "count" else 0.0
        score += _COUNTED * (end > amount.end)
        if (end > amount.end or not is_counted) and not _is_passed(key, amount):
            score += leads.worth(amount)
        yield Candidate(amount.start, end, "number", score, amount.value)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a question asks the number of.

    Attributes:
        key: The question's key, in full.
        literal: The unit that it asks in; empty where it does in none.
        alike: What is measured; empty where that is open.
        noun: The thing behind the unit; empty for none.
        named: The values of the numbers that it names itself; in English their figures.
    """

    key: str
    literal: str
    alike: str
    noun: str
    named: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=32)  # asked of each passage
    def of(key: str) -> "_Wanted":
        noun = _NOUN_ASKED.search(key)
        amounts = read_amounts(key)
        named = frozenset(each.figure if key.isascii() else each.value for each in amounts)
        return _Wanted(key, asked_unit(key), asked_class(key), noun[1] if noun else "", named)

    @property
    def is_length(self) -> bool:
        """Whether a length or a way is asked after, and no speed."""
        return self.alike == "length" and not _SPEED_ASKED.search(self.key)

    def allows(self, amount: Amount) -> bool:
        """Whether an amount is not named itself, nor of something else than is asked after."""
        if amount.value in self.named or (self.key.isascii() and amount.figure in self.named):
            return False
        if _NO_AMOUNT.match(amount.figure) and not (amount.unit or _NUMBER_ASKED.search(self.key)):
            return False
        if _FEW_ASKED.search(self.key) and (read_number(amount.figure) or 0) >= _FEW:
            return False
        own = _OWN.get(self.alike)
        is_own = own is None or amount.unit in own | {self.literal}
        return is_own or unit_class(amount.unit) == self.alike

    def fit(self, amount: Amount, *, at_least: float) -> float:
        """How well the unit is what is asked after; at least so much for one without a unit."""
        unit = amount.unit
        if self.literal and unit == self.literal:
            return _LITERAL
        if self.alike and (unit_class(unit) == self.alike or self.alike == "size"):
            return _ALIKE
        if not self.literal and not self.alike:
            return 0.3 if unit else max(0.0, at_least)
        if not unit and self.alike == "money" and amount.figure[-1:] in {"万", "亿"}:
            return _ROUND  # 追回六万
        return _UNLIKE if unit else at_least


def _worded(question_key: str, key: str, amount: Amount) -> float:
    """What the words before a number, and how it is written, add to its score."""
    before = key[max(0, amount.start - _BEFORE) : amount.start]
    score = _CUE / 2 * bool(_IS.search(before))
    score += _CUE * bool(_TOTAL_ASKED.search(question_key) and _TOTAL.search(before))
    score += _is_of_each(question_key, key, amount) + _of_the_year_before(question_key, before)
    side = bool(_TO.search(before)) - bool(_FROM.search(before))
    if _FROM_ASKED.search(question_key):
        score -= _SIDE * side
    elif _TO_ASKED.search(question_key):
        score += _SIDE * side
    if _SENTENCED.search(question_key) and "罪" not in question_key:
        score += 6 * _CUE * (bool(_EXECUTED.search(before)) - bool(_PROPOSED.search(before)))
    if _FINED.search(question_key) and _AT_MOST.match(key, amount.end):
        score -= _SIDE
    if _SHARE_PRICE_ASKED.search(question_key):
        score += _SIDE * bool(_SHARE_PRICE.search(before))
    score -= _CUE * _is_of_part(question_key, key, amount)
    score += _exactness(key, amount) + _kind_of_share(question_key, amount.unit, before)
    written = key[amount.start : amount.end]
    return score - _CUE * (written[0] in "一两" and len(written) < 3)  # 一个 mostly counts nothing


def _is_of_part(question_key: str, key: str, amount: Amount) -> bool:
    """Whether a number is told of a part that the question does not name."""
    if "其中" in question_key or not _PART.search(
        key, max(0, amount.start - _SO_FAR), amount.start
    ):
        return False
    start = clause_start(key, amount.start, CLAUSE_ENDS)
    clause = CLAUSE_END.split(key[start:], maxsplit=1)[0].removeprefix("其中")
    return not any(pair in question_key for pair in neighbours(clause))


def _of_the_year_before(question_key: str, before: str) -> float:
    if not _YEAR_BEFORE.search(before):
        return 0.0
    return 3 * _CUE if _YEAR_BEFORE_ASKED.search(question_key) else -2 * _CUE


def _is_of_each(question_key: str, key: str, amount: Amount) -> float:
    """What it adds that a price is of one, where that is asked after: 每斤12元, 12元一斤."""
    each = _EACH_ASKED.search(question_key)
    if not each:
        return 0.0
    before, behind = key[max(0, amount.start - 3) : amount.start], key[amount.end : amount.end + 3]
    return 3 * _CUE * (f"每{each[1]}" in before or bool(re.match(f"[一每/]{each[1]}", behind)))


def _exactness(key: str, amount: Amount) -> float:
    """A round number that was passed (突破1万大关) is told beside the exact one."""
    figures = sum(character.isdigit() for character in amount.figure.strip("0"))
    return (_CUE if figures >= 3 else 0.0) - (_CUE if _is_passed(key, amount) else 0.0)


def _is_passed(key: str, amount: Amount) -> bool:
    return bool(_PASSED.search(key, max(0, amount.start - 6), amount.start))


def _kind_of_share(question_key: str, unit: str, before: str) -> float:
    """A percentage tells a share or a growth; the other one does not answer."""
    if unit_class(unit) != "share":
        return 0.0
    if asks_growth(question_key):
        return _CUE if _GROWTH.search(before) else -_CUE
    if _GROWTH.search(before) and not _GROWTH_ASKED.search(question_key):
        return -2 * _CUE
    return _CUE if _SHARE.search(before) and not _GROWTH_ASKED.search(question_key) else 0.0


def _with_counted(key: str, end: int, noun: str) -> int:
    """The end moved behind the thing asked after, where it follows the unit: 12个项目."""
    for length in range(len(noun), 1, -1):
        if key.startswith(noun[:length], end):
            return end + length
    return end
