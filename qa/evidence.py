"""The sentence of a passage that fits a question best, and what is lit up in it."""

from collections.abc import Iterable, Sequence

from corpus.split import sentences
from qa.answer import Span
from qa.question import Question
from qa.ranking.cues import shows_kind, shows_unit
from qa.short import Candidate
from qa.text.pieces import occurrences, shared

# Words that every question holds and that say nothing of its subject.
_EMPTY_WORDS = frozenset(
    "什么 怎么 怎样 如何 哪些 哪个 哪里 哪儿 哪位 哪天 哪年 哪家 多少 几个 为什么 为何 是否"
    " 有没有 这个 那个 一个 who what when where which why how many much did do does the a an of"
    " in on at to for is was were are be by with and or that this".split()
)
# What may answer is lit up where it is as sure as this, and as this share of the surest.
_LIT_FROM, _LIT_SHARE = 0.3, 0.7
_CUE_WEIGHT = 0.3  # a sign of the answer's kind, beside the whole of the question's pairs: one


def telling_words(words: Iterable[str]) -> tuple[str, ...]:
    """The words that say what a question is about, each once, in order."""
    return tuple(
        word for word in dict.fromkeys(words) if word not in _EMPTY_WORDS and len(word) > 1
    )


def best_sentence(text: str, key: str, question: Question) -> tuple[int, int]:
    """The span of the sentence that holds most of the question and signs of what is asked for.

    For passages whose sentences were not judged (`qa.ranking.selection`), which is surer. The
    question counts by its pieces (`qa.text.pieces`), each less the more sentences of the passage
    hold it; the earlier sentence wins a tie. A text without a sentence gives its whole span.

    Args:
        text: The passage's text.
        key: Its key.
        question: The question.
    """
    spans = sentences(text)
    keys = [key[start:end] for start, end in spans]
    scores = [
        share + _CUE_WEIGHT * (shows_kind(question, each) + shows_unit(question, each))
        for each, share in zip(keys, shared(question, keys), strict=True)
    ]
    return spans[scores.index(max(scores))] if spans else (0, len(text))


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
    spans = [Span(start, end, "match") for start, end in _covered(key, words)]
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


def _covered(key: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand, in order; spans that touch or overlap are one."""
    found: list[tuple[int, int]] = []
    covered = [False] * len(key)
    for word in words:
        for first, end in occurrences(word, key):
            if not _is_inside_figure(key, first, end):
                covered[first:end] = [True] * len(word)
    start = None
    for place, inside in enumerate([*covered, False]):
        if inside and start is None:
            start = place
        elif not inside and start is not None:
            found.append((start, place))
            start = None
    return found


def _is_inside_figure(key: str, first: int, end: int) -> bool:
    """Whether digits at an edge go on beyond it: 21 in 4121公里."""
    before, behind = key[max(0, first - 1) : first], key[end : end + 1]
    return key[first:end].isdigit() and (before.isdigit() or behind.isdigit())
