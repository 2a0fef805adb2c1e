"""What all commands share: opening a library, progress, and errors as one sentence."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol, TextIO

import typer
from tqdm import tqdm
from typer.core import TyperGroup

from corpus.article import CorpusError, StoreError
from corpus.database import DATABASE
from corpus.whole import written_whole
from index.encoder import EncoderError
from qa.library import Library, open_library
from qa.quality.question_set import QuestionSetError
from qa.question import QuestionError
from qa.report import Outcome
from qa.settings import SettingsError, read_settings


class Opener(Protocol):
    """What opens libraries; `qa.library.open_library`, unless the context's object is another."""

    def __call__(self, path: Path, *, read_only: bool = False, adopt: bool = False) -> Library:
        """The library of a folder."""
        ...


SOME_FAILED, BAD_INPUT, INTERRUPTED = 1, 2, 130
_SENTENCES = (CorpusError, EncoderError, QuestionError, QuestionSetError, SettingsError)
_NO_ROOM: Final = (errno.ENOSPC, errno.EROFS, errno.EDQUOT)
_SELDOM: Final = 5.0  # seconds between two lines of progress where no terminal shows it
_MANY = 2_000  # passages whose words are soon indexed, fewer at once


class Commands(TyperGroup):
    """The commands; what goes wrong with input is one sentence on stderr, not a traceback."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        """Runs the command that was typed."""
        try:
            return super().invoke(ctx)
        except _SENTENCES as error:
            complain(str(error))
            raise typer.Exit(BAD_INPUT) from error
        except BrokenPipeError:
            hush()
            return None
        except OSError as error:
            where, reason = error.filename or "the output", error.strerror or error
            if error.errno in _NO_ROOM:
                complain(f"{where}: cannot be written ({reason}); make room, or write elsewhere")
            else:
                complain(f"{where}: {reason}; see whether it is there and may be used")
            raise typer.Exit(BAD_INPUT) from error
        except KeyboardInterrupt as error:
            complain("interrupted; nothing stored is lost, and `add` goes on where it was")
            raise typer.Exit(INTERRUPTED) from error


def folder_of(ctx: typer.Context, library: Path | None) -> Path:
    """The library's folder: as typed behind the command, before it, or as set."""
    before = ctx.find_root().params.get("library")
    return library or before or read_settings().library


@contextmanager
def library_of(
    ctx: typer.Context, library: Path | None, *, make: bool = False, adopt: bool = False
) -> Iterator[Library]:
    """The library, read-only where its folder cannot be written to.

    Args:
        ctx: Its object opens the library, where it has one.
        library: The folder as typed behind the command.
        make: Make the library where there is none.
        adopt: Open even a library that was built with another encoder.

    Raises:
        StoreError: There is none and none is to be made, or it cannot be opened.
    """
    folder = folder_of(ctx, library)
    database = folder / DATABASE
    if not make and not database.is_file():
        raise StoreError(
            f"{folder}: there is no library here; name another with --library,"
            " or make one with `python -m qa add PATH`"
        )
    if not make and not database.stat().st_size:
        told = "{path}: the database is empty; restore it from a copy, or add the files anew"
        raise StoreError(told, path=database)
    opener: Opener = ctx.obj or open_library
    read_only = not make and not adopt and not os.access(folder, os.W_OK)
    with opener(folder, read_only=read_only, adopt=adopt) as opened:
        yield opened


@contextmanager
def written(path: Path, option: str) -> Iterator[TextIO]:
    """The file that an option names, open for writing; what stood there stays until it is whole.

    Raises:
        BadParameter: It cannot be written.
    """
    with ExitStack() as stack:
        try:
            device = path.exists() and not path.is_file()  # such as /dev/stdout
            beside = path if device else stack.enter_context(written_whole(path))
            stream = stack.enter_context(beside.open("w", encoding="utf-8"))
        except OSError as error:
            told = f"{path}: {error.strerror}; name a file that you may write"
            raise typer.BadParameter(told, param_hint=option) from error
        yield stream


def bar_of(what: str, unit: str, total: int | None = None) -> "tqdm[None]":
    """Progress on stderr with the time left; seldom where no terminal shows it."""
    slow = not (sys.stderr and sys.stderr.isatty())
    return tqdm(
        total=total,
        desc=what,
        unit=f" {unit}",
        file=sys.stderr,
        mininterval=_SELDOM if slow else 0.1,
        leave=slow,
    )


class Building(AbstractContextManager["Building"]):
    """Shows how far a library is built: what is read, then indexed by words, then encoded."""

    def __init__(self) -> None:
        self._bar: tqdm[None] | None = None
        self._doing = ""

    def read(self, outcome: Outcome) -> None:
        """Shows one article more."""
        self._begun("reading", "article").update()

    def indexed(self, done: int, total: int) -> None:
        """Shows how many passages have their words indexed, where that takes a while."""
        if total >= _MANY:
            self._reached("indexing words", done, total)

    def encoded(self, done: int, total: int) -> None:
        """Shows how many passages are encoded of how many."""
        self._reached("encoding", done, total)

    def _reached(self, doing: str, done: int, total: int) -> None:
        bar = self._begun(doing, "passage", total)
        bar.update(done - bar.n)

    def _begun(self, doing: str, unit: str, total: int | None = None) -> "tqdm[None]":
        """The bar of what is being done, begun where something else was done before."""
        if self._bar is None or doing != self._doing:
            self._close()
            self._bar, self._doing = bar_of(doing, unit, total), doing
        return self._bar

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()


def in_colour() -> bool:
    """Whether stdout is a terminal whose user wants colours (https://no-color.org)."""
    return bool(sys.stdout and sys.stdout.isatty()) and not os.environ.get("NO_COLOR")


def complain(sentence: str) -> None:
    """Prints a sentence on stderr."""
    typer.echo(sentence, err=True)


def hush() -> None:
    """Prints nothing more on stdout, whose reader has had enough (``| head``)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
