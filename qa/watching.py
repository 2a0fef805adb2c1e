"""Doing a thing again and again until interrupted, and telling only what is new."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.article import ReadError
from qa.report import AddReport, Outcome

# After a round comes a pause of at least so many times its length: watching a large folder takes
# a tenth of one core at most.
_REST = 9.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a folder is looked at.

    Attributes:
        seconds: From the end of one round to the beginning of the next, at least.
        clock: The time, in seconds from any beginning.
        sleep: Waits for so many seconds.
    """

    seconds: float = 5.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


USUAL = Pace()


def watch(
    once: Callable[[], AddReport],
    on_report: Callable[[AddReport], None],
    on_refused: Callable[[ReadError], None],
    pace: Pace,
) -> None:
    """Does one round after another until a KeyboardInterrupt, which ends it quietly.

    Args:
        once: Does one round.
        on_report: Told of the first round, and of each that changed the library or in which other
            things failed than in the last.
        on_refused: Told when a later round is refused, once for each reason in a row.
        pace: How often.

    Raises:
        ReadError: The first round is refused.
    """
    rounds = _Rounds(once, on_report, on_refused)
    try:
        step = rounds.first
        while True:
            began = pace.clock()
            step()
            step = rounds.next
            pace.sleep(max(pace.seconds, _REST * (pace.clock() - began)))
    except KeyboardInterrupt:
        return


class _Rounds:
    """The rounds of one watch, with what was told last."""

    def __init__(
        self,
        once: Callable[[], AddReport],
        on_report: Callable[[AddReport], None],
        on_refused: Callable[[ReadError], None],
    ) -> None:
        self._once = once
        self._on_report = on_report
        self._on_refused = on_refused
        self._failures: Sequence[Outcome] = ()
        self._refused = ""

    def first(self) -> None:
        report = self._once()
        self._failures = report.failures
        self._on_report(report)

    def next(self) -> None:
        try:
            report = self._once()
        except ReadError as error:
            if str(error) != self._refused:
                self._on_refused(error)
            self._refused = str(error)
            return
        self._refused = ""
        if report.changed or report.failures != self._failures:
            self._on_report(report)
        self._failures = report.failures
