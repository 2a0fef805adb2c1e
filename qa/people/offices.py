"""Which people of a list hold the office, or are of the kind, that a question asks after."""

import re
from collections.abc import Sequence

from qa.people.asked import Asked
from qa.people.mention import Mention, PassagePeople

# What each character of the office asked after earns that a list's has; and what somebody who
# leaves an office loses.
_OFFICE, _LEAVES = 0.5, 1.5
CLAUSE_END = re.compile(r"[,。;!?\n]")
_CLAUSE_START = re.compile(r"[,。;!?\n、]")
_LEFT = re.compile(r"免去|辞去|罢免|卸任|不再担任|原任|曾任|离任")


def those_of_kind(
    asked: Asked, source: PassagePeople, people: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Those of a list who are of a kind asked after (哪两位前主席); all, where nobody is."""
    given = _given(source, people)
    some: list[Mention] = []
    for kinds in asked.kinds:
        for kind in kinds:
            of_kind = [each for each in people if _is_of(kind, source.key, each, given)]
            some.extend(of_kind)
            if of_kind:
                break
    return tuple(each for each in people if each in some) if some else people


def by_office(asked: Asked, source: PassagePeople, people: Sequence[Mention]) -> float:
    """What the likeness of offices earns a list, where it is asked who holds one; else 0."""
    if not asked.is_of_holder:
        return 0.0
    given = _given(source, people)
    alike = max(_longest_kind(asked, source.key, each, given) for each in people)
    leaves = "免职" in people[0].acts and "任命" not in people[0].acts
    return _OFFICE * alike - _LEAVES * leaves


def _longest_kind(asked: Asked, key: str, mention: Mention, given: str) -> int:
    """The length of the longest kind asked after that a person is of; 0 for none."""
    held = (kind for kinds in asked.kinds for kind in kinds if _is_of(kind, key, mention, given))
    return max(map(len, held), default=0)


def _is_of(kind: str, key: str, mention: Mention, given: str) -> bool:
    """Whether a person's title is of a kind, or the office that is given: 由张三任局长."""
    return _holds(key[mention.title_start : mention.title_end], kind) or _holds(given, kind)


def _holds(title: str, kind: str) -> bool:
    """Whether a title is of a kind; a deputy is none of the chief's (副市长 is no 市长)."""
    return bool(re.search(f"(?<!副){re.escape(kind)}", title))


def _given(source: PassagePeople, people: Sequence[Mention]) -> str:
    """The clause in which a list is given an office; empty where it is not, or leaves one.

    Other people's is none of it: 任命甲为局长、乙为校长.
    """
    if "任命" not in people[0].acts:
        return ""
    key, (start, end) = source.key, people[0].sentence
    begins, ends = people[0].start, people[-1].end
    floor = max((each.end for each in source.people if each.end <= begins), default=start)
    ceiling = min((each.start for each in source.people if each.start >= ends), default=end)
    before = _CLAUSE_START.split(key[max(start, floor) : begins])[-1]
    clause = before + CLAUSE_END.split(key[ends : min(end, ceiling)])[0]
    return "" if _LEFT.search(clause) else clause
