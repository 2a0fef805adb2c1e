"""What the command `add` does: takes files in, and says what became of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

import typer

from corpus.reader import ReadOptions
from qa.cli.console import Building, complain, hush
from qa.library import Library
from qa.records.holdings import outcome_record
from qa.records.lines import json_line
from qa.report import AddReport, Outcome
from qa.watching import USUAL, Pace

_NOTHING: Final = (
    "no file was found that can hold articles; see what the folder holds,"
    " and what --include and --exclude leave of it"
)


@dataclass(frozen=True, slots=True)
class Taking:
    """What is taken in.

    Attributes:
        paths: Files and folders.
        options: Which files of folders, and how they are read.
        sync: Remove what is no longer in the folders.
        watch: Do so until interrupted.
        emptied: Believe that a folder without files is meant to be so.
        pace: How often a folder is looked at.
    """

    paths: Sequence[Path]
    options: ReadOptions = ReadOptions()
    sync: bool = False
    watch: bool = False
    emptied: bool = False
    pace: Pace = USUAL


def check_folders(taking: Taking) -> None:
    """Refuses to sync with what is no folder, before a library is made for it.

    Raises:
        BadParameter: A path is a file, there are several to watch, or an option says nothing here.
    """
    if taking.emptied and not (taking.sync or taking.watch):
        raise typer.BadParameter(
            "says something of --sync or --watch alone", param_hint="--emptied"
        )
    if taking.watch and len(taking.paths) > 1:
        raise typer.BadParameter("watches one folder; give one PATH", param_hint="--watch")
    files = [path for path in taking.paths if path.is_file()]
    if files and (taking.sync or taking.watch):
        hint = "--watch" if taking.watch else "--sync"
        raise typer.BadParameter(f"{files[0]}: is a file; give folders", param_hint=hint)


def take_in(library: Library, taking: Taking, *, as_json: bool) -> bool:
    """Takes files in, printing what became of them; whether some could not be read.

    As JSON, an object for each article and failure; for people, failures on stderr and a summary,
    and where a folder is kept in step, each article that changed.

    Raises:
        ReadError: A folder to be kept in step with is not there, may not be read, or is suddenly
            empty.
        StoreError: The library cannot be written to.
    """
    in_step = taking.sync or taking.watch
    teller = _Teller(as_json=as_json, each=in_step)
    with Building() as shown:

        def on_outcome(outcome: Outcome) -> None:
            shown.read(outcome)
            teller.outcome(outcome)

        report = (_synced if in_step else _added)(library, taking, on_outcome, shown)
    teller.sum_up(report)
    if not report.outcomes and not taking.emptied:
        complain(_NOTHING)
    if taking.watch:
        library.watch(
            taking.paths[0],
            teller.round,
            options=taking.options,
            on_refused=lambda error: complain(str(error)),
            pace=taking.pace,
        )
    return bool(report.failures)


_OnOutcome = Callable[[Outcome], None]


def _added(library: Library, taking: Taking, on_outcome: _OnOutcome, shown: Building) -> AddReport:
    return library.add(
        taking.paths,
        options=taking.options,
        on_outcome=on_outcome,
        on_indexed=shown.indexed,
        on_encoded=shown.encoded,
    )


def _synced(library: Library, taking: Taking, on_outcome: _OnOutcome, shown: Building) -> AddReport:
    reports = [
        library.sync(
            path,
            options=taking.options,
            emptied=taking.emptied,
            on_outcome=on_outcome,
            on_indexed=shown.indexed,
            on_encoded=shown.encoded,
        )
        for path in taking.paths
    ]
    outcomes = tuple(chain.from_iterable(report.outcomes for report in reports))
    return AddReport(outcomes, sum(report.encoded for report in reports))


class _Teller:
    """Says what became of files, each failure once."""

    def __init__(self, *, as_json: bool, each: bool) -> None:
        self._as_json = as_json
        self._each = each
        self._told: set[Outcome] = set()

    def outcome(self, outcome: Outcome) -> None:
        """Says what became of one article, as JSON; whether anybody listens or not."""
        if self._as_json:
            try:
                typer.echo(json_line(outcome_record(outcome)))
            except BrokenPipeError:
                hush()

    def sum_up(self, report: AddReport) -> None:
        """Says what changed and what failed, after all of it."""
        for failure in report.failures:
            if failure not in self._told:
                complain(f"{failure.where}: {failure.reason}")
        self._told = set(report.failures)
        if self._as_json:
            return
        for outcome in report.outcomes if self._each else ():
            if outcome.change not in ("unchanged", "failed"):
                typer.echo(f"{outcome.change:<9} {outcome.where}")
        typer.echo(report.summary())

    def round(self, report: AddReport) -> None:
        """Says what a round of watching brought; the first only repeats what was said."""
        failed = self._told != set(report.failures)
        for outcome in report.outcomes:
            if outcome.change != "unchanged" and outcome not in self._told:
                self.outcome(outcome)
        if report.changed or failed:
            self.sum_up(report)
