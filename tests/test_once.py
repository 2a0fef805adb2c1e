from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import pytest

from corpus.once import once


def test_threads_that_ask_together_get_what_was_made_once() -> None:
    made: list[object] = []
    together = Barrier(4)

    @once
    def thing() -> object:
        sleep(0.05)  # long enough that all of them have come
        made.append(object())
        return made[-1]

    def ask(_: int) -> object:
        together.wait(timeout=10)
        return thing()

    with ThreadPoolExecutor(4) as threads:
        found = set(threads.map(ask, range(4)))
    assert found == {made[0]}
    assert len(made) == 1


def test_what_fails_is_tried_again() -> None:
    outcomes = iter([ValueError("not yet"), None])

    @once
    def thing() -> str:
        if error := next(outcomes):
            raise error
        return "made"

    with pytest.raises(ValueError, match="not yet"):
        thing()
    assert thing() == "made"
