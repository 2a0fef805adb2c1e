"""What close reading points at: the stretch of a passage that answers, in whole words and marks.

Rules know what days, amounts and places look like; who reads question and passage together knows
which words answer, whatever kind they are of.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from index.cross_encoder import Reading
from qa.question import Question
from qa.short.candidate import Candidate
from qa.short.days import asks_point
from qa.short.hosts import of_act_asked
from qa.short.listed import BETWEEN_NAMES, MORE_ITEMS
from qa.short.units import UNIT, asks_of_whole, unit_class
from qa.short.written import is_no_share, read_amounts

# From these log odds that an answer begins there, what is pointed at may be stated; how sure it is
# at even odds, and how much surer with each of the log odds: so that it is right about as often as
# another candidate of that score. Chosen on our own questions about news that were held out.
_LEAST: Final = -4.0
_EVEN, _SURER = 0.62, 0.06
STATED: Final = _EVEN + _SURER * _LEAST  # the score of what is just sure enough

# By so much rules must find another likelier to be believed instead; chosen on our own questions.
_FAR_LIKELIER: Final = 0.4

_WORDED: Final = frozenset({"place", "name", "reason"})
_FEW: Final = 16  # characters
_MARKS: Final = {
    "《": "》",
    "“": "”",
    "「": "」",
    "『": "』",
    "(": ")",
    "‘": "’",
    "[": "]",
    "<": ">",
}
_REST: Final = 8  # characters in which what is opened may still be closed
_EDGES: Final = " \t\n\u3000,。、;:!?·—-|"
_PARTED: Final = re.compile(r"[,;。]")
_LAST: Final = re.compile(r"(?:的|(?<![存所现正内自实潜])在)$")
# What is asked after one by one, and what only tells how many of it there are.
_EACH_ASKED: Final = re.compile(r"哪(?:些|几[个项条种家类名位]?)([\u4e00-\u9fff]{2,4})")
_COUNT: Final = re.compile(
    r"(?:[0-9]+|[一二两三四五六七八九十百多数]+)[余多]?[\u4e00-\u9fff]{1,2}?"
)
_AMOUNT_ASKED: Final = re.compile(r"[价率数量额分值温期日间龄码度名次级幅]|多|几|比例|成绩")
_BARE_AMOUNT: Final = re.compile(
    rf"[约近超达]?[0-9][0-9.,]*[万亿千百]*[余多]?(?:{UNIT})|[0-9.]+%(?:至[0-9.,]+[万亿]*(?:{UNIT}))?"
)
# What stands around a length of time that is one still; 六年后 and 两小时前 are points in time.
_ABOUT: Final = re.compile(r"(?:历时|用了|长达|将近|大约|左右|[约近超达整共多余来])*")
_SHORT_YEAR: Final = re.compile("[05-9][0-9]年")  # 98年 is one more likely than a length
_SHORT_QUESTION: Final = 40  # characters; longer ones tell something, too
_ASKING: Final = re.compile("谁|哪|什么|如何|怎么?样?|为何|多少|多[大长久高远]|几")
_SEVERAL_ASKED: Final = re.compile(
    r"哪些|哪[几两二三四五六七八九十]|\bwhich (?:\w+ )?\w+(?:s|ies)\b"
)
_CUT_OFF: Final = re.compile(r"(?:和(?![平谐睦解善气约棋服田县牌尚])|以及|及(?![格时早]))")
# What only leads to what answers, and what would join more to it: 据|某局, 27支|和.
_LEADING: Final = re.compile(r"据(?![点说悉称守理])(?=[\u4e00-\u9fff]{2})")
_JOINING: Final = re.compile(r"(?<=[0-9人名位个支队项件家元万亿%”》])(?:以及|和|与|及)$")
# A figure right before a stretch that begins with what is counted or measured: 1773 |年.
_FIGURE: Final = re.compile(r"(?<![0-9.,])[0-9][0-9,.]*[ \u3000]?$")
_UNITS: Final = frozenset("年月日号时点分秒人名位个只次岁元万亿千百级度倍%℃")


def pointed(reading: Reading | None, sentence: tuple[int, int], key: str) -> Candidate | None:
    """The stretch that answers, of those that begin in a sentence, as far as the sentence goes.

    None where nobody read the passage, or nothing there surely enough answers.

    Args:
        reading: What the passage says to the question.
        sentence: The span of the sentence.
        key: The passage's key.
    """
    stretch = reading.stretch(*sentence) if reading else None
    if reading is None or stretch is None or _is_question(key, sentence):
        return None
    odds = reading.within(*sentence)
    start, end = _trimmed(key, stretch[0], min(stretch[1], sentence[1]))
    if odds < _LEAST or start >= end:
        return None
    return Candidate(start, end, "words", _EVEN + _SURER * odds, key[start:end])


def _is_question(key: str, sentence: tuple[int, int]) -> bool:
    """Whether a sentence asks something itself, as in an interview: it answers nothing."""
    return key[slice(*sentence)].rstrip(' \n"”」』').endswith("?")


def asks_the_same(question: Question, key: str, sentence: tuple[int, int]) -> bool:
    """Whether a sentence is a short question with the asking word of another one: 如何预防呢?."""
    words = key[slice(*sentence)].strip()
    if not _is_question(key, sentence) or len(words) > _SHORT_QUESTION or "“" in words:
        return False
    return not set(_ASKING.findall(words)).isdisjoint(_ASKING.findall(question.key))


def fitting(question: Question, point: Candidate | None, key: str) -> Candidate | None:
    """What is pointed at as far as it fits what is asked; None where it does not.

    Those who do another act than is asked after are left out, the rest of a list is added.

    Args:
        question: The question.
        point: What is pointed at, if anything.
        key: The passage's key.
    """
    if point is None:
        return None
    point = of_act_asked(question.key, point)
    if _only_counts(question.key, point) or _is_bare_amount(question, point):
        return None
    if question.kind == "when" and asks_point(question.key) and _is_length_of_time(point.value):
        return None
    if question.kind == "howmany" and _is_of_no_share(question.key, point):
        return None
    if _CUT_OFF.match(point.value) and key[point.start - 1 : point.start].isalnum():
        return None  # the second of two: 公民|和游客
    return _with_all_listed(question.key, point, key)


def _is_bare_amount(question: Question, point: Candidate) -> bool:
    """Whether what is pointed at is an amount alone, where a reason or a thing is asked after.

    5名 to 以换取什么; 票价是什么 asks after one, and so may what in English.
    """
    if question.kind != "why" and (question.kind != "what" or question.language == "en"):
        return False
    if _AMOUNT_ASKED.search(question.key):
        return False
    return bool(_BARE_AMOUNT.fullmatch(point.value))


def _is_length_of_time(value: str) -> bool:
    """Whether a stretch tells how long alone: 近六年, 3个小时, which no 哪天 or 几点 asks after."""
    amounts = () if _SHORT_YEAR.fullmatch(value) else tuple(read_amounts(value))
    if not amounts or any(unit_class(each.unit) != "time" for each in amounts):
        return False
    edges = (0, *(edge for each in amounts for edge in (each.start, each.end)), len(value))
    around = zip(edges[::2], edges[1::2], strict=True)
    return all(_ABOUT.fullmatch(value, start, end) for start, end in around)


def _is_of_no_share(question_key: str, point: Candidate) -> bool:
    """Whether what is pointed at is no amount of a whole, and how much of one is asked after."""
    told = [is_no_share(each) for each in read_amounts(point.value)]
    return any(told) and all(told) and asks_of_whole(question_key)


def _with_all_listed(question_key: str, point: Candidate, key: str) -> Candidate:
    """What is pointed at with the rest of its list, where several are asked after."""
    if not _SEVERAL_ASKED.search(question_key):
        return point
    rest = MORE_ITEMS.match(key, point.end)
    end = rest.end() if rest else point.end
    return replace(point, end=end, value=key[point.start : end])


def _only_counts(question_key: str, point: Candidate) -> bool:
    """Whether what is pointed at only tells how many there are of what is asked after one by one.

    两条航线 to 哪些航线.
    """
    asked = _EACH_ASKED.search(question_key)
    count = _COUNT.match(point.value) if asked else None
    if not (asked and count):
        return False
    things = {asked[1][:length] for length in range(2, len(asked[1]) + 1)}
    return any(re.fullmatch(_COUNT.pattern + thing, point.value) for thing in things)


def led_by(point: Candidate | None, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Candidates of a passage with what is pointed at first, and so as sure as the surest of them.

    The surest that it overlaps stands for it, and knows what days it means or who says it. It
    stands for itself where it holds several that do not overlap each other, as a list does, and
    where in a few words it tells more of a place, a name or a reason: 青岚 of 青岚火星营地. Where
    rules find another so much likelier than that one, theirs is first: 400元 of 由150元提高到400元.

    Args:
        point: What is pointed at; None leaves all as it is.
        candidates: What may answer, best first.
    """
    if point is None or _is_another_figure(point, candidates):
        return tuple(candidates)
    inside = [each for each in candidates if each.start < point.end and point.start < each.end]
    if inside and candidates[0].score >= inside[0].score + _FAR_LIKELIER:
        return tuple(candidates)
    first = inside[0] if inside and not _tells_more(point, inside) else point
    rest = [each for each in candidates if each.end <= first.start or first.end <= each.start]
    surest = max([first.score, point.score, *(each.score for each in rest[:1])])
    return (replace(first, score=surest), *rest)


