"""How many of what: numbers mostly stand right behind the noun that a question asks after."""

import re
from collections.abc import Sequence

from qa.short.units import asks_growth, unit_class
from qa.short.written import Amount, between_amounts
from qa.text.clauses import BORDER

_ASKS = re.compile(r"多少|几|(?<![更许很众最])多[大高长远深宽快久重]")
_HAN_END = re.compile(r"[\u4e00-\u9fff]{2,6}$")
# What may stand between the noun and what asks; with one of the first three it is the subject.
_IS = re.compile(r"(?:是|为|达到?|有|大约|约|共|了|过|到|高|的)+$")
_SUBJECT = re.compile(r"[是为达]")
_GROWS = re.compile(
    r"(?:[同环]比|增长|增加|上[涨升]|下[降跌滑]|[增涨跌降]幅?|率|了|的|是|为|达到?)+$"
)
_LISTED = re.compile(r"[,。;:!?\n]")
_SENTENCE = re.compile(r"[。;!?\n]")
_JOINED = re.compile(r"(?:和|与|及)$")
_FOLLOWS, _LEADS = 0.2, -0.1


class AskedNoun:
    """Tells of the numbers of one passage whether they follow what a question asks after.

    Args:
        question_key: The question's key.
        key: The passage's key.
        amounts: The passage's amounts.
    """

    def __init__(self, question_key: str, key: str, amounts: Sequence[Amount]) -> None:
        asks = _ASKS.search(question_key)
        before = question_key[: asks.start()] if asks else ""
        grows = asks_growth(question_key)
        joins = (_GROWS if grows else _IS).search(before)
        self._is_subject = bool(not grows and joins and _SUBJECT.search(joins[0]))
        self._noun = _written(before[: joins.start()] if joins else before, key)
        self._key = key
        # 净利润8.91亿元,同比增长18.4%: how much it grew stands behind how much it is
        self._border = _SENTENCE if grows else BORDER
        shares = [each for each in amounts if unit_class(each.unit) == "share"]
        self._amounts = shares if grows else amounts

    def worth(self, amount: Amount) -> float:
        """What it adds to a number's score that the noun leads to it, or only follows it.

        The noun counts in the number's own clause, with no other number between. Behind the number
        it counts against it only where it is what has the value asked for; but where another number
        is joined to it, the noun stands behind its own: 100亿元贷款额度和50亿元贴现额度.
        """
        if not self._noun:
            return 0.0
        after, until = between_amounts(self._amounts, amount.start)
        before = self._border.split(self._key[max(0, after) : amount.start])[-1]
        if self._noun in before:
            return 0.0 if _JOINED.search(before) else _FOLLOWS
        end = until if until >= 0 else len(self._key)
        joined = _LISTED.split(self._key[amount.end : end])[0]
        if self._noun in joined and (
            _JOINED.search(before) or (until >= 0 and _JOINED.search(joined))
        ):
            return _FOLLOWS
        behind = self._border.split(self._key[amount.end : end])[0]
        return _LEADS if self._is_subject and self._noun in behind else 0.0


def _written(before: str, key: str) -> str:
    """The longest end of the words before what asks that the passage writes; empty for none."""
    words = _HAN_END.search(before)
    ends = (words[0][at:] for at in range(len(words[0]) - 1)) if words else iter(())
    return next((end for end in ends if end in key), "")
