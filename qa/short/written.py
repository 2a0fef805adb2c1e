"""The amounts that a text writes, figures with their units; those of one length are joined."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from qa.short.units import UNIT, unit_class
from qa.text.numerals import FIGURE, plain, read_number
from qa.text.spaced import closed_amounts

_NUMERAL = "一二两三四五六七八九十百千万亿"
# Groups: the sign; a share, of how many parts; 数 or 上 before 百; the figure, 余 or 多, the unit.
# Ordinals, and figures inside words or dates, are none.
_AMOUNT = re.compile(
    r"(?<![0-9.a-z第·:])(?P<sign>零下|负|(?<![0-9℃度%])-)?"
    rf"(?:(?P<parts>[0-9]+|[{_NUMERAL}]+)分之(?P<share>{FIGURE})"
    rf"|(?:(?=[0-9])|(?<![{_NUMERAL}])(?<![{_NUMERAL}]零))"
    rf"(?:(?:[数几]|(?<!以)上(?!十))(?P<some>[十百千万亿]+)(?!分之)|(?P<figure>{FIGURE}))"
    r"(?P<more>[余多几](?=[\u4e00-\u9fff]))?"
    rf"(?P<big>[万亿])?(?P<more2>[余多](?=[\u4e00-\u9fff]))?"
    rf"(?:(?:(?P<half>个?半)(?=小时|年|天))?(?P<unit>{UNIT}))?)(?:(?![0-9])|(?<=[年月周天时钟分秒岁里米元块角户人名件家辆所间套]))"
)
# What may end a clause without a unit, since it is no word: 追回六万。
_ROUND = re.compile(rf"(?![百千万亿]+$)[{_NUMERAL}]+[万亿]")
_CLAUSE_ENDS = re.compile(r"[,。;:!?、\n”」』)]|$")
_TO = re.compile(r" ?(?:至|到|[-—–~]{1,2}) ?")
_DATE_TAIL = re.compile(r"月(?!薪)|日|号|时(?!间)|点(?![0-9])|[-:/][0-9]|年[0-9]?|后[^,。]")
_YEAR_TAIL = re.compile(r"[0-9一二三四五六七八九十]{1,2}月|度(?!假)|代|级")
_CLOCK_BEFORE = re.compile(r"[0-9零一二三四五六七八九十][时点]$")
_HALF_BEHIND = re.compile(r"半(?![夜数径价导山途天])")
# What may be less than nothing, by its sign; a dash may also be a mark.
_SIGNED = {
    "零下": frozenset({"heat", ""}),
    "负": frozenset({"heat", "share", "money"}),
    "-": frozenset({"heat", "share"}),
}
# What follows what in one amount, by its kind: a length of time or an age, a way, a price. A half
# may follow.
_ORDER = {
    "年": (0, 0), "周年": (0, 0), "岁": (0, 0), "周岁": (0, 0), "个月": (0, 1), "周": (0, 2),
    "星期": (0, 2), "天": (0, 3), "小时": (0, 4), "个小时": (0, 4), "分钟": (0, 5), "分": (0, 5),
    "秒": (0, 6), "秒钟": (0, 6), "公里": (1, 0), "千米": (1, 0), "米": (1, 1), "厘米": (1, 2),
    "元": (2, 0), "块": (2, 0), "块钱": (2, 0), "角": (2, 1), "毛": (2, 1),
}  # fmt: skip
_LINK = re.compile(r"[零又]?")
_FRACTION = 2  # figures behind a second, a metre or a price: 1分56秒38, 1米93, 12元5
_IN_FRACTIONS = frozenset({"秒", "米", "元", "块"})
# 1200年 is no length of time, if these words do not say so; 5300年 only where one of these does.
_LASTED = re.compile(r"(?:距今|历时|历经|长达|[约近达逾])$")
_LONG_AGO = re.compile(r"(?:以?前|的?历史|之久|以上)")
_YEAR_DIGITS = 4
_ABSOLUTE = frozenset({"money", "people", "length", "area", "weight"})
_LARGE = 4  # digits of a figure that is no percentage
_YEAR_FIGURE = re.compile(r"(?:1[6-9]|2[01])[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with its unit.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        figure: The figure as it is written, without its sign.
        unit: The unit; of a length of several units the first; empty for none.
        value: Plain digits and the unit: 18万余元 → 180000+元.
    """

    start: int
    end: int
    figure: str
    unit: str
    value: str


def read_amounts(key: str) -> list[Amount]:
    """The amounts of a key, by start, none overlapping."""
    closed = closed_amounts(key)
    found = _amounts_in(closed.key)
    if not closed.places:
        return found
    spans = (closed.span(each.start, each.end) for each in found)
    return [replace(each, start=s, end=e) for each, (s, e) in zip(found, spans, strict=True)]


def _amounts_in(key: str) -> list[Amount]:
    """As `read_amounts`, of a key whose figures stand beside their units."""
    amounts: list[Amount] = []
    low: Amount | None = None  # what a range may begin with, even without a unit
    for match in _AMOUNT.finditer(key):
        amount = _amount(key, match)
        if amount is None:
            continue
        if amounts and _continues(key, amounts[-1], amount):
            amounts[-1] = _joined(amounts[-1], amount)
        elif not _is_no_amount(key, match, amount):
            if low and _is_range(key, low, amount):
                amounts = [each for each in amounts if each != low]
                amount = _range(low, amount)
            amounts.append(amount)
        low = amount
    return [each for each in amounts if not _is_clock(key, each)]


