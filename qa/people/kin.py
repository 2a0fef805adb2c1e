"""Kin: whose wife or son a question asks after, and whose a text says that somebody is."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from qa.people.mention import Mention, PassagePeople

# Each kind of kin, as questions and texts call it.
_KIN: Final = {
    "wife": r"(?<!夫)妻子?|夫人|太太|遗孀|老婆|媳妇|\bwife\b|\bwidow\b",
    "husband": r"丈夫|老公|其夫|\bhusband\b",
    "son": r"儿子|[长次三四幼独爱其之]子|\bson\b(?!-in)",
    "daughter": r"女儿|[长次三四幼独爱其之]女|\bdaughter\b(?!-in)",
    "father": r"(?<!祖)父亲|爸爸?|[其之]父|\bfather\b(?!-in)",
    "mother": r"(?<!祖)母亲|妈妈?|[其之]母|\bmother\b(?!-in)",
    "brother": r"哥哥?|(?<!兄)弟弟?|胞[兄弟]|兄长|其[兄弟]|\bbrother\b(?!-in)",
    "sister": r"姐姐?(?!妹)|(?<!姐)妹妹?|[胞其][姐妹]|\bsister\b(?!-in)",
    "grandchild": r"孙[子女]|外孙女?|\bgrand(?:son|daughter|child)\b",
    "grandparent": r"祖[父母]|爷爷|奶奶|外[公婆]|\bgrand(?:father|mother)\b",
    "child-in-law": r"儿媳妇?|女婿|\b(?:son|daughter)-in-law\b",
}
# What each of them calls the other in return: who has a wife is her husband.
_SEEN_BY: Final = {
    "wife": ("husband",),
    "husband": ("wife",),
    "son": ("father", "mother"),
    "daughter": ("father", "mother"),
    "father": ("son", "daughter"),
    "mother": ("son", "daughter"),
    "brother": ("sister",),
    "sister": ("brother",),
    "grandchild": ("grandparent",),
    "grandparent": ("grandchild",),
}
# What tells of kin of whatever kind.
_OF_ANY: Final = (
    r"家属|亲属|家人|家庭|一家|全家|夫妇|夫妻|配偶|伉俪|父子|父女|母子|母女|兄弟|姐妹|双胞胎"
    r"|之[父母妻夫子女]|第?[一二三四五六七八九十]子|[生嫡庶皇遗][子女]|所生|皇后|王妃|后[裔嗣]|[结再离]婚|[嫁娶]"
)
_ANY: Final = "|".join(_KIN.values())
_ORDERED: Final = rf"[大小二三]?(?:{_ANY})"
# That kin is what is asked after: 他的小儿子叫什么, who was his wife.
_ASKED = re.compile(
    rf"({_ORDERED})(?:现在|究竟|到底)?(?:的(?:名字|姓名))?(?:是|叫|姓)(?:什么|啥|谁|哪)"
    rf"|谁是[^,。?]{{1,12}}?({_ORDERED})(?=[?]|$)"
    rf"|who(?:['’]s| is| was)[^,?]*?({_ORDERED})(?=[?]|$| of\b)"
    rf"|(?:name of|called)[^,?]*?({_ORDERED})"
)
# The elder, and the younger, of two.
_ELDER, _YOUNGER = re.compile(r"[长大]|elde"), re.compile(r"[次二小幼]|young")
_RIGHT_BEFORE = re.compile(rf"({_ORDERED})(?:[是叫为:]|名叫)?$")
_OWNER = re.compile(rf"(?P<owner>[\u4e00-\u9fff·]{{2,16}}?)的?{_ORDERED}")
_NAMESAKE = re.compile(rf"(?P<namesake>[老小][\u4e00-\u9fff·]{{2,10}}?)[和与的及]?{_ORDERED}$")
# Somebody's kin, whatever is asked of them: 林小满的妻子, 他的儿子.
_OWNED = re.compile(
    r"[\u4e00-\u9fff·](?<!谁)的(?P<kin>[大小长次]?(?:妻子|丈夫|太太|老[公婆]|儿子|女儿|父亲|母亲"
    r"|[爸妈爷奶哥弟姐妹]{2}|孙[子女]))(?!河|卡|城)"
    r"|['’]s? (?:\w+ ){0,2}?"
    r"(?P<whose>wife|husband|son|daughter|father|mother|brother|sister)\b(?!-in)"
)
_ELDER_AND_YOUNGER: Final = frozenset("老小")
_SHORT: Final = 2  # characters of no full name: 老林
_OWNS = re.compile(rf"的?{_ORDERED}(?:[是叫为:]|名叫)?")
_LOOKED_AT = 8  # characters before a name


@lru_cache(maxsize=32)  # asked of each list of names
def kin_asked(question_key: str) -> str:
    """The words by which a question asks after somebody's kin; empty where it does not."""
    match = _ASKED.search(question_key)
    return next(filter(None, match.groups())) if match else ""


