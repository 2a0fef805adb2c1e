"""Words of a question that one list of names tells exactly and another contradicts."""

import re
from collections.abc import Sequence

from qa.people.asked import Asked
from qa.people.candidates import Candidate
from qa.people.offices import clause_around

# Of these one excludes the others: who won the women's singles did not win the men's. What is one
# and the same is split by |.
_EXCLUSIVE = (
    ("男子", "女子"),
    ("男单", "女单", "男双", "女双", "混双"),
    ("男队", "女队"),
    ("男篮", "女篮"),
    ("男排", "女排"),
    ("男足", "女足"),
    ("全马", "半马"),
    ("全程", "半程"),
    ("冠军|金牌|夺冠|夺金|摘金", "亚军|银牌|摘银", "季军|铜牌|摘铜"),
    ("一审", "二审"),
)
_OBSERVES = "列席"
_IS_ABSENT = re.compile(
    r"缺席|请假|缺阵|(?:没有?|未能?)(?:来|去)?(?:参加|出席|到场|到会|与会)|\babsent\b"
    r"|(?:did not|didn['’]t) (?:attend|take part)"
)
_ABSENT = re.compile(
    r"请了?(?:病|事)?假|缺席|缺阵|(?:没有?|未能?)(?:来|去)?(?:参加|出席|到场|到会|与会)"
)


def asks_for_absent(asked: Asked) -> bool:
    """Whether a question asks who was not there."""
    return bool(_IS_ABSENT.search(asked.key))


def told_exactly(asked: Asked, found: Sequence[Candidate]) -> list[Candidate]:
    """Those lists that the question's exact words do not exclude.

    Who was not there is told by lists that say so alone; who sat in by those that say so, if any.
    """
    absent, observes = asks_for_absent(asked), _OBSERVES in asked.key
    sides = [words for words in _EXCLUSIVE if _told(words, asked.key)]
    if not (absent or observes or sides):
        return list(found)
    clauses = [(each, clause_around(each.source, each.people)) for each in found]
    if absent:
        return [each for each, clause in clauses if _ABSENT.search(clause)]
    some = [each for each, clause in clauses if observes and _OBSERVES in clause]
    if some:
        return some
    return [
        each
        for each, clause in clauses
        if not any(_is_excluded(words, asked.key, clause) for words in sides)
    ]


def _is_excluded(words: Sequence[str], key: str, clause: str) -> bool:
    """Whether a clause tells of words of which one excludes the others, and of none asked after."""
    told = _told(words, clause)
    return bool(told) and told.isdisjoint(_told(words, key))


def _told(words: Sequence[str], text: str) -> set[str]:
    return {word for word in words if re.search(word, text)}
