"""Learns which characters stand for which letters in foreign names: ``python -m training.sounds``.

From the names of the dictionary (克林顿, Clinton) by expectation maximisation over all ways to cut
a name into chunks of letters, each of which one syllable stands for or none: a joint multigram
model (Deligne and Bimbot 1995), as is usual for transliteration. Writes ``index/sounds.json``.
"""

import argparse
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from index.dictionary import entries
from index.sounds import CHUNK, FILE

_ROUNDS: Final = 10
_SIFTED: Final = (2, 4)  # rounds after which names that are written by meaning are left out
_LEFT_OUT: Final = 0.12  # of the names, each time
_SILENT: Final = 2  # letters at the most
# A probability to begin with: what sounds alike begins alike, and a syllable takes two letters.
_OTHERWISE, _FARTHER, _USUAL, _AT_FIRST_SILENT = 0.3, 0.25, 2.3, 0.02
_RARELY = 1e-7  # of what has not been seen
# The least that a chunk is seen with a syllable to count, and the least share of a character.
_SEEN: Final = 0.5
_SHARE: Final = 0.03
_TWICE: Final = 2  # names that write a syllable with a character

_HAN = re.compile(r"[\u4e00-\u9fff·]{2,10}")
# What kind of thing a name names, behind it: 县 of 泽西县, 语 of 斯瓦希里语.
_KIND = re.compile(r"(?<=..)[县市州省区郡岛海河湖山城镇星洲语人族教派国道府湾港]$")
_TONE = re.compile(r"\d")
_ASIDE = re.compile(r"\([^)]*\)")
_NAME = re.compile(
    r"((?:[A-Z][a-z'-]{2,} ?){1,3})(?:,|;|$| province| city| county| river| state| island)"
)
_BORN = re.compile(r"\(.*\d{3}")
_OTHER = re.compile(r"[^a-z]")
_LETTERS: Final = range(2, 17)

Event = tuple[str, str]  # letters, and the syllable that stands for them; none is empty


@dataclass(frozen=True, slots=True, order=True)
class Written:
    """A foreign name: its letters, and its characters with their syllables."""

    letters: str
    characters: str
    syllables: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the chunks."""
    argparse.ArgumentParser(description=__doc__).parse_args(arguments)
    names = foreign_names()
    seen, kept = learn(names)
    about = f"{len(kept)} of {len(names)} names of CC-CEDICT"
    lines = ",\n".join(
        f"  {json.dumps(letters)}: {json.dumps(its, ensure_ascii=False)}"
        for letters, its in sorted(chunks(seen, kept).items())
    )
    FILE.write_text(f'{{"learnt_from": "{about}", "chunks": {{\n{lines}\n}}}}\n', encoding="utf-8")


def foreign_names() -> list[Written]:
    """The dictionary's names that are not written in pinyin, each once, in order."""
    found = {name for entry in entries() for name in _names(*entry)}
    return sorted(each for each in found if len(each.letters) in _LETTERS and _is_foreign(each))


def _names(chinese: str, pinyin: str, meant: str) -> Iterator[Written]:
    """The names that an entry gives in Chinese and in English, word for word."""
    if not (pinyin[:1].isupper() and _HAN.fullmatch(chinese)):
        return
    syllables = [_TONE.sub("", each.lower()).replace("u:", "v") for each in pinyin.split()]
    parts = _KIND.sub("", chinese).split("·")
    syllables = [each for each in syllables if each != "·"][: sum(map(len, parts))]
    for sense in meant.split("/"):
        match = _NAME.match(_ASIDE.sub("", sense).strip())
        words = match[1].split() if match else []
        if len(parts) == 1 and _BORN.search(sense):  # 奥巴马, Barack Obama (1961-)
            words = words[-1:]
        if len(words) == len(parts) and sum(map(len, parts)) == len(syllables):
            place = 0
            for word, part in zip(words, parts, strict=True):
                letters = _OTHER.sub("", word.lower())
                yield Written(letters, part, tuple(syllables[place : place + len(part)]))
                place += len(part)


def _is_foreign(name: Written) -> bool:
    """Whether a name does not begin as its characters are read."""
    read = "".join(name.syllables[:2])
    return not name.letters.startswith(read) or len(name.syllables) == 1


