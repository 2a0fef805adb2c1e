"""The command line: which commands there are; the page's own; where a call begins."""

import importlib
import io
import sys
from typing import Annotated

import typer

from qa.cli.asking import ask, chat, evaluate
from qa.cli.changing import add, rebuild, remove
from qa.cli.console import Commands, folder_of
from qa.cli.holdings import backup, export, list_articles, status
from qa.cli.options import LibraryDir
from qa.settings import read_settings

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
    if root_path and not root_path.startswith(("/", "http://", "https://")):
        raise typer.BadParameter("write it as /chuchu", param_hint="--root-path")
    host, port = host or settings.host, port or settings.port
    page = importlib.import_module("app")  # by name: imports run from the page to here
    page.serve(
        folder_of(ctx, library),
        host=host,
        port=port,
        auth=auth,
        read_only=read_only,
        root_path=root_path,
    )


# In the order in which --help lists them.
app.command(epilog=_EXITS_SOME.format("some files or records could not be read"))(add)
app.command(epilog=_EXITS + " Answered or not, 0.")(ask)
app.command(epilog=_EXITS)(chat)
app.command("list", epilog=_EXITS)(list_articles)
app.command(epilog=_EXITS_SOME.format("some were not in the library"))(remove)
for _command in (status, evaluate, export, backup, rebuild, serve):
    app.command(epilog=_EXITS)(_command)


def main() -> None:
    """Runs the command that was typed; output is UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
