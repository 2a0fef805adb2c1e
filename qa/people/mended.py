"""The names that the recogniser gives: parts joined, tails cut, what is no name left out."""

import re
from collections.abc import Sequence

from corpus.surnames import COMPOUND_SURNAMES, SURNAMES
from qa.people.given import gives_office, holds_giving, is_given
from qa.people.lexicon import COURTESY, HOLDER_DOES, HOLDER_SAYS, is_head
from qa.people.mention import Span
from qa.text.names import PERSON, Word

# Words of these tags belong to no name.
FUNCTION_TAGS = frozenset({"p", "c", "u", "d", "r", "f", "m", "q", "w", "xc"})
HAN_ONLY = re.compile(r"[\u3400-\u9fff〇]+")
_LATIN = re.compile(r"[a-z][a-z.'’-]*")
_DOT = re.compile(r"[·•・‧∙]")
_LONGEST_PART = 9  # characters of a foreign name before its last dot, the dot counted
_NO_NAMES = frozenset(
    "党组 党委 公司 双方 对方 我方 该公司 本人 先生 女士 老师 董秘 独董 监事 证代".split()
)
_NO_NAME_HEAD = re.compile(r"[来赴访驻抵率][^·•・]$")  # 来澄考察
_SIDE = re.compile(r"[中美俄日英法德巴乌伊印越泰菲澳朝蒙缅欧警校院资厂店]方")
_END_OF_OFFICE = re.compile(r"[议局厅处科部院校市县区镇乡村会行馆所站台社省州]长|师傅|网红")
# What begins with a character that the recogniser draws to the name before it: 某某答:,
# 某·某警|告, 某某副|园长.
_BEHIND = (
    re.compile(r"[答问]:|警告|表示|宣布|指出|强调|透露|呼吁|认为|率[由领队]|带[领队]|称[,:“]"),
    re.compile(r"副(?:[^,。;、]{0,2}长|主任|书记|经理|总裁|主席)"),
)
_NO_THIRD = "等一是为任当"  # words that a name of two characters does not go on with
_NO_LAST = "在曾均已则并"  # function words that the recogniser draws to short names
# Where a short name ends and an office or its verb begins that the recogniser draws to it: 任组长,
# 代为履行, 代表.
_OFFICE_BEHIND = re.compile(
    r"任[^,。;、\s]{0,8}?(?:长|主任|书记|主席|指挥|经理|委员|教练)|代[为理行表]"
)
_OFFICE_WITHIN = 12  # characters behind the name
_ORIGIN = re.compile(r"(?:籍|人)[,。;、]")  # 1963年生,海岚石浔人,
# Firms and places whose names go on behind what looks like somebody's: 林宏|国际建造.
_NO_PERSON_BEHIND = re.compile(
    rf"{_ORIGIN.pattern}|(?:国际|集团|控股|股份|证券|药业|制药|资本|医药|科技|基金)(?=[,。、;)建的与和在将表认称宣]|有限|股份|公司|集团|$)"
    r"|大厦|大桥|隧道|水库|池塘|之家|社区|(?:有限|分)公司"
)
_JOINING = frozenset("和之")
# Behind a name that ends in 和 or 之, where these would join nothing.
_PREDICATE = re.compile(
    rf"在[^,。;]{{1,14}}?[上中时后](?:{HOLDER_SAYS})"
    rf"|(?:{HOLDER_SAYS}|{HOLDER_DOES})(?!.{{0,12}}(?:的|人员|代表|领导|嘉宾|专家|同志))"
)
_THING_TAILS = "班组队营网社奖杯节路街馆"


