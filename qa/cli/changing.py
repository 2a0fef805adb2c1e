"""The commands that change a library: add, remove, rebuild."""

from typing import Annotated

import typer

from corpus.reader import ReadOptions
from qa.cli.console import SOME_FAILED, Building, complain, library_of
from qa.cli.options import (
    AsJson,
    Emptied,
    Exclude,
    Include,
    LibraryDir,
    Paths,
    Sync,
    TextColumn,
    Watch,
    typed,
)
from qa.cli.taking import Taking, check_folders, take_in
from qa.records.lines import json_line


def add(  # noqa: PLR0913, PLR0917  one for each option
    ctx: typer.Context,
    paths: Paths,
    library: LibraryDir = None,
    include: Include = None,
    exclude: Exclude = None,
    text_column: TextColumn = "",
    sync: Sync = False,
    watch: Watch = False,
    emptied: Emptied = False,
    as_json: AsJson = False,
) -> None:
    """Read files and folders into the library.

    The library is made if missing. Adding the same again changes nothing; a changed file replaces
    what it was; one that could not be read is tried again when it changes, or is named itself.
    Interrupted, the next call goes on where this one was. --sync also removes, and names, the
    articles whose file, record or archive member is gone from the folders. --watch goes on with
    that until Ctrl-C.
    """
    only, without = (tuple(map(typed, each or ())) for each in (include, exclude))
    options = ReadOptions(include=only, exclude=without, text_column=text_column)
    taking = Taking(paths, options, sync=sync, watch=watch, emptied=emptied)
    check_folders(taking)
    with library_of(ctx, library, make=True) as opened:
        failed = take_in(opened, taking, as_json=as_json)
    if failed:
        raise typer.Exit(SOME_FAILED)


def remove(
    ctx: typer.Context,
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE", help="Ids, records, addresses, failed files.")
    ],
    library: LibraryDir = None,
    as_json: AsJson = False,
) -> None:
    """Remove articles from the library.

    The files that they came from stay. Of a file that could not be read, as `status` names it, the
    failure is forgotten.
    """
    with library_of(ctx, library) as opened:
        named = map(typed, articles)
        removed = [(each, opened.remove(each), opened.forget_failures([each])) for each in named]
    for article, number, forgotten in removed:
        if as_json:
            print(json_line({"article": article, "removed": number, "forgotten": forgotten}))
        else:
            _tell_removed(article, number, forgotten)
        if not number and not forgotten:
            complain(f"{article}: there is no such article; `list` shows their ids")
    if not all(number or forgotten for _, number, forgotten in removed):
        raise typer.Exit(SOME_FAILED)


def _tell_removed(article: str, number: int, forgotten: int) -> None:
    parts = ((number, "removed"), (forgotten, "failures forgotten"))
    told = ", ".join(f"{count} {done}" for count, done in parts if count)
    if told:
        print(f"{article}: {told}")


def rebuild(ctx: typer.Context, library: LibraryDir = None, as_json: AsJson = False) -> None:
    """Encode the library anew with the present encoder.

    What it has encoded already is kept; other encoders' vectors are dropped.
    """
    with library_of(ctx, library, adopt=True) as opened, Building() as shown:
        number = opened.rebuild(shown.encoded)
    print(json_line({"encoded": number}) if as_json else f"{number} passages encoded")
