"""Modules of ours that run in a process of their own, with a pipe to it and one from it."""

import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Running:
    """Such a process, its standard input and its standard output."""

    process: subprocess.Popen[bytes]
    stdin: IO[bytes]
    stdout: IO[bytes]

    @classmethod
    def start(cls, module: str) -> Self:
        """The process of a module, as ``python -m`` runs it."""
        process = subprocess.Popen(  # noqa: S603  a module of ours
            [sys.executable, "-m", module],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        if process.stdin is None or process.stdout is None:
            raise OSError("a child process came without pipes")
        return cls(process, process.stdin, process.stdout)

    def end(self) -> None:
        """Ends it, whatever it does."""
        self.process.kill()
        self.process.wait()
        self.stdout.close()
        with suppress(BrokenPipeError):  # what was still to be written goes nowhere
            self.stdin.close()