def mended_names(key: str, words: Sequence[Word]) -> list[Span]:
    """The recogniser's names: parts joined, tails cut, what cannot be a name left out."""
    spans = []
    place = 0
    while place < len(words):
        word, place_of = words[place], place
        place += 1
        if word.tag != PERSON:
            continue
        end = word.end
        while place < len(words) and _goes_on(key, words, place, word.start):
            end = words[place].end
            place += 1
        if place < len(words) and words[place].end > end + 1 and _is_cut(key, word.start, end):
            end += 1
        first = _first_of_foreign(key, words, place_of)
        start, end = _trimmed(key, _with_surname(key, first, end), end)
        titled = place_of > 0 and is_head(key[words[place_of - 1].start : words[place_of - 1].end])
        behind = _ORIGIN if titled else _NO_PERSON_BEHIND
        if _may_be_name(key[start:end], titled=titled) and not behind.match(key, end):
            spans.append((start, end))
    return spans


def _is_cut(key: str, start: int, end: int) -> bool:
    """Whether a name's last character was drawn to what stands behind: 苏晚|晴以及."""
    given = gives_office(key, start) and key.startswith("为", end + 1)  # 任命单怀|民为
    return given or key.startswith("以及", end + 1)


def _goes_on(key: str, words: Sequence[Word], place: int, start: int) -> bool:
    """Whether the word at ``place`` belongs to the name that begins at ``start``."""
    word = words[place]
    text, so_far = key[word.start : word.end], key[start : word.start]
    following = words[place + 1] if place + 1 < len(words) else None
    after = key[following.start : following.end] if following else ""
    enclosed = _is_enclosed(key, start, word.end)
    if len(so_far) == 2 and so_far[0] in SURNAMES and text in _JOINING:
        return enclosed
    if so_far in COMPOUND_SURNAMES and word.tag == "d":
        return enclosed and len(text) == 1  # 任命 钟离|越 为
    if word.tag not in FUNCTION_TAGS and HAN_ONLY.fullmatch(text):
        if so_far in COMPOUND_SURNAMES:
            return len(text) <= 2
        if len(so_far) == 2 and so_far[0] in SURNAMES and len(text) == 1 and text not in _NO_THIRD:
            # 林知|远 书记, 、苏晚|晴、 and 何望|宽 先生
            return enclosed or after == "、" or is_head(after) or bool(COURTESY.match(after))
    if "." in {text, so_far[-1]}:
        next_part = following if text == "." else word
        return _is_behind_plain_dot(so_far.removesuffix("."), next_part)
    return _goes_on_abroad(word, text, so_far, after)


def _is_behind_plain_dot(so_far: str, part: Word | None) -> bool:
    """Whether a part of a name follows a dot that may end sentences, too: 尤敏.哈勇."""
    return bool(HAN_ONLY.fullmatch(so_far)) and part is not None and part.tag == PERSON


def _is_enclosed(key: str, start: int, end: int) -> bool:
    """Whether what stands around a stretch leaves room for a whole name alone.

    A title and what its holder does (主任桑柏年主持), or what gives an office (任命傅云翘为).
    """
    titled = is_head(key[max(0, start - 4) : start])
    if titled and _PREDICATE.match(key, end):
        return True
    return is_given(key, start, end)


def _goes_on_abroad(word: Word, text: str, so_far: str, after: str) -> bool:
    """Whether a foreign name goes on: behind a dot, or with another Latin word."""
    if "-" in {text, so_far[-1]}:
        return _is_behind_hyphen(so_far, after if text == "-" else text)
    if _DOT.fullmatch(text):
        return after.isalpha() and len(so_far + after) > 2  # 牛·米 is a unit
    if _DOT.fullmatch(so_far[-1]):
        return text.isalpha()
    dotted = _DOT.match(text) and HAN_ONLY.fullmatch(text[1:]) and len(so_far + text) > 3
    if dotted or (word.tag == PERSON and _DOT.search(so_far + text)):
        return True  # 弗拉|·米尔, 弗拉|米尔·丁诺|夫
    last = so_far.split()[-1:]
    word_behind = after if text.isspace() else text if so_far[-1].isspace() else ""
    return bool(last and _LATIN.fullmatch(last[0]) and _LATIN.fullmatch(word_behind))


