"""The sentence of a passage that fits a question best, and what is lit up in it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from corpus.split import sentences
from qa.answer import Span
from qa.times import find_times

# Words that every question holds and that say nothing of its subject.
_EMPTY_WORDS = frozenset(
    "什么 怎么 怎样 如何 哪些 哪个 哪里 哪儿 哪位 哪天 哪年 哪家 多少 几个 为什么 为何 是否"
    " 有没有 这个 那个 一个 who what when where which why how many much did do does the a an of"
    " in on at to for is was were are be by with and or that this".split()
)
_NUMBER = re.compile(
    r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*(?:%|％|[万亿千百]+)?"
    r"(?:多|余)?(?:[个名人位家辆件次元美元港元岁米公里吨天小时分钟套台枚届场倍户间所栋亩克]{1,2})?"
    r"|百分之[零一二三四五六七八九十百点]+"
    r"|[一二两三四五六七八九十百千万]{1,6}(?=[个名位家辆件次元岁吨天套台枚届场倍户间所栋亩])[个名位家辆件次元岁吨天套台枚届场倍户间所栋亩]"
)
_DATE = re.compile(
    r"(?:[0-9０-９]{4}年)?[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}[日号號])?(?:[0-9０-９]{1,2}[时時](?:[0-9０-９]{1,2}分)?)?"
    r"|[0-9０-９]{4}年|(?<![0-9０-９月])[0-9０-９]{1,2}日(?:凌晨|上午|下午|晚)?"
    r"|昨[日天晚]|今[日天晚年]|明[日天年]|去年|本月|上周[一二三四五六日]?|近日|日前"
)
_CUES: dict[str, re.Pattern[str]] = {
    "who": re.compile(r"出席|主持|会见|参加|陪同|致辞|讲话|担任|当选|任命|获|记者"),
    "when": _DATE,
    "where": re.compile(r"位于|地点|举行|召开|举办|抵达|前往|发生在|省|市|县|区"),
    "howmany": _NUMBER,
    "why": re.compile(r"因|由于|为了|原因|导致|引发|所致|以便|从而"),
    "said": re.compile(r"[“「]|表示|说|称|认为|指出|强调|回应"),
}
_CUE_WEIGHT = 1.5
_PERSON_WEIGHT = 100.0


def telling_words(words: Iterable[str]) -> tuple[str, ...]:
    """The words that say what a question is about, each once, in order."""
    return tuple(
        word for word in dict.fromkeys(words) if word not in _EMPTY_WORDS and len(word) > 1
    )


def best_sentence(
    text: str, key: str, words: Sequence[str], kind: str, people: Sequence[tuple[int, int]] = ()
) -> tuple[int, int]:
    """The span of the sentence that holds most of the words and what is asked for.

    A word counts by its length, once; the earlier sentence wins a tie. A text without a sentence
    gives its whole span.

    Args:
        text: The passage's text.
        key: Its key.
        words: The question's telling words.
        kind: What is asked, as in `qa.question`.
        people: The spans of the names of people who answer: they weigh more than any word.
    """
    cue = _CUES.get(kind)
    best, best_score = (0, len(text)), -1.0
    for start, end in sentences(text):
        part = key[start:end]
        score = float(sum(len(word) for word in words if word in part))
        if cue and cue.search(part):
            score += _CUE_WEIGHT
        score += _PERSON_WEIGHT * sum(start <= first < end for first, _ in people)
        if score > best_score:
            best, best_score = (start, end), score
    return best


def lit_spans(
    text: str,
    key: str,
    words: Sequence[str],
    kind: str,
    people: Iterable[tuple[int, int]],
    published: date | None,
) -> tuple[Span, ...]:
    """What is lit up in a passage: the question's words, and what answers it; by start, then kind.

    Args:
        text: The passage's text.
        key: Its key.
        words: The question's telling words.
        kind: What is asked.
        people: The spans of the names of people who answer.
        published: The article's date.
    """
    spans = [Span(start, end, "match") for start, end in _occurrences(key, words)]
    spans += [Span(start, end, "person") for start, end in people]
    if kind == "when":
        times = find_times(text, key, published)
        spans += [Span(time.start, time.end, "date") for time in times]
    if kind == "howmany":
        spans += [Span(*match.span(), "number") for match in _NUMBER.finditer(key)]
    return tuple(sorted(spans, key=lambda span: (span.start, span.kind, span.end)))


def _occurrences(key: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand, in order; spans that touch or overlap are one."""
    found: list[tuple[int, int]] = []
    longest = sorted(words, key=len, reverse=True)
    if not longest:
        return found
    covered = [False] * len(key)
    for word in longest:
        for match in re.finditer(re.escape(word), key):
            covered[match.start() : match.end()] = [True] * len(word)
    start = None
    for place, inside in enumerate([*covered, False]):
        if inside and start is None:
            start = place
        elif not inside and start is not None:
            found.append((start, place))
            start = None
    return found
