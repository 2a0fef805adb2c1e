"""Why: the clauses of a passage that give a reason."""

import re
from collections.abc import Iterator

from index.pairs import han_pairs
from qa.short.candidate import Candidate
from qa.short.nearness import Nearness

_CLAUSE = r"[^,。;!?\n]"
_ANOTHER = r"(?!,?(?:而|而且)?(?:直接|间接|主要|次要|根本|深层)原因)"  # where the next one is told
# How many came to harm is no effect of what is asked after: 造成3人死亡.
_HARM = r"(?![^,。;]{0,6}?[0-9一二三四五六七八九十百][^,。;]{0,3}?[人名死伤])"
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
            r"((?:主要|直接|间接|根本|深层)?(?:原因|起因|理由|缘由|诱因)(?:主要|初步|已|被|经)*"
            r"(?:就?是|在于|为|有|系|疑[为似]|(?:判断|判定|认定|查明|确认|确定|推断)(?:为|是|系)|——)[:,]?"
            rf"(?:{_ANOTHER}[^。;!?\n]){{4,}})",
        ),
        (
            0.35,
            rf"(?:(?<=[。;!?\n])|^)({_CLAUSE}{{4,40}}(?:,{_CLAUSE}{{4,40}})?),?(?:这|才|就|正)*是"
            r"[^,。;!?\n]{0,6}?(?:原因|缘由|症结)(?:所在|之一)?(?=[,。;!?\n])",
        ),
        (0.35, rf"(以{_CLAUSE}{{2,30}}?为(?:理由|由))"),
        (
            0.25,
            rf"(?:(?<=[,。;!?\n])|^)(?:{_CLAUSE}{{0,6}}?[称说]?,?)(?:这|此举)(?:主要|也|可能)?反映[了出]?({_CLAUSE}{{3,}})",
        ),
        (0.3, r"(?<![感接享遭备承])(受(?![伤害到访理骗贿审聘])[^。;!?\n,]{2,30}影响)"),
        (0.3, r"(?:这是|是|之所以[^。;\n]*?,?是)(因为[^。;!?\n]+)"),
        (
            0.25,
            r"(?<![起原成])(因(?![此而素为公果子])[^。;!?\n,]{2,40}?)(?=[,。;!?\n]|而|被|遭|导致|致使|造成)",
        ),
        (0.25, rf"((?:为了|旨在|目的(?:是|在于)|意在|以便|为的是){_CLAUSE}{{3,}})"),
        (0.25, rf"((?:得益于|归功于|归因于|缘于|源于|起因于){_CLAUSE}{{3,}})"),
        (
            0.25,
            r"(?:(?<=[,。;!?\n])|^)(为(?:保证|确保|保障|防止|防范|避免|提高|提升|推动|促进|加强|方便|满足|应对"
            rf"|进一步){_CLAUSE}{{2,}})",
        ),
        (0.2, rf"((?:以求|以免|以防){_CLAUSE}{{3,}})"),
        (0.25, rf"((?:疑[为似因系]|疑似因)(?:为|因|系)?{_CLAUSE}{{3,40}})"),
        (0.25, rf"(?<![关联体派])(系{_CLAUSE}{{3,40}}?(?:所致|引[起发]|造成|导致))"),
        (
            0.25,
            rf"((?<![参出])与(?!此|之|会|其){_CLAUSE}{{3,30}}?有(?:直接|密切|很大|一定)?(?:的)?关(?:系|联)?)(?=[,。;!?\n])",
        ),
        (
            0.15,
            rf"((?:{_CLAUSE}{{3,80}}?|{_CLAUSE}{{3,60}}?,{_CLAUSE}{{0,20}}?)(?:导致|引发|致使|造成|使得|令|所致)){_HARM}{_CLAUSE}{{2,}}",
        ),
        (0.15, rf"({_CLAUSE}{{4,60}}),(?:因此|因而|所以|故(?![事意障乡居宫地]))"),
        (0.15, rf"(?:出于|鉴于|考虑到)({_CLAUSE}{{3,}})"),
    )
)
_INDIRECT = re.compile(r"间接|深层")
_ASKING = re.compile(r"为什么|为何|为啥|怎么|缘何|因何|原因|理由|什么|哪些|[?。!,的了是在]")
_NAMED = 0.6  # a clause that holds so much of the question tells the event, not its reason
_TOLD_APART, _NO_REASON = 0.5, 0.7


def find_reasons(question_key: str, key: str, near: Nearness) -> Iterator[Candidate]:
    """The clauses that give a reason, by what says so; of those that begin at one place, one."""
    seen = set[int]()
    asked = han_pairs(_ASKING.sub(" ", question_key))
    indirect = bool(_INDIRECT.search(question_key))
    for worth, pattern in _REASONS:
        for match in pattern.finditer(key):
            start, end = match.span(1)
            if start in seen:
                continue
            seen.add(start)
            words = key[start:end]
            score = near.at(start, end) + worth - _NO_REASON * _names(words, asked)
            score -= _TOLD_APART * (indirect != bool(_INDIRECT.match(words)) and "原因" in words)
            yield Candidate(start, end, "reason", score, words)


def _names(words: str, asked: frozenset[str]) -> bool:
    """Whether a clause says the most of what a question says."""
    return bool(asked) and len(asked & han_pairs(words)) >= _NAMED * len(asked)