def _is_another_figure(point: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether an amount is pointed at, nothing else, that is none of those that may answer."""
    if not candidates or candidates[0].kind != "number":
        return False
    if any(each.start < point.end and point.start < each.end for each in candidates):
        return False
    amounts = read_amounts(point.value)
    if not amounts or unit_class(amounts[0].unit) in {"", "count"}:  # 5.4个 may be of 地球日
        return False
    return (amounts[0].start, amounts[-1].end) == (0, len(point.value))


def _tells_more(point: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether what is pointed at tells more than the first of the candidates that it overlaps.

    A list does; several figures, each of which says of another thing what it is, do not, nor does
    one that is far likelier than the others, or where it is a figure, likelier than the one at
    which reading has an answer begin.
    """
    first = candidates[0]
    if first.kind == "number" and (_PARTED.search(point.value) or first.start > point.start + 1):
        return False
    and_more = BETWEEN_NAMES.match(point.value, first.end - first.start)
    if first.kind in _WORDED and point.start == first.start and and_more:
        return True
    others = [each for each in candidates if each.end <= first.start or first.end <= each.start]
    if others:
        return first.score < others[0].score + _FAR_LIKELIER
    held = point.start <= first.start and first.end <= point.end
    return held and first.kind in _WORDED and point.end - point.start <= _FEW


def _trimmed(key: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without what only joins it to others; pairs of marks, and figures, made whole."""
    while start < end and key[start] in _EDGES:
        start += 1
    while start < end and (key[end - 1] in _EDGES or _LAST.search(key, start, end)):
        end -= 1
    if start < end and key[start] in _UNITS and (figure := _FIGURE.search(key, 0, start)):
        start = figure.start()
    return _with_marks(key, *_without_joining(key, start, end))


def _without_joining(key: str, start: int, end: int) -> tuple[int, int]:
    leads, joins = _LEADING.match(key, start, end), _JOINING.search(key, start, end)
    return leads.end() if leads else start, joins.start() if joins else end


def _with_marks(key: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with pairs of marks made whole, or without a mark that has no other."""
    for opening, closing in _MARKS.items():
        part = key[start:end]
        listed = closing in part and not part.endswith(opening)
        rest = _REST if listed else 1  # the last one of a list is told whole
        if part.count(opening) > part.count(closing) and closing in key[end : end + rest]:
            end = key.index(closing, end) + 1
        elif part.count(closing) > part.count(opening) and key[start - 1 : start] == opening:
            start -= 1
        elif (part.startswith(opening) and closing not in part) or part.startswith(closing):
            start += 1
        elif (part.endswith(closing) and opening not in part) or part.endswith(opening):
            end -= 1
    return start, end
