"""Figures told in the order of what they belong to: 甲、乙和丙县分别增长3%、4%和5%."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from qa.short.listed import BETWEEN_ITEMS, BETWEEN_NAMES, LAST_OF_NAMES
from qa.short.written import Amount
from qa.text.clauses import PART_ENDS, clause_start

_RESPECTIVELY = "分别"
_NEAR = 14  # characters from that word to the first figure
_LEAST = 2  # figures
_LONG = 6  # characters of a name


def respective(
    key: str, amounts: Sequence[Amount]
) -> Iterator[tuple[Sequence[str], Sequence[Amount]]]:
    """Names with their figures, as many of the one as of the other; by where the figures begin.

    Args:
        key: A passage's key.
        amounts: Its amounts, by start.
    """
    for row in _rows(key, amounts):
        start = row[0].start
        word = key.rfind(_RESPECTIVELY, max(0, start - _NEAR), start)
        if len(row) >= _LEAST and word >= 0:
            names = _names(_before(key, word, amounts), len(row))
            if names:
                yield names, row


def _before(key: str, word: int, amounts: Sequence[Amount]) -> str:
    """The clause that the word ends, or that ends right before it, without its own figures.

    接待120人、收入37亿元,分别增长26%和29%.
    """
    start = clause_start(key, word, PART_ENDS)
    if start == word:
        start = clause_start(key, word - 1, PART_ENDS)
    told = (range(each.start, each.end) for each in amounts if start <= each.start < word)
    places = set(chain.from_iterable(told))
    clause = "".join(key[at] for at in range(start, word) if at not in places)
    return clause.rstrip(PART_ENDS)


def _rows(key: str, amounts: Sequence[Amount]) -> Iterator[list[Amount]]:
    """The amounts that follow each other with nothing but a mark or an "and" between."""
    row = list(amounts[:1])
    for left, right in pairwise(amounts):
        if not BETWEEN_ITEMS.fullmatch(key, left.end, right.start):
            yield row
            row = []
        row.append(right)
    if row:
        yield row


def _names(clause: str, number: int) -> Sequence[str]:
    """So many names that a clause lists; none where it lists more or fewer.

    What is said of all stands before the first and behind the last, so these are cut to what
    the longest of the others has, or to a few characters where there are no others.
    """
    for between in (BETWEEN_NAMES, LAST_OF_NAMES):
        names = [name.strip() for name in between.split(clause)]
        if len(names) == number and all(names):
            first, *rest = names
            *others, last = rest
            longest = max(map(len, others), default=_LONG)
            return first[-longest:], *others, last[:longest]
    return ()
