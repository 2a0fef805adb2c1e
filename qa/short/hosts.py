"""Who holds an event, and who only helps: 甲主办,乙承办 names another for each."""

import re
from dataclasses import replace

from qa.short.candidate import Candidate

_ACTS = ("主办", "承办", "协办", "指导", "支持", "执行", "出品", "监制", "摄制", "发行")
_ACT = re.compile(rf"(?:{'|'.join(_ACTS)})(?:单位)?[,、;]?")
_OPENS = re.compile(r"^(?:[,、;]|由|并由|和|派出|联合)+")


def of_act_asked(question_key: str, point: Candidate) -> Candidate:
    """What is pointed at without those in it who do something else than is asked after.

    As it is where the question names no such act, or what is pointed at no other one.
    """
    if not any(act in question_key for act in _ACTS):
        return point
    others = [m for m in _ACT.finditer(point.value) if m[0][:2] not in question_key]
    if not others or others[-1].end() == len(point.value):
        return point
    rest = point.value[others[-1].end() :]
    cut = len(point.value) - len(_OPENS.sub("", rest))
    return replace(point, start=point.start + cut, value=point.value[cut:])
