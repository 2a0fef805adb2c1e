"""How many: the numbers of a passage that may answer, with their units."""

import re
from collections.abc import Iterator

from qa.short.candidate import Candidate
from qa.short.nearness import Nearness
from qa.short.numbers import FIGURE, plain, read_number
from qa.short.units import UNIT, asked_class, asked_unit, unit_class

# Groups: the figure, 余 or 多, the unit. Ordinals, and figures inside words or dates, are none.
_AMOUNT = re.compile(
    rf"(?<![0-9.a-z第·:])(?:百分之(?P<share>{FIGURE})"
    rf"|(?P<figure>{FIGURE})(?P<more>[余多几](?=[\u4e00-\u9fff]))?"
    rf"(?P<big>[万亿])?(?P<more2>[余多](?=[\u4e00-\u9fff]))?(?P<unit>{UNIT})?)(?![0-9])"
)
_DATE_TAIL = re.compile(r"月(?!薪)|日|号|时(?!间)|点(?![0-9])|[-:/][0-9]|年[0-9]?|后[^,。]")
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
_LITERAL, _ALIKE, _UNLIKE, _CUE, _COUNTED = 0.6, 0.5, -0.2, 0.1, 0.2


def find_amounts(question_key: str, key: str, near: Nearness) -> Iterator[Candidate]:
    """The numbers of a passage, by start, without those that the question itself names."""
    literal, alike = asked_unit(question_key), asked_class(question_key)
    named = {_value(match) for match in _AMOUNT.finditer(question_key)}
    noun = _NOUN_ASKED.search(question_key)
    totals = bool(_TOTAL_ASKED.search(question_key))
    for match in _AMOUNT.finditer(key):
        unit = _unit(match)
        value = _value(match)
        if value is None or value in named or _is_no_amount(key, match, unit):
            continue
        end, counted = _with_counted(key, match.end(), noun[1] if noun else "")
        score = near.at(match.start(), end) + _fit(unit, literal, alike) + _COUNTED * bool(counted)
        before = key[max(0, match.start() - 14) : match.start()]
        score += _CUE * (totals and bool(_TOTAL.search(before))) + _CUE / 2 * bool(
            _IS.search(before)
        )
        score += _exactness(key, match) + _kind_of_share(question_key, unit, before)
        score -= _CUE * (
            match[0][0] in "一两" and len(match[0]) < 3
        )  # 一个, 一名 mostly count nothing
        yield Candidate(match.start(), end, "number", score, value)


def _unit(match: re.Match[str]) -> str:
    return "%" if match["share"] else match["unit"] or ""


def _value(match: re.Match[str]) -> str | None:
    """Plain digits and the unit: 18万余元 → 180000+元."""
    number = read_number(match["share"] or match["figure"] + (match["big"] or ""))
    if number is None:
        return None
    more = "+" if match["more"] or match["more2"] else ""
    return f"{plain(number)}{more}{_unit(match)}"


def _is_no_amount(key: str, match: re.Match[str], unit: str) -> bool:
    """Whether it is part of a date or a clock, a numeral inside a word, or a bare year."""
    figure = match["figure"] or ""
    if unit in {"年", "分"} and figure.isdecimal() and len(figure) == 4:
        return True
    if unit:
        return unit == "年" and bool(
            re.match(r"[0-9一二三四五六七八九十]{1,2}[月]", key[match.end() :])
        )
    if _DATE_TAIL.match(key, match.end()):
        return True
    return (not figure[:1].isdecimal() and not match["share"]) or len(figure) == 1


def _fit(unit: str, literal: str, alike: str) -> float:
    if literal and unit == literal:
        return _LITERAL
    if alike and unit_class(unit) == alike:
        return _ALIKE
    if not literal and not alike:
        return 0.3 if unit else 0.0
    return _UNLIKE


def _exactness(key: str, match: re.Match[str]) -> float:
    """A round number that was passed (突破1万大关) is told beside the exact one."""
    figures = sum(character.isdigit() for character in (match["figure"] or "").strip("0"))
    passed = _PASSED.search(key, max(0, match.start() - 6), match.start())
    return (_CUE if figures >= 3 else 0.0) - (_CUE if passed else 0.0)


def _kind_of_share(question_key: str, unit: str, before: str) -> float:
    """A percentage tells a share or a growth; the other one does not answer."""
    if unit_class(unit) != "share":
        return 0.0
    if _GROWTH.search(before) and not _GROWTH_ASKED.search(question_key):
        return -2 * _CUE
    return _CUE if _SHARE.search(before) and not _GROWTH_ASKED.search(question_key) else 0.0


def _with_counted(key: str, end: int, noun: str) -> tuple[int, str]:
    """The end moved behind the thing asked after, where it follows the unit: 12个项目."""
    for length in range(len(noun), 1, -1):
        if key.startswith(noun[:length], end):
            return end + length, noun[:length]
    return end, ""
