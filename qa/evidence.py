"""The sentence of a passage that fits a question best, and what is lit up in it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.split import sentences
from qa.answer import Span
from qa.question import Question
from qa.short import Candidate
from qa.short.pieces import shared

# Words that every question holds and that say nothing of its subject.
_EMPTY_WORDS = frozenset(
    "什么 怎么 怎样 如何 哪些 哪个 哪里 哪儿 哪位 哪天 哪年 哪家 多少 几个 为什么 为何 是否"
    " 有没有 这个 那个 一个 who what when where which why how many much did do does the a an of"
    " in on at to for is was were are be by with and or that this".split()
)
# What may answer is lit up where it is as sure as this, and as this share of the surest.
_LIT_FROM, _LIT_SHARE = 0.3, 0.7
# Keys are folded: digits and punctuation are plain there.
_FIGURE = r"(?:[0-9][0-9.,]*|[一二两三四五六七八九十百千]+)[多余]?[万亿千百]*[多余]?"
_COUNTED = "[%个名人位家辆件次元美港岁米公里吨天小时分钟套台枚届场倍户间所栋亩克度份条只头座架]"
_NUMBER = re.compile(rf"{_FIGURE}{_COUNTED}{{1,2}}|百分之[零一二三四五六七八九十百点]+|[0-9.]+%")
_DATE = re.compile(
    r"[0-9]{4}年|[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2}[日时点]"
    r"|昨[日天晚]|今[日天晚年]|明[日天年]|去年|本月|上周[一二三四五六日]?"
)
_PLACE = re.compile(
    r"在[\u4e00-\u9fff]{2,12}(?:举行|召开|举办|开幕|启动|落户|发生)|位于|地点"
    r"|[\u4e00-\u9fff]{1,6}(?:中心|机场|体育馆|大厦|广场|酒店|公园|宾馆|医院|大学|路|街|村|镇|县|区|市|港|岛)"
)
_REASON = re.compile(
    r"因为|由于|因(?!此)|为了|原因|导致|引发|所致|造成|旨在|目的是|以便|从而|受.{1,12}影响"
)
_SPEECH = re.compile(r"“|「|表示|[说称][,:“]|认为|指出|强调|回应|直言|坦言|透露")
_UNIT_ASKED = re.compile(r"(?:多少|几)([\u4e00-\u9fff]{1,2})")
_CUES: dict[str, re.Pattern[str]] = {
    "when": _DATE,
    "where": _PLACE,
    "howmany": _NUMBER,
    "why": _REASON,
    "said": _SPEECH,
}
# Beside the whole of the question's pairs, which is one: a sign of the answer's kind, and each
# point of the score of what may answer.
_CUE_WEIGHT = 0.3
_ANSWER_WEIGHT = 1.0
_PERSON_WEIGHT = 100.0


def telling_words(words: Iterable[str]) -> tuple[str, ...]:
    """The words that say what a question is about, each once, in order."""
    return tuple(
        word for word in dict.fromkeys(words) if word not in _EMPTY_WORDS and len(word) > 1
    )


def best_sentence(
    text: str,
    key: str,
    question: Question,
    *,
    people: Sequence[tuple[int, int]] = (),
    answers: Sequence[Candidate] = (),
) -> tuple[int, int]:
    """The span of the sentence that holds most of the question and what is asked for.

    The question counts by its pieces (`qa.short.pieces`), each less the more sentences of the
    passage hold it; the earlier sentence wins a tie. A text without a sentence gives its whole
    span.

    Args:
        text: The passage's text.
        key: Its key.
        question: The question.
        people: The spans of the names of people who answer: they weigh more than any words.
        answers: What else may answer; the surest in a sentence weighs as its score says.
    """
    spans = sentences(text)
    keys = [key[start:end] for start, end in spans]
    cues = tuple(_cues(question))
    best, best_score = (0, len(text)), -1.0
    for (start, end), sentence, share in zip(spans, keys, shared(question, keys), strict=True):
        score = share + _CUE_WEIGHT * sum(bool(cue.search(sentence)) for cue in cues)
        score += _ANSWER_WEIGHT * max(
            (each.score for each in answers if start <= each.start < end), default=0.0
        )
        score += _PERSON_WEIGHT * sum(start <= first < end for first, _ in people)
        if score > best_score:
            best, best_score = (start, end), score
    return best


def _cues(question: Question) -> Iterator[re.Pattern[str]]:
    """What a sentence that answers shows: the signs of its kind, and the unit asked after."""
    if question.kind in _CUES:
        yield _CUES[question.kind]
    if unit := _UNIT_ASKED.search(question.key):
        yield re.compile(_FIGURE + re.escape(unit.group(1)))


def lit_spans(
    key: str,
    words: Sequence[str],
    people: Iterable[tuple[int, int]],
    answers: Sequence[Candidate] = (),
) -> tuple[Span, ...]:
    """What is lit up in a passage: the question's words, and what answers it; by start, then kind.

    Of what may answer that alone which is nearly as sure as the surest; of two that overlap, the
    surer.

    Args:
        key: The passage's key.
        words: The question's telling words.
        people: The spans of the names of people who answer.
        answers: What else may answer, best first.
    """
    spans = [Span(start, end, "match") for start, end in _occurrences(key, words)]
    spans += [Span(start, end, "person") for start, end in people]
    spans += _answering(answers)
    return tuple(sorted(spans, key=lambda span: (span.start, span.kind, span.end)))


def _answering(answers: Sequence[Candidate]) -> list[Span]:
    lit: list[Span] = []
    least = max(_LIT_FROM, _LIT_SHARE * answers[0].score) if answers else 0.0
    for each in answers:
        apart = all(each.end <= span.start or span.end <= each.start for span in lit)
        if each.score >= least and apart:
            lit.append(Span(each.start, each.end, each.kind))
    return lit


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
