"""Turns: no more at a time than there are, and each is given back."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Lock

import pytest

from qa.web.turns import Turns


def test_no_more_than_the_turns_are_taken_at_once() -> None:
    turns, lock, full, go = Turns(2), Lock(), Barrier(3), Event()
    now = most = 0

    def ask(number: int) -> None:
        nonlocal now, most
        with turns.taken():
            with lock:
                now += 1
                most = max(most, now)
            if number < 2:
                full.wait(30)
            assert go.wait(30)
            with lock:
                now -= 1

    with ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(ask, number) for number in range(2)]
        full.wait(30)  # both turns are taken
        asked += [pool.submit(ask, number) for number in range(2, 6)]
        go.set()
        for each in asked:
            each.result()
    assert most == 2


def test_a_turn_is_given_back_when_answering_fails() -> None:
    turns = Turns(1)
    with pytest.raises(ValueError, match="no answer"), turns.taken():
        raise ValueError("no answer")
    with turns.taken():
        pass
