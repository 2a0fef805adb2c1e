"""What an answer is: evidence first, then what it says, then how sure."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from corpus.article import Filters, Heading, Passage

# How sure an answer is at the most that names nobody where a Chinese question asks who (of labelled
# questions so answered 5 of 13 were answerable, of others, asked by hand, none of 15), and the
# like (`qa.doubts`).
UNTOLD = 0.2
_RULED_OUT: Final = 0.05  # a confidence below which the articles do not say it, 19 times of 20

SpanKind = Literal["match", "person", "date", "number", "place", "reason", "quote", "name", "words"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a passage's text, ``text[start:end]``, and what it is."""

    start: int
    end: int
    kind: SpanKind


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the evidence names as an answer.

    Attributes:
        name: As it stands in the passage.
        title: As it stands in the passage; may be empty.
        roles: The parts played: 出席 主持 会见 讲话 陪同 参加 其他.
        passage_id: The passage that says so.
        start: Offset of the name in the passage's text.
        end: Offset behind the name in the passage's text.
    """

    name: str
    title: str
    roles: tuple[str, ...]
    passage_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """What answers in so many words: a quotation from a passage.

    Attributes:
        text: As it stands in the passage, ``text[start:end]`` of it.
        kind: What it is; "words" for what close reading points at, of whatever kind that is.
        passage_id: The passage that says so.
        start: Offset in the passage's text.
        end: Offset behind its last character.
        days: Of a date, the first and last day that it means; None where they are not known.
        speaker: Of a quotation, who says it, title and name as in the passage; may be empty.
        also: Passages of other articles that say the same, in the order of the answer's evidence.
        disputed: Whether another article gives another value for what seems the same thing.
    """

    text: str
    kind: SpanKind
    passage_id: str
    start: int
    end: int
    days: tuple[date, date] | None = None
    speaker: str = ""
    also: tuple[str, ...] = ()
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A hit resolved to what people read.

    Attributes:
        passage: The passage.
        heading: The article it stands in.
        score: Higher is better; comparable within one answer only.
        rank: 1 for the best.
        sentence: The span, in the passage's text, of the sentence that fits the question best.
        spans: What is lit up, by start; spans of one kind do not overlap.
        reprints: The other articles that carry the same passage, by date, then by id.
        by_words: Its rank by words alone; None where it is not among the first hundred.
        by_meaning: Its rank by meaning alone; None where that was not searched either.
    """

    passage: Passage
    heading: Heading
    score: float
    rank: int
    sentence: tuple[int, int]
    spans: tuple[Span, ...]
    reprints: tuple[Heading, ...] = ()
    by_words: int | None = None
    by_meaning: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Another event that fits a question, beside the one that the answer tells of.

    Attributes:
        evidence: Its first evidence; its heading gives the title and the source.
        day: The day that the evidence names, its sentence first; else the article's date; None
            where neither is known.
        told: Whether the evidence itself names the day.
        people: Those who answer in this event, where people do.
    """

    evidence: Evidence
    day: date | None
    told: bool
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What the last answer was about.

    Attributes:
        question: The last question that stood by itself.
        heading: The article of the event that answered.
        sentence: The sentence that answered best.
        people: The names of those who answered, in the answer's order; may be none.
        key: What the passages shown of that article say, and its title, folded.
    """

    question: str
    heading: Heading
    sentence: str
    people: tuple[str, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a follow-up took over from the answer before it; its caller may drop it.

    Attributes:
        heading: The article of the event, whose title and date name it.
        names: Whom 他 or "they" stands for in the question; none where it has no such word.
        elsewhere: Whether the answer's first passage tells of something else: it stands neither in
            that article nor in a reprint of it.
        topic: The whole of what it leaned on, to ask it once more; None where that is not kept.
    """

    heading: Heading
    names: tuple[str, ...]
    elsewhere: bool
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What words alone find of a question, before meaning is searched: no answer, and no denial.

    Attributes:
        question: As typed, without outer white space.
        evidence: Passages, best first by words; what answers in them is not lit up.
    """

    question: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the library says to a question: quotations only.

    Attributes:
        question: As typed, without outer white space.
        evidence: Passages, best first; none from an empty library, where nothing fits the
            filters, or for k below 1.
        people: Those who answer, of one event alone; none where something else does.
        confidence: The probability that the library holds the answer, 0 to 1.
        answered: Whether the confidence reaches the threshold.
        complete: Whether all passages are encoded, so that meaning was searched too.
        since: The first day of articles searched, by the caller's or the question's own words.
        until: The last day.
        carried: What a follow-up took over from the answer before it; None for another question.
        short: What answers in so many words, best first, each value once; none where people are
            asked after, and where nothing fits well enough to be stated.
        others: The other events that fit as well, in the order of their evidence; none where it
            is not answered.
        filters: What its caller narrowed it to; the question's own dates are not among them.
    """

    question: str
    evidence: tuple[Evidence, ...]
    people: tuple[Person, ...]
    confidence: float
    answered: bool
    complete: bool
    since: date | None = None
    until: date | None = None
    carried: Carried | None = None
    short: tuple[ShortAnswer, ...] = ()
    others: tuple[Event, ...] = ()
    filters: Filters = Filters()

    @property
    def unsure(self) -> bool:
        """Whether it does not count as answered, though what may answer stands first.

        Not where the confidence all but rules it out: nearly any passage has
        something of the kind.
        """
        first = in_first(self)
        found = bool(first.people or first.short)
        return found and not self.answered and self.confidence >= _RULED_OUT


def in_first(answer: Answer) -> Answer:
    """The answer with those people and short answers alone that its first passage tells."""
    first = {each.passage.id for each in answer.evidence[:1]}
    return replace(
        answer,
        people=tuple(each for each in answer.people if each.passage_id in first),
        short=tuple(each for each in answer.short if each.passage_id in first),
    )
