"""Measuring: the part of a library that asks itself labelled questions, and keeps what came."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

from corpus.article import StoreError
from qa.answer import Answer
from qa.quality.evaluate import Asks, evaluate
from qa.quality.judging import QUALITY, Judging
from qa.quality.question_set import LabelledQuestion
from qa.quality.runs import Result, Run, groups_of, keep_run, read_results, read_runs, result_of
from qa.quality.sets import drop_set, keep_set, read_set, set_names

JUDGED: Final = ""  # the name of the set that the judgements make


class Measuring(Judging, Asks):
    """Keeps sets of questions and runs in a library's folder, under ``quality``."""

    def keep_questions(self, file: str | Path) -> str:
        """Keeps a question file, as `qa.quality.question_set` describes it; the name of the set.

        Another set of that name stays; the same questions again are the same set.

        Raises:
            QuestionSetError: The file cannot be used.
            StoreError: The library is read-only or cannot be written to.
        """
        self._check_writable()
        return keep_set(self._sets, Path(file))

    def question_sets(self) -> tuple[str, ...]:
        """The names of the sets of questions kept, in order."""
        return set_names(self._sets)

    def questions(self, name: str) -> tuple[LabelledQuestion, ...]:
        """The questions of a set; none where there is no such set.

        Raises:
            QuestionSetError: It cannot be used any more.
        """
        return read_set(self._sets, name)

    def drop_questions(self, name: str) -> bool:
        """Deletes a set of questions for good; whether there was one. Its runs stay.

        Raises:
            StoreError: The library is read-only or cannot be written to.
        """
        self._check_writable()
        return drop_set(self._sets, name)

    def measure(
        self,
        name: str,
        k: int = 10,
        on_answer: Callable[[int, int], None] = lambda done, total: None,
    ) -> Run:
        """Asks all questions of a set, and keeps what came of it; nothing of an interrupted run.

        Args:
            name: The set; `JUDGED` takes the questions that were judged.
            k: How many passages each answer shows.
            on_answer: Called with how many questions are answered and how many there are.

        Raises:
            StoreError: There is no such set, or the library cannot be written to.
        """
        self._check_writable()
        questions = self.questions(name) if name else self.judged_questions()
        if not questions:
            told = "{name}: there are no such questions; add some first"
            raise StoreError(told, name=name or "judgements")
        began = datetime.now(UTC).isoformat(timespec="milliseconds")
        results: list[Result] = []

        def take(question: LabelledQuestion, answer: Answer) -> None:
            results.append(result_of(question, answer))
            on_answer(len(results), len(questions))

        on_answer(0, len(questions))
        found = evaluate(self, questions, k, take)
        run = Run(
            name=f"{began[:19].replace(':', '')}-{uuid4().hex[:6]}",
            questions=name,
            began=began,
            articles=self._store.counts()[0],
            encoder=self.encoder.fingerprint,
            k=k,
            groups=groups_of(found),
            median_seconds=found.median_seconds,
            slow_seconds=found.slow_seconds,
        )
        keep_run(self._runs, run, results)
        return run

    def runs(self) -> tuple[Run, ...]:
        """The runs kept, newest first.

        Raises:
            StoreError: They cannot be read.
        """
        return read_runs(self._runs)

    def results(self, run: str) -> tuple[Result, ...]:
        """What came of each question of a run; none where there is no such run.

        Raises:
            StoreError: The run cannot be read.
        """
        return read_results(self._runs, run)

    @property
    def _sets(self) -> Path:
        return self.path / QUALITY / "sets"

    @property
    def _runs(self) -> Path:
        return self.path / QUALITY / "runs"
