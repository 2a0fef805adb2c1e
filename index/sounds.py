"""How Chinese may write a name by its sound: 霍林河 for Huolinhe, 马特林 for Matlin.

A name in pinyin is any characters that are read so. Any other is cut into chunks of letters, each
of which one character stands for or none, as foreign names of the dictionary are written; which
characters stand for which chunks is learnt from these by ``python -m training.sounds``.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from corpus.once import once
from index.dictionary import readings
from index.syllables import fewest_syllables

Way = tuple[str, ...]  # to write a name: of each of its characters, those that may stand there

FILE: Final = Path(__file__).with_suffix(".json")
CHUNK: Final = 5  # letters of a chunk at the most
# How many ways a name is written at the most, how far behind the likeliest in log probability, and
# how many beginnings are gone on with.
_WAYS: Final = 12
_WITHIN: Final = 6.0
_BEAM: Final = 20
_SYLLABLES: Final = range(2, 7)  # of a name in pinyin
_LONGEST: Final = 20  # letters
_OTHER = re.compile(r"[^a-z]")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What stands for some letters.

    Attributes:
        characters: Those that do.
        written: The log probability of the letters with any of them; None for never.
        silent: The same with none.
    """

    characters: str
    written: float | None
    silent: float | None


@lru_cache(maxsize=256)
def ways(name: str) -> tuple[Way, ...]:
    """The ways to write a name, two characters or more; in pinyin first, then the likelier first.

    None for what is too long or has chunks that no foreign name of the dictionary has.
    """
    letters = _OTHER.sub("", name.lower())
    if len(letters) > _LONGEST:
        return ()
    return tuple(dict.fromkeys((*_in_pinyin(letters), *_by_sound(letters))))


@lru_cache(maxsize=256)
def ways_in_pinyin(name: str) -> tuple[Way, ...]:
    """The ways to write a name as pinyin alone, at most one; none for what is no pinyin."""
    return tuple(_in_pinyin(_OTHER.sub("", name.lower())))


def _in_pinyin(letters: str) -> Iterator[Way]:
    known = readings()
    syllables = fewest_syllables(letters, known.__contains__)
    if len(syllables) in _SYLLABLES:
        yield tuple(known[each] for each in syllables)


def _by_sound(letters: str) -> list[Way]:
    """The likeliest ways, by a beam search from the left."""
    begun: list[dict[Way, float]] = [{(): 0.0}]
    for end in range(1, len(letters) + 1):
        here: dict[Way, float] = {}
        for start in range(max(0, end - CHUNK), end):
            if chunk := _chunks().get(letters[start:end]):
                for way, odds in _gone_on(begun[start], chunk):
                    here[way] = max(here.get(way, odds), odds)
        likeliest = sorted(here.items(), key=lambda pair: (-pair[1], pair[0]))
        begun.append(dict(likeliest[:_BEAM]))
    found = [(way, odds) for way, odds in begun[-1].items() if len(way) > 1]
    return [way for way, odds in found if odds >= found[0][1] - _WITHIN][:_WAYS]


def _gone_on(begun: Mapping[Way, float], chunk: Chunk) -> Iterator[tuple[Way, float]]:
    for way, odds in begun.items():
        if chunk.written is not None:
            yield (*way, chunk.characters), odds + chunk.written
        if chunk.silent is not None:
            yield way, odds + chunk.silent


@once
def _chunks() -> Mapping[str, Chunk]:
    held = json.loads(FILE.read_text(encoding="utf-8"))
    return {letters: Chunk(*its) for letters, its in held["chunks"].items()}
