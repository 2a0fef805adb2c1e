"""English ordinals: twelfth, 12th and twenty-third, and how Chinese writes their numbers."""

import re
from typing import Final

_UNITS: Final = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMERALS: Final = "零一二三四五六七八九"
_TENS_FROM = 20

# A whole ordinal, in lower case.
PATTERN: Final = (
    rf"(?:[0-9]{{1,3}}(?:st|nd|rd|th)|(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS[1:10])}))\b"
)
_FIGURES = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)")


def ordinal(word: str) -> int | None:
    """The number of an English ordinal, in lower case; None of any other word."""
    if match := _FIGURES.fullmatch(word):
        return int(match[1])
    if word in _UNITS:
        return _UNITS.index(word)
    tens, _, unit = word.replace("tieth", "ty-zeroth").partition("-")
    if tens in _TENS and unit in _UNITS[:10]:
        return _TENS_FROM + 10 * _TENS.index(tens) + _UNITS.index(unit)
    return None


def written(number: int) -> tuple[str, ...]:
    """The ways in which Chinese writes that something is of this number: 第十二, 第12."""
    tens, ones = divmod(number, 10)
    if tens >= 10:
        return (f"第{number}",)
    ten = f"{_NUMERALS[tens] if tens > 1 else ''}十" if tens else ""
    return f"第{ten}{_NUMERALS[ones] if ones or not tens else ''}", f"第{number}"
