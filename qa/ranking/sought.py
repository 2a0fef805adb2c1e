"""What a question is looked for by, and what sentences hold of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from corpus.split import sentences
from index.fold import fold
from index.pairs import asked_about
from qa.question import Question
from qa.ranking.found import Found
from qa.text.pieces import Piece, pieces

Row = NDArray[np.float64]

_UNKNOWN: Final = 0.5  # for what a question does not let us tell
_EVERYWHERE: Final = 0.05  # the weight of a piece that all sentences hold
_FIGURE: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
# What is asked for, behind the word that asks: 城市 of 哪个城市, 公司 of 哪两家公司.
_THING: Final = re.compile(
    r"(?:哪[几些一两三]?[个位家座种项条只]?|什么|几[个位家]?)(?:的)?([\u4e00-\u9fff]{1,4})"
)


@dataclass(frozen=True, slots=True)
class Sought:
    """A question with what is looked for of it.

    Attributes:
        question: The question.
        pieces: What it names.
        about: The pairs of characters beside its asking word; none of an English one.
        thing: The name of the thing asked for; may be empty.
        figures: The figures that it names.
    """

    question: Question
    pieces: tuple[Piece, ...]
    about: tuple[str, ...]
    thing: str
    figures: frozenset[str]

    @classmethod
    def of(cls, question: Question) -> Self:
        """What is looked for of a question."""
        thing = _THING.search(question.key)
        about = asked_about(question.key) if question.language != "en" else []
        return cls(
            question,
            pieces(question),
            tuple(about),
            thing.group(1) if thing else "",
            frozenset(_FIGURE.findall(question.key)),
        )

    def run(self, key: str) -> float:
        """The longest stretch of the question that a key holds, as a share of the question.

        0 of an English one.
        """
        asked = self.question.key
        if self.question.language == "en":
            return 0.0
        start = longest = 0
        for end in range(1, len(asked) + 1):
            while asked[start:end] not in key:
                start += 1
            longest = max(longest, end - start)
        return longest / max(1, len(asked))

    def beside(self, key: str) -> float:
        """The share that a key holds of the pairs beside the asking word; one half without any."""
        held = sum(pair in key for pair in self.about)
        return held / len(self.about) if self.about else _UNKNOWN

    def named(self, key: str) -> float:
        """How much of the name of the thing asked for a key holds, from its beginning."""
        lengths = (n for n in range(len(self.thing), 0, -1) if self.thing[:n] in key)
        return next(lengths, 0) / max(1, len(self.thing))

    def other_figures(self, key: str) -> int:
        """How many figures a key holds that are not the question's."""
        return sum(each not in self.figures for each in _FIGURE.findall(key))


@dataclass(frozen=True, slots=True)
class Held:
    """The pieces of a question, each with its worth, that a passage holds.

    Attributes:
        spans: The passage's sentences.
        keys: Their keys.
        rows: What each of them holds; float64, (sentences, pieces).
        title: What the article's title holds; float64, (pieces,).
    """

    spans: tuple[tuple[int, int], ...]
    keys: tuple[str, ...]
    rows: Row
    title: Row

    @classmethod
    def of(cls, asked: Sought, found: Found) -> Self:
        """What a passage holds of what is asked."""
        spans = sentences(found.passage.text)
        keys = tuple(found.key[start:end] for start, end in spans)
        title = _rows(asked.pieces, [fold(found.heading.title)])[0]
        return cls(spans, keys, _rows(asked.pieces, keys), title)


def weights_of(rows: Sequence[Row], number: int) -> Row:
    """What each of so many pieces weighs, one in all: the rarer among the sentences, the more.

    By the logarithm of the sentences to those that hold it (inverse document frequency); float64,
    (number,).
    """
    holding = np.array([row > 0 for row in rows]).reshape(len(rows), number).sum(0)
    weights = np.maximum(np.log((len(rows) + 1) / (holding + 0.5)), _EVERYWHERE)
    return np.asarray(weights / max(1.0, float(weights.sum())))


def _rows(wanted: Sequence[Piece], keys: Sequence[str]) -> Row:
    found = [[piece.held(key) for piece in wanted] for key in keys]
    return np.array(found, dtype=np.float64).reshape(len(keys), len(wanted))
