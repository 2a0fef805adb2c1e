"""Which of a row something is, where that is asked after: 第3位 to 排第几, 第820次 to 第几次."""

import re
from collections.abc import Iterator

from qa.short.candidate import Candidate
from qa.short.nearness import Nearness

_ASKED = re.compile(
    r"第几(?P<unit>[名位次个届期场站批轮代座家大])?|(?:排|排名|排行|排在|位列|名列)(?:第)?几(?:位|名)?"
    r"|排(?:名|行|位)(?:是|为)?(?:多少|(?=[?。]?$))"
)
_RANK = re.compile(
    r"第(?:[0-9]+|[一二两三四五六七八九十百]+)(?P<unit>[名位次个届期场站批轮代座家大])?"
    r"|(?:位居|位列|名列|高居)(?P<first>榜首|首位)"
)
# What no rank is, though it is counted so: 第一时间, 第三方, 第二季度.
_NO_RANK = re.compile(r"时间|方(?!阵)|季度|书记|产业|人民?医院|中学|小学|条|款|章|项")
_RANKED, _ALIKE = 0.5, 0.2


def asks_rank(question_key: str) -> bool:
    """Whether a question asks which of a row something is."""
    return bool(_ASKED.search(question_key))


def find_ranks(question_key: str, key: str, near: Nearness) -> Iterator[Candidate]:
    """The ranks of a passage, by start, without those that the question itself names."""
    asked = _ASKED.search(question_key)
    unit = asked["unit"] if asked else ""
    for match in _RANK.finditer(key):
        start, end = match.span("first") if match["first"] else match.span()
        words = key[start:end]
        if words in question_key or _NO_RANK.match(key, match.end()):
            continue
        score = near.at(start, end) + _RANKED + _ALIKE * bool(unit and match["unit"] == unit)
        yield Candidate(start, end, "number", score, words)
