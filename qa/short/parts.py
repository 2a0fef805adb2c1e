"""Questions that ask twice: 抓了几个人，缴获多少现金. Each part has an answer of its own."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from qa.question import Question, read_question
from qa.short.candidate import Candidate
from qa.short.choose import is_stated, unit_of
from qa.short.find import find_answers
from qa.short.units import unit_class

_BETWEEN: Final = re.compile(r"[，,；;、]|\band (?=how )", re.IGNORECASE)
_ASKS: Final = re.compile(
    r"多少|[几幾](?![乎内內]|[个個十]?[年月天周日])|多[大长長高远遠久深宽寬快重]"
    r"|\bhow (?:many|much|old|long|far)\b"
)


@lru_cache(maxsize=32)  # asked of each passage
def parts_asked(question: Question) -> tuple[Question, ...]:
    """The parts of a question that each ask after a figure; none of one part."""
    asking = [part for part in _BETWEEN.split(question.text) if _ASKS.search(part.lower())]
    parts = tuple(map(read_question, asking))
    apart = len(parts) > 1 and all(part.kind == "howmany" for part in parts)
    return parts if apart else ()


def answers_of_parts(
    parts: Sequence[Question],
    text: str,
    sentence: tuple[int, int],
    published: date | None,
    key: str,
) -> tuple[Candidate, ...]:
    """What surely answers each part in a sentence, in their order; else none.

    Nor where two of them have the same unit, so that each might be the other's.

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
            and is_stated(each)
            and not any(each.start < other.end and other.start < each.end for other in told)
        )
        if (best := next(inside, None)) is None:
            return ()
        told.append(best)
    units = {unit_class(unit_of(each.value)) or each.value for each in told}
    return tuple(told) if len(units) == len(told) else ()
