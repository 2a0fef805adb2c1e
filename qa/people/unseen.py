"""Names that the recogniser did not see, found by what stands around them."""

import re
from collections.abc import Iterator, Sequence

from corpus.surnames import SURNAME, SURNAMES
from qa.people.lexicon import (
    COURTESY,
    HOLDER_DOES,
    HOLDER_SAYS,
    NO_NAME_TAIL,
    OFFICE,
    ORG_TAIL,
    is_head,
)
from qa.people.mended import FUNCTION_TAGS, HAN_ONLY
from qa.people.mention import Span
from qa.text.names import PERSON, Word
from qa.text.numerals import read_number

# What may follow a name, by tag.
_AFTER_NAME = frozenset({"v", "d", "w", "c", "p", "u", "ad", "f", "vd", "TIME"})
_NOUNS = frozenset({"n", "nz", "ORG", "an"})
_UNSEEN = re.compile(
    rf"(?=({SURNAME}[\u4e00-\u9fff]{{1,2}}?)"
    rf"(?:[、,。;:)]|{HOLDER_SAYS}|{HOLDER_DOES}|共同|分别|同志|先生|女士|在|作|$))"
)
_WHEN_SAYING = re.compile(r"时[指强表说谈介提称]")  # 副总理|时指出
_REPORTER = re.compile(r"(?:记者|通讯员) ?$")
_JOINTLY = re.compile(r"携手|联手|搭档|夫妇|[二两]人(?!次|份)")
_OF_PEOPLE = re.compile(r"[人员师者](?:分别|依次)?(?:为|是|:) ?$")  # 保荐代表人为
_COUNT_AFTER = re.compile(r"等?([0-9]{1,2}|[二两三四五六七八九十]{1,2})[位名]")


def names_by_titles(key: str, words: Sequence[Word]) -> Iterator[Span]:
    """Names behind a title ("主任") or before one, which the recogniser did not see."""
    for place, word in enumerate(words):
        if word.tag in _NOUNS and is_head(key[word.start : word.end]):
            before = _before_head(key, words, place)
            if before:
                yield before
    yield from _behind_heads(key, words)


def _before_head(key: str, words: Sequence[Word], place: int) -> Span | None:
    """A name that the recogniser took for an organisation's, or for its end: 集团江澜 理事长."""
    if not place or words[place - 1].tag not in {"ORG", "LOC"}:
        return None
    start, end = words[place - 1].start, words[place - 1].end
    text = key[start:end]
    follower = words[place + 1] if place + 1 < len(words) else None
    if follower and follower.tag not in _AFTER_NAME:
        return None
    for length in (3, 2):
        name = text[-length:]
        rest = text[:-length]
        if len(text) < length or name[0] not in SURNAMES or NO_NAME_TAIL.search(name):
            continue
        at_start = length == 3 and not rest and _opens(key, start) and words[place - 1].tag == "ORG"
        if at_start or ORG_TAIL.search(rest):
            return end - length, end
    return None


def _opens(key: str, start: int) -> bool:
    """Whether something begins there: a text, a clause, an item, what a preposition aims at."""
    return start == 0 or key[start - 1] in ",。、;:!?\n 和与及对由向给为把被同"


def _behind_heads(key: str, words: Sequence[Word]) -> Iterator[Span]:
    """Two or three characters between a title and a verb or mark, the first a surname.

    Words are not asked where the title ends: unknown names draw its last character to them.
    """
    at = {place: word for word in words for place in range(word.start, word.end)}
    for match in _UNSEEN.finditer(key):
        start, end = match.span(1)
        title_end = len(key[:start].rstrip(" ")) if _REPORTER.search(key, 0, start) else start
        if not OFFICE.search(key, max(0, title_end - 6), title_end):
            continue
        inside = {at[place] for place in range(start, end)}
        if _is_unseen_name(match[1], at[start], start) and PERSON not in {w.tag for w in inside}:
            yield start, end


def _is_unseen_name(name: str, first: Word, start: int) -> bool:
    """Whether it can be a name, judged by the word that it begins in.

    A word that begins before the name shows that the recogniser did not know it.
    """
    if NO_NAME_TAIL.search(name) or COURTESY.search(name) or _WHEN_SAYING.match(name):
        return False
    if is_head(name) or is_head(name[:2]):  # 学生|代表将出席
        return False
    if first.start < start:
        return first.tag not in {"ORG", "LOC"}
    if first.tag in FUNCTION_TAGS | {"v", "ad", "TIME", "a", "vn", "LOC"}:
        return False
    return len(name) == 3 or (first.end - first.start == 1 and first.tag != "ORG")


def names_in_lists(key: str, words: Sequence[Word]) -> Iterator[Span]:
    """Items of a list of names that the recogniser took for something else: 安平 in 、安平、.

    Two names of the list must be known, or one where it is counted (等5位) or told of whom it is
    (代表人为): where it is counted any short item is a name, else those that begin with a surname.
    """
    for first, last in _bare_lists(key, words):
        names = [(w.start, w.end) for w in words[first:last] if w.tag == PERSON]
        items = key[words[first].start : words[last - 1].end].split("、")
        counted = _COUNT_AFTER.match(key, words[last - 1].end)
        sure = counted is not None and read_number(counted[1]) == len(items)
        sure = sure or bool(_JOINTLY.match(key, words[last - 1].end))
        headed = _OF_PEOPLE.search(key, max(0, words[first].start - 8), words[first].start)
        if len(names) < 2 and not (names and (sure or headed)):
            continue
        start = words[first].start
        for item in items:
            seen = any(a < start + len(item) and b > start for a, b in names)
            whole = (
                start == 0
                or not key[start - 1].isalnum()
                or is_head(key[max(0, start - 4) : start])
            )
            if whole and not seen and _may_be_item(item) and (sure or item[0] in SURNAMES):
                yield start, start + len(item)
            start += len(item) + 1


def _may_be_item(item: str) -> bool:
    return 2 <= len(item) <= 3 and bool(HAN_ONLY.fullmatch(item)) and not is_head(item)


def _bare_lists(key: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs of words, as (first, behind the last): items of ≤ 3 characters or names, split by 、."""
    behind = 0
    for mark, word in enumerate(words):
        first = mark - 1
        if first < behind or not _is_mark(key, word) or not _is_item(words[first]):
            continue
        last = first
        while (
            last + 2 < len(words) and _is_mark(key, words[last + 1]) and _is_item(words[last + 2])
        ):
            last += 2
        behind = last + 1
        if last > first:
            yield first, behind


def _is_mark(key: str, word: Word) -> bool:
    """Whether the word is what stands between items."""
    return word.end - word.start == 1 and key[word.start] == "、"


def _is_item(word: Word) -> bool:
    if word.tag == PERSON:
        return True
    return word.tag in {"n", "nz", "LOC", "ORG", "vn", "a"} and word.end - word.start <= 3
