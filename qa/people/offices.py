"""Which people of a list hold the office, or are of the kind, that a question asks after."""

import re
from collections.abc import Sequence

from qa.people.fitting import is_other_office, tells_office
from qa.people.mention import Mention, PassagePeople
from qa.people.who_question import WhoQuestion
from qa.text.clauses import CLAUSE_END, CLAUSE_ENDS

# What each character of the office asked after earns that a list's has; and what somebody who
# leaves an office loses.
_OFFICE, _LEAVES = 0.5, 1.5
# What a list's office earns that English asks after: the likeliest of its Chinese ones, less with
# each place, down to the least; and the question's words that stand in it.
_LIKELIEST, _LESS_LIKELY, _LEAST_LIKELY = 1.5, 0.25, 0.5
_OFFICE_WORDS = 6.0
_NO_PLACE = re.compile(r"(?:代理?|副|常务|原|前)*[省市县区镇乡]长$")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,3}?[省市县区镇乡](?=[委人政组宣纪党])")
_CLAUSE_START = re.compile(f"[{CLAUSE_ENDS}、]")
_LEFT = re.compile(r"免去|辞去|罢免|卸任|不再担任|原任|曾任|离任")


def those_of_kind(
    asked: WhoQuestion, source: PassagePeople, people: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Those of a list who are of a kind asked after (哪两位前主席), in order; there may be none."""
    given = _given(source, people)
    some: list[Mention] = []
    for kinds in asked.kinds:
        for kind in kinds:
            of_kind = [each for each in people if _is_of(kind, source.title_of(each), given)]
            some.extend(of_kind)
            if of_kind:
                break
    return tuple(each for each in people if each in some)


def by_office(asked: WhoQuestion, source: PassagePeople, people: Sequence[Mention]) -> float:
    """What the likeness of offices earns a list, where it is asked who holds one; else 0."""
    if not asked.is_of_holder:
        return 0.0
    given, titles = _given(source, people), list(map(source.title_of, people))
    if asked.wording.is_english:
        alike = max(_likeliest_kind(asked, title, given) for title in titles)
        words = max(asked.wording.share(office) for office in (given, *titles))
        alike += _OFFICE_WORDS * words * (alike > 0)
    else:
        alike = _OFFICE * max(_longest_kind(asked, title, given) for title in titles)
    leaves = "免职" in people[0].acts and "任命" not in people[0].acts
    return alike - _LEAVES * leaves


def _likeliest_kind(asked: WhoQuestion, title: str, given: str) -> float:
    """What the likeliest kind earns that somebody with a title is of; 0 for none."""
    places = (
        place
        for kinds in asked.kinds
        for place, kind in enumerate(kinds)
        if _is_of(kind, title, given)
    )
    first = min(places, default=None)
    return 0.0 if first is None else max(_LEAST_LIKELY, _LIKELIEST - _LESS_LIKELY * first)


def _longest_kind(asked: WhoQuestion, title: str, given: str) -> int:
    """The length of the longest kind asked after that somebody with a title is of; 0 for none."""
    held = (kind for kinds in asked.kinds for kind in kinds if _is_of(kind, title, given))
    return max(map(len, held), default=0)


def _is_of(kind: str, title: str, given: str) -> bool:
    """Whether a title is of a kind, or the office that is given: 由张三任局长.

    A deputy is none of the chief's, nor is who wants to be one.
    """
    return tells_office(kind, title) or tells_office(kind, given)


def _given(source: PassagePeople, people: Sequence[Mention]) -> str:
    """The clause in which a list is given an office; empty where it is not, or leaves one.

    Other people's is none of it: 任命甲为局长、乙为校长.
    """
    if "任命" not in people[0].acts:
        return ""
    clause = clause_around(source, people)
    return "" if _LEFT.search(clause) else clause


def clause_around(source: PassagePeople, people: Sequence[Mention]) -> str:
    """The clause in which people stand, without what is said before and behind of others."""
    key, (start, end) = source.key, people[0].sentence
    begins, ends = people[0].start, people[-1].end
    floor = max((each.end for each in source.people if each.end <= begins), default=start)
    behind = [each for each in source.people if each.start >= ends]
    firsts = (place for each in behind for place in (each.title_start, each.start))
    ceiling = min((place for place in firsts if place >= ends), default=end)
    before = _CLAUSE_START.split(key[max(start, floor) : begins])[-1]
    return before + CLAUSE_END.split(key[ends : min(end, ceiling)])[0]


def holds_another(asked: WhoQuestion, source: PassagePeople, mention: Mention) -> bool:
    """Whether somebody holds another office than the one whose holder is asked after."""
    if not asked.is_of_holder or asked.wording.is_english:
        return False
    clause = clause_around(source, [mention])
    placed = _place_of_list(source, mention) + source.title_of(mention)
    return all(is_other_office(kinds[0], placed, clause) for kinds in asked.kinds)


def _place_of_list(source: PassagePeople, mention: Mention) -> str:
    """The place of whoever stands before a county's head in a list: 某县委书记甲、县长乙."""
    before = [
        each for each in source.people if each.group == mention.group and each.end < mention.start
    ]
    if not before or not _NO_PLACE.match(source.title_of(mention)):
        return ""
    found = _PLACE.match(source.key, before[-1].title_start, before[-1].title_end)
    return found[0] if found else ""
