"""The child process that parses foreign formats, within limits of its own; see `isolate`."""

import io
import json
import logging
import resource
import sys
import warnings
from dataclasses import asdict
from typing import BinaryIO

from corpus.article import ReadError
from corpus.reader.base import Finding, ReadFailure, ReadOptions, Source
from corpus.reader.formats import FOREIGN

_MEMORY = 3 * 1024 * 1024 * 1024
_LACKS_PACKAGE = "needs a package that is missing; run: pip install {package}"
_TOO_LARGE = "is too large or too deep for {format}; divide it"


def main() -> None:
    """Reads request after request from standard input until it ends.

    Whatever goes wrong beyond what a reader expects ends the process: the parent sees that.
    """
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    warnings.simplefilter("ignore")
    logging.disable()
    # What a library prints must not get between the answers.
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    while head := sys.stdin.buffer.readline():
        serve(json.loads(head), sys.stdin.buffer, answers)


def serve(request: dict[str, object], stream: BinaryIO, answers: BinaryIO) -> None:
    """Reads one file from the stream and writes what it finds."""
    data = stream.read(int(str(request["size"])))
    source = Source(io.BytesIO(data), str(request["address"]), str(request["name"]))
    options = ReadOptions(**request["options"])  # type: ignore[arg-type]
    for found in _read(str(request["format"]), source, options):
        answers.write(json.dumps(asdict(found)).encode() + b"\n")
    answers.write(b"null\n")
    answers.flush()


def _read(name: str, source: Source, options: ReadOptions) -> Finding:
    format_ = next(one for one in FOREIGN if one.name == name)
    try:
        yield from format_.read(source, options)
    except ReadError as error:
        yield ReadFailure(source.address, str(error))
    except ImportError as error:
        yield ReadFailure(source.address, _LACKS_PACKAGE.format(package=error.name))
    except (MemoryError, RecursionError):
        yield ReadFailure(source.address, _TOO_LARGE.format(format=name))


if __name__ == "__main__":
    main()
