"""Figures as texts write them, and the one form in which they are compared."""

import re
from decimal import Decimal, InvalidOperation

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "亿": 10**8}
_MIXED = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)([十百千万亿]*)")
# 18亿5000万, 3万2千: figures of several units are summed.
_CHAIN = re.compile(r"(?:[0-9]+[亿万]零?)+[0-9]+[千万]?")
_LINK = re.compile(r"([0-9]+)([千万亿]?)")
# Folded text: narrow figures, Simplified numerals.
_LONG = r"[0-9]+(?:,[0-9]{3})*"
FIGURE = (
    rf"(?:{_LONG}(?:亿零?{_LONG}万(?:零?{_LONG})?|[亿万]零?(?:[0-9],?[0-9]{{2,}}(?:,[0-9]{{3}})*|[0-9]千))"
    r"|[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:百万|千万|万亿|[千百万亿])?"
    r"|(?:[一二两三四五六七八九十百千][零〇一二两三四五六七八九十百千万亿]*(?:点[零一二三四五六七八九]+)?)|半)"
)


def read_number(word: str) -> Decimal | None:
    """The number that figures (1.2万), numerals (一万二千) or both write; None for no number.

    Numerals one for one (二〇二三) are read as figures. 半 is a half.
    """
    word = word.replace(",", "")
    if word == "半":
        return Decimal("0.5")
    if _CHAIN.fullmatch(word):
        return sum(map(_link, _LINK.finditer(word)), Decimal(0))
    mixed = _MIXED.fullmatch(word)
    if mixed:
        return _times(Decimal(mixed[1]), mixed[2])
    whole, point, part = word.partition("点")
    if point:
        unit = part.lstrip("零〇一二三四五六七八九")
        part = part[: len(part) - len(unit)]
        return _times(_decimal(whole, part), unit)
    return _numerals(word)


def plain(number: Decimal) -> str:
    """The number in figures, without an exponent or zeros at its end: 12000, 0.5."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _link(match: re.Match[str]) -> Decimal:
    return Decimal(match[1]) * (_SMALL | _BIG).get(match[2], 1)


def _times(number: Decimal | None, units: str) -> Decimal | None:
    for unit in units if number is not None else "":
        number = (number or Decimal(0)) * (_SMALL | _BIG)[unit] if unit in _SMALL | _BIG else number
    return number


def _decimal(whole: str, part: str) -> Decimal | None:
    before = _numerals(whole)
    if before is None or not part:
        return None
    try:
        return before + Decimal("0." + "".join(str(_DIGITS[digit]) for digit in part))
    except (InvalidOperation, KeyError):
        return None


def _numerals(word: str) -> Decimal | None:
    """The number of Chinese numerals: 一万二千, 十八, 二〇二三; None where one is none."""
    if not word or any(c not in _DIGITS and c not in _SMALL and c not in _BIG for c in word):
        return None
    if all(c in _DIGITS for c in word):
        return Decimal("".join(str(_DIGITS[c]) for c in word))
    total, section, digit = 0, 0, 0
    for c in word:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _SMALL:
            section += (digit or 1) * _SMALL[c]
            digit = 0
        else:
            total = (
                (total + section + digit) * _BIG[c]
                if c == "亿"
                else total + (section + digit) * _BIG[c]
            )
            section = digit = 0
    return Decimal(total + section + digit)
