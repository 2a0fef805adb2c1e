"""Things told side by side, each with its figures: 甲县120户、乙县85户; 1412票赞成,301票反对.

Or all names first, then all figures, as `qa.short.respective` reads them.

Close reading finds where such figures stand, and hardly which of them is meant; what the question
names, and no other item does, tells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from qa.short.respective import respective
from qa.short.written import Amount
from qa.text.clauses import clause_start
from qa.text.pieces import Piece

_BORDER = re.compile(r"[,;:。!?、\n()]")
# What is no name of an item, before it or behind: 其中甲县; 12元左右.
_OPENS = re.compile(r"^(?:其中|分别[是为]?|包括|如|即|而|和|及|以及)+")
_LINKS = re.compile(r"(?:[是为有达约共仅]|分别|超过?|达到)+$")
_CLOSES = re.compile(r"^(?:左右|上下|以上|以下|不等|多|余)?[。;\"”]?$")
_DENIES = frozenset("未非无")
_LONGEST = 16  # characters of an item's name
_SURE = 1.0  # of what an English word may mean: what it surely does
_LEAST = 2  # items of a series
_SHORT = 2  # characters of a name that is shortened
_NAMED, _OTHER = 0.5, -0.4
_OF_FIRST = 0.5  # the share of that where it is the first, whose name may hold what is of all


@dataclass(frozen=True, slots=True)
class _Item:
    """An item: its name, whether that leads, its figures, and where its sentence begins."""

    name: str
    leads: bool
    amounts: tuple[Amount, ...]
    sentence: int

    @property
    def shape(self) -> tuple[int, bool, tuple[str, ...]]:
        """What the items of one series have in common."""
        return self.sentence, self.leads, tuple(each.unit for each in self.amounts)


class Series:
    """Tells of the amounts of one passage whether they belong to the item that a question names.

    Args:
        wanted: The question's pieces.
        key: The passage's key.
        amounts: The passage's amounts, by start.
    """

    def __init__(self, wanted: Sequence[Piece], key: str, amounts: Sequence[Amount]) -> None:
        self._worth: dict[int, float] = {}
        for names, row in respective(key, amounts):
            place = named_alone(wanted, names, common_first=False)
            self._weigh(place, [(each,) for each in row])
        for series in _series(key, amounts):
            place = named_alone(wanted, _names(series))
            part = 1.0 if place or not series[0].leads else _OF_FIRST
            self._weigh(place, [item.amounts for item in series], part)

    def _weigh(
        self, place: int | None, items: Sequence[Sequence[Amount]], part: float = 1.0
    ) -> None:
        """Keeps what it is worth to be of the item at a place, or of another one."""
        if place is None:
            return
        for number, amounts in enumerate(items):
            worth = part * (_NAMED if number == place else _OTHER)
            self._worth.update((each.start, worth) for each in amounts)

    def worth(self, amount: Amount) -> float:
        """What it adds to an amount's score that it is of the item named, or of another one."""
        return self._worth.get(amount.start, 0.0)

    def holds(self, amount: Amount) -> bool:
        """Whether it is of the item named, so that it needs no unit: that of the series."""
        return self.worth(amount) > 0


def _names(series: Sequence[_Item]) -> list[str]:
    """What names each item; of the first no more than of others, whose subject it may tell too."""
    first, *rest = (item.name for item in series)
    return [first[-max(map(len, rest)) :] if series[0].leads else first, *rest]


def named_alone(
    wanted: Sequence[Piece], names: Sequence[str], *, common_first: bool = True
) -> int | None:
    """Which of some names a question names by what no other of them holds.

    The place of the one that holds most of such pieces; None where two hold as many. Where none
    holds any, the one that a piece shortens: 银质纪念币 of 银币.

    Args:
        wanted: The question's pieces.
        names: The names.
        common_first: Whether the first may hold what is common to all: then None, too, where it
            holds most but another one some.
    """
    allowed = [not _is_denied(wanted, name) for name in names]
    rows = [
        [may and piece.held(name) >= _SURE for name, may in zip(names, allowed, strict=True)]
        for piece in wanted
    ]
    alone = [row for row in rows if sum(row) == 1]
    if not alone:
        return _shortened(wanted, names, common_first=common_first)
    totals = [sum(row[place] for row in alone) for place in range(len(names))]
    best = max(totals)
    if totals.count(best) > 1:
        return None
    place = totals.index(best)
    return None if common_first and not place and any(totals[1:]) else place


def _shortened(wanted: Sequence[Piece], names: Sequence[str], *, common_first: bool) -> int | None:
    """The place of the only name whose first and last characters are a piece; None without one.

    A first one that may hold what is common to all gives way to the only other one.
    """
    forms = {form for piece in wanted for form, _ in piece.forms}
    places = [
        place
        for place, name in enumerate(names)
        if len(name) > _SHORT and name[0] + name[-1] in forms
    ]
    if common_first and places[:1] == [0] and len(places) > 1:
        places = places[1:]
    return places[0] if len(places) == 1 else None


def _is_denied(wanted: Sequence[Piece], name: str) -> bool:
    """Whether a name begins by denying what the question does not deny: 未成年人."""
    return name[:1] in _DENIES and not any(piece.held(name[:2]) for piece in wanted)


def _series(key: str, amounts: Sequence[Amount]) -> Iterator[list[_Item]]:
    """The longest runs of neighbouring items that are alike."""
    items = [_item(key, group, amounts) for group in _together(amounts)]
    for shape, run in groupby(items, lambda item: item.shape if item else None):
        series = [item for item in run if item]
        if shape and len(series) >= _LEAST:
            yield series


def _together(amounts: Sequence[Amount]) -> list[tuple[Amount, ...]]:
    """The amounts, those that stand beside each other as one: 85户287人."""
    groups: list[tuple[Amount, ...]] = [(each,) for each in amounts[:1]]
    for left, right in pairwise(amounts):
        if left.end == right.start and left.unit != right.unit:
            groups[-1] = (*groups[-1], right)
        else:
            groups.append((right,))
    return groups


def _item(key: str, group: tuple[Amount, ...], amounts: Sequence[Amount]) -> _Item | None:
    """The item of some figures: named right before them, or right behind; None for neither."""
    start, end = group[0].start, group[-1].end
    before = max((each.end for each in amounts if each.end <= start), default=0)
    behind = min((each.start for each in amounts if each.start >= end), default=len(key))
    head = _BORDER.split(key[max(before, start - 2 * _LONGEST) : start])[-1]
    tail = _BORDER.split(key[end:behind], maxsplit=1)[0]
    if behind == end + len(tail) and tail[:1] == " ":  # it is the next one's: 6.50 黄瓜 3.90
        tail = ""
    sentence = clause_start(key, start, "。!?")
    leads, follows = _LINKS.sub("", _OPENS.sub("", head.strip())), tail.strip()
    if leads and len(leads) <= _LONGEST and _CLOSES.match(follows):
        return _Item(leads, leads=True, amounts=group, sentence=sentence)
    if not leads and 1 < len(follows) <= _LONGEST:
        return _Item(follows, leads=False, amounts=group, sentence=sentence)
    return None