def _amount(key: str, match: re.Match[str]) -> Amount | None:
    number = _number(match)
    if number is None:
        return None
    unit = "%" if match["share"] else match["unit"] or ""
    end = match.end()
    half = match["half"] or (unit in _ORDER and _HALF_BEHIND.match(key, end))
    if half:
        number += Decimal("0.5")
        end += not match["half"]
    sign = match["sign"] or ""
    signed = unit_class(unit) in _SIGNED.get(sign, frozenset())
    more = "+" if match["more"] or match["more2"] or match["some"] else ""
    return Amount(
        start=match.start() if signed else match.start() + len(sign),
        end=end,
        figure=match["figure"] or match["some"] or "",
        unit=unit,
        value=f"{'-' if signed else ''}{plain(number)}{more}{unit}",
    )


def _number(match: re.Match[str]) -> Decimal | None:
    """The figure; of a share how many in a hundred; of 数百 a hundred."""
    if match["share"]:
        share, parts = read_number(match["share"]), read_number(match["parts"])
        return round(100 * share / parts, 4) if share is not None and parts else None
    figure = match["figure"] or f"一{match['some']}"
    return read_number(figure + (match["big"] or ""))


def _is_range(key: str, low: Amount, high: Amount) -> bool:
    """Whether two amounts are the ends of one: 三到|四周, 1.2亿元至|1.5亿元."""
    if not (high.unit and low.unit in {"", high.unit} and _TO.fullmatch(key, low.end, high.start)):
        return False
    figures = [each.value.removesuffix(each.unit).rstrip("+") for each in (low, high)]
    try:
        return Decimal(figures[0]) < Decimal(figures[1])
    except InvalidOperation:  # a length of several units
        return False


def _range(low: Amount, high: Amount) -> Amount:
    value = f"{low.value.removesuffix(low.unit)}-{high.value}"
    return replace(high, start=low.start, value=value)


def _continues(key: str, left: Amount, right: Amount) -> bool:
    """Whether an amount is a finer part of the length before it: 7小时|20分钟, 56秒|38."""
    if not _LINK.fullmatch(key, left.end, right.start):
        return False
    last = _last_unit(left)
    if not right.unit:
        whole = right.figure.isdecimal() and not _DATE_TAIL.match(key, right.end)
        return last in _IN_FRACTIONS and whole and len(right.figure) <= _FRACTION
    if last not in _ORDER or right.unit not in _ORDER:
        return False
    (kind, rank), (its_kind, its_rank) = _ORDER[last], _ORDER[right.unit]
    return kind == its_kind and rank < its_rank


def _last_unit(amount: Amount) -> str:
    return re.split(r"[0-9.+-]+", amount.value)[-1]


def is_no_share(amount: Amount) -> bool:
    """Whether an amount is no share by its unit, or without one by its size: 12.1亿元, 80多万."""
    large = not amount.unit and len(amount.value.partition(".")[0]) >= _LARGE
    return large or unit_class(amount.unit) in _ABSOLUTE


def _joined(left: Amount, right: Amount) -> Amount:
    value = left.value + (right.value if right.unit else right.figure)
    return replace(left, end=right.end, value=value)


def _is_no_amount(key: str, match: re.Match[str], amount: Amount) -> bool:
    """Whether it is part of a date, a numeral inside a word, or a bare year."""
    figure, unit = amount.figure, amount.unit
    if unit.startswith("日") and key.endswith("月", 0, amount.start):  # 2月24日|元宵节
        return True
    if _is_bare_year(key, amount) or (unit == "分" and key.startswith("卫", amount.end)):  # 四分|卫
        return True
    if unit:
        return unit == "年" and bool(_YEAR_TAIL.match(key, match.end()))
    if _DATE_TAIL.match(key, match.end()):
        return True
    if not figure[:1].isdecimal() and not match["share"]:
        return not (_ROUND.fullmatch(figure) and _CLAUSE_ENDS.match(key, match.end()))
    return len(figure) == 1


def _is_bare_year(key: str, amount: Amount) -> bool:
    """Whether it is a year, and no length of time: 1345年, and not 距今5300年."""
    figure = amount.figure
    if amount.unit != "年" or not figure.isdecimal() or len(figure) != _YEAR_DIGITS:
        return False
    if _LASTED.search(key[max(0, amount.start - 2) : amount.start]):
        return False
    return bool(_YEAR_FIGURE.fullmatch(figure)) or not _LONG_AGO.match(key, amount.end)


def _is_clock(key: str, amount: Amount) -> bool:
    """Whether it tells the minutes of a clock: 14时20分."""
    before = key[max(0, amount.start - 2) : amount.start]
    return amount.unit == "分" and bool(_CLOCK_BEFORE.search(before))


def between_amounts(amounts: Sequence[Amount], place: int) -> tuple[int, int]:
    """From the end of the amount before one of them to the start of the next; -1 for none."""
    left = max((each.end for each in amounts if each.end <= place), default=-1)
    right = min((each.start for each in amounts if each.start > place), default=-1)
    return left, right
