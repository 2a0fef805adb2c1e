"""What people say of answers: a journal that only grows, and the labelled questions it makes."""

import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

from pydantic import TypeAdapter, ValidationError

from corpus.article import SentenceError, StoreError, digest
from qa.quality.files import lines_of
from qa.quality.metrics import Gold
from qa.quality.question_set import LabelledQuestion
from qa.question import read_question

Verdict = Literal["right", "wrong", "none"]


class JudgementError(SentenceError):
    """A judgement cannot be taken as it stands; the message says why and the cure."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody said of one answer to a question.

    Attributes:
        question: As asked, without outer white space.
        verdict: "right" or "wrong": the evidence answers the question, or does not; "none": no
            article answers it; "forgotten": whatever was said of this before no longer counts.
        said: When, in UTC (``2024-04-12T08:30:00+00:00``).
        article: The record of the article; empty for "none".
        address: The article's address, by which it is known even after its file has changed.
        title: The article's title, for people.
        evidence: The part of the article's text that was judged; empty means all of it.
    """

    question: str
    verdict: Verdict | Literal["forgotten"]
    said: str
    article: str = ""
    address: str = ""
    title: str = ""
    evidence: str = ""


_READER: Final = TypeAdapter(Judgement)


def append_judgement(journal: Path, judgement: Judgement) -> None:
    """Writes a judgement behind those in the journal, which is made if missing; on the disk then.

    Raises:
        StoreError: The journal cannot be written to.
    """
    line = json.dumps(asdict(judgement), ensure_ascii=False)
    try:
        journal.parent.mkdir(parents=True, exist_ok=True)
        with journal.open("ab") as file:
            # in one write, so that lines of several programs do not mix; the line before may have
            # been cut off by a crash, so this one begins anew
            file.write(f"\n{line}\n".encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        told = "{file}: cannot be written to ({reason}); give yourself the right to write"
        raise StoreError(told, file=journal, reason=error.strerror) from error


def read_journal(journal: Path) -> tuple[Judgement, ...]:
    """The judgements of a journal in the order they were made; none where there is no journal.

    A line that is none, such as one cut off by a crash, is passed over.

    Raises:
        StoreError: The journal cannot be read.
    """
    return tuple(found for line in lines_of(journal) if (found := _judgement(line)))


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that count, question by question in the order of their first judgements.

    Within a question in the order in which each was made last. Of several on one evidence the last
    counts. That no article answers, and that one does, cannot both be: the later one counts.
    """
    questions: dict[str, dict[tuple[str, str], Judgement]] = {}
    for each in judgements:
        kept = questions.setdefault(each.question, {})
        contradicted = {"right": "none", "none": "right"}.get(each.verdict)
        for place in [place for place, other in kept.items() if other.verdict == contradicted]:
            del kept[place]
        place = (each.address or each.article, each.evidence)
        kept.pop(place, None)
        if each.verdict != "forgotten":
            kept[place] = each
    return tuple(each for kept in questions.values() for each in kept.values())


def labelled(
    judgements: Iterable[Judgement], gold_of: Callable[[Judgement], Sequence[Gold]]
) -> tuple[LabelledQuestion, ...]:
    """The judged questions as `evaluate` takes them, in the order of the judgements.

    What is right becomes gold; a question that no article answers is unanswerable. A question of
    which only what is wrong is known labels nothing, and is left out.

    Args:
        judgements: Those that count, as `standing` gives them.
        gold_of: The places that a judgement says are right; none where they are gone.
    """
    made = (
        _labelled(question, tuple(some), gold_of)
        for question, some in groupby(judgements, key=lambda each: each.question)
    )
    return tuple(each for each in made if each)


def _labelled(
    question: str,
    judgements: Sequence[Judgement],
    gold_of: Callable[[Judgement], Sequence[Gold]],
) -> LabelledQuestion | None:
    gold = tuple(g for each in judgements if each.verdict == "right" for g in gold_of(each))
    unanswerable = any(each.verdict == "none" for each in judgements)
    if not gold and not unanswerable:
        return None
    asked, name = read_question(question), f"judged-{digest(question)}"
    return LabelledQuestion(name, question, asked.language, asked.kind, bool(gold), gold)


def _judgement(line: bytes) -> Judgement | None:
    try:
        return _READER.validate_json(line)
    except ValidationError:
        return None
