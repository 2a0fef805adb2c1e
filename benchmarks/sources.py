"""The articles that the benchmarks work on: the sample's, or those of files that are named."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from corpus.article import Article, RawArticle, ReadError
from corpus.cleaning.clean import make_article
from corpus.reader import find_files, read_articles
from corpus.split import make_passages
from index.context import encoder_text_of

SAMPLE: Final = Path(__file__).parent.parent / "corpus" / "sample"


def raw_articles(paths: Sequence[Path]) -> list[RawArticle]:
    """The articles of files and folders, as read; what cannot be read is left out."""
    return list(each_raw_article(paths))


def each_raw_article(paths: Sequence[Path]) -> Iterator[RawArticle]:
    """The same one by one, for more than should be held."""
    files = [path for path in find_files(paths) if isinstance(path, Path)]
    found = (one for path in files for one in read_articles(path))
    return (one for one in found if isinstance(one, RawArticle))


def cleaned(raws: Sequence[RawArticle]) -> Iterator[Article]:
    """The articles that they are; those without any text are left out."""
    for raw in raws:
        try:
            yield make_article(raw)
        except ReadError:
            continue


def encoder_texts(article: Article) -> list[str]:
    """What the encoder reads of an article's passages."""
    return [encoder_text_of(article, each) for each in make_passages(article)]