def _is_behind_hyphen(so_far: str, part: str) -> bool:
    """Whether a part of a name follows a hyphen: 安娜·让-迪波; without a dot they are two."""
    return bool(_DOT.search(so_far) and HAN_ONLY.fullmatch(part))


def _first_of_foreign(key: str, words: Sequence[Word], place: int) -> int:
    """Where a name with dots begins whose first parts were taken for other words: 某某|·某某."""
    start = words[place].start
    if place and words[place - 1].end - words[place - 1].start == 1:
        twice = start and key[start - 1] == key[start]
        if twice and _DOT.search(key, start, words[place].end):
            return start - 1  # 买|买提·某某
    if not start or not _DOT.fullmatch(key[start - 1]):
        return start
    for left in range(place - 1, -1, -1):
        word = words[left]
        text = key[word.start : word.end]
        if not (text.isalpha() or _DOT.search(text)) or word.tag in FUNCTION_TAGS - {"w"}:
            break
        if is_head(text) or start - word.start > _LONGEST_PART:
            break
        start = word.start
    return start


def _with_surname(key: str, start: int, end: int) -> int:
    """The start moved over a surname that was left outside: 参选人涂|望舒, 秘书司|马青云."""
    if start > 1 and key[start - 1 : start + 1] in COMPOUND_SURNAMES:
        return start - 1 if is_head(key[max(0, start - 5) : start - 1]) else start
    lone = end - start == 2 and start > 1 and key[start - 1] in SURNAMES
    return start - 1 if lone and is_head(key[max(0, start - 4) : start - 1]) else start


def _begins_name(key: str, start: int, end: int) -> bool:
    return key[start] in SURNAMES or bool(_DOT.search(key, start, end))


def _trimmed(key: str, start: int, end: int) -> Span:
    """The span without what is no part of a name at its ends."""
    start = _without_head(key, start, end)
    end = _without_tail(key, start, end)
    half = (end - start) // 2
    if half > 1 and key[start : start + half] * 2 == key[start:end]:
        start += half  # a caption's end and the next sentence's subject
    courtesy = COURTESY.search(key, start + 1, end)
    return start, courtesy.start() if courtesy and courtesy.end() == end else end


def _without_head(key: str, start: int, end: int) -> int:
    while end - start > 1 and not key[start].isalnum():
        start += 1
    of_office = end - start > 2 and _END_OF_OFFICE.match(key, start - 1)
    return start + 1 if of_office and _begins_name(key, start + 1, end) else start  # 议|长某某


def _without_tail(key: str, start: int, end: int) -> int:
    for behind in _BEHIND:
        if end - start > 2 and behind.match(key, end - 1):
            end -= 1
    while end - start > 1 and key[end - 1].isspace():
        end -= 1
    if 2 < end - start < 5:
        office = _OFFICE_BEHIND.search(key, start + 2, end + _OFFICE_WITHIN)
        end = min(end, office.start()) if office else end
    drawn = key[end - 1] == "等" or (end - start == 3 and key[end - 1] in _NO_LAST)
    return end - 1 if drawn or holds_giving(key, start, end) else end


def _may_be_name(name: str, *, titled: bool) -> bool:
    """Whether a span can be a name; one Latin word is a firm's as often, so it needs a title."""
    if len(name) < 2 or name.isdigit() or name in _NO_NAMES or _NO_NAME_HEAD.match(name):
        return False
    if _SIDE.fullmatch(name):
        return False
    if not titled and _LATIN.fullmatch(name):
        return False
    if HAN_ONLY.search(name) and _LATIN.search(name) and not _DOT.search(name):
        return False
    if len(name) == 3 and name[2] in _THING_TAILS and name[0] not in SURNAMES:
        return False
    return not (is_head(name) and len(name) > 2 and name[0] not in SURNAMES)
