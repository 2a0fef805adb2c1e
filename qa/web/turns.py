"""How many questions are answered at the same time, whoever asks and however."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Final

AT_ONCE: Final = 4  # the encoder uses all cores for one question; more would only wait


class Turns:
    """Lets so many ask at a time; the others wait.

    Gradio's queue keeps its own count, tells visitors their place in it, and is passed by models
    (MCP); so what it lets through is counted here once more, with them.

    Args:
        most: How many at a time.
    """

    def __init__(self, most: int = AT_ONCE) -> None:
        self._free = BoundedSemaphore(most)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """A turn: waited for before, and given back after what is done inside."""
        with self._free:
            yield
