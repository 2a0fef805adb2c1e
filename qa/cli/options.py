"""The options that several commands share, and how what is typed for them is read."""

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from corpus.surrogates import mend


def _named(path: str) -> Path:
    """A path as typed; an empty one, as an unset variable gives, is not the folder of now."""
    if not path:
        raise typer.BadParameter("is empty; name a file or a folder")
    return Path(path)


LibraryDir = Annotated[
    Path | None,
    typer.Option(
        "--library",
        parser=_named,
        metavar="DIR",
        help="The library's folder; without it CHUCHU_LIBRARY, else ./library.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]

Passages = Annotated[
    int | None,
    typer.Option("-k", min=1, metavar="N", help="How many passages; else CHUCHU_K, else 5."),
]
AsTimeline = Annotated[
    bool,
    typer.Option("--timeline", help="Instead, what is told of an event, by its real days."),
]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no date; write it as 2023-07-01") from error


def typed(text: str) -> str:
    """What was typed, where Python read a terminal's UTF-8 by another locale.

    What is no UTF-8 becomes U+FFFD, which nothing is called.
    """
    try:
        return os.fsencode(text).decode("utf-8", "replace")
    except UnicodeEncodeError:
        return mend(text)


Source = Annotated[
    str, typer.Option(parser=typed, metavar="NAME", help="Only articles of this source.")
]
Since = Annotated[
    date | None,
    typer.Option(parser=_day, metavar="DATE", help="Only articles of this day or later."),
]
Until = Annotated[
    date | None,
    typer.Option(parser=_day, metavar="DATE", help="Only articles of this day or earlier."),
]

Paths = Annotated[
    list[Path], typer.Argument(parser=_named, metavar="PATH", help="Files and folders.")
]
Include = Annotated[
    list[str] | None,
    typer.Option(
        "--include", metavar="PATTERN", help="Of folders, only such files: '*.txt', '2023/*'."
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="PATTERN", help="Of folders, no such files."),
]
TextColumn = Annotated[
    str,
    typer.Option(parser=typed, metavar="NAME", help="The column or field that holds the text."),
]
Sync = Annotated[
    bool,
    typer.Option("--sync", help="Then remove what is no longer in these folders."),
]
Watch = Annotated[
    bool, typer.Option("--watch", help="As --sync, and again whenever the folder changes.")
]
Emptied = Annotated[
    bool, typer.Option("--emptied", help="With --sync: a folder without files is meant to be so.")
]
