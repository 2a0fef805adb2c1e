"""The title of a person: as long as it goes before the name, else the word behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.people.lexicon import (
    COUNTED,
    COURTESY,
    IN_CHARGE,
    PARTNER,
    PEOPLE_VERBS,
    PLACES_TO_STOP,
    PLURAL_HEAD,
    STOP_VERBS,
    TITLE_ADVERBS,
    TITLE_TIMES,
    TITLE_VERBS,
    UNIT,
    is_head,
)
from qa.people.mention import Span
from qa.text.names import PERSON, Word

_PLAIN_TAGS = frozenset({"n", "nz", "ORG", "LOC", "vn", "an", "a", "nw"})
_COPULA = frozenset("为 是 系 分别为 有 :".split())
_BRACKETS = {")": "(", "”": "“", "」": "「", "》": "《", '"': '"'}
_OPENING_QUOTES = '“「《"'
# Words that are titles before a name but something else behind one (张三代表双方签约).
_NOT_BEHIND = frozenset("代表 领导 主持 会员 成员 夫人 同学 总 主管 联系人 委员会".split())
_LONGEST_BRACKET = 14
_LONGEST_TITLE = 24  # in a line of its own
_MARK = re.compile(r"[,。;:!?]")
_HOLDING = re.compile(r"(?:现任|担任|身为|作为|出任)[^,。;!?\n]{2,40}的$")  # 现任书记的某某
_IN_BRACKETS = re.compile(r"([\u4e00-\u9fff、]{2,20})\)")


@dataclass(slots=True)
class _Walk:
    """Going left from a name over the words of its title."""

    key: str
    words: Sequence[Word]
    place: int  # the word to look at next; those to its right are in the title

    def text(self, place: int) -> str:
        if not 0 <= place < len(self.words):
            return ""
        word = self.words[place]
        return self.key[word.start : word.end]

    def is_head(self, place: int) -> bool:
        """Whether the word ends a title, by itself or with the word before it (护士|长)."""
        if place < 0 or self.tag(place) == PERSON:
            return False
        before = self.text(place - 1) if self.tag(place - 1) in _PLAIN_TAGS | {"v", "ad"} else ""
        return is_head(self.text(place)) or is_head(before + self.text(place))

    def tag(self, place: int) -> str:
        return self.words[place].tag if 0 <= place < len(self.words) else ""


def title_before(key: str, words: Sequence[Word], place: int) -> Span | None:
    """The span of the title before the name that is word ``place``; None where there is none."""
    walk = _Walk(key, words, place - 1)
    while walk.text(walk.place).isspace() and "\n" not in walk.text(walk.place):
        walk.place -= 1
    if walk.text(walk.place) in _COPULA and walk.is_head(walk.place - 1):
        walk.place -= 1
    if walk.text(walk.place) == "的" and _HOLDING.search(key, 0, words[walk.place].end):
        walk.place -= 1
    if walk.text(walk.place) == ")":
        walk.place = _opening(walk, walk.place) - 1
    quoted = walk.text(walk.place) in {"”", "」"} and walk.is_head(walk.place - 1)
    if not (quoted or walk.is_head(walk.place)):
        return None
    end = words[walk.place].end
    start = _segment_start(walk)
    if start is None:
        return None
    start = _over_earlier_segments(walk, start)
    if walk.tag(walk.place) == PERSON and key[start] in PARTNER:
        start += 1  # the recogniser draws it to a name: 陆青禾|同亚|美尼亚副外长
    while start < end - 1 and not (key[start].isalnum() or key[start] in _OPENING_QUOTES):
        start += 1
    return start, end


def title_behind(key: str, words: Sequence[Word], place: int) -> Span | None:
    """The span of the title directly behind the name that is word ``place``, or None."""
    if place + 1 >= len(words):
        return None
    word = words[place + 1]
    text = key[word.start : word.end]
    if text == "(":
        return _title_in_brackets(key, word.end)
    if text.isspace() and "\n" not in text:
        return _rest_of_line(key, words[place].start, word.end)
    if word.tag != "n" or not is_head(text) or text in _NOT_BEHIND:
        return None
    following = words[place + 2] if place + 2 < len(words) else None
    if following and following.tag in {PERSON, "n", "ORG", "vn"}:
        return None
    return word.start, word.end


def _rest_of_line(key: str, name: int, start: int) -> Span | None:
    """The title that fills the line behind the name that begins it: 王守义　历史系教授."""
    end = key.find("\n", start)
    end = len(key) if end < 0 else end
    rest = key[start:end].rstrip()
    begins = not name or key[name - 1] == "\n"
    if begins and len(rest) <= _LONGEST_TITLE and not _MARK.search(rest) and is_head(rest):
        return start, start + len(rest)
    return None


def _title_in_brackets(key: str, start: int) -> Span | None:
    """The title that brackets behind a name hold from ``start`` on, and nothing else: (市长)."""
    match = _IN_BRACKETS.match(key, start)
    return match.span(1) if match and is_head(match[1]) else None


def _segment_start(walk: _Walk) -> int | None:
    """Goes left over one segment (no 、 in it); its start, or None where it is empty."""
    start = None
    while walk.place >= 0:
        step = _step(walk)
        if not step:
            break
        walk.place -= step
        start = walk.words[walk.place + 1].start
    return _with_charge(walk, start)


def _with_charge(walk: _Walk, start: int | None) -> int | None:
    """The start moved left over "分管日常工作的", which tells deputies apart."""
    if start is None or walk.text(walk.place) != "的":
        return start
    floor = max((w.end for w in walk.words[: walk.place] if w.tag == PERSON), default=0)
    charge = IN_CHARGE.search(walk.key, floor, start)
    if not charge:
        return start
    while walk.place >= 0 and walk.words[walk.place].start >= charge.start():
        walk.place -= 1
    return charge.start()


def _step(walk: _Walk) -> int:
    """How many words to the left still belong to the segment: 0 where it ends."""
    text, tag, place = walk.text(walk.place), walk.tag(walk.place), walk.place
    if tag == PERSON:
        return 0
    if text in _BRACKETS:
        return place - _opening(walk, place) + 1 if _opening(walk, place) >= 0 else 0
    if tag == "w" or text.isspace():
        return int(
            text in {"·", "-", "/", "&"}
            or (text.isspace() and "\n" not in text and walk.text(place - 1) == "、")
        )
    if tag == "c" or text in {"与", "和", "及"}:
        return int(_joins_nouns(walk))
    if tag == "v":
        return int(_is_title_verb(walk))
    return int(_is_plain(text, tag))


def _is_plain(text: str, tag: str) -> bool:
    if tag in {"d", "ad", "f", "p", "r"}:
        return text in TITLE_ADVERBS or text == "那"
    if tag == "m":
        return not COUNTED.search(text)
    if tag == "s":
        return text not in PLACES_TO_STOP
    if tag == "TIME":
        return text in TITLE_TIMES
    return tag in _PLAIN_TAGS


def _joins_nouns(walk: _Walk) -> bool:
    """Whether 和 or 与 stands inside a title (外交和国际合作部长), not between two of the list."""
    left, right = walk.tag(walk.place - 1), walk.tag(walk.place + 1)
    if COURTESY.fullmatch(walk.text(walk.place - 1)):
        return False  # the courtesy of the name before: 张三先生和
    verb = left == "v" and walk.text(walk.place - 1) not in PEOPLE_VERBS | STOP_VERBS
    if not (left in _PLAIN_TAGS or verb) or (
        walk.text(walk.place) == "与" and right in {"ORG", "LOC"}
    ):
        return False
    if walk.tag(walk.place - 2) == PERSON and walk.is_head(walk.place - 1):
        return False  # the title of the name before: 张三上将和李四
    return not (left in {"ORG", "LOC"} and right in {"ORG", "LOC"})


def _is_title_verb(walk: _Walk) -> bool:
    text = walk.text(walk.place)
    if text in TITLE_VERBS:
        return True
    if len(text) == 1:
        return text not in STOP_VERBS
    if text in PEOPLE_VERBS:
        return False
    nouns = _PLAIN_TAGS | {"v"}
    inside = walk.tag(walk.place - 1) in nouns and walk.tag(walk.place + 1) in {"n", "vn", "v"}
    return inside or (bool(UNIT.search(text)) and len(text) > 2)


def _opening(walk: _Walk, place: int) -> int:
    """The place of the bracket that the one at ``place`` closes, if it is near; else -1."""
    opening = _BRACKETS[walk.text(place)]
    end = walk.words[place].end
    for left in range(place - 1, -1, -1):
        if end - walk.words[left].start > _LONGEST_BRACKET or walk.tag(left) == PERSON:
            return -1
        if walk.text(left) == opening:
            return left
    return -1


def _over_earlier_segments(walk: _Walk, start: int) -> int:
    """The start moved left over further titles of the same person: 省委副书记、省长."""
    while walk.place > 0:
        mark = walk.text(walk.place)
        if walk.tag(walk.place - 1) == PERSON or not _may_continue(walk, mark):
            return start
        here = walk.place
        walk.place -= 1
        earlier = _segment_start(walk)
        if earlier is None or (mark == "," and not _is_item_of_list(walk, earlier, here)):
            walk.place = here
            return start
        if _belongs_to_name_before(walk):
            return start
        start = earlier
    return start


def _may_continue(walk: _Walk, mark: str) -> bool:
    last = walk.text(walk.place - 1)
    if mark == "、":
        if walk.is_head(walk.place - 1) or UNIT.search(last):
            return True
        return _is_enumeration(walk) and walk.tag(walk.place - 1) in {"n", "vn", "an"}
    if (mark.isspace() and "\n" not in mark) or mark == ",":
        return walk.is_head(walk.place - 1) and not PLURAL_HEAD.search(last)
    return False


def _is_enumeration(walk: _Walk) -> bool:
    """Whether what was just passed has 和 inside: 文化、娱乐|和体育部长 is one office."""
    end = next((p for p in range(walk.place + 1, len(walk.words)) if walk.is_head(p)), walk.place)
    return any(walk.text(place) in {"和", "与", "及"} for place in range(walk.place + 1, end))


def _is_item_of_list(walk: _Walk, start: int, end: int) -> bool:
    """Whether a title between two commas is one of the name that follows: a list goes on there."""
    if not re.search(r"[,、]$", walk.text(walk.place)) or walk.tag(walk.place - 1) != PERSON:
        return False
    return walk.words[end].start - start >= 4


def _belongs_to_name_before(walk: _Walk) -> bool:
    """Whether the segment just passed stands directly behind a name, as that name's title."""
    return walk.tag(walk.place) == PERSON
