"""Close reading: the first passages read beside the question, by `index.cross_encoder`.

What judges the sentences (`qa.ranking.selection`) counts what they share with the question; who
reads both together sees what they say to it. It costs some 35 ms a passage: so only those are read
that are not far less likely to answer than the first.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from index.context import encoder_text
from index.cross_encoder import Reading, Reads
from index.fold import fold
from index.translation import translate, worded
from qa.question import Question
from qa.ranking.found import Found, in_places
from qa.short import AskedSayer, Candidate, asked_sayer, is_sayer

# How far behind the first, in log odds of their likeliest sentences, passages are read, too; and
# what the cross-encoder's log odds are worth beside these: for choosing the sentence, and the
# passage, where an English question's count for less. Chosen on the development sets.
_NEAR: Final = 3.0
_WORTH: Final = 0.8
_HOPELESS: Final = -6.0  # log odds of a reading that finds no answer at all
_WORTH_ENGLISH: Final = 0.5

# How many characters may stand between what may answer and where an answer begins.
BETWEEN: Final = 2

# What may answer in few words is surer, for each of the log odds that an answer begins there above
# a usual one, by so much; odds outside of these bounds count as they do. Chosen likewise.
_SURER, _USUAL, _LEAST_ODDS, _MOST_ODDS = 0.08, -5.4, -6.0, 4.0

# The least log odds of words that the person said who alone is asked after, and of the cell of a
# table in the row and column that are asked after.
_TOLD: Final = 1.0

# What is asked for, in the language that the cross-encoder has learnt to read beside passages.
_ASKING: Final = {
    "who": "谁",
    "when": "什么时候",
    "where": "哪里",
    "howmany": "多少",
    "why": "为什么",
    "said": "说了什么",
}
_ASKING_ELSE: Final = "什么"

OpenCrossEncoder = Callable[[], Reads]


class Readings:
    """What passages say to a question, each read once.

    Args:
        question: The question.
        cross_encoder: What reads.
        about: What the question is about and does not say itself; may be empty.
    """

    def __init__(self, question: Question, cross_encoder: Reads, about: str = "") -> None:
        self.question = question
        self._cross_encoder = cross_encoder
        self._before = f"{about}，" if about else ""
        self._sayer = asked_sayer(question.key)
        self._known: dict[str, Reading] = {}

    def may_say(self, found: Found) -> bool:
        """Whether a passage gives words of the person who alone is asked after."""
        return any(_speaks(found, each, self._sayer) for each in found.answers)

    def of(self, found: Sequence[Found]) -> list[Reading]:
        """A reading of each passage, in their order."""
        new = [each for each in found if each.passage.id not in self._known]
        for each, reading in zip(new, self._read(new) if new else (), strict=True):
            self._known[each.passage.id] = _told(each, reading, self._sayer)
        return [self._known[each.passage.id] for each in found]

    def _read(self, new: Sequence[Found]) -> Sequence[Reading]:
        """An English question is put to each passage in that one's words, too."""
        texts = [in_context(each) for each in new]
        if self.question.language != "en":
            return self._cross_encoder.read(f"{self._before}{self.question.text}", texts)
        put = (f"{self._before}{put_to(self.question, text[0])}" for text in texts)
        return [
            self._cross_encoder.read(asked, [text])[0]
            for asked, text in zip(put, texts, strict=True)
        ]


def _speaks(found: Found, answer: Candidate, sayer: AskedSayer | None) -> bool:
    if not (sayer and answer.speaker):
        return False
    if not is_sayer(sayer.name, found.key[slice(*answer.speaker)]):
        return False
    return sayer.is_at(fold(found.heading.over(found.passage.text)))


def _told(found: Found, reading: Reading, sayer: AskedSayer | None) -> Reading:
    """A reading by which what the passage surely says answers.

    These are the words of the person who alone is asked after, since whoever reads closely has
    learnt from questions that name a subject, and looks for one; and a table's cell.
    """
    for answer in found.answers:
        if answer.settled or _speaks(found, answer, sayer):
            start = answer.start - found.key.endswith(" ", 0, answer.start)  # a piece holds it
            reading = reading.raised(start, answer.end, _TOLD)
    return reading


def read_closely(
    found: Sequence[Found], readings: Readings, most: int, *, settled: bool
) -> tuple[Found, ...]:
    """The passages, the first of them read, and of those the likeliest first.

    Ties stay in order; each passage takes the score of the place that it comes to.

    Args:
        found: The passages, likeliest first, the sentences of the first ones judged.
        readings: What they say to the question.
        most: How many are read at the most.
        settled: Whether their order stands, since people who answer were found: then only the
            first is read.
    """
    least = _likely(found[0]) - _NEAR
    near = [each for each in found[:most] if _likely(each) >= least or readings.may_say(each)]
    near += [each for each in found[most:] if readings.may_say(each)][:1]  # a name is rarely first
    near = near[:1] if settled else near
    if not settled and _says_nothing(near, readings):
        article = near[0].passage.article_id
        more = (each for each in found[:most] if each.passage.article_id == article)
        near += [each for each in more if each not in near]
    pairs = list(zip(near, readings.of(near), strict=True))
    if not settled:
        worth = _WORTH_ENGLISH if readings.question.language == "en" else _WORTH
        pairs.sort(key=lambda pair: -_likely(_weighed(pair[0], pair[1], worth)))
    read = [_read(*pair) for pair in pairs]
    ids = {each.passage.id for each in read}
    rest = [each for each in found if each.passage.id not in ids]
    return (*read, *rest) if settled else in_places([*read, *rest])


def _says_nothing(near: Sequence[Found], readings: Readings) -> bool:
    """Whether none of the passages answers, by far: then others of the first article may."""
    pairs = zip(near, readings.of(near), strict=True)
    return all(reading.within(0, len(each.key)) < _HOPELESS for each, reading in pairs)


def put_to(question: Question, text: str) -> str:
    """The question as it is read beside a text.

    An English one is followed by its words as the text writes them and by what is asked.
    """
    if question.language != "en":
        return question.text
    words = worded(translate(question.text), fold(text))
    return f"{question.text} {words} {_ASKING.get(question.kind, _ASKING_ELSE)}？"


def _likely(found: Found) -> float:
    """The log odds of a passage's likeliest sentence, with what favours the passage."""
    best = found.likeliest
    return best.odds + found.favour.odds if best else float("-inf")


def in_context(found: Found) -> tuple[str, int]:
    """A passage in its context, and where in that it begins."""
    text = encoder_text(found.heading.title, found.heading.lead, found.passage.text)
    return text, len(text) - len(found.passage.text)


def _weighed(found: Found, reading: Reading, worth: float) -> Found:
    """A passage whose sentences have what its reading says of them added, at a worth."""
    sentences = tuple(
        replace(each, odds=each.odds + worth * reading.within(each.start, each.end))
        for each in found.sentences
    )
    return replace(found, sentences=sentences)


def _read(found: Found, reading: Reading) -> Found:
    """A passage with its reading: its sentences, and what may answer in it, weighed by that.

    One that was read already stays as it is.
    """
    if found.reading:
        return found
    answers = (_surer(each, reading) for each in found.answers)
    ordered = tuple(sorted(answers, key=lambda each: -each.score))
    return replace(_weighed(found, reading, _WORTH), reading=reading, answers=ordered)


def _surer(candidate: Candidate, reading: Reading) -> Candidate:
    odds = reading.within(max(0, candidate.start - BETWEEN), candidate.end)
    above = min(max(odds, _LEAST_ODDS), _MOST_ODDS) - _USUAL
    return replace(candidate, score=candidate.score + _SURER * above)
