"""How long the last questions took, in this process and nowhere else."""

import logging
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

logger = logging.getLogger(__name__)

_MOST: Final = 1000
# Seconds: from what feels immediate to what people wait for; the last is open.
STEPS: Final = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)


class Timings:
    """Keeps the seconds of the last answers; for any number of threads.

    Args:
        most: How many are kept.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._seconds: deque[float] = deque(maxlen=most)

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Keeps, and logs, how long what is done inside takes, unless it raises."""
        began = time.perf_counter()
        yield
        spent = time.perf_counter() - began
        self._seconds.append(spent)
        logger.info("answered a question in %.0f ms", spent * 1000)

    def seconds(self) -> tuple[float, ...]:
        """The seconds kept, the oldest first."""
        return tuple(self._seconds)


def histogram(seconds: Sequence[float]) -> tuple[int, ...]:
    """How many took up to each of `STEPS`, beyond the one before; the last, longer than all."""
    counts = [0] * (len(STEPS) + 1)
    for each in seconds:
        counts[sum(step < each for step in STEPS)] += 1
    return tuple(counts)