def learn(names: Sequence[Written]) -> tuple[dict[Event, float], Sequence[Written]]:
    """How often each event is expected in the names, and the names that were kept."""
    sure: Mapping[Event, float] | None = None
    seen: dict[Event, float] = {}
    for number in range(_ROUNDS):
        seen = defaultdict(float)
        odds = []
        for name in names:
            whole = _expect(name, sure, seen)
            odds.append(math.log(whole) / len(name.letters) if whole > 0 else -math.inf)
        total = sum(seen.values())
        sure = {event: count / total for event, count in seen.items()}
        if number in _SIFTED:
            worst = sorted(range(len(names)), key=odds.__getitem__)[: int(len(names) * _LEFT_OUT)]
            left = set(worst)
            names = [name for place, name in enumerate(names) if place not in left]
    return dict(seen), names


def _expect(name: Written, sure: Mapping[Event, float] | None, seen: dict[Event, float]) -> float:
    """Adds how often each event is expected in a name; gives the name's probability."""
    steps = [(here, there, event, _probability(event, sure)) for here, there, event in _steps(name)]
    end = (len(name.letters), len(name.syllables))
    before: dict[tuple[int, int], float] = defaultdict(float, {(0, 0): 1.0})
    for here, there, _, odds in steps:
        before[there] += before[here] * odds
    after: dict[tuple[int, int], float] = defaultdict(float, {end: 1.0})
    for here, there, _, odds in reversed(steps):
        after[here] += odds * after[there]
    whole = before[end]
    if whole > 0:
        for here, there, event, odds in steps:
            seen[event] += before[here] * odds * after[there] / whole
    return whole


def _steps(name: Written) -> Iterator[tuple[tuple[int, int], tuple[int, int], Event]]:
    """Every step from so many letters and syllables to more, after those that lead to it."""
    for start in range(len(name.letters)):
        for place in range(len(name.syllables) + 1):
            for end in range(start + 1, min(start + CHUNK, len(name.letters)) + 1):
                letters = name.letters[start:end]
                if end - start <= _SILENT:
                    yield (start, place), (end, place), (letters, "")
                if place < len(name.syllables):
                    yield (start, place), (end, place + 1), (letters, name.syllables[place])


def _probability(event: Event, sure: Mapping[Event, float] | None) -> float:
    if sure is not None:
        return sure.get(event, _RARELY)
    letters, syllable = event
    if not syllable:
        return _AT_FIRST_SILENT
    alike = 1.0 if letters[0] == syllable[0] else _OTHERWISE
    return alike * math.pow(_FARTHER, abs(len(letters) - _USUAL))


def chunks(
    seen: Mapping[Event, float], names: Iterable[Written]
) -> dict[str, tuple[str, float | None, float | None]]:
    """What stands for each chunk of letters, as `index.sounds.Chunk` has it."""
    total = sum(seen.values())
    written = _characters(names)
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (letters, syllable), count in seen.items():
        if count >= _SEEN:
            found[letters][syllable] = count
    return {
        letters: chunk for letters, its in found.items() if (chunk := _chunk(its, written, total))
    }


def _chunk(
    counts: Mapping[str, float], written: Mapping[str, Mapping[str, float]], total: float
) -> tuple[str, float | None, float | None] | None:
    voiced = sum(count for syllable, count in counts.items() if syllable)
    shares: dict[str, float] = defaultdict(float)
    for syllable, count in counts.items():
        for character, share in written.get(syllable, {}).items():
            shares[character] += share * count / voiced
    characters = "".join(sorted(each for each, share in shares.items() if share >= _SHARE))
    silent = _log(counts.get("", 0.0) / total)
    if not characters and silent is None:
        return None
    return characters, _log(voiced / total) if characters else None, silent


def _characters(names: Iterable[Written]) -> dict[str, dict[str, float]]:
    """For each syllable the shares of the characters that write it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        for character, syllable in zip(name.characters, name.syllables, strict=True):
            found[syllable][character] += 1
    return {
        syllable: {
            each: count / counts.total() for each, count in counts.items() if count >= _TWICE
        }
        for syllable, counts in found.items()
    }


def _log(share: float) -> float | None:
    return round(math.log(share), 2) if share > 0 else None


if __name__ == "__main__":
    main()
