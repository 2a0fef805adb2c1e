"""Why: the clauses of a passage that give a reason."""

import re
from collections.abc import Iterator

from qa.short.candidate import Candidate
from qa.short.nearness import Nearness

_CLAUSE = r"[^,。;!?\n]"
# (how much it says that a reason follows, the pattern; group 1 is the reason).
_REASONS: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (worth, re.compile(pattern))
    for worth, pattern in (
        (
            0.35,
            rf"((?:由于|因为){_CLAUSE}{{3,}}(?:(?<=.{{3}}),{_CLAUSE}*?(?:以及|并且|且){_CLAUSE}*)?)",
        ),
        (
            0.35,
            r"((?:主要|直接|根本)?(?:原因|起因|理由|缘由|诱因)(?:主要)?(?:就?是|在于|为|有)[:,]?[^。;!?\n]{4,})",
        ),
        (0.3, r"(?<![感接享遭备承])(受(?![伤害到访理骗贿审聘])[^。;!?\n,]{2,30}影响)"),
        (0.3, r"(?:这是|是|之所以[^。;\n]*?,?是)(因为[^。;!?\n]+)"),
        (
            0.25,
            r"(?<![起原成])(因(?![此而素为公果子])[^。;!?\n,]{2,40}?)(?=[,。;!?\n]|而[被遭]|被|遭|导致|致使|造成)",
        ),
        (0.25, rf"((?:为了|旨在|目的(?:是|在于)|意在|以便|为的是){_CLAUSE}{{3,}})"),
        (
            0.15,
            rf"({_CLAUSE}{{3,60}}?,?{_CLAUSE}{{0,20}}?(?:导致|引发|致使|造成|使得|令|所致)){_CLAUSE}{{2,}}",
        ),
        (0.15, rf"(?:出于|鉴于|考虑到)({_CLAUSE}{{3,}})"),
    )
)


def find_reasons(key: str, near: Nearness) -> Iterator[Candidate]:
    """The clauses that give a reason, by start; of two that begin at one place, the surer."""
    seen = set[int]()
    for worth, pattern in _REASONS:
        for match in pattern.finditer(key):
            start, end = match.span(1)
            if start in seen:
                continue
            seen.add(start)
            yield Candidate(start, end, "reason", near.at(start, end) + worth, key[start:end])
