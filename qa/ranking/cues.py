"""What a sentence that answers shows, by the kind of the question: a date, a figure, a reason."""

import re
from typing import Final

from qa.question import Question

# Keys are folded: digits and punctuation are plain there.
_FIGURE: Final = r"(?:[0-9][0-9.,]*|[一二两三四五六七八九十百千]+)[多余]?[万亿千百]{0,2}[多余]?"
_COUNTED: Final = (
    "[%个名人位家辆件次元美港岁米公里吨天小时分钟套台枚届场倍户间所栋亩克度份条只头座架]"
)
_NUMBER = re.compile(rf"{_FIGURE}{_COUNTED}{{1,2}}|百分之[零一二三四五六七八九十百点]+|[0-9.]+%")
_DATE = re.compile(
    r"[0-9]{4}年|[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2}[日时点]"
    r"|昨[日天晚]|今[日天晚年]|明[日天年]|去年|本月|上周[一二三四五六日]?"
)
_PLACE = re.compile(
    r"在[\u4e00-\u9fff]{2,12}(?:举行|召开|举办|开幕|启动|落户|发生)|位于|地点"
    r"|[\u4e00-\u9fff]{1,6}(?:中心|机场|体育馆|大厦|广场|酒店|公园|宾馆|医院|大学|路|街|村|镇|县|区|市|港|岛)"
)
_REASON = re.compile(
    r"因为|由于|因(?!此)|为了|原因|导致|引发|所致|造成|旨在|目的是|以便|从而|受.{1,12}影响"
)
_SPEECH = re.compile(r"“|「|表示|[说称][,:“]|认为|指出|强调|回应|直言|坦言|透露")
_UNIT_ASKED = re.compile(r"(?:多少|几)([\u4e00-\u9fff]{1,2})")
_CUES: Final = {
    "when": _DATE,
    "where": _PLACE,
    "howmany": _NUMBER,
    "why": _REASON,
    "said": _SPEECH,
}


def shows_kind(question: Question, key: str) -> bool:
    """Whether a key shows what its question's kind asks for; never for kinds without a sign."""
    cue = _CUES.get(question.kind)
    return bool(cue and cue.search(key))


def shows_unit(question: Question, key: str) -> bool:
    """Whether a key shows a figure with the unit that a question asks after: 多少米, 几人."""
    unit = _UNIT_ASKED.search(question.key)
    return bool(unit and re.search(_FIGURE + re.escape(unit.group(1)), key))