def is_other_kin(asked: str, source: PassagePeople, mention: Mention) -> bool:
    """Whether a text calls somebody other kin than a question asks after.

    Args:
        asked: As `kin_asked` gives it.
        source: The passage.
        mention: One of its people.
    """
    told = _kin_before(source.key, mention.start)
    return bool(asked and told) and (_kinds(asked) != _kinds(told) or _is_of_other_age(asked, told))


def is_kin(asked: str, source: PassagePeople, mention: Mention) -> bool:
    """Whether a text calls somebody the kin that a question asks after."""
    told = _kin_before(source.key, mention.start)
    return bool(asked and told) and not is_other_kin(asked, source, mention)


def tells_kin(asked: str, source: PassagePeople, mention: Mention) -> bool:
    """Whether the sentence of a mention tells of such kin, from the one side or the other.

    Whose wife somebody is, is told by her husband, too.
    """
    sentence = source.key[slice(*mention.sentence)]
    return any(re.search(side, sentence) for side in _from_both_sides(asked))


def is_kin_nowhere(question_key: str, keys: Sequence[str]) -> bool:
    """Whether a question is about somebody's wife or son, say, and no passage tells of such kin.

    What passages tell of others is then not told of them. From either side, as in `tells_kin`.

    Args:
        question_key: The question, folded.
        keys: The passages, folded; of one article.
    """
    owned = _OWNED.search(question_key)
    sides = _from_both_sides(owned["kin"] or owned["whose"]) if owned else []
    told = "|".join((*sides, _OF_ANY))
    return bool(sides) and not any(re.search(told, key) for key in keys)


def is_kin_of_namesake(question_key: str, source: PassagePeople, mention: Mention) -> bool:
    """Whether somebody is 老 or 小 somebody whose kin is asked after, or that one's kin.

    老林小满和妻子某某 tells nothing of the wife of 林小满.
    """
    whose = _OWNER.search(question_key)
    told = _NAMESAKE.search(source.key, mention.sentence[0], mention.start)
    namesakes = (source.name_of(mention), told["namesake"] if told else "")
    return whose is not None and any(
        each[:1] in _ELDER_AND_YOUNGER
        and whose["owner"].endswith(each[1:])
        and not whose["owner"].endswith(each)
        for each in namesakes
        if len(each) > _SHORT
    )


def is_only_owner(source: PassagePeople, mention: Mention) -> bool:
    """Whether somebody only tells whose kin another person is: 王某 in 王某的女儿李某接手."""
    behind = _OWNS.match(source.key, mention.end)
    return behind is not None and any(each.start == behind.end() for each in source.people)


def _kin_before(key: str, start: int) -> str:
    match = _RIGHT_BEFORE.search(key[max(0, start - _LOOKED_AT) : start])
    return match[1] if match else ""


def _from_both_sides(words: str) -> list[str]:
    """The patterns of the kin that words name, and of what these call whoever calls them so."""
    kinds = _kinds(words)
    return [_KIN[side] for kind in kinds for side in (kind, *_SEEN_BY.get(kind, ()))]


def _kinds(words: str) -> Sequence[str]:
    return [kind for kind, pattern in _KIN.items() if re.search(pattern, words)]


def _is_of_other_age(asked: str, told: str) -> bool:
    sides = ((_ELDER, _YOUNGER), (_YOUNGER, _ELDER))
    return any(one.match(asked) and other.match(told) for one, other in sides)
