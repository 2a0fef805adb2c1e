"""Cuts the keys of many passages into words in a process of its own, ahead of who wants them.

A second process is a second core: while it cuts, the first one reads and indexes. To it go lines
of JSON, each a list of keys; back comes for each line one with the lists of their words.
"""

import json
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from queue import Queue
from threading import Thread
from typing import Final

from corpus.running import Running
from index.tokens import JiebaTokenizer, Tokenizer

_AHEAD: Final = 3  # batches

Keys = list[str]
Words = list[list[str]]


def cut_here(tokenizer: Tokenizer, batches: Iterable[Keys]) -> Generator[Words, None, None]:
    """The words of each key of each batch, as the tokenizer cuts them."""
    yield from ([tokenizer.words(key) for key in keys] for keys in batches)


def cut_ahead(tokenizer: Tokenizer, batches: Iterable[Keys]) -> Generator[Words, None, None]:
    """The same, cut in another process some batches ahead.

    Where that breaks down, and for other tokenizers than jieba, the work is done here.
    """
    if type(tokenizer) is not JiebaTokenizer:
        yield from cut_here(tokenizer, batches)
        return
    waiting: deque[Keys] = deque()
    helper = _Helper()
    try:
        for keys in batches:
            helper.send(keys)
            waiting.append(keys)
            if len(waiting) > _AHEAD:
                yield _cut(waiting.popleft(), helper.receive, tokenizer)
        while waiting:
            yield _cut(waiting.popleft(), helper.receive, tokenizer)
    finally:
        helper.close()


def main() -> None:
    """Cuts line after line from standard input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who sends the lines decides when it is over
    tokenizer = JiebaTokenizer()
    for line in sys.stdin.buffer:
        words = [tokenizer.words(key) for key in json.loads(line)]
        sys.stdout.buffer.write(json.dumps(words).encode() + b"\n")
        sys.stdout.buffer.flush()


def _cut(keys: Keys, receive: Callable[[], bytes], tokenizer: Tokenizer) -> Words:
    line = receive()
    if line.endswith(b"\n"):
        words: Words = json.loads(line)
        return words
    return [tokenizer.words(key) for key in keys]  # it broke down


class _Helper:
    """The other process, and the thread that takes its answers so that nobody waits in a ring."""

    def __init__(self) -> None:
        self._running = Running.start("index.cutting")
        self._answers: Queue[bytes] = Queue()
        self._thread = Thread(target=self._take, daemon=True)
        self._thread.start()

    def send(self, keys: Keys) -> None:
        """Has it cut some keys; nothing where it is gone."""
        with suppress(BrokenPipeError):
            self._running.stdin.write(json.dumps(keys).encode() + b"\n")
            self._running.stdin.flush()

    def receive(self) -> bytes:
        """The answer to what was sent longest ago; no whole line where it is gone."""
        answer = self._answers.get()
        if not answer.endswith(b"\n"):
            self._answers.put(answer)  # nor will there be another
        return answer

    def close(self) -> None:
        """Ends it."""
        self._running.process.kill()
        self._thread.join()  # who reads of a pipe is done before it is closed
        self._running.end()

    def _take(self) -> None:
        for line in self._running.stdout:
            self._answers.put(line)
        self._answers.put(b"")


if __name__ == "__main__":
    main()
