"""Foreign formats are parsed in a child process: their worst costs one file, never the build."""

import atexit
import json
import os
import selectors
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import IO

from corpus.article import RawArticle, ReadError
from corpus.once import once
from corpus.reader.base import (
    Enclosed,
    Finding,
    Format,
    ReadFailure,
    ReadOptions,
    Source,
    too_large,
)
from corpus.running import Running

_MODULE = "corpus.reader.child"
_PIECE = 64 * 1024
_TOO_SLOW = "cannot be read as {format}: its reader took over {seconds} seconds; convert it"
_BROKE_DOWN = "cannot be read as {format}: its reader broke down over it; convert or mend it"


def isolated(format_: Format) -> Format:
    """The same format, read in the child process; what it finds comes when the file is done."""

    def read(source: Source, options: ReadOptions) -> Finding:
        data = source.stream.read(options.max_bytes + 1)
        if len(data) > options.max_bytes:
            raise too_large(options.max_bytes)
        request = {"format": format_.name, "address": source.address, "name": source.name}
        head = json.dumps({**request, "size": len(data), "options": asdict(options)})
        lines = _child().ask(head.encode() + b"\n" + data, options.seconds, format_.name)
        yield from (_found(json.loads(line)) for line in lines)

    return replace(format_, read=read)


class _Child:
    """One process that reads file after file; started when needed, and again where it died.

    To it go a line of JSON (what to read, and its size) and the bytes; back come a line of JSON
    for each article, failure or file that it carries, and ``null`` for the end.
    """

    def __init__(self) -> None:
        self._running: Running | None = None
        self._lock = threading.Lock()

    def ask(self, request: bytes, seconds: float, name: str) -> list[bytes]:
        """The child's lines for one file.

        Raises:
            ReadError: The child died over the format ``name``, or took too long and was ended.
        """
        with self._lock:
            running = self._running = self._running or Running.start(_MODULE)
            try:
                running.stdin.write(request)
                running.stdin.flush()
                return list(_lines(running.stdout, time.monotonic() + seconds))
            except TimeoutError as error:
                self._end()
                raise ReadError(_TOO_SLOW, format=name, seconds=f"{seconds:g}") from error
            except (BrokenPipeError, EOFError) as error:
                self._end()
                raise ReadError(_BROKE_DOWN, format=name) from error
            except BaseException:  # its answer to this file must not be taken for the next one's
                self._end()
                raise

    def close(self) -> None:
        """Ends the process, if it runs."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        running, self._running = self._running, None
        if running:
            running.end()


@once
def _child() -> _Child:
    child = _Child()
    atexit.register(child.close)
    return child


def _lines(stream: IO[bytes], deadline: float) -> Iterator[bytes]:
    """The lines up to ``null``.

    Raises:
        TimeoutError: The deadline (of the monotonic clock) passed.
        EOFError: The stream ended before.
    """
    rest: list[bytes] = []  # of a line; long ones come in many pieces
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while True:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise TimeoutError
            piece = os.read(stream.fileno(), _PIECE)
            if not piece:
                raise EOFError
            *ends, last = piece.split(b"\n")
            for end in ends:
                line = b"".join((*rest, end))
                rest.clear()
                if line == b"null":
                    return
                yield line
            rest.append(last)


def _found(record: dict[str, str]) -> RawArticle | ReadFailure | Enclosed:
    if "reason" in record:
        return ReadFailure(**record)
    return Enclosed(**record) if "data" in record else RawArticle(**record)
