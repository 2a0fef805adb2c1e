"""Days told one after another, each with what happened then: 5月6日甲被抓获;次日,乙自首."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from qa.short.series import named_alone
from qa.text.clauses import CLAUSE_ENDS, SENTENCE_ENDS, clause_start
from qa.text.pieces import Piece
from qa.times import TimeSpan

_NAMED, _OTHER = 0.4, -0.3


def worth_of_days(wanted: Sequence[Piece], key: str, times: Sequence[TimeSpan]) -> dict[int, float]:
    """What it adds to the score of each time that its clauses alone tell what a question names.

    By where it starts. The first of a sentence never does: its clauses tell the subject of all.

    Args:
        wanted: The question's pieces.
        key: The passage's key.
        times: Its times, by start.
    """
    worth: dict[int, float] = {}
    for _, run in groupby(times, lambda time: clause_start(key, time.start, SENTENCE_ENDS)):
        told = list(run)
        place = named_alone(wanted, _clauses(key, told), common_first=False)
        if place:
            worth |= {
                each.start: _NAMED if number == place else _OTHER
                for number, each in enumerate(told)
            }
    return worth


def _clauses(key: str, times: Sequence[TimeSpan]) -> list[str]:
    """Of each time of a sentence the clauses from its own to that of the next."""
    starts = [clause_start(key, time.start, CLAUSE_ENDS) for time in times]
    end = next((at for at in range(times[-1].end, len(key)) if key[at] in SENTENCE_ENDS), len(key))
    return [key[left:right] for left, right in pairwise([*starts, end])]
