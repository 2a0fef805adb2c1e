"""A timeline: the dated sentences on an event, in the order of their real days."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.article import Heading, Passage
from corpus.split import sentences
from qa.answering import make_answer
from qa.events import covered
from qa.evidence import telling_words
from qa.found import Found
from qa.searching import Search
from qa.times import TimeSpan, find_times, of_events, told_time
from qa.times.span import Precision

# So many passages are read for a timeline, and so many of its moments are kept, the best.
READ_FOR_TIMELINE = 20
_MOST = 30
# A passage belongs to the event when it holds nearly all of the question's telling words; or so
# many of those that the first holds, and scores so well beside it. An English question shares no
# words with it: there the score decides.
_ALL, _AS_MUCH = 0.9, 0.6
_SCORE, _ENGLISH_SCORE = 0.35, 0.6
_SAME = 0.6  # of the pairs of characters of the shorter of two sentences: they tell the same
_PAIR = re.compile(r"(?=(\w\w))")
_LONG: frozenset[Precision] = frozenset({"quarter", "year"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A sentence on an event, and when that was.

    Attributes:
        first: The first day.
        last: The last day, not before the first.
        precise: How fine the date is, as in `qa.times.TimeSpan`.
        told: Whether the sentence itself says when; else it is the article's date.
        passage: The passage.
        heading: Its article.
        sentence: The sentence's span in the passage's text.
        also: Who else tells it, by date, then by id.
    """

    first: date
    last: date
    precise: Precision
    told: bool
    passage: Passage
    heading: Heading
    sentence: tuple[int, int]
    also: tuple[Heading, ...] = ()

    @property
    def text(self) -> str:
        """The sentence, without white space around it."""
        return self.passage.text[slice(*self.sentence)].strip()


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the library tells of an event, in the order in which it happened.

    Attributes:
        question: As typed.
        moments: The earliest first; those of one day by how well they fit.
        undated: How many were left out because neither they nor their articles have a full date.
        answered: As in `qa.answer.Answer`.
        complete: As in `qa.answer.Answer`.
    """

    question: str
    moments: tuple[Moment, ...]
    undated: int
    answered: bool
    complete: bool


def make_timeline(search: Search, threshold: float) -> Timeline:
    """The timeline that a search gives.

    Of each passage that tells of the event: its best sentence, and every sentence that names its
    day and a telling word of the question. One that tells the same of the same day as a better one
    is folded into it.

    Args:
        search: The question, what it found, and what was chosen of that.
        threshold: The confidence from which a question counts as answered.
    """
    answer = make_answer(search, threshold)
    words = telling_words(search.ranking.words)
    best = {each.passage.id: each.sentence for each in answer.evidence}
    moments = [
        moment and replace(moment, also=search.reprints.get(found.passage.id, ()))
        for found in _of_event(search, words)
        for moment in moments_of(found, best[found.passage.id], words)
    ]
    kept = folded(moment for moment in moments if moment)[:_MOST]
    return Timeline(
        question=answer.question,
        moments=tuple(sorted(kept, key=lambda moment: (moment.first, moment.last))),
        undated=moments.count(None),
        answered=answer.answered,
        complete=answer.complete,
    )


def _of_event(search: Search, words: Sequence[str]) -> Iterator[Found]:
    """The passages that tell of what the first tells of, best first."""
    found, english = search.choice.found, search.question.language == "en"
    all_words = _ALL * sum(map(len, words))
    for each in found:
        enough = each.hit.score >= found[0].hit.score * (_ENGLISH_SCORE if english else _SCORE)
        holds = covered(words, [each.key])
        much = english or holds >= _AS_MUCH * covered(words, [found[0].key])
        if each is found[0] or (enough and much) or 0 < all_words <= holds:
            yield each


def moments_of(
    found: Found, best: tuple[int, int], words: Sequence[str]
) -> Iterator[Moment | None]:
    """The moments that a passage tells of: its best sentence's first, then in its order.

    None stands for a best sentence without any date.

    Args:
        found: The passage.
        best: The span of its best sentence.
        words: The question's telling words.
    """
    text, published = found.passage.text, found.heading.published
    times = of_events(find_times(text, found.key, published), text)
    yield _told(found, best, times) or _by_article(found, best)
    for start, end in sentences(found.passage.text):
        if (start, end) != best and any(word in found.key[start:end] for word in words):
            moment = _told(found, (start, end), times)
            if moment:
                yield moment


def _told(found: Found, sentence: tuple[int, int], times: Sequence[TimeSpan]) -> Moment | None:
    """The moment of a sentence that itself says when; None where it says little or nothing."""
    time, published = told_time(times, *sentence), found.heading.published
    if time is None or time.first is None or time.last is None:
        return None
    if time.precise in _LONG and published and time.first <= published <= time.last:
        return None  # only the year or quarter of the news itself: 今年, 上半年
    where = (found.passage, found.heading, sentence)
    return Moment(time.first, time.last, time.precise, True, *where)


def _by_article(found: Found, sentence: tuple[int, int]) -> Moment | None:
    day = found.heading.published
    if day is None:
        return None
    return Moment(day, day, "day", False, found.passage, found.heading, sentence)


def folded(moments: Iterable[Moment]) -> list[Moment]:
    """The moments without those that tell the same of the same day as one before, which names them.

    Args:
        moments: Best first.
    """
    kept: list[Moment] = []
    pairs: list[frozenset[str]] = []
    for moment in moments:
        its_pairs = frozenset(_PAIR.findall(moment.text))
        place = next(
            (
                place
                for place, other in enumerate(kept)
                if _same_day(moment, other) and _tells_the_same(its_pairs, pairs[place])
            ),
            None,
        )
        if place is None:
            kept.append(moment)
            pairs.append(its_pairs)
        else:
            kept[place] = _with(kept[place], moment)
    return kept


def _same_day(one: Moment, other: Moment) -> bool:
    return one.first == other.first or not (one.told and other.told)


def _tells_the_same(some: frozenset[str], others: frozenset[str]) -> bool:
    least = min(len(some), len(others))
    return bool(least) and len(some & others) >= _SAME * least


def _with(kept: Moment, moment: Moment) -> Moment:
    """One of two moments that are the same, the one that itself says when, with all who tell it."""
    stays, goes = (moment, kept) if moment.told and not kept.told else (kept, moment)
    others = {
        each.article_id: each
        for each in (*stays.also, goes.heading, *goes.also)
        if each.article_id != stays.heading.article_id
    }
    return replace(stays, also=tuple(sorted(others.values(), key=_printed)))


def _printed(heading: Heading) -> tuple[date, str]:
    return heading.published or date.max, heading.article_id
