"""Articles by construction, of real sizes and varied words: python -m benchmarks.made COUNT FILE.

Each is put together of the sample's sentences of one script, in which words give way to others of
their kind, numbers to smaller ones, names to names that nobody has: sizes and words are real, sense
there is none. The same seed gives the same articles.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from benchmarks.sources import SAMPLE, cleaned, raw_articles
from corpus.article import Article
from corpus.split import sentences
from index.fold import simplified

_SEED: Final = 2024
_PARAGRAPHS: Final = (2, 3, 3, 4)  # of an article; three of 200 characters are usual for news
_PARAGRAPH_LENGTH: Final = 200
_OPEN_KINDS: Final = ("n", "v", "a", "t", "d")  # nouns, verbs …: the words that carry the content
_FIRST_DAY: Final = date(2024, 1, 1)

Tagged = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Material:
    """What articles are made of.

    Attributes:
        sentences: Sentences, as words with their kinds.
        titles: Titles, the same.
        words: The words of each kind.
        characters: The characters that names are made of.
        sources: The papers.
    """

    sentences: list[Tagged]
    titles: list[Tagged]
    words: dict[str, list[str]]
    characters: str
    sources: list[str]


def write_made(file: Path, count: int, seed: int = _SEED) -> None:
    """Writes so many articles as JSON lines."""
    with file.open("w", encoding="utf-8") as lines:
        for record in made_records(count, seed):
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")


def made_records(count: int, seed: int = _SEED) -> Iterator[dict[str, str]]:
    """So many articles: id, title, published, source, text."""
    draw = random.Random(seed)  # noqa: S311  nothing to keep secret
    materials = _materials()
    weights = [len(material.sentences) for material in materials]
    for number in range(count):
        material = draw.choices(materials, weights)[0]
        day = _FIRST_DAY + timedelta(days=draw.randrange(366))
        paragraphs = [_paragraph(material, draw) for _ in range(draw.choice(_PARAGRAPHS))]
        yield {
            "id": f"made-{number}",
            "title": _varied(draw.choice(material.titles), material, draw),
            "published": day.isoformat(),
            "source": draw.choice(material.sources),
            "text": "\n".join(paragraphs),
        }


def _materials() -> list[_Material]:
    """What the Simplified articles of the sample give, and what the Traditional."""
    scripts: dict[bool, list[Article]] = {True: [], False: []}
    for article in cleaned(raw_articles([SAMPLE])):
        scripts[simplified(article.text) == article.text].append(article)
    return [_material(articles) for articles in scripts.values()]


def _material(articles: Sequence[Article]) -> _Material:
    texts = [article.text[a:b] for article in articles for a, b in sentences(article.text)]
    spoken = [_tagged(text) for text in texts]
    words: dict[str, set[str]] = defaultdict(set)
    for word, kind in (pair for each in spoken for pair in each):
        words[kind].add(word)
    return _Material(
        sentences=spoken,
        titles=[_tagged(article.title) for article in articles if article.title],
        words={kind: sorted(some) for kind, some in words.items()},
        characters="".join(sorted(set("".join(words["nr"])))),
        sources=sorted({article.source for article in articles if article.source}),
    )


def _tagged(text: str) -> Tagged:
    """The words of a text with jieba's part-of-speech tags, in order; they join to the text."""
    import jieba.posseg  # noqa: PLC0415  reads a dictionary

    return [(pair.word, pair.flag) for pair in jieba.posseg.cut(text)]


def _paragraph(material: _Material, draw: random.Random) -> str:
    text = ""
    while len(text) < _PARAGRAPH_LENGTH:
        text += _varied(draw.choice(material.sentences), material, draw)
    return text


def _varied(sentence: Tagged, material: _Material, draw: random.Random) -> str:
    return "".join(_other(word, kind, material, draw) for word, kind in sentence)


def _other(word: str, kind: str, material: _Material, draw: random.Random) -> str:
    if kind.startswith("nr"):
        return "".join(draw.choices(material.characters, k=max(2, len(word))))
    if word.isdecimal():
        return str(draw.randint(1, max(1, int(word))))
    if kind.startswith(_OPEN_KINDS) and draw.random() < 0.5:
        return draw.choice(material.words[kind])
    return word


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the articles that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many articles")
    parser.add_argument("file", type=Path, help="the file to write")
    parser.add_argument("--seed", type=int, default=_SEED, help="of what is drawn by chance")
    options = parser.parse_args(arguments)
    write_made(options.file, options.count, options.seed)


if __name__ == "__main__":
    main()
