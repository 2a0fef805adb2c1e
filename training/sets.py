"""The labelled sets that a command line names, and what is said of each of them."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import TypeVar

from qa.library import Library, open_library
from qa.quality.question_set import LabelledQuestion, read_questions
from training.boosting import SEED

T = TypeVar("T")
Named = tuple[Path, Path]  # a library's folder and its labelled questions


def add_sets(parser: argparse.ArgumentParser, name: str = "--set", *, needed: bool = True) -> None:
    """Lets a command line name sets: ``--set LIBRARY QUESTIONS``, as often as wanted."""
    parser.add_argument(
        name,
        nargs=2,
        action="append",
        required=needed,
        default=None if needed else [],
        type=Path,
        metavar=("LIBRARY", "QUESTIONS"),
        help="a library's folder and its labelled questions",
    )


def opened(
    sets: Sequence[Named],
) -> Iterator[tuple[str, Library, tuple[LabelledQuestion, ...]]]:
    """Of each set that was named: its file's name, its library while it is open, and it."""
    for folder, questions in sets:
        with open_library(folder, read_only=True) as library:
            yield questions.name, library, read_questions(questions)


def read_sets(
    description: str | None,
) -> Iterator[tuple[str, Library, tuple[LabelledQuestion, ...]]]:
    """The sets of a command line that names nothing else."""
    parser = argparse.ArgumentParser(description=description)
    add_sets(parser)
    yield from opened(parser.parse_args().set)


def sampled(questions: Sequence[LabelledQuestion], most: int) -> Sequence[LabelledQuestion]:
    """All questions, or where there are more than ``most``, so many drawn by a seed."""
    chance = Random(SEED)  # noqa: S311  nothing is secret
    return chance.sample(questions, most) if len(questions) > most else questions


def by_place(places: Sequence[str], report: Callable[[list[int]], T]) -> dict[str, T]:
    """What is reported of each set, given where its examples stand among all."""
    at: dict[str, list[int]] = {}
    for number, place in enumerate(places):
        at.setdefault(place, []).append(number)
    return {place: report(numbers) for place, numbers in at.items()}
