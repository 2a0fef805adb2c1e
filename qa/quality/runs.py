"""Runs: what a library answered to a set of questions on one day, and how good that was."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from corpus.article import StoreError
from qa.answer import Answer, Evidence
from qa.quality.figures import Evaluation, Figures
from qa.quality.files import lines_of, write_whole
from qa.quality.question_set import LabelledQuestion
from qa.quality.worth import worth_of

_EXCERPT: Final = 160  # characters of a passage


@dataclass(frozen=True, slots=True)
class Group:
    """How a group of answerable questions did; shares from 0 to 1, one for each of `CUTS`.

    Attributes:
        name: "all", a language or a type.
        questions: How many questions.
        evidence: With a right passage among so many first ones.
        article: With a passage of a right article among so many different first ones.
        mrr: The mean reciprocal rank of the first right passage, over the first 10.
    """

    name: str
    questions: int
    evidence: tuple[float, ...]
    article: tuple[float, ...]
    mrr: float


@dataclass(frozen=True, slots=True)
class Run:
    """What one run found, in sum.

    Attributes:
        name: Its own, once in a library.
        questions: The name of the set of questions.
        began: When, in UTC (``2024-04-12T08:30:00+00:00``).
        articles: How many articles the library had then.
        encoder: The fingerprint of its encoder.
        k: How many passages each answer showed at most.
        groups: For all, for each language, for each type.
        median_seconds: The median time of an answer.
        slow_seconds: The 95th percentile of these times.
    """

    name: str
    questions: str
    began: str
    articles: int
    encoder: str
    k: int
    groups: tuple[Group, ...]
    median_seconds: float
    slow_seconds: float


@dataclass(frozen=True, slots=True)
class Came:
    """A passage that came first: its article's title and source, and how it begins."""

    title: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one question.

    Attributes:
        id: The question's.
        question: As asked, behind what it follows.
        lang: Its language.
        type: What is asked, or None.
        answerable: Whether an article answers it.
        rank: The rank of the first right passage; 0 for none.
        wanted: How a right evidence begins; empty where there is none.
        came: The passage that came first; None from an empty library.
        confidence: The answer's.
        answered: Whether it counted as answered.
    """

    id: str
    question: str
    lang: str
    type: str | None
    answerable: bool
    rank: int
    wanted: str
    came: Came | None
    confidence: float
    answered: bool

    def hit(self, cut: int) -> bool:
        """Whether a right passage is among so many first ones."""
        return 0 < self.rank <= cut


_THEN: Final = " → "  # between a question and its follow-up
_RUN: Final = TypeAdapter(Run)
_RESULT: Final = TypeAdapter(Result)


def result_of(question: LabelledQuestion, answer: Answer) -> Result:
    """What came of a question."""
    right = worth_of(question, answer).right
    return Result(
        id=question.id,
        question=_THEN.join((*question.after, question.question)),
        lang=question.lang,
        type=question.type,
        answerable=question.answerable,
        rank=right.index(True) + 1 if True in right else 0,
        wanted=question.gold[0].evidence[:_EXCERPT] if question.gold else "",
        came=_came(answer.evidence[0]) if answer.evidence else None,
        confidence=answer.confidence,
        answered=answer.answered,
    )


def groups_of(evaluation: Evaluation) -> tuple[Group, ...]:
    """The groups of an evaluation."""
    return tuple(map(_group, evaluation.figures))


def misses(results: Iterable[Result], cut: int) -> Iterator[Result]:
    """The answerable questions without a right passage among so many first ones, in order."""
    return (each for each in results if each.answerable and not each.hit(cut))


def keep_run(folder: Path, run: Run, results: Sequence[Result]) -> None:
    """Writes a run into a folder, wholly or not at all.

    Raises:
        StoreError: It cannot be written.
    """
    records = [asdict(run), *map(asdict, results)]
    lines = [json.dumps(each, ensure_ascii=False) for each in records]
    write_whole(_file(folder, run.name), "\n".join(lines) + "\n")


def read_runs(folder: Path) -> tuple[Run, ...]:
    """The runs of a folder, newest first; a file that is none is passed over.

    Raises:
        StoreError: The folder cannot be read.
    """
    found = []
    for file in folder.glob("*.jsonl"):
        with suppress(ValidationError):
            found.append(_RUN.validate_json(next(lines_of(file), b"")))
    return tuple(sorted(found, key=lambda run: (run.began, run.name), reverse=True))


def read_results(folder: Path, name: str) -> tuple[Result, ...]:
    """What came of each question of a run, in the order of the questions; none for no such run.

    Raises:
        StoreError: The run cannot be read.
    """
    if name not in {run.name for run in read_runs(folder)}:  # no other file is ever opened
        return ()
    file = _file(folder, name)
    try:
        return tuple(_RESULT.validate_json(line) for line in islice(lines_of(file), 1, None))
    except ValidationError as error:
        told = "{file}: is no run any more; remove the file, run it anew"
        raise StoreError(told, file=file) from error


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.jsonl"


def _came(evidence: Evidence) -> Came:
    heading = evidence.heading
    return Came(heading.title, heading.source, evidence.passage.text[:_EXCERPT])


def _group(figures: Figures) -> Group:
    return Group(
        figures.group,
        figures.questions,
        figures.evidence.hits,
        figures.article.hits,
        figures.evidence.mrr,
    )
