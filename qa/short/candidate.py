"""The value for something in a passage that may answer a question."""

from dataclasses import dataclass
from datetime import date

from qa.answer import SpanKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a passage that may answer, and how well.

    Attributes:
        start: Offset of its first character in the passage's text.
        end: Offset behind its last character.
        kind: What it is.
        score: Higher is better; comparable for one question, over all its passages. From
            about 0.8 a candidate fits what is asked and stands beside the question's words.
        value: What it says in one form, for comparing: of a date its ISO days and, where that is
            asked after, the clock; of a number plain digits and its unit, else the key's own
            characters.
        days: The first and last day of a date; None where the year or day is not known.
        speaker: Where a quotation's speaker stands, title and name; None where it is not said.
        settled: Whether the passage itself gives it to what the question names, as a table does,
            or says outright that there was none.
    """

    start: int
    end: int
    kind: SpanKind
    score: float
    value: str
    days: tuple[date, date] | None = None
    speaker: tuple[int, int] | None = None
    settled: bool = False
