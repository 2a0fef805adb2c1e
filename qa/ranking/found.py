"""Passages found, what may answer in each, and which of them come first for that.

The right article is nearly always found first, but its lead names the event, and another passage
tells who was there, when, or how many.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.article import Heading, Passage
from index.cross_encoder import Reading
from index.hits import Hit
from qa.answer import Person
from qa.question import Question
from qa.short import Candidate, asks_place, find_answers, telling_sentences
from qa.text.names import Word, shared_finder

# What naming those who answer is worth, in standard deviations of the meaning scores.
_ANSWERS = 1.0
# What a candidate of score one is worth beside that; chosen on the development sets. Names and
# other things that "what" asks after are found too unsurely to change the order.
_CANDIDATE = 0.6
_UNSURE = ("what", "who", "how")
_READ_WORDS = 5  # of so many a recogniser reads the words, where places are asked after


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage, ``text[start:end]``.

    Attributes:
        start: Offset in the passage's text.
        end: Offset behind its last character.
        odds: The log odds that it answers the question.
    """

    start: int
    end: int
    odds: float


@dataclass(frozen=True, slots=True)
class Favour:
    """What beside its words speaks for a passage, and against it, in log odds.

    Attributes:
        bonus: What the dates and editions asked after and the conversation add; not below 0.
        malus: What is taken where its dates or editions are others than those; not above 0.
    """

    bonus: float = 0.0
    malus: float = 0.0

    def __add__(self, other: "Favour") -> "Favour":
        return Favour(self.bonus + other.bonus, self.malus + other.malus)

    @property
    def odds(self) -> float:
        """Both together."""
        return self.bonus + self.malus


@dataclass(frozen=True, slots=True)
class Found:
    """A hit resolved, with what may answer in it.

    Attributes:
        hit: The hit.
        passage: Its passage.
        key: The passage's key.
        heading: Its article's heading.
        answers: What may answer, best first; people are read elsewhere.
        sentences: Its sentences; none where they were not judged.
        reading: What it says to the question, by who read both together; None where nobody has.
        favour: What the dates and editions asked after and the conversation say of it.
    """

    hit: Hit
    passage: Passage
    key: str
    heading: Heading
    answers: tuple[Candidate, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    reading: Reading | None = field(default=None, compare=False, repr=False)
    favour: Favour = Favour()

    @property
    def likeliest(self) -> Sentence | None:
        """The sentence that most likely answers, the first of equals; None where none is judged."""
        return max(self.sentences, key=lambda each: each.odds, default=None)

    @property
    def read_anywhere(self) -> float | None:
        """The log odds, by its reading, that it answers, wherever it does; None without one."""
        return self.reading.within(0, len(self.key)) if self.reading else None


def read_answers(question: Question, found: Sequence[Found]) -> tuple[Found, ...]:
    """The passages with what may answer in each; places are looked for in the first few alone."""
    many = _READ_WORDS if asks_place(question) else 0
    words = _telling_words(question, found[:many])
    padded = [*words, *[()] * (len(found) - len(words))]
    return tuple(
        replace(
            each,
            answers=find_answers(
                question, each.passage.text, each.key, each.heading.published, its_words
            ),
        )
        for each, its_words in zip(found, padded, strict=True)
    )


def _telling_words(question: Question, found: Sequence[Found]) -> list[tuple[Word, ...]]:
    """Of each passage the tagged words of the sentences that tell most: tagging costs time."""
    spans = [telling_sentences(question, each.passage.text, each.key) for each in found]
    keys = [
        each.key[start:end] for each, its in zip(found, spans, strict=True) for start, end in its
    ]
    words = iter(shared_finder().words_of(keys) if keys else ())
    return [
        tuple(
            Word(start + word.start, start + word.end, word.tag)
            for start, _ in its
            for word in next(words)
        )
        for its in spans
    ]


def surest_first(question: Question, found: Sequence[Found]) -> tuple[Found, ...]:
    """The passages by their scores and their surest candidates together; ties stay in order."""
    if question.kind in _UNSURE:
        return tuple(found)
    raised = [
        _scored(each, each.hit.score + _CANDIDATE * each.answers[0].score) if each.answers else each
        for each in found
    ]
    return _ranked(sorted(raised, key=lambda each: -each.hit.score))


def people_first(
    question: Question, found: Sequence[Found], people: Sequence[Person]
) -> tuple[Found, ...]:
    """The passage that names the first of the people put first, if it is near; scores to match."""
    place = next(
        (n for n, each in enumerate(found) if people and each.passage.id == people[0].passage_id),
        0,
    )
    if not place or not _worth_it(question, found[0], found[place]):
        return tuple(found)
    first = _scored(found[place], found[0].hit.score + _ANSWERS)
    return _ranked((first, *found[:place], *found[place + 1 :]))


def _worth_it(question: Question, first: Found, other: Found) -> bool:
    """Whether a passage may come before the first because people who answer stand in it.

    They answer only where the question says what they did: anybody is named somewhere. Then the
    rest of the first's article may, and any passage that is found nearly as well.
    """
    near = first.hit.score - other.hit.score < _ANSWERS
    return bool(question.acts) and (near or first.heading.article_id == other.heading.article_id)


def in_places(ordered: Sequence[Found]) -> tuple[Found, ...]:
    """The passages in this order, each with the score and rank of the place that it comes to."""
    scores = sorted((each.hit.score for each in ordered), reverse=True)
    return _ranked([_scored(each, score) for each, score in zip(ordered, scores, strict=True)])


def _scored(found: Found, score: float) -> Found:
    return replace(found, hit=replace(found.hit, score=score))


def _ranked(found: Sequence[Found]) -> tuple[Found, ...]:
    return tuple(
        replace(each, hit=replace(each.hit, rank=rank)) for rank, each in enumerate(found, 1)
    )
