"""Moments: the dated sentences of a passage, and which of them tell the same."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.article import Heading, Passage
from corpus.split import sentences
from index.pairs import in_common, neighbours
from qa.ranking.found import Found
from qa.times import TimeSpan, times_of_events, told_day, told_time
from qa.times.span import Precision

_SAME = 0.6  # of the pairs of characters of the shorter of two sentences: they tell the same
# What a sentence says of when it was without a day of its own.
_ANOTHER_TIME = re.compile(
    r"此前|日前|近日|近期|早前|早些时候|不久前|前不久|前些天|之前,|曾(?:在|于|经)"
)
_LONG: frozenset[Precision] = frozenset({"quarter", "year"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A sentence on an event, and when that was.

    Attributes:
        first: The first day.
        last: The last day, not before the first.
        precise: How fine the date is, as in `qa.times.TimeSpan`.
        told: Whether the passage says when, in the sentence or before it; else it is the article's
            date.
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


def moments_of(
    found: Found, best: tuple[int, int], words: Sequence[str], *, titled: bool = False
) -> Iterator[Moment | None]:
    """The moments that a passage tells of: its best sentence's first, then in its order.

    The best sentence is of the day that it names, else of the nearest that the passage names before
    it, else of the article's. None stands for a best sentence without any date.

    Args:
        found: The passage.
        best: The span of its best sentence.
        words: The question's telling words.
        titled: Whether its article's title names what is asked after: then a paragraph that begins
            with its day tells of that, whatever its words.
    """
    text, published = found.passage.text, found.heading.published
    times = times_of_events(text, found.key, published)
    yield _told(found, best, times) or _told_before(found, best, times) or _by_article(found, best)
    for start, end in sentences(text):
        tells = any(word in found.key[start:end] for word in words)
        if (start, end) != best and (tells or (titled and _begins_with_day(times, text, start))):
            moment = _told(found, (start, end), times)
            if moment:
                yield moment


def _begins_with_day(times: Sequence[TimeSpan], text: str, start: int) -> bool:
    """Whether a sentence begins a paragraph, and with a date."""
    begins = not text[:start].strip(" \t\u3000") or text[:start].rstrip(" \t\u3000")[-1] == "\n"
    return begins and any(time.start == start for time in times)


def _told(found: Found, sentence: tuple[int, int], times: Sequence[TimeSpan]) -> Moment | None:
    """The moment of a sentence that itself says when; None where it says little or nothing."""
    time, published = told_time(times, *sentence), found.heading.published
    if time is None or time.first is None or time.last is None:
        return None
    if time.precise in _LONG and published and time.first <= published <= time.last:
        return None  # only the year or quarter of the news itself: 今年, 上半年
    return _at(found, sentence, time)


def _told_before(
    found: Found, sentence: tuple[int, int], times: Sequence[TimeSpan]
) -> Moment | None:
    """The moment of a sentence, by the day of the nearest one before it that names its day.

    None where the sentence tells of another time: 此前, 近日.
    """
    if _ANOTHER_TIME.search(found.key, *sentence):
        return None
    before = [each for each in sentences(found.passage.text) if each[1] <= sentence[0]]
    time = next(filter(None, (told_day(times, *each) for each in reversed(before))), None)
    return _at(found, sentence, time)


def _at(found: Found, sentence: tuple[int, int], time: TimeSpan | None) -> Moment | None:
    """The moment of a sentence at a time that the passage tells; None where that has no days."""
    if time is None or time.first is None or time.last is None:
        return None
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
        its_pairs = frozenset(filter(str.isalnum, neighbours(moment.text)))
        place = next(
            (
                place
                for place, other in enumerate(kept)
                if _same_day(moment, other) and in_common(its_pairs, pairs[place]) >= _SAME
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


def _with(kept: Moment, moment: Moment) -> Moment:
    """One of two moments that are the same, the one that itself says when, with all who tell it."""
    stays, goes = (moment, kept) if moment.told and not kept.told else (kept, moment)
    others = {
        each.article_id: each
        for each in (*stays.also, goes.heading, *goes.also)
        if each.article_id != stays.heading.article_id
    }
    return replace(stays, also=tuple(sorted(others.values(), key=lambda each: each.printed)))
