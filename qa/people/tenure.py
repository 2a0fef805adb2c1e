"""Who holds an office, held it before, or is newly given it, as a question asks."""

import re
from collections.abc import Sequence

from qa.people.lexicon import CHANGING_OFFICE
from qa.people.name_lists import NameList
from qa.people.offices import clause_around
from qa.people.who_question import WhoQuestion

# Who holds an office newly is nobody who leaves it; who held it before is nobody who is given it.
_LEAVES = re.compile(
    r"(?:辞职|辞去|请辞|退休|卸任|离任|离职|免去|免职|被免|不再担任|罢免|下台|原任|曾任)(?!后?的)"
)
_IS_GIVEN = re.compile(r"接任|继任|接替|出任|新任|履新|就任")
_NEW_ASKED = re.compile(
    rf"新一?任|接任|继任|接替|(?<![翻刷更创最])新{CHANGING_OFFICE}"
    r"|\bnew (?!year)|\bsucceed|\breplac|\btook over"
)
_OLD_ASKED = re.compile(
    rf"前一?任|(?<![目日之以从此会赛席年月天])前{CHANGING_OFFICE}|原任"
    rf"|(?<![高平草中太还])原(?![油料子因来创])[^,。?的]{{0,10}}?{CHANGING_OFFICE}"
)
# Who held it before somebody else did: only who leaves it, or has left.
_BEFORE_ASKED = re.compile(
    r"的?前任(?:[^,。?]{0,6})?(?:是|叫)(?:谁|哪|什么)|(?:之前|以前|此前)[^?。]{0,16}(?:是谁|谁是|谁[当任])"
    r"|接的?(?:是|替的?是|任的?是)?(?:谁|哪[^,。?]{0,6})的?[^,。?]{0,8}?(?:班|位子?|职)"
    r"|\bpredecessor|\bdid [^,?]{1,40} (?:replace|succeed|take over from)"
)
_FORMER = re.compile("[前原]|老(?!师|板|总)|已故")
_CHANGES = frozenset({"免职"})  # who left is asked after, whatever else the words say


def of_time_asked(asked: WhoQuestion, lists: Sequence[NameList]) -> list[NameList]:
    """The lists without those of another time than the question asks after.

    Where it asks who was there before somebody, those who leave or have left alone, if any do.
    """
    if _CHANGES.intersection(asked.acts):
        return list(lists)
    if not _BEFORE_ASKED.search(asked.key):
        return [each for each in lists if not _is_of_other_time(asked, each)]
    left = [each for each in lists if _has_left(each)]
    return left or [each for each in lists if "任命" not in each.people[0].acts]


def _is_of_other_time(asked: WhoQuestion, name_list: NameList) -> bool:
    """Whether a list leaves the office whose new holder is asked after, or is given it anew.

    Whoever leaves it does not hold it, either.
    """
    left = _has_left(name_list)
    clause = clause_around(name_list.source, name_list.people)
    given = "任命" in name_list.people[0].acts or bool(_IS_GIVEN.search(clause))
    if _NEW_ASKED.search(asked.key):
        return left and not given
    if _OLD_ASKED.search(asked.key):
        return given and not left
    return asked.is_of_holder and left and not given


def _has_left(name_list: NameList) -> bool:
    """Whether people leave an office, or are called its former holders."""
    first = name_list.people[0]
    if _FORMER.match(name_list.source.key, first.title_start) or "免职" in first.acts:
        return True
    return _LEAVES.search(clause_around(name_list.source, name_list.people)) is not None
