"""Words of a question that one list of names tells exactly and another contradicts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from index.fold import fold
from qa.people.bodies import body_asked, is_of_body
from qa.people.kin import is_kin, is_kin_of_namesake, is_other_kin, kin_asked, tells_kin
from qa.people.mention import Mention, PassagePeople
from qa.people.name_lists import NameList, is_reporter
from qa.people.offices import clause_around, holds_another
from qa.people.tenure import of_time_asked
from qa.people.who_question import WhoQuestion, read_who_question
from qa.text.clauses import CLAUSE_END
from qa.text.roles import ABSENCE, ABSENT, ATTENDING, acts_in

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
    ("特等奖", "一等奖", "二等奖", "三等奖", "优秀奖|优胜奖"),
    ("金奖", "银奖", "铜奖"),
    ("最佳射手|金靴", "最佳门将|金手套", "最佳球员|最有价值球员|mvp", "最佳教练", "最佳新人"),
    ("男主角|影帝|视帝", "女主角|影后|视后", "男配角", "女配角", "最佳导演", "最佳编剧"),
)
_OBSERVES = "列席"
_CHAIRS = ("主持",)  # of whom texts always say so
# What players alone do, whom they are told apart from by their titles.
_PLAYS = re.compile(
    r"进(?:了|的)?球|打[进入]|破门|梅开二度|帽子戏法|绝杀|扳平|首开纪录|哪[个名位]?(?:球员|队员|选手|门将|后卫|前锋|中场)"
    r"|\bscor(?:e|ed|er|ing)\b|\bgoals?\b|equali[sz]"
)
_NO_PLAYER = re.compile(r"教练|主帅|领队|裁判|主席|经理|董事|记者")
# What somebody took part in meanwhile: 因参加培训请假.
_WAS_BUSY = re.compile(rf"因[^,。;]*(?:{ABSENT.pattern})")


def asks_for_absent(asked: WhoQuestion) -> bool:
    """Whether a question asks who was not there."""
    return asked.acts[:1] == (ABSENCE,)


def told_exactly(asked: WhoQuestion, given: Sequence[NameList]) -> list[NameList]:
    """Those lists that the question's exact words do not exclude.

    Who was not there is told by lists that say so alone, and by these never who was; who sat in by
    those that say so, if any.
    """
    found = list(given)
    if kin := kin_asked(asked.key):
        found = _of_kin(asked.key, kin, found)
    if _PLAYS.search(asked.key) and not _NO_PLAYER.search(asked.key):
        found = [each for each in found if not _NO_PLAYER.search(fold(each.people[0].title))]
    absent, observes = asks_for_absent(asked), _OBSERVES in asked.key
    found = of_time_asked(asked, found)
    sides = [words for words in _EXCLUSIVE if _told(words, asked.key)]
    if absent or not ATTENDING.isdisjoint(asked.acts[:1]):
        found = [each for each in found if _is_absent(each) == absent]
    clauses = [(each, clause_around(each.source, each.people)) for each in found]
    if absent:
        return found
    some = [each for each, clause in clauses if observes and _OBSERVES in clause]
    if some:
        return some
    return [
        each
        for each, clause in clauses
        if not any(_is_excluded(words, asked.key, clause) for words in sides)
    ]


def _of_kin(question_key: str, asked: str, given: Sequence[NameList]) -> list[NameList]:
    """The lists without those who are other kin, or none; those of the kin asked after, if any."""
    may_be = partial(_may_be_kin, question_key, asked)
    left = [
        replace(each, people=people)
        for each in given
        if (people := tuple(p for p in each.people if may_be(each.source, p)))
    ]
    told = [each for each in left if any(is_kin(asked, each.source, p) for p in each.people)]
    return told or left


def _may_be_kin(question_key: str, asked: str, source: PassagePeople, mention: Mention) -> bool:
    if is_other_kin(asked, source, mention) or is_kin_of_namesake(question_key, source, mention):
        return False
    return tells_kin(asked, source, mention)


def _is_absent(name_list: NameList) -> bool:
    """Whether a list's people were not there: 甲未出席; 甲因公出差,未能参会."""
    acts = name_list.people[0].acts
    clause = clause_around(name_list.source, name_list.people)
    if _WAS_BUSY.search(clause):
        return True
    if not ATTENDING.isdisjoint(acts):
        return False
    if ABSENCE in acts or ABSENT.search(clause):
        return True
    key, last = name_list.source.key, name_list.people[-1]
    starts = (each.start for each in name_list.source.people if each.start >= last.end)
    behind = key[last.end : min(starts, default=last.sentence[1])]
    clauses = CLAUSE_END.split(behind[: last.sentence[1] - last.end])
    return not acts_in(clauses[0]) and any(ABSENT.match(each.strip()) for each in clauses[1:2])


def is_contradicted(question: str, source: PassagePeople, mention: Mention) -> bool:
    """Whether a question's exact words, or the office it asks after, exclude somebody.

    Somebody who only reports what happened is excluded, too.

    Args:
        question: As typed.
        source: The passage.
        mention: One of its people.
    """
    asked = read_who_question(question)
    if is_reporter(asked.key, source, mention):
        return True
    if asked.acts[:1] == _CHAIRS and mention.acts and not set(_CHAIRS) & set(mention.acts):
        return True
    body = body_asked(asked.key)
    if body and mention.title and not is_of_body(body, mention.title):
        return True
    return holds_another(asked, source, mention) or not told_exactly(
        asked, [NameList.of_one(source, mention)]
    )


def _is_excluded(words: Sequence[str], key: str, clause: str) -> bool:
    """Whether a clause tells of words of which one excludes the others, and of none asked after."""
    told = _told(words, clause)
    return bool(told) and told.isdisjoint(_told(words, key))


def _told(words: Sequence[str], text: str) -> set[str]:
    return {word for word in words if re.search(word, text)}
