"""Names that stand where only a name can, whatever the recogniser took them for.

Between an office and what its holder does (主任尤一鸣陪同) or says (馆长 白露：), where somebody
leaves an office (免去某某的局长职务, 接受某某辞去) or is given one (任命卓越为局长), and behind
an age (18岁的雷霆).
"""

import re
from collections.abc import Iterator, Sequence

from corpus.surnames import COMPOUND_SURNAME, SURNAME
from qa.people.lexicon import COURTESY, HOLDER_DOES, HOLDER_SAYS, NO_NAME_TAIL, OFFICE_NEAR, is_head
from qa.people.mention import Span
from qa.people.wordlike import COMMON
from qa.text.names import PERSON, Word
from qa.text.roles import ABSENT

_HAN = r"[\u4e00-\u9fff]"
_NAME = rf"(?P<name>{COMPOUND_SURNAME}{_HAN}|{SURNAME}{_HAN}{{1,2}}?)"
_ACTS = rf"(?:{HOLDER_SAYS}|{HOLDER_DOES}|陪着|一行|被[查捕免判双]|因[事病公]|{ABSENT.pattern})"
_BEFORE_ACT = re.compile(rf"(?<=[\u4e00-\u9fff、]){OFFICE_NEAR}{_NAME}(?={_ACTS})")
_BEFORE_MARK = re.compile(rf"(?<={_HAN}){OFFICE_NEAR}{_NAME}(?=[、。;]|(?<={_HAN}{{3}}),)")
# Who says what follows: 馆长 白露：, as broadcasters write it.
_SPEAKS = re.compile(rf"(?<={_HAN}){OFFICE_NEAR} {_NAME}(?=:)")
_LEAVES = re.compile(
    rf"(?:免去:?\s?|(?<=[;\n])){_NAME}(?=的[^,。;的]{{3,30}}职务)"
    rf"|接受{_NAME.replace('name', 'gone')}(?=(?:同志)?(?:因|提出|(?:请求)?辞去|关于|的辞))"
)
_APPOINTED = re.compile(
    rf"(?<=任命|提名|选举|推选|推举|聘任|聘请|补选|增选){_NAME}(?=(?:同志|先生|女士)?(?:为|担任|出任))"
)
_AGED = re.compile(rf"[0-9]岁的{_NAME}(?=[以在,、。]|[夺获]得)")
# Surnames that are words of their own before a noun and a verb: 局长向媒体介绍.
_WORDS = frozenset("向于任应从经曾都那连时全成同何有关安单和则将又")
# What stands between a name of two characters and a verb: 局长李明还表示.
_NO_LAST = frozenset(
    "就还曾在也先再则却均并将等又都已正亲共同即仍未不只才更最后前刚便随另特专应经由与和及致作做说称"
    "指来去到主代以对向为一是有的了们会里上下中"
)


def names_by_place(key: str, words: Sequence[Word]) -> Iterator[Span]:
    """The names that only their place tells, where the recogniser sees none, or part of one."""
    people = [(word.start, word.end) for word in words if word.tag == PERSON]
    for pattern in (_BEFORE_ACT, _BEFORE_MARK, _SPEAKS, _LEAVES, _APPOINTED, _AGED):
        for match in pattern.finditer(key):
            group = "name" if match["name"] else "gone"
            worded = pattern is _BEFORE_ACT and match[group][0] in _WORDS
            if not worded and _may_be_name(match[group]) and _is_new(match.span(group), people):
                yield match.span(group)


def _may_be_name(name: str) -> bool:
    if name in COMMON or name[:2] in COMMON or COURTESY.search(name):
        return False
    if is_head(name) or is_head(name[:2]):  # 学生|代表将出席
        return False
    return name[-1] not in _NO_LAST and not NO_NAME_TAIL.search(name)


def _is_new(span: Span, people: Sequence[Span]) -> bool:
    """Whether no name is seen there but the beginning of this one."""
    touched = [each for each in people if each[0] < span[1] and each[1] > span[0]]
    return all(each[0] == span[0] and each[1] < span[1] for each in touched)
