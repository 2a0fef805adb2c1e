"""Questions that ask twice: 抓了几个人，缴获多少现金. Each part has an answer of its own."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from qa.question import Question, read_question
from qa.short.candidate import Candidate
from qa.short.find import find_answers

_BETWEEN: Final = re.compile(r"[，,；;、]|\band (?=how |when |where )", re.IGNORECASE)
_ASKS: Final = re.compile(
    r"多少|几(?![乎内])|多[大长高远久深宽快重]|哪[天里儿年月]|何[时處处地]|什么时候|什麼時候|幾(?!乎)"
    r"|\bhow (?:many|much|old|long|far)\b|\bwhen\b|\bwhere\b"
)
_KINDS: Final = frozenset({"howmany", "when", "where"})


@lru_cache(maxsize=32)  # asked of each passage
def parts_asked(question: Question) -> tuple[Question, ...]:
    """The parts of a question that each ask after a figure, a day or a place; none of one part."""
    asking = [part for part in _BETWEEN.split(question.text) if _ASKS.search(part.lower())]
    parts = tuple(map(read_question, asking))
    apart = len(parts) > 1 and all(part.kind in _KINDS for part in parts)
    return parts if apart else ()


def answers_of_parts(
    parts: Sequence[Question],
    text: str,
    sentence: tuple[int, int],
    published: date | None,
    key: str,
) -> tuple[Candidate, ...]:
    """What answers each part in a sentence, in their order; none where one of them is not answered.

    Args:
        parts: Of the question.
        text: The passage's text.
        sentence: The span of the sentence.
        published: The article's date; None where not known.
        key: The passage's key.
    """
    told: list[Candidate] = []
    for part in parts:
        inside = (
            each
            for each in find_answers(part, text, key, published)
            if sentence[0] <= each.start < sentence[1]
            and not any(each.start < other.end and other.start < each.end for other in told)
        )
        if (best := next(inside, None)) is None:
            return ()
        told.append(best)
    return tuple(told)
