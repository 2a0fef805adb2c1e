"""The commands that tell or copy what a library holds: list, status, export, backup."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import library_of, written
from qa.cli.options import AsJson, LibraryDir, Since, Source, Until
from qa.cli.terminal import article_text, status_text
from qa.export import check_apart
from qa.filters import read_filters
from qa.records.holdings import article_record, status_record
from qa.records.lines import json_line


def list_articles(
    ctx: typer.Context,
    library: LibraryDir = None,
    source: Source = "",
    since: Since = None,
    until: Until = None,
    limit: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="At most so many articles.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the articles, newest first: date, source, id, title."""
    most = -1 if limit is None else limit
    within = read_filters(source, since, until, "")
    with library_of(ctx, library) as opened:
        for article in opened.articles(opened.known(within), limit=most):
            print(json_line(article_record(article)) if as_json else article_text(article))


def status(ctx: typer.Context, library: LibraryDir = None, as_json: AsJson = False) -> None:
    """Show what the library holds, and how far it is built."""
    with library_of(ctx, library) as opened:
        held = opened.status()
    print(json_line(status_record(held)) if as_json else status_text(held))


def export(
    ctx: typer.Context,
    library: LibraryDir = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write here instead of to the terminal.")
    ] = None,
) -> None:
    """Print all articles as JSON lines, newest first.

    `add` reads them back.
    """
    with ExitStack() as stack:
        opened = stack.enter_context(library_of(ctx, library))
        if out:
            check_apart(opened.path, out)
        stream = stack.enter_context(written(out, "--out")) if out else sys.stdout
        for record in opened.export():
            print(json_line(record), file=stream)


def backup(
    ctx: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="FILE.zip", help="The copy; replaced.")],
    library: LibraryDir = None,
) -> None:
    """Write a copy of the library as it is now.

    Unpacked, the copy is a library. Other programs may go on reading and writing meanwhile. What is
    derived is left out: the copy makes it anew.
    """
    with library_of(ctx, library) as opened:
        opened.copy_to(target)
