"""The command line: reads what is typed, calls the library, prints."""

import importlib
import io
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from corpus.article import Filters
from corpus.reader import ReadOptions
from qa.answer import Answer
from qa.cli_options import (
    AsJson,
    AsTimeline,
    Emptied,
    Exclude,
    Include,
    LibraryDir,
    Passages,
    Paths,
    Since,
    Source,
    Sync,
    TextColumn,
    Until,
    Watch,
    typed,
)
from qa.console import (
    BAD_INPUT,
    SOME_FAILED,
    Building,
    Commands,
    article_id,
    bar_of,
    complain,
    folder_of,
    library_of,
    written,
)
from qa.evaluate import evaluate as evaluate_library
from qa.question_set import LabelledQuestion, read_questions
from qa.records import (
    article_record,
    evaluation_record,
    json_line,
    run_record,
    status_record,
)
from qa.settings import read_settings
from qa.showing import show_answer, show_timeline, talk
from qa.taking import Taking, check_folders, take_in
from qa.terminal import article_text, evaluation_text, status_text

_EXITS = "Exit codes: 0 done; 2 wrong usage or bad input; 130 interrupted."
_EXITS_SOME = "Exit codes: 0 done; 1 done, but {}; 2 wrong usage or bad input; 130 interrupted."


app = typer.Typer(
    name="python -m qa",
    cls=Commands,
    help="Ask a pile of news articles; get the passages that answer, with their source.",
    epilog=_EXITS,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _before_command(ctx: typer.Context, library: LibraryDir = None) -> None:
    """Keeps --library where it stands before the command."""


@app.command(epilog=_EXITS_SOME.format("some files or records could not be read"))
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
    """Read files and folders into the library, which is made if missing.

    Adding the same again changes nothing; a changed file replaces what it was; one that could not
    be read is tried again when it changes, or is named itself. Interrupted, the next call goes on
    where this one was. --sync also removes, and names, the articles whose file, record or archive
    member is gone from the folders. --watch goes on with that until Ctrl-C.
    """
    only, without = (tuple(map(typed, each or ())) for each in (include, exclude))
    options = ReadOptions(include=only, exclude=without, text_column=text_column)
    taking = Taking(paths, options, sync=sync, watch=watch, emptied=emptied)
    check_folders(taking)
    with library_of(ctx, library, make=True) as opened:
        failed = take_in(opened, taking, as_json=as_json)
    if failed:
        raise typer.Exit(SOME_FAILED)


@app.command(epilog=_EXITS + " Answered or not, 0.")
def ask(  # noqa: PLR0913, PLR0917  one for each option
    ctx: typer.Context,
    question: Annotated[
        str,
        typer.Argument(
            parser=typed, metavar="QUESTION", help="In Chinese, of either script, or English."
        ),
    ],
    library: LibraryDir = None,
    k: Passages = None,
    source: Source = "",
    since: Since = None,
    until: Until = None,
    article: Annotated[
        str, typer.Option(metavar="ARTICLE", help="Only this article: its id, record or address.")
    ] = "",
    timeline: AsTimeline = False,
    as_json: AsJson = False,
) -> None:
    """Answer a question with the passages that hold the answer.

    The best sentence of each passage stands between « and »; in a terminal it is bold.
    """
    with library_of(ctx, library) as opened:
        chosen = article_id(opened, article)
        within = Filters(source, since, until, chosen)
        if timeline:
            show_timeline(opened, question, within, as_json=as_json)
        else:
            show_answer(opened, question, k, within, as_json=as_json)


@app.command(epilog=_EXITS)
def chat(
    ctx: typer.Context,
    library: LibraryDir = None,
    k: Passages = None,
    as_json: AsJson = False,
) -> None:
    """Answer questions from stdin, one a line; follow-ups lean on the answer before.

    Each answer to a follow-up first says what it took over. An empty line drops that; the end of
    the input, or Ctrl-D, ends the chat.
    """
    with library_of(ctx, library) as opened:
        talk(opened, map(typed, sys.stdin), k, as_json=as_json)


@app.command("list", epilog=_EXITS)
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
    with library_of(ctx, library) as opened:
        for article in opened.articles(Filters(source, since, until), limit=most):
            print(json_line(article_record(article)) if as_json else article_text(article))


@app.command(epilog=_EXITS_SOME.format("some were not in the library"))
def remove(
    ctx: typer.Context,
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE…", help="Ids, records or addresses.")
    ],
    library: LibraryDir = None,
    as_json: AsJson = False,
) -> None:
    """Remove articles from the library; the files that they came from stay."""
    with library_of(ctx, library) as opened:
        removed = {article: opened.remove(article) for article in articles}
    for article, number in removed.items():
        if as_json:
            print(json_line({"article": article, "removed": number}))
        elif number:
            print(f"{article}: {number} removed")
        if not number:
            complain(f"{article}: there is no such article; `list` shows their ids")
    if not all(removed.values()):
        raise typer.Exit(SOME_FAILED)


