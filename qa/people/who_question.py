"""What a who-question asks: acts, how many, of which kind, of which side, and who is left out."""

import re
from dataclasses import dataclass
from functools import lru_cache

from index.fold import HAN, fold
from qa.people.english import asked_of_office, english_kinds
from qa.people.lexicon import CALLED_ALSO, HEAD
from qa.people.pinyin import romanised_names
from qa.people.wording import Wording, read_wording
from qa.text.numerals import read_number
from qa.text.roles import asked_acts

_DIGITS = r"[0-9]{1,2}|[一二两三四五六七八九十]{1,2}"
_COUNTS = re.compile(
    rf"哪({_DIGITS})[位个名人]|(?:的|这|那|前|是)({_DIGITS})[位个名](?!月)|({_DIGITS})[位个名](?:人|专家|领导|嘉宾|代表)"
)
_ENGLISH_COUNT = re.compile(r"\b(?:which|what|who (?:are|were) the) (two|three|four|five|six) ")
_ENGLISH_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_KIND_BEHIND = re.compile(rf"哪(?:几|些|{_DIGITS})?[位个名些]?([^,?,。]{{1,8}})")
_KIND_BEFORE = re.compile(
    r"([^,?的]{2,14}?)(?:都|分别|各)?(?:有|是|为|换成了?|变成了?|改为)(?:谁|哪)"
    r"|谁(?:[^,?]{0,9}?(?:任命为|提名为|选举?为|当选为?|担任|出任|接任|就任|兼任|升任|拟任|代为履行|代行)"
    r"|是|任|当)([^,?]{2,14}?)(?:一职|职[责务]|$|[,?])"
    r"|([^,?]{2,14}?)(?:一职)?由谁来?(?:担任|出任|接任|兼任|任|当)"
    r"|([^,?的]{2,14}?)(?:叫什么|叫啥|姓什么|姓啥|的?(?:名字|姓名)[是叫](?:什么|啥))"
)
_CHIEF = re.compile(r"(?<=[\u4e00-\u9fff])([局厅部处科院校])的?(?:一把手|掌门人)")
_HEADED = "省市县区镇乡村州局厅部校院团队"
_CHIEF_OF = re.compile(rf"(?<=[{_HEADED}])的(?=[{_HEADED}]长)")  # 石杼县的县长
_POINTED_AT = re.compile(r"[那这]一?[位个名]")  # 那位站长
_OUT = re.compile(
    r"除了?([^,。?]{1,14}?)(?:之外|以外|外|,|还|都)|([^,。?]{2,8}?)(?:之外|以外)"
    r"|(?:besides|apart from|other than|except(?: for)?|in addition to|alongside) ([^,?]{2,40})"
)
_OBJECT = re.compile(
    r"(?:会见|会晤|接见|见|拜会|会面|会谈|邀请|请|任命|聘请|接待)(?:到|了|过)*(?:的(?:人|外宾|客人)?(?:都)?(?:是|有))?(?:了)?(?:哪|谁|什么人)"
    r"|(?:和|与|同|跟)(?:他|她|其)?[^,。?]{0,12}(?:会见|会晤|会谈|会面|见面|通话)的?(?:是|有)?(?:谁|哪)"
    r"|(?<!谁)(?:和|与|同|跟)(?:谁|哪)"
    r"|\b(?:who|whom|which)\b.{0,40}\b(?:did|does)\b.{0,60}\b(?:meet|met|talks|receive|invite|appoint)"
    r"|with whom|met whom"
)
_SUBJECT = re.compile(
    r"(?:谁|哪[^,。?]{0,9})(?:出面)?[^,。?]{0,4}(?:会见|会晤|接见|接待|会面)"
    r"|\bwho(?:m)? (?:met|received|greeted|welcomed)|official to (?:meet|receive)"
)
_ALL = r"(?<![成首京古故旧新])都(?![市会江])"  # not of a city's name
_SEVERAL = re.compile(rf"[和与]谁|双方|各由|各是|分别|{_ALL}|\bwere\b|\btwo\b")
_MANY = re.compile(rf"{_ALL}|分别|各|哪些|哪几|有谁|还有|多位|[和与]谁|\bwere\b|\bare\b")
_UNTIL_VERB = re.compile(
    r"参|出|到|来|在|上|一起|致|发|会|讲|主持|陪|签|同|接|获|去|担任|捧|代表双"
)
_SINGLE = re.compile(
    r"主持人是谁|是谁(?!和)|由谁|谁主持|哪一?位|\bwho (?:was|is) the\b"
    r"|\bwhich [a-z ]*official\b"
)


# What somebody does alone, or some do: where close reading knows better than lists who did it.
_DEEDS = frozenset({"创作", "夺冠", "获奖", "涉案", "表示", "任命"})


