"""Whether a short answer says what a labelled one says, after folding scripts and number forms."""

import re
from collections.abc import Sequence
from datetime import date

from index.fold import fold
from qa.answer import ShortAnswer
from qa.text.numerals import FIGURE, plain, read_number

_SHARE = re.compile(rf"百分之({FIGURE})")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?![0-9])")
_AFTERNOON = re.compile(r"(?:下午|晚上?|傍晚)([0-9]{1,2})([点时])")
_ISO = re.compile(r"([0-9]{4})[-/]0?([0-9]{1,2})[-/]0?([0-9]{1,2})")
_FIGURE = re.compile(FIGURE)
_MORE = re.compile(r"(?<=[0-9])[余多]")
_TO = re.compile(r"(?<=[0-9年月日号])(?:到|至|—+|~|–)(?=[0-9])")
_MARKS = re.compile(r"[\s,，。;；:：“”「」『』《》\"'‘’()]")


def plain_form(text: str) -> str:
    """The text in the form in which answers are compared.

    Simplified, without white space, quotation marks and punctuation; numbers in plain digits
    (一万二千, 1.2万 and １２０００ → 12000), shares as 5%, clocks as 18时, dates as 2023年8月11日.
    """
    key = fold(text)
    key = _ISO.sub(lambda m: f"{int(m[1])}年{int(m[2])}月{int(m[3])}日", key)
    key = _CLOCK.sub(lambda m: f"{int(m[1])}时" + (f"{int(m[2])}分" if int(m[2]) else ""), key)
    key = _SHARE.sub(_plain_share, key)
    key = _FIGURE.sub(_plain_figure, key)
    key = _MORE.sub("多", _AFTERNOON.sub(_past_noon, key))
    key = re.sub(r"([0-9])多?(万|亿)多?", r"\1\2", key)
    key = _TO.sub("-", key).replace("号", "日").replace("点", "时")
    return _MARKS.sub("", key)


def says(short: ShortAnswer, wanted: Sequence[str]) -> bool:
    """Whether a short answer holds one of the labelled answers, or at least two fifths of one.

    Two fifths are a date without its year (5月3日 for 2024年5月3日), or the hall of an address. Its
    days in full count as its words do. A number never stands inside a longer one.
    """
    forms = [plain_form(short.text), *_days(short.days)]
    labels = [label for label in map(plain_form, wanted) if label]
    return any(
        _holds(form, label) or (_holds(label, form) and 5 * len(form) >= 2 * len(label))
        for form in forms
        if form
        for label in labels
    )


def _days(days: tuple[date, date] | None) -> list[str]:
    if days is None:
        return []
    return [f"{day.year}年{day.month}月{day.day}日" for day in days]


def _holds(text: str, part: str) -> bool:
    left = r"(?<![0-9.])" if part[0].isdigit() else ""
    right = r"(?![0-9.])" if part[-1].isdigit() else ""
    return re.search(left + re.escape(part) + right, text) is not None


def _plain_figure(match: re.Match[str]) -> str:
    """A figure in plain digits; one numeral alone stays: 一般, 万一."""
    word = match[0]
    number = read_number(word) if len(word) > 1 or word.isdigit() else None
    return word if number is None else plain(number)


def _plain_share(match: re.Match[str]) -> str:
    number = read_number(match[1])
    return match[0] if number is None else plain(number) + "%"


def _past_noon(match: re.Match[str]) -> str:
    hour = int(match[1])
    return f"{hour + 12 if hour < 12 else hour}时"
