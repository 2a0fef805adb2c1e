"""The spans of persons' names: the recogniser's, mended and added to by their surroundings."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from qa.names import PERSON, Word
from qa.people.lexicon import COMPOUND_SURNAMES, COURTESY, HEAD, NOT_HEAD, ORG_TAIL, SURNAMES

Span = tuple[int, int]

_HAN = re.compile(r"[\u3400-\u9fff〇]+")
_LATIN = re.compile(r"[a-z][a-z.'’-]*")
_DOT = re.compile(r"[·•・‧∙]")
_LONGEST_PART = 9  # characters of a foreign name before its last dot, the dot counted
# What may follow a name that the recogniser missed, by tag.
_AFTER_NAME = frozenset({"v", "d", "w", "c", "p", "u", "ad", "f", "vd", "TIME"})
_FUNCTION = frozenset({"p", "c", "u", "d", "r", "f", "m", "q", "w", "xc"})
_NO_NAME_TAIL = re.compile(r"[委院部会局党办校团大省市县区乡镇村长员等]$")
_COUNT_AFTER = re.compile(r"等?([0-9]{1,2}|[二两三四五六七八九十]{1,2})[位名]")


def is_head(word: str) -> bool:
    """Whether a word is what titles end with: a job, a rank, an office."""
    return bool(HEAD.search(word)) and word not in NOT_HEAD


def named_words(key: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a key, cut anew so that every person's name is one word with the tag PER.

    Args:
        key: The passage's key.
        words: Its words as the recogniser cuts and tags them, without gaps.
    """
    cut = _recut(_plain(words), _mended(key, words))
    cut = _recut(cut, _by_surroundings(key, cut))
    cut = _recut(cut, _in_lists(key, cut))
    cut = _without_parts_of_titles(key, cut)
    return _recut(cut, _recurring(key, cut))


def _mended(key: str, words: Sequence[Word]) -> list[Span]:
    """The recogniser's names: parts joined, tails cut, what cannot be a name left out."""
    spans = []
    place = 0
    while place < len(words):
        word = words[place]
        place += 1
        if word.tag != PERSON:
            continue
        end = word.end
        while place < len(words) and _goes_on(key, words, place, word.start):
            end = words[place].end
            place += 1
        first = _first_of_foreign(key, words, words.index(word))
        start, end = _trimmed(key, first, end)
        if _may_be_name(key[start:end]):
            spans.append((start, end))
    return spans


def _goes_on(key: str, words: Sequence[Word], place: int, start: int) -> bool:
    """Whether the word at ``place`` belongs to the name that begins at ``start``."""
    word = words[place]
    text, so_far = key[word.start : word.end], key[start : word.start]
    following = words[place + 1] if place + 1 < len(words) else None
    after = key[following.start : following.end] if following else ""
    if so_far in COMPOUND_SURNAMES:
        return len(text) <= 2 and bool(_HAN.fullmatch(text)) and word.tag not in _FUNCTION
    if _DOT.fullmatch(text):
        return bool(following) and after.isalpha()
    if _DOT.fullmatch(so_far[-1]):
        return text.isalpha()
    if _LATIN.fullmatch(so_far.split()[-1]):
        if text.isspace():
            return bool(_LATIN.fullmatch(after))
        return bool(_LATIN.fullmatch(text)) and so_far[-1].isspace()
    return False


def _first_of_foreign(key: str, words: Sequence[Word], place: int) -> int:
    """Where a name with dots begins whose first parts were taken for other words: 某某|·某某."""
    start = words[place].start
    if not start or not _DOT.fullmatch(key[start - 1]):
        return start
    for left in range(place - 1, -1, -1):
        word = words[left]
        text = key[word.start : word.end]
        if not (text.isalpha() or _DOT.search(text)) or word.tag in _FUNCTION - {"w"}:
            break
        if is_head(text) or start - word.start > _LONGEST_PART:
            break
        start = word.start
    return start


def _trimmed(key: str, start: int, end: int) -> Span:
    while end - start > 1 and (key[start].isspace() or not key[start].isalnum()):
        start += 1
    if end - start >= 3 and key[end - 1] == "等":
        end -= 1
    half = (end - start) // 2
    if half > 1 and key[start : start + half] * 2 == key[start:end]:
        start += half  # a caption's end and the next sentence's subject
    courtesy = COURTESY.search(key, start + 1, end)
    return start, courtesy.start() if courtesy and courtesy.end() == end else end


def _may_be_name(name: str) -> bool:
    if len(name) < 2 or name.isdigit():
        return False
    return not (is_head(name) and len(name) > 2 and name[0] not in SURNAMES)


def _recut(words: Sequence[Word], spans: Iterable[Span]) -> tuple[Word, ...]:
    """The words, cut so that each span is one word with the tag PER; spans may not overlap."""
    cut: list[Word] = []
    left = list(reversed(words))
    for start, end in sorted(spans):
        while left and left[-1].end <= start:
            cut.append(left.pop())
        if left and left[-1].start < start:
            cut.append(replace(left[-1], end=start))
        while left and left[-1].end <= end:
            left.pop()
        cut.append(Word(start, end, PERSON))
        if left and left[-1].start < end:
            left.append(replace(left.pop(), start=end))
    return (*cut, *reversed(left))


def _plain(words: Sequence[Word]) -> list[Word]:
    return [replace(word, tag="n") if word.tag == PERSON else word for word in words]


def _by_surroundings(key: str, words: Sequence[Word]) -> Iterator[Span]:
    """Names behind a title ("主任") or before one, which the recogniser did not see."""
    covered = 0
    for place, word in enumerate(words):
        if not is_head(key[word.start : word.end]) or word.tag == PERSON:
            continue
        before = _before_head(key, words, place)
        if before and before[0] >= covered:
            yield before
        behind = _behind_head(key, words, place)
        if behind:
            yield behind
            covered = behind[1]


