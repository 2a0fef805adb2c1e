"""Close reading: the first passages read beside the question, by `index.cross_encoder`.

What judges the sentences (`qa.selection`) counts what they share with the question; who reads both
together sees what they say to it. It costs some 35 ms a passage: so only those are read that are
nearly as likely to answer as the first, mostly it alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from index.context import encoder_text
from index.cross_encoder import Reading, Reads
from qa.found import Found, Sentence, in_places
from qa.question import Question

# How far behind the first, in log odds of their likeliest sentences, passages are read, too; and
# what the cross-encoder's log odds are worth beside these. Chosen on the development sets.
_NEAR: Final = 1.5
_WORTH: Final = 0.5

OpenCrossEncoder = Callable[[], Reads]


def read_closely(
    question: Question, found: Sequence[Found], cross_encoder: Reads, most: int, *, settled: bool
) -> tuple[Found, ...]:
    """The passages, the first of them read, and of those the likeliest first.

    Ties stay in order; each passage takes the score of the place that it comes to.

    Args:
        question: The question.
        found: The passages, likeliest first, the sentences of the first ones judged.
        cross_encoder: What reads.
        most: How many are read at the most.
        settled: Whether their order stands, since people who answer were found: then only the
            first is read.
    """
    near = [each for each in found[:most] if _likely(each) >= _likely(found[0]) - _NEAR]
    near = near[:1] if settled else near
    readings = cross_encoder.read(question.text, [in_context(each) for each in near])
    read = [_with(each, its) for each, its in zip(near, readings, strict=True)]
    ids = {each.passage.id for each in read}
    rest = [each for each in found if each.passage.id not in ids]
    if settled:
        return (*read, *rest)
    return in_places([*sorted(read, key=lambda each: -_likely(each)), *rest])


def _likely(found: Found) -> float:
    """The log odds of a passage's likeliest sentence."""
    return max((sentence.odds for sentence in found.sentences), default=float("-inf"))


def in_context(found: Found) -> tuple[str, int]:
    """A passage in its context, and where in that it begins."""
    text = encoder_text(found.heading.title, found.heading.lead, found.passage.text)
    return text, len(text) - len(found.passage.text)


def _with(found: Found, reading: Reading) -> Found:
    sentences = tuple(
        replace(each, odds=each.odds + _WORTH * reading.within(each.start, each.end))
        for each in found.sentences
    )
    whole = Sentence(0, len(found.key), 0.0)
    judged = max(found.sentences, key=lambda each: each.odds, default=whole)  # before it was read
    return replace(found, sentences=sentences, read=reading.within(judged.start, judged.end))
