"""What a passage says outright of what is asked after: 原名周桂, 最快的是高新区, 表决结果14比17."""

import re
from collections.abc import Iterator

from qa.short.candidate import Candidate
from qa.short.nearness import Nearness

_REST = r"[^,。;:!?\n()“”]"
_MOST_ASKED = re.compile(r"最(?![近后终新初早晚先])([\u4e00-\u9fff])")
_WHICH = re.compile(r"哪|什么")
# Names of a kind of their own, in the words of the question: 原名, 笔名, 全称.
_TERM_ASKED = re.compile(
    r"((?:[原本又别艺笔网暂化真乳小学俗旧全简统]|曾用|英文|中文)[名称])(?:是|叫|为)?(?:什么|啥|[?。]?$)"
)
_RESULT_ASKED = re.compile(
    r"([\u4e00-\u9fff]{2}|)的?结果(?:如何|怎[么]?样|是?什么|出来|呢|是|为)*[?。]?$"
)
_DONE = (
    r"(?:捐赠|捐献|捐出|捐|赠送|赠予|颁发|授予|缴获|查获|查处|没收|偷走|偷|盗走|抢走|丢失|丢|购买|购入|出售"
    r"|卖出|展出|展示|带来|收获|收到|获得|荣获|签署|推出|研发|发明|建造|种植|饲养|收养)"
)
_DONE_ASKED = re.compile(
    rf"({_DONE})(?:了|过|的是|的)?(?:些|一些)?(?:什么|啥|哪些)(?:东西|物品)?[?。]?$"
)
_URGES = r"(?:提醒|呼吁|建议|要求|警告|敦促|倡议|劝告|奉劝)"
_URGED_ASKED = re.compile(rf"({_URGES})[^,。?]{{0,14}}?(?:什么|啥|怎么做|哪些)[?。]?$")
_DONE_TO = r"(?:给|予|到|至|与|出|在)?"
_COUNTED = re.compile(r".*的(?=[0-9一二三四五六七八九十百千万两])")
_SAYS = 0.4


def find_told(question_key: str, key: str, near: Nearness) -> Iterator[Candidate]:
    """What is named right behind the words that a question asks with, by what these words are."""
    seen = set[int]()
    for start, end in _stretches(question_key, key):
        words = key[start:end]
        if start not in seen and words not in question_key:
            seen.add(start)
            yield Candidate(start, end, "name", near.at(start, end) + _SAYS, words)


def _stretches(question_key: str, key: str) -> Iterator[tuple[int, int]]:
    most = _MOST_ASKED.search(question_key)
    if most and _WHICH.search(question_key):
        outright = rf"最{most[1]}[^,。;:!?、\n]{{0,10}}?(?:是|为|:)({_REST}{{2,16}})"
        yield from (match.span(1) for match in re.finditer(outright, key))
    if term := _TERM_ASKED.search(question_key):
        named = rf"{term[1]}(?:叫做?|[是为:])?({_REST}{{2,16}})"
        yield from (match.span(1) for match in re.finditer(named, key))
    if result := _RESULT_ASKED.search(question_key):
        told = rf"{result[1]}的?结果(?:显示|[是为:])*({_REST}{{2,24}})"
        yield from (match.span(1) for match in re.finditer(told, key))
    if urged := _URGED_ASKED.search(question_key):
        told = rf"{urged[1]}[^,。;:!?\n]{{0,24}}[,:]([^。;!?\n]{{4,80}})"
        yield from (match.span(1) for match in re.finditer(told, key))
    if done := _DONE_ASKED.search(question_key):
        yield from _objects(done[1], key)


def _objects(verb: str, key: str) -> Iterator[tuple[int, int]]:
    """What a verb has behind it, or else behind 将 and 把, from its number on: 将43本剧本捐给."""
    verb = rf"{verb[0]}[赠献出送]?" if verb[0] in "捐赠" else verb
    before = rf"[将把]({_REST}{{2,40}}?){verb}"
    behind = rf"{verb}{_DONE_TO}了?(?![的赠献出送展会品者仪])({_REST}{{2,24}})"
    found = [*re.finditer(before, key)] or [*re.finditer(behind, key)]
    for match in found:
        counted = _COUNTED.match(match[1])
        yield match.start(1) + (counted.end() if counted else 0), match.end(1)
