"""Chuchu, from its library's folder on; the encoder is the setting's, ``CHUCHU_ENCODER``."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.contenders.course import Ask
from qa import Filters, open_library


def index(articles: Path, weights: Path, folder: Path) -> int:
    """Adds the file; how many passages the library then holds."""
    with open_library(folder) as library:
        library.add([articles])
        return library.status().passages


def ways(weights: Path, folder: Path) -> Mapping[str, Ask]:
    """Passages alone, as the others give them; and whole answers."""
    library = open_library(folder, read_only=True)

    def retrieve(question: str) -> str:  # what `library.retrieve` does, with the articles' names
        found = library.searcher.search(question, 5, Filters()).choice.found
        return found[0].heading.record if found else ""

    def ask(question: str) -> str:
        evidence = library.ask(question).evidence
        return evidence[0].heading.record if evidence else ""

    return {"retrieve": retrieve, "ask": ask}
