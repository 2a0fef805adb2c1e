"""How many: the numbers of a passage that may answer, with their units."""

import re
from collections.abc import Iterator

from qa.short.candidate import Candidate
from qa.short.nearness import Nearness
from qa.short.nouns import AskedNoun
from qa.short.units import UNIT, asked_class, asked_unit, asks_growth, unit_class
from qa.short.written import Amount, read_amounts

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
_NOUN_ASKED = re.compile(rf"(?:多少|几)(?:{UNIT})?([\u4e00-\u9fff]{{2,6}})")
_BEFORE = 14  # characters before a number that say what it is
_LITERAL, _ALIKE, _UNLIKE, _CUE, _COUNTED = 0.6, 0.5, -0.2, 0.1, 0.2


def find_amounts(question_key: str, key: str, near: Nearness) -> Iterator[Candidate]:
    """The numbers of a passage, by start, without those that the question itself names."""
    literal, alike = asked_unit(question_key), asked_class(question_key)
    named = {each.value for each in read_amounts(question_key)}
    noun = _NOUN_ASKED.search(question_key)
    amounts = read_amounts(key)
    ends = {each.start: _with_counted(key, each.end, noun[1] if noun else "") for each in amounts}
    is_counted = any(ends[each.start] > each.end for each in amounts)
    leads = AskedNoun(question_key, key, amounts)
    for amount in amounts:
        if amount.value in named:
            continue
        end = ends[amount.start]
        score = near.at(amount.start, end) + _fit(amount.unit, literal, alike)
        score += _worded(question_key, key, amount)
        if end > amount.end:
            score += _COUNTED
        if (end > amount.end or not is_counted) and not _is_passed(key, amount):
            score += leads.worth(amount)
        yield Candidate(amount.start, end, "number", score, amount.value)


def _worded(question_key: str, key: str, amount: Amount) -> float:
    """What the words before a number, and how it is written, add to its score."""
    before = key[max(0, amount.start - _BEFORE) : amount.start]
    score = _CUE / 2 * bool(_IS.search(before))
    score += _CUE * bool(_TOTAL_ASKED.search(question_key) and _TOTAL.search(before))
    score += _exactness(key, amount) + _kind_of_share(question_key, amount.unit, before)
    written = key[amount.start : amount.end]
    return score - _CUE * (written[0] in "一两" and len(written) < 3)  # 一个 mostly counts nothing


def _fit(unit: str, literal: str, alike: str) -> float:
    if literal and unit == literal:
        return _LITERAL
    if alike and unit_class(unit) == alike:
        return _ALIKE
    if not literal and not alike:
        return 0.3 if unit else 0.0
    return _UNLIKE


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
