"""How fast each part of building a library is, on the same articles: python -m benchmarks.parts.

Each part gets what the one before it has given; words, lexical and FAISS indexes are made anew in
every round. What only the size matters for is made by construction: FAISS gets random vectors.
"""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.harness import (
    command_line,
    interleaved,
    middle,
    own_peak,
    say,
    seconds_of,
    spread,
    surroundings,
    table,
)
from benchmarks.made import write_made
from benchmarks.sources import cleaned, raw_articles
from corpus.article import Article, Passage, RawArticle
from corpus.split import make_passages
from index.dense import DenseIndex
from index.fold import fold
from index.lexical import Entry, LexicalIndex
from index.pairs import pairs
from index.tokens import JiebaTokenizer

_PACKAGES = ("jieba", "opencc", "tantivy", "faiss-cpu", "numpy")
_DIM = 384  # the default encoder's


@dataclass(frozen=True, slots=True)
class _Stages:
    """The same articles, as each part finds them."""

    file: Path
    raws: list[RawArticle]
    articles: list[Article]
    passages: list[Passage]
    keys: list[str]
    entries: list[Entry]
    rows: np.ndarray[tuple[int, ...], np.dtype[np.float16]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a table: passages and characters a second of each part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, help="a file of articles instead of made ones")
    parser.add_argument("--made", type=int, default=1000, help="how many are made")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        file = options.articles or Path(folder) / "made.jsonl"
        if not options.articles:
            write_made(file, options.made)
        stages = _stages(file)
        works = {name: partial(seconds_of, work) for name, work in _parts(stages).items()}
        found = interleaved(works, options.rounds)
    _print(stages, found)


def _stages(file: Path) -> _Stages:
    tokenizer = JiebaTokenizer()
    raws = raw_articles([file])
    articles = list(cleaned(raws))
    passages = [passage for article in articles for passage in make_passages(article)]
    keys = [fold(passage.text) for passage in passages]
    entries = [
        Entry(p.id, tuple(tokenizer.words(key)), tuple(pairs(key)), p.article_id, "", None)
        for p, key in zip(passages, keys, strict=True)
    ]
    random = np.random.default_rng(7)
    rows = random.standard_normal((len(passages), _DIM)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return _Stages(file, raws, articles, passages, keys, entries, rows.astype(np.float16))


def _parts(stages: _Stages) -> dict[str, Callable[[], object]]:
    tokenizer = JiebaTokenizer()
    tokenizer.words("词典")  # jieba loads its dictionary once
    ids = [passage.id for passage in stages.passages]
    return {
        "reading": lambda: raw_articles([stages.file]),
        "cleaning": lambda: list(cleaned(stages.raws)),
        "splitting": lambda: [make_passages(article) for article in stages.articles],
        "folding": lambda: [fold(passage.text) for passage in stages.passages],
        "words": lambda: [tokenizer.words(key) for key in stages.keys],
        "lexical add": lambda: _add(stages.entries),
        "FAISS add": lambda: DenseIndex.build(ids, stages.rows, _DIM),
    }


def _add(entries: Sequence[Entry]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        LexicalIndex(Path(folder)).update(entries)


def _print(stages: _Stages, found: dict[str, list[float]]) -> None:
    passages = len(stages.passages)
    characters = sum(len(article.text) for article in stages.articles)
    say(f"`{command_line('benchmarks.parts')}`\n\n{surroundings(_PACKAGES)}\n")
    say(f"{len(stages.articles):,} articles, {passages:,} passages, {characters:,} characters\n")
    rows = [
        (
            name,
            spread([1000 * each for each in seconds], 0),
            f"{passages / middle(seconds):,.0f}",
            f"{characters / middle(seconds) / 1e6:.2f}",
        )
        for name, seconds in found.items()
    ]
    say(table(("part", "ms (least–most)", "passages/s", "million characters/s"), rows))
    say(f"\n{own_peak()}")


if __name__ == "__main__":
    main()