def _before_head(key: str, words: Sequence[Word], place: int) -> Span | None:
    """A name that the recogniser took for an organisation's, or for its end: 集团龙强 理事长."""
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
        if len(text) < length or name[0] not in SURNAMES or _NO_NAME_TAIL.search(name):
            continue
        at_start = not rest and _opens(key, start)
        if at_start or ORG_TAIL.search(rest):
            return end - length, end
    return None


def _opens(key: str, start: int) -> bool:
    """Whether something begins at ``start``: a text, a clause, an item of a list."""
    return start == 0 or key[start - 1] in ",。、;:!?\n 和与及"


def _behind_head(key: str, words: Sequence[Word], place: int) -> Span | None:
    """Two or three characters behind a title, the first a surname, which end where a word ends."""
    start = words[place].end
    taken: list[Word] = []
    for word in words[place + 1 : place + 4]:
        if word.tag in _FUNCTION or word.tag == PERSON or word.end - start > 3:
            break
        taken.append(word)
    for count in range(len(taken), 0, -1):
        name = key[start : taken[count - 1].end]
        rest = words[place + 1 + count] if place + 1 + count < len(words) else None
        if _is_unseen_name(name, taken[:count]) and (rest is None or rest.tag in _AFTER_NAME):
            return start, start + len(name)
    return None


def _is_unseen_name(name: str, words: Sequence[Word]) -> bool:
    if not 2 <= len(name) <= 3 or not _HAN.fullmatch(name) or name[0] not in SURNAMES:
        return False
    if _NO_NAME_TAIL.search(name) or COURTESY.search(name):
        return False
    if any(word.tag == "v" and word.end - word.start > 1 for word in words):
        return False
    return not is_head(name)


def _in_lists(key: str, words: Sequence[Word]) -> Iterator[Span]:
    """Items of a list of names that the recogniser took for something else: 方城 in 、方城、."""
    for first, last in _bare_lists(key, words):
        names = sum(word.tag == PERSON for word in words[first:last])
        items = key[words[first].start : words[last - 1].end].split("、")
        counted = _COUNT_AFTER.match(key, words[last - 1].end)
        sure = counted is not None and as_number(counted[1]) == len(items)
        if names < 2 and not (names and sure):
            continue
        start = words[first].start
        for item in items:
            span = (start, start + len(item))
            start += len(item) + 1
            plausible = 2 <= len(item) <= 3 and bool(_HAN.fullmatch(item))
            seen = any(w.tag == PERSON and w.start < span[1] and w.end > span[0] for w in words)
            if plausible and not seen and (sure or item[0] in SURNAMES) and not is_head(item):
                yield span


def _bare_lists(key: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs of words, as (first, behind the last): items of ≤ 3 characters or names, split by 、."""
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and _is_item(key, words, last):
            last += 1
            if last >= len(words) or key[words[last].start : words[last].end] != "、":
                break
            last += 1
        end = min(last, len(words))
        if end > first and key[words[end - 1].start : words[end - 1].end] == "、":
            end -= 1
        if end - first >= 3:
            yield first, end
        first = max(end, first + 1)


def _is_item(key: str, words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if word.tag == PERSON:
        return True
    return word.tag in {"n", "nz", "LOC", "ORG", "vn", "a"} and word.end - word.start <= 3


def as_number(word: str) -> int:
    """The number that up to two digits or Chinese numerals write (八, 十二, 两); 0 for others."""
    if word.isdecimal():
        return int(word)
    digits = {digit: value for value, digit in enumerate("零一二三四五六七八九十")} | {"两": 2}
    if any(character not in digits for character in word):
        return 0
    if len(word) == 2 and word[0] == "十":
        return 10 + digits[word[1]]
    return digits[word] if len(word) == 1 else 0


def _without_parts_of_titles(key: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, where a "name" inside the title of another is a plain noun: 圭亚|那驻华大使周雅欣."""
    kept = list(words)
    people = [place for place, word in enumerate(words) if word.tag == PERSON]
    for this, following in itertools.pairwise(people):
        between = words[this + 1 : following]
        follows_org = this > 0 and words[this - 1].tag == "ORG"
        if between and _is_rest_of_title(key, between, follows_org=follows_org):
            kept[this] = replace(words[this], tag="n")
    return tuple(kept)


def _is_rest_of_title(key: str, between: Sequence[Word], *, follows_org: bool) -> bool:
    """Whether the words between two names run on to a title, as they would inside one title."""
    texts = [key[word.start : word.end] for word in between]
    if is_head(texts[0]) and not follows_org:
        return False
    if not is_head(texts[-1]) or between[0].tag in {"w", "c", "a"}:
        return False
    kinds = {"n", "nz", "ORG", "LOC", "a", "vn", "c", "f", "m", "s"}
    return all(word.tag in kinds or text == "那" for word, text in zip(between, texts, strict=True))


def _recurring(key: str, words: Sequence[Word]) -> Iterator[Span]:
    """Where a full name that was found stands again, unseen or seen in part (孟凡|利 for 孟凡利)."""
    people = [(word.start, word.end) for word in words if word.tag == PERSON]
    names = {key[start:end] for start, end in people if end - start >= 3}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        for match in re.finditer(re.escape(name), key):
            start, end = match.span()
            touched = [span for span in people if span[0] < end and span[1] > start]
            if all(start <= a and b <= end for a, b in touched) and (start, end) not in people:
                people.append((start, end))
                yield start, end
