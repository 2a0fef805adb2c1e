"""The body whose people a question asks after: 代表省住建厅到会的是谁, 教育部门来的是哪位."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from index.fold import fold
from qa.people.fitting import stands_for
from qa.people.name_lists import NameList

_ENDS: Final = "局厅部委办署院处科室会社"
_BODY: Final = rf"[\u4e00-\u9fff]{{2,12}}?(?:[{_ENDS}]|部门|系统|法院|公司|集团)"
_CAME: Final = r"(?:方面)?(?:派)?(?:来|去|到场|到会|出席|参加|参会|与会|派出)"
_ASKS: Final = r"[^,。?]{0,8}?(?:的?(?:领导|官员|人|代表)?[是有叫](?:谁|哪)|了?(?:谁|哪))"
_OF_BODY: Final = (
    re.compile(rf"(?:代表|来自)(?P<body>{_BODY}){_CAME}?{_ASKS}"),
    re.compile(rf"(?:^|[,;:会上中])(?P<body>{_BODY}){_CAME}{_ASKS}"),
)
_BODY_NAMED: Final = re.compile(
    rf"[^,。;:!?、0-9]{{1,24}}(?:[{_ENDS}所馆校台网厂团队站行]|公司|集团|协会|大学|中心|组织|政府|机构|企业|基金|联盟|平台|媒体|部门)"
)
_DEPARTMENT: Final = re.compile(r"部门|系统|方面")


def may_be_body(words: str) -> bool:
    """Whether words are what firms, offices and teams are called, and no more."""
    return bool(_BODY_NAMED.fullmatch(words))


def of_body_asked(question_key: str, lists: Sequence[NameList]) -> list[NameList]:
    """The lists with those of the body alone whose people are asked after.

    All of them where the question names no body so, or nobody is of it. A short form of a body's
    name (发改委) has its first character, its others in their order, and ends as it does.
    """
    body = body_asked(question_key)
    left = [
        replace(each, people=people)
        for each in lists
        if body and (people := tuple(one for one in each.people if is_of_body(body, one.title)))
    ]
    return left or list(lists)


@lru_cache(maxsize=32)  # asked of each choice of lists
def body_asked(question_key: str) -> str:
    """The body whose people are asked after; empty for none."""
    found = (pattern.search(question_key) for pattern in _OF_BODY)
    return next((match["body"] for match in found if match), "")


def is_of_body(body: str, title: str) -> bool:
    """Whether a title, in its own script, is held in a body, by its name or a short form of it."""
    title = fold(title)
    plain = _DEPARTMENT.sub("", body)
    own = plain.lstrip("省市县区国全该")
    if plain != body or own[-1:] not in _ENDS:  # 教育部门, 公司
        return own in title
    return any(
        title[start] == own[0] and stands_for(own, title[start : end + 1])
        for start in range(len(title))
        for end in range(start + 1, len(title))
        if title[end] == own[-1] and not re.search("[、,]", title[start:end])
    )
