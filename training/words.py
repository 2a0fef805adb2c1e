"""Learns which of the meanings that a dictionary gives English words texts have.

``python -m training.words --set LIBRARY QUESTIONS --set …`` reads the English questions that the
cross-encoder learns from, and the evidence that answers them, and writes ``index/attested.txt``. A
dictionary turned round gives a word dozens of meanings of equal worth; those that evidence holds
for questions with the word, and much oftener than for others, are what it means. What
``index/newsroom.txt`` and ``names.txt`` say is left to them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from index.dictionary import ATTESTED, news_meanings
from index.fold import fold
from index.translation import translate
from index.word_meanings import of_dictionary
from qa.library import Library
from qa.quality.question_set import LabelledQuestion
from training.materials import held_out
from training.sets import read_sets

# How many questions a word must be in; in how many of them evidence must hold a meaning, and what
# share; how much oftener than in all evidence; and the share that all meanings kept hold together.
_QUESTIONS: Final = 4
_TIMES: Final = 2
_SHARE: Final = 0.1
_OFTENER: Final = 3.0
_TOGETHER: Final = 0.25
_MOST: Final = 4  # meanings of a word
_WORTH: Final = 0.15  # the least that a dictionary's meaning is worth

Answered = tuple[str, str]  # an English question, and the evidence that answers it, folded


@dataclass(frozen=True, slots=True)
class Attested:
    """A word or phrase with the meanings that evidence holds, the commonest first."""

    text: str
    meanings: tuple[str, ...]
    questions: int


def main() -> None:
    """Writes the words."""
    names: list[str] = []
    asked: list[Answered] = []
    for name, library, questions in read_sets(__doc__):
        names.append(name)
        asked += asked_of(library, questions)
    found = learn(asked)
    about = (
        f"# Learnt by python -m training.words from {len(asked)} questions of {', '.join(names)}."
    )
    lines = (f"{each.text.replace(' ', '_')} | {' '.join(each.meanings)}" for each in found)
    ATTESTED.write_text("\n".join((about, *lines)) + "\n", encoding="utf-8")


def asked_of(library: Library, questions: Iterable[LabelledQuestion]) -> Iterator[Answered]:
    """The English questions of a set that are answered and not held out, with their evidence."""
    for each in questions:
        if each.lang == "en" and each.answerable and not held_out(library, each):
            yield each.question, fold(" ".join(gold.evidence for gold in each.gold))


def learn(asked: Sequence[Answered]) -> list[Attested]:
    """The words whose meanings are attested, those of most questions first, ties by the word."""
    keys = [evidence for _, evidence in asked]
    places: dict[str, list[int]] = defaultdict(list)
    for place, (question, _) in enumerate(asked):
        for text in {term.text for term in translate(question) if term.forms}:
            places[text].append(place)

    @cache
    def share(meaning: str) -> float:
        return sum(meaning in key for key in keys) / len(keys)

    found = []
    for text, its in places.items():
        if len(its) >= _QUESTIONS and text not in news_meanings() and not text[0].isdigit():
            usual = {meaning: share(meaning) for meaning in _meanings(text)}
            if kept := attested([keys[place] for place in its], usual):
                found.append(Attested(text, kept, len(its)))
    return sorted(found, key=lambda each: (-each.questions, each.text))


def attested(keys: Sequence[str], usual: Mapping[str, float]) -> tuple[str, ...]:
    """Those meanings of a word that the evidence of its questions holds, the commonest first.

    One that only stands where a commoner one does is left out; none where those that are kept stand
    in too little of it.

    Args:
        keys: The evidence, folded.
        usual: The meanings, with the share of all evidence that holds each.
    """
    held = {meaning: {n for n, key in enumerate(keys) if meaning in key} for meaning in usual}
    likely = [
        meaning
        for meaning, its in held.items()
        if len(its) >= max(_TIMES, _SHARE * len(keys))
        and len(its) >= _OFTENER * usual[meaning] * len(keys)
    ]
    kept: list[str] = []
    told: set[int] = set()
    for meaning in sorted(likely, key=lambda each: (-len(held[each]), each)):
        if len(kept) < _MOST and held[meaning] - told:
            kept.append(meaning)
            told |= held[meaning]
    return tuple(kept) if len(told) >= _TOGETHER * len(keys) else ()


def _meanings(text: str) -> set[str]:
    """What the dictionary has a word mean, in more than one character."""
    meant = {fold(word) for word, worth in of_dictionary(text).items() if worth >= _WORTH}
    return {word for word in meant if len(word) > 1 and not word.isascii()}


if __name__ == "__main__":
    main()
