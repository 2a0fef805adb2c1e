"""Chuchu beside what people would write instead: python -m benchmarks.contenders.

Each contender indexes the same articles with the same weights in a process of its own, then, in
another, opens what it wrote and answers the same questions; all in turns. With labelled questions
it is told how often the first passage is of a right article: speed without finding is nothing.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.contenders.task import Task, made_task, read_task
from benchmarks.harness import (
    command_line,
    interleaved,
    quantile,
    ratio,
    run_process,
    say,
    spread,
    surroundings,
    table,
)
from index.encoder_folder import own_folder

_PACKAGES = ("torch", "sentence-transformers", "transformers", "faiss-cpu", "tantivy", "jieba")
_OURS = "Chuchu, "


@dataclass(frozen=True, slots=True)
class _Trial:
    """One contender's one round.

    Attributes:
        passages: How many passages it made.
        index_seconds: Of the whole process that indexed.
        index_peak: Its memory, in megabytes.
        first: Seconds from a cold start to the first answer.
        ask_peak: The memory of the process that answered.
        ways: By the way of asking: "ms", each question's milliseconds, and "found", the articles.
    """

    passages: int
    index_seconds: float
    index_peak: float
    first: float
    ask_peak: float
    ways: dict[str, Any]

    @property
    def speed(self) -> float:
        """Passages a second."""
        return self.passages / self.index_seconds

    def question(self, share: float, way: str = "retrieve") -> float:
        """The milliseconds in which this share of the questions was answered."""
        return quantile(self.ways[way]["ms"], share)


Trials = dict[str, list[_Trial]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, help="a file of articles instead of made ones")
    parser.add_argument("--questions", type=Path, help="labelled questions on them")
    parser.add_argument("--count", type=int, default=200, help="how many articles; labelled first")
    parser.add_argument("--asked", type=int, default=100, help="how many questions at the most")
    parser.add_argument("--encoder", default="default,fast", help="ours, commas between them")
    parser.add_argument("--frameworks", help="the Python that has benchmarks/requirements.txt")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        task = (
            read_task(options.articles, options.questions, options.count, options.asked)
            if options.articles
            else made_task(options.count, options.asked)
        )
        task.write(Path(folder))
        found = _measured(options, Path(folder))
    say(f"`{command_line('benchmarks.contenders')}`\n\n{surroundings(_PACKAGES)}\n")
    say(f"{len(task.articles):,} articles, {len(task.questions):,} questions\n")
    _print_indexing(found)
    _print_asking(task, found)
    _print_ratios(found)


def _measured(options: argparse.Namespace, folder: Path) -> Trials:
    works = {
        f"{_OURS}{name}": partial(_trial, sys.executable, "chuchu", folder, encoder=name)
        for name in options.encoder.split(",")
    }
    works["plain"] = partial(_trial, sys.executable, "plain", folder)
    if options.frameworks:
        works["LangChain"] = partial(_trial, options.frameworks, "with_langchain", folder)
    return interleaved(works, options.rounds)


def _trial(python: str, contender: str, folder: Path, encoder: str = "default") -> _Trial:
    weights = own_folder()
    into = folder / f"{contender}-index"
    shutil.rmtree(into, ignore_errors=True)
    course = [python, "-m", "benchmarks.contenders.course", contender]
    where = [str(weights), str(into)]
    variables = {"CHUCHU_ENCODER": encoder, "HF_HUB_OFFLINE": "1"}
    made = run_process([*course, "index", str(folder / "articles.jsonl"), *where], **variables)
    asked = run_process([*course, "ask", str(folder / "questions.json"), *where], **variables)
    answers = json.loads(asked.last)
    return _Trial(
        passages=json.loads(made.last)["passages"],
        index_seconds=made.seconds,
        index_peak=made.peak,
        first=answers["first"],
        ask_peak=asked.peak,
        ways=answers["ways"],
    )


def _print_indexing(found: Trials) -> None:
    rows = [
        (
            name,
            f"{trials[0].passages:,}",
            spread([trial.index_seconds for trial in trials]),
            spread([trial.speed for trial in trials]),
            f"{max(trial.index_peak for trial in trials):,.0f}",
        )
        for name, trials in found.items()
    ]
    say("Indexing, the whole process:\n")
    say(table(("", "passages", "seconds", "passages/s", "peak MB"), rows) + "\n")


def _print_asking(task: Task, found: Trials) -> None:
    rows = [
        (
            f"{name}: {way}",
            spread([trial.first for trial in trials]),
            spread([trial.question(0.5, way) for trial in trials], 0),
            spread([trial.question(0.95, way) for trial in trials], 0),
            task.found_first(trials[0].ways[way]["found"]),
            f"{max(trial.ask_peak for trial in trials):,.0f}",
        )
        for name, trials in found.items()
        for way in trials[0].ways
    ]
    say("Asking, from a cold start on:\n")
    titles = ("", "first answer s", "question p50 ms", "p95 ms", "article@1 %", "peak MB")
    say(table(titles, rows) + "\n")


def _print_ratios(found: Trials) -> None:
    ours = [name for name in found if name.startswith(_OURS)]
    rows = [
        (
            f"{our} : {other}",
            ratio([one.speed for one in found[our]], [one.speed for one in found[other]]),
            *(
                ratio([cost(one) for one in found[other]], [cost(one) for one in found[our]])
                for cost in _COSTS
            ),
        )
        for our in ours
        for other in found
        if other not in ours
    ]
    say("How many times as fast Chuchu is, passages alone (`retrieve`):\n")
    say(table(("", "passages/s", "first answer", "question p50", "p95"), rows))


_COSTS: tuple[Callable[[_Trial], float], ...] = (
    lambda trial: trial.first,
    lambda trial: trial.question(0.5),
    lambda trial: trial.question(0.95),
)


if __name__ == "__main__":
    main()