@app.command(epilog=_EXITS)
def status(ctx: typer.Context, library: LibraryDir = None, as_json: AsJson = False) -> None:
    """Show what the library holds, and how far it is built."""
    with library_of(ctx, library) as opened:
        held = opened.status()
    print(json_line(status_record(held)) if as_json else status_text(held))


@app.command(epilog=_EXITS)
def evaluate(
    ctx: typer.Context,
    questions: Annotated[
        Path,
        typer.Option(metavar="FILE", help="Labelled questions, JSON lines, also .gz or .xz."),
    ],
    library: LibraryDir = None,
    run: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the answers here, one JSON line a question."),
    ] = None,
    k: Annotated[
        int, typer.Option("-k", min=1, metavar="N", help="How many passages an answer shows.")
    ] = 10,
    as_json: AsJson = False,
) -> None:
    """Measure how good the answers to labelled questions are, in percent.

    evidence@n: a passage with at least half of the evidence is among the first n; article@n: an
    article that answers is; read@n: the whole evidence is met within n characters of reading.
    """
    labelled = read_questions(questions)
    with ExitStack() as stack:
        opened = stack.enter_context(library_of(ctx, library))
        out = stack.enter_context(written(run)) if run else None
        bar = stack.enter_context(bar_of("asking", "question", len(labelled)))

        def on_answer(question: LabelledQuestion, answer: Answer) -> None:
            bar.update()
            if out:
                print(json_line(run_record(answer, question.id)), file=out)

        figures = evaluate_library(opened, labelled, k, on_answer)
    print(json_line(evaluation_record(figures)) if as_json else evaluation_text(figures))


@app.command(epilog=_EXITS)
def export(
    ctx: typer.Context,
    library: LibraryDir = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write here instead of to the terminal.")
    ] = None,
) -> None:
    """Print all articles as JSON lines, newest first; `add` reads them back."""
    with ExitStack() as stack:
        opened = stack.enter_context(library_of(ctx, library))
        stream = stack.enter_context(written(out)) if out else sys.stdout
        for record in opened.export():
            print(json_line(record), file=stream)


@app.command(epilog=_EXITS)
def backup(
    ctx: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="FILE.zip", help="The copy; replaced.")],
    library: LibraryDir = None,
) -> None:
    """Write a copy of the library as it is now; unpacked, it is a library.

    Other programs may go on reading and writing meanwhile. What is derived is left out: the copy
    makes it anew.
    """
    with library_of(ctx, library) as opened:
        opened.copy_to(target)


@app.command(epilog=_EXITS)
def rebuild(ctx: typer.Context, library: LibraryDir = None, as_json: AsJson = False) -> None:
    """Encode the library anew with the present encoder.

    What it has encoded already is kept; other encoders' vectors are dropped.
    """
    with library_of(ctx, library, adopt=True) as opened, Building() as shown:
        number = opened.rebuild(shown.encoded)
    print(json_line({"encoded": number}) if as_json else f"{number} passages encoded")


@app.command(epilog=_EXITS)
def serve(
    ctx: typer.Context,
    library: LibraryDir = None,
    host: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="The address to listen on; without it 127.0.0.1."),
    ] = None,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, metavar="N", help="The port; without it 7860.")
    ] = None,
    auth: Annotated[
        str,
        typer.Option(envvar="CHUCHU_AUTH", metavar="NAME:PASSWORD", help="Ask visitors for these."),
    ] = "",
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Visitors can ask, and change nothing.")
    ] = False,
    root_path: Annotated[
        str, typer.Option(metavar="PATH", help="Where a proxy shows the page, such as /chuchu.")
    ] = "",
) -> None:
    """Open the web page; Ctrl-C closes it."""
    settings = read_settings()
    if auth and not all(auth.partition(":")):
        raise typer.BadParameter("write it as NAME:PASSWORD", param_hint="--auth")
    host, port = host or settings.host, port or settings.port
    page = importlib.import_module("app")  # by name: imports run from the page to here
    try:
        page.serve(
            folder_of(ctx, library),
            host=host,
            port=port,
            auth=auth,
            read_only=read_only,
            root_path=root_path,
        )
    except OSError as error:
        complain(f"{host}:{port} cannot be listened on, or is taken; choose another --port")
        raise typer.Exit(BAD_INPUT) from error


def main() -> None:
    """Runs the command that was typed; output is UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
