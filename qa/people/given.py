"""Names between the verb that gives an office and the 为 before it: 任命傅云翘为局长."""

import re

from qa.people.lexicon import OFFICE_NEAR

_GIVES_OFFICE = re.compile(r"(?:任命|选举|推选|补选|聘任|聘请|选|聘)[:]?$")
# What is given, where the verb stands but once for several: 任命甲为局长;乙为主任.
_OFFICE = re.compile(rf"为[^,。;、\s]{{1,20}}?{OFFICE_NEAR}(?=[,。;、]|$)")
_BEFORE = 3  # characters of a verb
_FULL = 3  # characters of a name


def gives_office(key: str, place: int) -> bool:
    """Whether the verb that gives an office ends at a place of a key."""
    return _GIVES_OFFICE.search(key, max(0, place - _BEFORE), place) is not None


def is_given(key: str, start: int, end: int) -> bool:
    """Whether what stands between a verb or a mark and 为 is whoever is given an office."""
    if not key.startswith("为", end):
        return False
    listed = key[start - 1 : start] in {";", "、", ":"}
    return gives_office(key, start) or (listed and _OFFICE.match(key, end) is not None)


def holds_giving(key: str, start: int, end: int) -> bool:
    """Whether a short name holds the 为 behind which its office stands: 任命林蔚|为市长."""
    ends = key[end - 1] == "为" != key[end : end + 1]
    return ends and end - start == _FULL and gives_office(key, start)
