"""Lists of names with figures, 菠菜6.50;黄瓜3.90: what is named has the figure behind it."""

import re
from collections import Counter
from collections.abc import Sequence

from qa.short.written import Amount

# The name that stands alone between a mark or a blank and its figure.
_NAME = re.compile(r"(?:^|[,;:。、\n .(])([\u4e00-\u9fffa-z·]{2,12}) ?$")
# What ends a clause of a sentence, no name: 同比增长5.7%, 历时95天.
_NO_NAME = re.compile(
    r"(?:[增减]长?|增加|减少|下[降跌滑]|上[涨升]|回[升落]|[同环]比|[达共总累合]计|达到?|超过?|突破|历时|[为约近共涨跌至有了])$"
)
_ENDS = re.compile(r" ?(?:[,;。、\n(]|$)")
_LEAST = 3  # so many figures of one unit make a list
_NAMED, _OTHER = 0.4, -0.3


class AmountList:
    """Tells of the amounts of one passage whether a list gives them to what a question names.

    Args:
        asked: What the question names, to look in.
        key: The passage's key.
        amounts: The passage's amounts.
    """

    def __init__(self, asked: str, key: str, amounts: Sequence[Amount]) -> None:
        items = [(each, name) for each in amounts if (name := _name_of(key, each))]
        units = Counter(each.unit for each, _ in items)
        self._names = {each.start: name for each, name in items if units[each.unit] >= _LEAST}
        self._named = {start for start, name in self._names.items() if name in asked}

    def worth(self, amount: Amount) -> float:
        """What it adds to an amount's score that a list gives it to what is named, or to others."""
        if not self._named or amount.start not in self._names:
            return 0.0
        return _NAMED if amount.start in self._named else _OTHER

    def holds(self, amount: Amount) -> bool:
        """Whether it is the figure of what is named, so that it needs no unit: that of the list."""
        return amount.start in self._named


def _name_of(key: str, amount: Amount) -> str:
    """The name that an amount stands behind in a list; empty for none."""
    name = _NAME.search(key[max(0, amount.start - 16) : amount.start])
    if not name or _NO_NAME.search(name[1]) or not _ENDS.match(key, amount.end):
        return ""
    return name[1]
