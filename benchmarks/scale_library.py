"""Libraries of any size for `benchmarks.scale`: articles cut to size, and vectors made up."""

import json
import os
import resource
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.harness import seconds_of
from benchmarks.sources import each_raw_article
from corpus.article import RawArticle, ReadError
from corpus.cleaning.clean import make_article
from corpus.database import DATABASE
from corpus.reader import ReadOptions
from corpus.split import make_passages
from corpus.store import Store
from corpus.vectors import VectorStore
from index.lazy import lazy_encoder
from index.snapshot import Indexes
from index.tokens import JiebaTokenizer
from qa.adding import read_into

ALL = 10**9  # passages: all that the articles have
_CENTRES = 2000
_NOISE = 0.05  # a column's; with 384 columns about as far from its centre as news from its event
_BATCH = 5000
_FIELDS = ("record", "title", "published", "source", "author", "url", "text")


def cut(articles: Path, file: Path, size: int) -> None:
    """Writes the first articles that make so many passages; not again where the file is there."""
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    passages = 0
    with file.open("w", encoding="utf-8") as lines:
        for raw in _supply(articles, endless=size < ALL):
            if passages >= size:
                break
            lines.write(
                json.dumps({"id" if n == "record" else n: getattr(raw, n) for n in _FIELDS}) + "\n"
            )
            passages += _passages_in(raw) if size < ALL else 0


def _supply(articles: Path, *, endless: bool) -> Iterator[RawArticle]:
    """The articles, then, where they do not reach, the second halves of each and the next."""
    yield from each_raw_article([articles])
    round_ = 0
    while endless:
        round_ += 1
        alone = True
        for one, other in pairwise(each_raw_article([articles])):
            alone = False
            text = one.text[len(one.text) // 2 :] + "\n" + other.text[len(other.text) // 2 :]
            yield replace(one, text=text, record=f"{one.record}-{round_}", url="")
        if alone:
            raise SystemExit(f"{articles}: holds fewer than two articles; give a file with more")


def _passages_in(raw: RawArticle) -> int:
    try:
        return len(make_passages(make_article(raw)))
    except ReadError:
        return 0


def build(folder: Path, file: Path, _: Path) -> dict[str, object]:
    """Reading, words and the index of vectors; storing the random vectors is not counted."""
    encoder = lazy_encoder("default")
    store = Store(folder / DATABASE)
    vectors = VectorStore(store.database, encoder.fingerprint)
    indexes = Indexes(store, vectors, encoder.dim, JiebaTokenizer(), folder / "cache")
    store.set_setting("encoder", encoder.fingerprint)
    read = seconds(lambda: sum(1 for _ in read_into(store, [file], ReadOptions())))
    words = seconds(indexes.refresh)
    _fill(vectors, encoder.dim())
    meaning = seconds(indexes.refresh)
    articles, passages = store.counts()
    return {
        "articles": articles,
        "passages": passages,
        "read_s": read,
        "words_s": words,
        "meaning_s": meaning,
        "cpu_s": round(sum(os.times()[:4]), 1),  # of this process and those it has ended
        **memory(),
    }


def _fill(vectors: VectorStore, dim: int) -> None:
    random = np.random.default_rng(7)
    centres = _unit(random.standard_normal((_CENTRES, dim)))
    pending = vectors.pending()
    for first in range(0, len(pending), _BATCH):
        some = pending[first : first + _BATCH]
        near = centres[random.integers(0, _CENTRES, len(some))]
        rows = _unit(near + _NOISE * random.standard_normal((len(some), dim)))
        vectors.put(some, rows.astype(np.float16))


def _unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    unit: NDArray[np.float64] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, as it is told."""
    return round(seconds_of(work), 4)


def memory() -> dict[str, int]:
    """The most memory that this process has held, in MB."""
    return {"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}
