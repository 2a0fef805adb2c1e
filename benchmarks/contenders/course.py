"""The task that every contender is given, a process a half: index the articles; answer questions.

Standard library alone: contenders run in environments of their own.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol, cast

from benchmarks.harness import say, since_start

# A question → the id of the article of the first passage found; "" where nothing is.
Ask = Callable[[str], str]


class Contender(Protocol):
    """A module of this package that takes part."""

    def index(self, articles: Path, weights: Path, folder: Path) -> int:
        """Indexes a file of articles (JSON lines: id, title, text) into a folder.

        Returns:
            How many passages that made.
        """
        ...

    def ways(self, weights: Path, folder: Path) -> Mapping[str, Ask]:
        """The ways in which the folder that `index` wrote can be asked, by name."""
        ...


def main(name: str, half: str, source: Path, weights: Path, folder: Path) -> None:
    """Does one half and prints, as JSON, what it measured."""
    module = importlib.import_module(f"benchmarks.contenders.{name}")
    contender = cast(Contender, module)
    if half == "index":
        say(json.dumps({"passages": contender.index(source, weights, folder)}))
    else:
        say(json.dumps(_asked(contender.ways(weights, folder), source)))


def _asked(ways: Mapping[str, Ask], source: Path) -> dict[str, object]:
    """Seconds until the first answer, then all questions in every way: milliseconds, articles."""
    questions: list[str] = json.loads(source.read_text("utf-8"))
    next(iter(ways.values()))(questions[0])
    first = since_start()
    return {"first": first, "ways": {name: _timed(ask, questions) for name, ask in ways.items()}}


def _timed(ask: Ask, questions: list[str]) -> dict[str, list[float] | list[str]]:
    spent, found = [], []
    for question in questions:
        began = time.perf_counter()
        found.append(ask(question))
        spent.append(1000 * (time.perf_counter() - began))
    return {"ms": spent, "found": found}


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(Path, sys.argv[3:6]))
