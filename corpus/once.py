"""What is dear to make, and made once however many threads ask for it at the same time."""

from collections.abc import Callable
from functools import cache, wraps
from threading import Lock
from typing import TypeVar

T = TypeVar("T")


def once(make: Callable[[], T]) -> Callable[[], T]:
    """The function, run at the first call alone; who calls meanwhile waits for what it gives.

    `functools.cache` lets two threads that come first both do the work, each the slower for it.
    Where it raises, the next call tries again.
    """
    lock, made = Lock(), cache(make)

    @wraps(make)
    def call() -> T:
        with lock:
            return made()

    return call