@dataclass(frozen=True, slots=True)
class WhoQuestion:
    """What a who-question asks.

    Attributes:
        key: The question's key.
        acts: What the people asked after did, as `qa.text.roles` names it; none if it is not said.
        count: How many there are; 0 where the question does not say.
        kinds: The kinds of people that the question names (哪两位前主席): for each, the words that
            a title may hold, longest first.
        several: Whether the question's words say that there are more than one.
        left_out: What stands behind 除了 or before 之外: names or titles.
        side: "object" for those whom somebody meets or appoints, "subject" for those who do it,
            else empty.
        romanised: The Chinese names that an English question holds, as in `qa.people.pinyin`.
        wording: What it says, to look for around lists of names.
    """

    key: str
    acts: tuple[str, ...]
    count: int
    kinds: tuple[tuple[str, ...], ...]
    several: bool
    left_out: tuple[str, ...]
    side: str
    romanised: tuple[tuple[str, str], ...]
    wording: Wording

    @property
    def is_of_holder(self) -> bool:
        """Whether the question asks who holds or is given an office, which one person does."""
        by_office = bool(self.kinds) and {"任命"}.issuperset(self.acts[:1])
        return by_office and not self.several and self.count <= 1

    def may_be(self, count: int) -> bool:
        """Whether so many people may be all who are asked after, none of them one of an event's.

        Whoever attends, chairs or speaks is told by lists of names, in sentence after sentence.
        """
        whole = self.count == count or not (self.count or self.several)
        return whole and _DEEDS.issuperset(self.acts)


@lru_cache(maxsize=256)  # several choose among the people for one question
def read_who_question(question: str) -> WhoQuestion:
    """What a question asks, in Simplified, Traditional or English; never fails."""
    key = fold(question)
    chinese = HAN.search(key) is not None
    told = _CHIEF_OF.sub("", _CHIEF.sub(r"\1\1长", key)) if chinese else asked_of_office(key)
    english, is_one = ((), False) if chinese else english_kinds(told)
    left_out = tuple(next(filter(None, match.groups())) for match in _OUT.finditer(key))
    rest = _OUT.sub(lambda match: "," * len(match[0]), told)
    return WhoQuestion(
        key=key,
        acts=asked_acts(rest),
        count=_count(key) or int(is_one),
        kinds=english or _kinds(rest),
        several=bool(_MANY.search(key)),
        left_out=left_out,
        side="object" if _OBJECT.search(key) else "subject" if _SUBJECT.search(key) else "",
        romanised=romanised_names(question),
        wording=read_wording(question, key),
    )


def _count(key: str) -> int:
    match = _COUNTS.search(key)
    if match:
        return int(read_number(next(filter(None, match.groups()))) or 0)
    english = _ENGLISH_COUNT.search(key)
    if english:
        return _ENGLISH_NUMBERS[english[1]]
    return 1 if _SINGLE.search(key) and not _SEVERAL.search(key) else 0


def _kinds(key: str) -> tuple[tuple[str, ...], ...]:
    parts = [_to_head(_UNTIL_VERB.split(match[1])[0]) for match in _KIND_BEHIND.finditer(key)]
    parts += [next(filter(None, match.groups())) for match in _KIND_BEFORE.finditer(key)]
    parts = [_POINTED_AT.split(part)[-1] for part in parts]
    found = (_endings(piece) for part in parts for piece in _offices(part))
    return tuple(kinds for kinds in found if kinds)


def _to_head(piece: str) -> str:
    """A piece up to the last job or rank in it: 副主席 of 副主席跟着; all of it where none is."""
    ends = range(len(piece), 1, -1)
    return next((piece[:end] for end in ends if HEAD.search(piece[:end])), piece)


def _offices(part: str) -> list[str]:
    """What 和 and the like join, each with its job or rank: 发展和改革局 is one body's name."""
    pieces = [""]
    for piece in re.split(r"([和与、及])", part):
        joins = len(piece) == 1 and piece in "和与、及"
        if joins and HEAD.search(pieces[-1]):
            pieces.append("")
        else:
            pieces[-1] += piece
    return pieces


def _endings(piece: str) -> tuple[str, ...]:
    """The endings of a piece that are jobs or ranks, longest first, as titles may hold them.

    A deputy's or a former holder's (副市长, 前校长) are not the chief's.
    """
    other = max(piece.rfind(mark) for mark in "副前")
    starts = range(other + 1 if other >= 0 else len(piece) - 1)
    held = [piece[start:] for start in starts if HEAD.search(piece[start:])]
    return (*held, *(also for each in held for also in CALLED_ALSO.get(each, ())))
