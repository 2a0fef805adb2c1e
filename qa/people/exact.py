"""Words of a question that one list of names tells exactly and another contradicts."""

import re
from collections.abc import Sequence

from qa.people.asked import Asked, read_asked
from qa.people.mention import Mention, PassagePeople
from qa.people.name_lists import NameList
from qa.people.offices import CLAUSE_END, clause_around, holds_another
from qa.roles import ABSENCE, ABSENT, ATTENDING, acts_in

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
# Who holds an office newly is nobody who leaves it; who held it before is nobody who is given it.
_OFFICE = (
    r"(?:(?:副?[省市县区镇乡村州局厅部处科院校馆会行所社台站队团院议]|董事|理事|监事|检察|秘书)长|书记|主[任席帅编]|总[理统裁编监]"
    r"|总(?:经理|教练)|经理|首相|大使|教练|主教练|首席[^,。?]{0,3}官|ceo|[财外防]长|掌门人|负责人)"
)
_LEAVES = re.compile(
    r"(?:辞职|辞去|请辞|退休|卸任|离任|离职|免去|免职|被免|不再担任|罢免|下台|原任|曾任)(?!后?的)"
)
_IS_GIVEN = re.compile(r"接任|继任|接替|出任|新任|履新|就任")
_NEW_ASKED = re.compile(
    rf"新一?任|接任|继任|接替|(?<![翻刷更创最])新{_OFFICE}"
    r"|\bnew (?!year)|\bsucceed|\breplac|\btook over"
)
_OLD_ASKED = re.compile(rf"前一?任|(?<![目日之以从此会赛席年月天])前{_OFFICE}|原任")
_FORMER = re.compile("[前原]")
_CHANGES = frozenset({"免职"})  # who left is asked after, whatever else the words say


def asks_for_absent(asked: Asked) -> bool:
    """Whether a question asks who was not there."""
    return ABSENCE in asked.acts


def told_exactly(asked: Asked, given: Sequence[NameList]) -> list[NameList]:
    """Those lists that the question's exact words do not exclude.

    Who was not there is told by lists that say so alone, and by these never who was; who sat in by
    those that say so, if any.
    """
    found = list(given)
    absent, observes = asks_for_absent(asked), _OBSERVES in asked.key
    if not _CHANGES.intersection(asked.acts):
        found = [each for each in found if not _is_of_other_time(asked, each)]
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


def _is_absent(name_list: NameList) -> bool:
    """Whether a list's people were not there: 甲未出席; 甲因公出差,未能参会."""
    acts = name_list.people[0].acts
    if not ATTENDING.isdisjoint(acts):
        return False
    if ABSENCE in acts or ABSENT.search(clause_around(name_list.source, name_list.people)):
        return True
    key, last = name_list.source.key, name_list.people[-1]
    starts = (each.start for each in name_list.source.people if each.start >= last.end)
    behind = key[last.end : min(starts, default=last.sentence[1])]
    clauses = CLAUSE_END.split(behind[: last.sentence[1] - last.end])
    return not acts_in(clauses[0]) and any(ABSENT.match(each.strip()) for each in clauses[1:2])


def _is_of_other_time(asked: Asked, name_list: NameList) -> bool:
    """Whether a list leaves the office whose new holder is asked after, or is given it anew.

    Whoever leaves it does not hold it, either.
    """
    clause = clause_around(name_list.source, name_list.people)
    leaves, given = bool(_LEAVES.search(clause)), bool(_IS_GIVEN.search(clause))
    if _NEW_ASKED.search(asked.key):
        return leaves and not given
    first = name_list.people[0]
    former = bool(_FORMER.match(name_list.source.key, first.title_start))
    if _OLD_ASKED.search(asked.key):
        return given and not (leaves or former)
    return asked.is_of_holder and (former or leaves) and not given


def is_contradicted(question: str, source: PassagePeople, mention: Mention) -> bool:
    """Whether a question's exact words, or the office it asks after, exclude somebody.

    Args:
        question: As typed.
        source: The passage.
        mention: One of its people.
    """
    asked = read_asked(question)
    alone = NameList(source, (mention,), frozenset(), 0.0, is_kind=False)
    return holds_another(asked, source, mention) or not told_exactly(asked, [alone])


def _is_excluded(words: Sequence[str], key: str, clause: str) -> bool:
    """Whether a clause tells of words of which one excludes the others, and of none asked after."""
    told = _told(words, clause)
    return bool(told) and told.isdisjoint(_told(words, key))


def _told(words: Sequence[str], text: str) -> set[str]:
    return {word for word in words if re.search(word, text)}
