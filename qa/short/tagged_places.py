"""Where, by a recogniser's words: runs of what it takes for places and organisations."""

import re
from collections.abc import Iterator, Sequence

from qa.short.candidate import Candidate
from qa.short.nearness import Nearness
from qa.short.place_words import EVENT, LEAD, TAIL, asked_endings
from qa.text.names import Word

_PLACES = frozenset({"LOC", "ORG"})
# What may end a place that the recogniser cut short: 鹿鸣市|会展中心.
_ENDINGS = frozenset({"n", "nz", "f", "s", "nw"})
_LEADING = re.compile(rf"{LEAD}$")
_LONGEST_LEAD = 4
_LED_TO, _HELD_THERE, _FITS = 0.25, 0.15, 0.4


def find_tagged_places(
    question_key: str, key: str, near: Nearness, words: Sequence[Word]
) -> Iterator[Candidate]:
    """The places among a passage's words, by start, without those that the question names."""
    endings = asked_endings(question_key)
    for start, end in _runs(key, words):
        place = key[start:end]
        if len(place) < 2 or place in question_key:
            continue
        led = _LEADING.search(key, max(0, start - _LONGEST_LEAD), start)
        score = near.at(start, end) + _LED_TO * bool(led)
        score += _HELD_THERE * bool(EVENT.match(key, end))
        score += _FITS * any(ending.search(place) for ending in endings)
        yield Candidate(start, end, "place", score, place)


def _runs(key: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Neighbouring words of places as one: 鹿鸣市|石溪镇|会展中心."""
    start, end = 0, 0
    for word in words:
        joins = start < end == word.start
        if word.tag in _PLACES or (joins and _ends_place(key, word)):
            start = start if joins else word.start
            end = word.end
        elif joins:
            yield start, end
            start = end = 0
    if start < end:
        yield start, end


def _ends_place(key: str, word: Word) -> bool:
    text = key[word.start : word.end]
    tail = TAIL.match(text) if word.tag in _ENDINGS else None
    return tail is not None and tail[1] == text
