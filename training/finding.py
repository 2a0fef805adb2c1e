"""Questions with the passages that they should find, among all of their library."""

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from corpus.database import DATABASE
from corpus.store import Store
from corpus.vectors import VectorStore
from index.retriever import DEPTH, Query
from qa.library import Library
from qa.quality.metrics import covers_any
from qa.quality.question_set import LabelledQuestion
from training.materials import held_out

_AT_ONCE = 2000  # vectors that are read


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question, and where among the vectors of its library the passages that answer it stand.

    Attributes:
        text: The question.
        language: "zh-Hans", "zh-Hant" or "en".
        gloss: Its words in Chinese where it is English; may be empty.
        right: The rows of the passages that hold an evidence; at least one.
    """

    text: str
    language: str
    gloss: str
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lessons:
    """The questions of a library, and the vectors of its passages, float32, (passages, dim)."""

    asked: Sequence[Lesson]
    rows: torch.Tensor = field(repr=False)


def read_lessons(folder: Path, library: Library, questions: Sequence[LabelledQuestion]) -> Lessons:
    """Those of a set's questions that are not held out and have an answer that was encoded."""
    store = Store(folder / DATABASE, read_only=True)
    with closing(store.database):
        vectors = VectorStore(store.database, library.encoder.fingerprint)
        ids = sorted(vectors.ids())
        parts = [ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE)]
        rows = np.concatenate([vectors.rows(part, library.encoder.dim()) for part in parts])
        places = {passage: place for place, passage in enumerate(ids)}
        asked = list(_asked(library, store, questions, places))
    return Lessons(asked, torch.from_numpy(rows.astype(np.float32)))


def _asked(
    library: Library,
    store: Store,
    questions: Sequence[LabelledQuestion],
    places: dict[str, int],
) -> Iterator[Lesson]:
    retriever = library.searcher.retriever()
    for labelled in questions:
        if not labelled.answerable or held_out(library, labelled):
            continue
        if right := tuple(_right(library, store, labelled, places)):
            query = Query(labelled.question, labelled.lang or "zh-Hans")
            ranking = retriever.rank(query, DEPTH)
            gloss = retriever.gloss(query, ranking.terms, ranking.halves.lexical)
            yield Lesson(query.text, query.language, gloss, right)


def _right(
    library: Library, store: Store, labelled: LabelledQuestion, places: dict[str, int]
) -> Iterator[int]:
    """Where the passages of the gold articles stand that cover an evidence."""
    for gold in labelled.gold:
        for article in library.article_ids(gold.article):
            for passage in store.passages_of(article):
                if passage.id in places and covers_any(passage.text, [gold.evidence]):
                    yield places[passage.id]


def batches(
    every: Sequence[Lessons], epochs: float, size: int, chance: random.Random
) -> list[tuple[Sequence[Lesson], torch.Tensor]]:
    """Questions of one library together with its vectors, the libraries by turns.

    Each question once an epoch, of which the last may be a part.
    """
    timed: list[tuple[float, Sequence[Lesson], torch.Tensor]] = []
    for epoch in range(int(epochs) + 1):
        for lessons in every:
            mixed = chance.sample(list(lessons.asked), len(lessons.asked))
            parts = [mixed[start : start + size] for start in range(0, len(mixed), size)]
            timed += [(epoch + chance.random(), part, lessons.rows) for part in parts]
    timed.sort(key=lambda each: each[0])
    return [(asked, rows) for at, asked, rows in timed if at < epochs]
