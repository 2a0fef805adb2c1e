"""What the student encoder is trained on: seeded batches of news and some English."""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article, RawArticle, ReadError
from corpus.cleaning.clean import make_article
from corpus.reader import ReadFailure, read_articles
from corpus.split import make_passages, sentences
from index.context import encoder_text_of
from index.encoder_files import PROMPTS
from index.fold import simplified

Batch = list[str]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of text, with the share of its batches and their size.

    Attributes:
        texts: All texts of that kind.
        share: Of a hundred batches, how many are of it.
        size: How many texts a batch has: some 1,500 tokens.
    """

    texts: Sequence[str]
    share: int
    size: int


def batches(kinds: Sequence[Kind], seed: int) -> Iterator[Batch]:
    """Batches without end, each of one kind: of texts of roughly like lengths."""
    chance = random.Random(seed)  # noqa: S311  nothing is secret
    while True:
        kind = chance.choices(kinds, [each.share for each in kinds])[0]
        yield [chance.choice(kind.texts) for _ in range(kind.size)]


def kinds_of(articles: Sequence[Article], english: Sequence[str], seed: int) -> list[Kind]:
    """The kinds of passages made of articles and of English sentences, prompts included."""
    chance = random.Random(seed)  # noqa: S311  nothing is secret
    whole = [text for article in articles for text in _passages(article)]
    pieces = [text for article in articles for text in _pieces(article, chance)]
    return [
        Kind(whole, share=60, size=8),
        Kind(pieces, share=30, size=24),
        Kind([PROMPTS["document"] + text for text in english], share=10, size=64),
    ]


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Lets a command line name what `read_kinds` reads."""
    parser.add_argument("--articles", type=Path, required=True, help="news to learn from")
    parser.add_argument("--leave-out", type=Path, required=True, help="articles to judge on")
    parser.add_argument("--wordnet", type=Path, required=True, help="the folder of WordNet's data")


def read_kinds(options: argparse.Namespace, every: int, seed: int) -> list[Kind]:
    """The kinds made of what a command line names: of each ``every``-th article, and of WordNet.

    Raises:
        ReadError: A file of articles cannot be read.
    """
    articles = read_news(options.articles, options.leave_out, every)
    return kinds_of(articles, read_wordnet(options.wordnet), seed)


def some_of(kinds: Sequence[Kind]) -> Batch:
    """Up to sixty texts of every kind, spread over all it has."""
    return [text for kind in kinds for text in kind.texts[:: len(kind.texts) // 60 + 1]]


def read_news(path: Path, left_out: Path, every: int) -> list[Article]:
    """Each ``every``-th article of a file whose record is not in another one.

    Raises:
        ReadError: A file cannot be read.
    """
    out = {raw.record for raw in _raw(left_out)}
    return [
        make_article(raw)
        for number, raw in enumerate(_raw(path))
        if number % every == 0 and raw.record not in out
    ]


def read_wordnet(folder: Path) -> list[str]:
    """The definitions and examples of WordNet's files ``data.*`` (Debian: wordnet-base), in order.

    A definition has its words before it, as in ``dwarf: a plant or animal that is …``.
    """
    found = []
    for path in sorted(folder.glob("data.*")):
        for line in path.read_text(encoding="utf-8").splitlines():
            head, _, gloss = line.partition(" | ")
            if gloss and not line.startswith(" "):
                definition, *examples = gloss.strip().split('; "')
                words = head.split()[4].replace("_", " ")
                found += [f"{words}: {definition}", *(each.rstrip('" ') for each in examples)]
    return found


def _raw(path: Path) -> list[RawArticle]:
    """The articles of a file, without the records that cannot be read.

    Raises:
        ReadError: Nothing can be read of it.
    """
    found = list(read_articles(path))
    articles = [each for each in found if isinstance(each, RawArticle)]
    if not articles:
        failures = (
            f"{each.where}: {each.reason}" for each in found if isinstance(each, ReadFailure)
        )
        raise ReadError(next(failures, f"{path}: no article is in it"))
    return articles


def _passages(article: Article) -> Iterator[str]:
    for passage in make_passages(article):
        yield PROMPTS["document"] + encoder_text_of(article, passage)


def _pieces(article: Article, chance: random.Random) -> Iterator[str]:
    """Sentences, one to three in a row, as passages."""
    spans = [span for span in sentences(article.text) if span[1] - span[0] > 8]
    for first in range(0, len(spans), 2):
        last = min(len(spans) - 1, first + chance.choice((0, 0, 1, 2)))
        text = simplified(article.text[spans[first][0] : spans[last][1]])
        yield PROMPTS["document"] + text[:160]
