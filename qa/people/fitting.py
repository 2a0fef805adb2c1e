"""Whether somebody's office is another than the one that a question asks after.

Endings of titles that are alike (组织部副部长, 宣传部副部长) do not make offices alike: rank,
department and level must not speak against it. What a title does not say speaks against nothing.
"""

import re
from collections.abc import Iterator

from qa.people.lexicon import ABBREVIATED_OFFICES, CHIEF_OF, PLURAL_HEAD, RANKED_OFFICE, is_head

_DEPUTY = "副"
_NO_DEPUTY = rf"(?<!{_DEPUTY})(?<!名誉)(?<!荣誉)"
_NOT_ITSELF = r"(?!候选|参选|助理|夫人|秘书|顾问|特使|特别|府|办公室|助手|人选)"
_WRITTEN_AS = {**ABBREVIATED_OFFICES, "新闻发言人": "发言人"}
_OFFICE, _OFFICE_NAMED = (
    re.compile(f"{RANKED_OFFICE}$"),
    re.compile(f"{_NO_DEPUTY}({RANKED_OFFICE})(?=[的今现当年在是为于多有何几谁什哪去被因,?]|$)"),
)
_DEPARTMENT = re.compile(r"(?:[部局厅委办会院署处科室站台庭联]|人大|政协|办公室)$")
_PARTY = re.compile(r"委|.*党工?委")
_LEVELS = "省市县区镇乡州旗村"
_LEVEL = re.compile(rf"[{_LEVELS}]")
_NO_LEVEL = re.compile(
    r"市场|市政(?!府|协)|城市|都市|地区|社区|区域|小区|校区|院区|乡村|农村|村镇|城镇|城乡"
)
# 长 ends titles, but begins 长春 and 长沙.
_PLACE_NAME = (
    r"(?:(?![副任原前代委常]|长(?![春沙治宁兴乐葛垣白寿阳丰岭武海岛汀泰子]))[\u4e00-\u9fff]){2,3}?"
)
_PLACE = re.compile(rf"({_PLACE_NAME})([{_LEVELS}])(?!长)|^({_PLACE_NAME})([{_LEVELS}])长")
_SINCE = re.compile(r"^(?:[新现前原首继历时老]任|[原前老]|代理)")  # tells no department
_GOVERNMENTS = {"港府": "香港", "澳府": "澳门"}  # whose departments are called by their places
_SEGMENTS = re.compile(r"[、,兼\s]")


def is_other_office(asked: str, title: str, clause: str) -> bool:
    """Whether somebody with a title holds another office than the one asked after.

    Args:
        asked: The office as the question gives it, with whatever stands before it.
        title: The title.
        clause: What is said around the name; where the office stands in it, it may be given.
    """
    office = _office(asked)
    offices = [segment for segment in _SEGMENTS.split(title) if _tells_office(segment)]
    if not office or not offices:
        return False
    alike = [segment for segment in offices if _office(segment) == office]
    if alike:
        return all(_is_elsewhere(asked, segment, title) for segment in alike)
    return not tells_office(office, clause)


def tells_office(office: str, words: str) -> bool:
    """Whether words tell an office itself, and not its deputy's, a candidate's for it or an aide's.

    市长 in 王市长, and not in 副市长, 市长候选人, 名誉市长 or 市长秘书.
    """
    written = "|".join(
        [re.escape(office), *(w for w, meant in _WRITTEN_AS.items() if meant == office)]
    )
    return bool(re.search(f"{_NO_DEPUTY}(?:{written}){_NOT_ITSELF}", words))


def tells_deputy_alone(question_key: str, sentence: str, text: str) -> bool:
    """Whether a sentence tells of an office's deputy, and its text of nobody who holds the office.

    Of an office that a question names: 镇长, and not where it only calls something, as 镇长热线 or
    总统大选.
    """
    named = (match[1] for match in _OFFICE_NAMED.finditer(question_key))
    return any(_DEPUTY + each in sentence and not tells_office(each, text) for each in named)


def names_office(words: str) -> bool:
    """Whether words end with an office: 副主席, 财政局局长; not 选手."""
    return bool(_office(words))


def _tells_office(segment: str) -> bool:
    """Whether part of a title is an office or a job; what many are at once tells neither."""
    return bool(_office(segment)) or (is_head(segment) and not PLURAL_HEAD.search(segment))


def _office(title: str) -> str:
    """The office that a title ends with, as far as it tells rank: 副部长; empty where none is."""
    return _parted(title)[1]


def _is_elsewhere(asked: str, segment: str, title: str) -> bool:
    """Whether the same office is held in another department, level or place."""
    other, wanted = _department(segment), _department(asked)
    if other and wanted and not _same_department(other, wanted):
        return not stands_for(asked, title)  # 卫监执法科长: 卫生监督所监督执法一科科长
    return _is_of_other_level(asked, segment, title) or _is_of_other_place(asked, segment)


def _department(title: str) -> str:
    """The department of a title: 组织部 of 市委组织部副部长; empty where it names none."""
    office = _office(title)
    rest = _SINCE.sub("", _parted(title)[0].removesuffix("常务"))
    chief = office[-2:-1] if office.endswith("长") else ""
    if chief in CHIEF_OF and rest and not rest.endswith(chief):
        rest += chief
    own = re.split(rf"[{_LEVELS}](?=.)", _NO_LEVEL.sub("□□", rest))[-1] if rest else ""
    own = rest[len(rest) - len(own) :]
    return own if _DEPARTMENT.search(own) else ""


def _parted(title: str) -> tuple[str, str]:
    """What stands before the office that a title ends with, and the office with its rank."""
    match = _OFFICE.search(title)
    before = title[: match.start()] if match else title
    rank = re.search(rf"(?:{_DEPUTY}|[名荣]誉)$", before)
    held = _WRITTEN_AS.get(match[0], match[0]) if match else ""
    ranked = rank[0] + held if rank and held else held
    return before[: rank.start()] if rank else before, ranked


def _same_department(one: str, other: str) -> bool:
    """Whether the shorter of two names may stand for the longer: 交通局, 交通运输局."""
    for government, place in _GOVERNMENTS.items():
        one, other = one.replace(government, place), other.replace(government, place)
    if _PARTY.fullmatch(one) or _PARTY.fullmatch(other):
        return bool(_PARTY.fullmatch(one) and _PARTY.fullmatch(other))
    short, long = sorted((one, other), key=len)
    return stands_for(short, long)


def stands_for(short: str, long: str) -> bool:
    """Whether all characters of a name stand in a longer one, in their order."""
    rest = iter(long)
    return all(char in rest for char in short)


def _is_of_other_level(asked: str, segment: str, title: str) -> bool:
    """Whether one is of a county, say, and the other of a city; the title may tell it elsewhere."""
    held, wanted = _levels(segment) or _levels(title), _levels(asked)
    told = bool(held and wanted)
    return told and held[-1] not in wanted and wanted[-1] not in held


def _levels(title: str) -> list[str]:
    return _LEVEL.findall(_NO_LEVEL.sub("", title))


def _is_of_other_place(asked: str, segment: str) -> bool:
    """Whether both name a place of one level, and not the same."""
    wanted, named = dict(_places(asked)), dict(_places(segment))
    return any(
        level in named and not (name.endswith(named[level]) or named[level].endswith(name))
        for level, name in wanted.items()
    )


def _places(title: str) -> Iterator[tuple[str, str]]:
    found = _PLACE.finditer(_NO_LEVEL.sub("□□", title))
    return ((match[2] or match[4], match[1] or match[3]) for match in found)
