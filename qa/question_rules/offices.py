"""How a named person's office is asked after: 罗秉义是什么职务, what is Luo Bingyi's job title.

Who that is, is what answers: a person is shown with the title. And it is what is looked for: texts
say 水利局局长罗秉义, and neither 职务 nor 担任.
"""

import re
from typing import Final

from corpus.surnames import COMPOUND_SURNAME, SURNAME

_HAN: Final = r"(?:(?![谁哪什么啥])[\u3400-\u9fff])"
_NAME: Final = (
    rf"(?:{COMPOUND_SURNAME}{_HAN}{{1,2}}|{SURNAME}{_HAN}{{1,2}}"
    rf"|{_HAN}{{1,8}}·[\u3400-\u9fff·]{{1,16}}?)"
)
_WHAT: Final = r"(?:什么|啥|何|哪个|哪种)"
_OFFICE: Final = r"(?:职务|职位|官职|头衔|身份|职业|职|官)"

# What body somebody is of, and how the names of such end, which a title then holds.
_BODIES: Final = {
    r"学校|高校|大学|中学|小学|院校|学院": (
        r"大学|学院|学校|[中小]学|[一二三四五六七八九十]中|附中|党校"
    ),
    r"医院": r"医院|卫生院|卫生所|医学中心",
    r"单位|机构|部门": r"[局部厅委办院所站处科社会署]|大学|中心|公司|集团|学校",
    r"公司|企业|集团": r"公司|集团|银行|厂|股份|科技|证券|汽车|企业",
    r"媒体|报社|电视台": r"[报社台网]|杂志|频道|电视|广播|传媒",
    r"球队|队伍?|俱乐部": r"队|俱乐部",
}
_BODY: Final = "|".join(_BODIES)
_MEMBER: Final = (
    r"(?:学生|老师|教师|教授|职工|员工|记者|医生|护士|干警|干部|工作人员|球员|队员|选手|人)"
)

# The first group is the name; the body that somebody is of may stand before it, or behind, and no
# time: what somebody once was is another question.
CHINESE_OFFICE: Final = (
    rf"^(?:请问|那么?)?(?:[^,。?]{{1,16}}?[的长员任记理授师监])?(?P<holder>{_NAME})"
    r"(?:在(?:(?![年时后前期朝代])[^,。?]){2,16}?)?"
    rf"(?P<asks>(?:现在|目前|如今|现|生前|又|究竟|到底)*"
    rf"(?:是{_WHAT}{_OFFICE}|(?:担任|出任|任|当|挂)(?:的是|过|了)?{_WHAT}{_OFFICE}?"
    rf"|的(?:具体)?{_OFFICE}(?:是|叫|为){_WHAT}|是(?:干|做){_WHAT}的"
    rf"|(?:是|来自)哪一?[个家所支]?(?P<body>{_BODY})的?{_MEMBER}?))(?=[呢啊呀]?[?。]*$)"
)
_LATIN: Final = r"(?P<{group}>(?!the |an? )[a-z.’-]+(?: [a-z.’-]+){{0,3}}?)"
_POST: Final = (
    r"(?:job|job title|occupation|profession|(?:official )?(?:post|title)|official position)"
)
# A country has a position and a role, too.
ENGLISH_OFFICE: Final = (
    rf"^(?:what(?: is|['’]s| was) {_LATIN.format(group='owner')}['’]s? {_POST}"
    rf"|what (?:job|office|post|position|title) (?:does|did) {_LATIN.format(group='holds')} hold"
    rf"|what(?: is|['’]s| was) the (?:job|occupation|profession) of {_LATIN.format(group='of')})"
    r"(?=\?*$)"
)
_ASKED: Final = re.compile(f"{CHINESE_OFFICE}|{ENGLISH_OFFICE}")


def holder_asked(key: str) -> str:
    """The name, as a question's key has it, of whom it asks the office; empty where it does not."""
    match = _ASKED.search(key)
    return str(next(filter(None, match.groups()))) if match else ""


def may_be_of_body(key: str, title: str) -> bool:
    """Whether a title may name the body that a question asks somebody to be of.

    It may where none is asked after, or where it holds what such a body's name ends with.

    Args:
        key: The question's key.
        title: The title, folded.
    """
    match = _ASKED.search(key)
    body = match["body"] if match else None
    return not body or any(
        re.search(ending, title) for asked, ending in _BODIES.items() if re.fullmatch(asked, body)
    )


def as_who(text: str, key: str) -> str:
    """A question after somebody's office as one of who that is; any other as it is.

    Args:
        text: The question.
        key: Its key, of the same length.
    """
    match = _ASKED.search(key)
    if match is None:
        return text
    if match["asks"]:
        return f"{text[: match.start('asks')]}是谁？"
    return f"Who is {text[slice(*match.span(match.lastindex or 0))]}?"
