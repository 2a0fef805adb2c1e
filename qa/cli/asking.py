"""The commands that ask a library: ask, chat, evaluate."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from corpus.article import Filters
from qa.answer import Answer
from qa.cli.console import bar_of, complain, library_of, written
from qa.cli.options import AsJson, AsTimeline, LibraryDir, Passages, Since, Source, Until, typed
from qa.cli.showing import in_language_of, show_answer, show_timeline, talk
from qa.cli.terminal_figures import evaluation_text
from qa.library import Library
from qa.quality.evaluate import evaluate as evaluate_library
from qa.quality.evaluate import unheld
from qa.quality.question_set import LabelledQuestion, QuestionSetError, read_questions
from qa.records.answers import run_record
from qa.records.holdings import evaluation_record
from qa.records.lines import json_line


def ask(  # noqa: PLR0913, PLR0917  one for each option
    ctx: typer.Context,
    words: Annotated[
        list[str],
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
        str,
        typer.Option(
            parser=typed,
            metavar="ARTICLE",
            help="Only this article: its id, record or address.",
        ),
    ] = "",
    timeline: AsTimeline = False,
    as_json: AsJson = False,
) -> None:
    """Answer a question with the passages that hold the answer.

    The best sentence of each passage stands between « and »; in a terminal it is bold. A question
    of several words needs no quotation marks, unless the shell means something by its signs.
    """
    question = " ".join(words)
    with library_of(ctx, library) as opened, in_language_of(question):
        within = Filters(source, since, until, article)
        if timeline:
            show_timeline(opened, question, within, as_json=as_json)
        else:
            show_answer(opened, question, k, within, as_json=as_json)


def chat(
    ctx: typer.Context,
    library: LibraryDir = None,
    k: Passages = None,
    as_json: AsJson = False,
) -> None:
    """Answer questions from stdin, one a line.

    Follow-ups lean on the answer before, and say first what they took over. An empty line drops
    that; the end of the input, or Ctrl-D, ends the chat.
    """
    with library_of(ctx, library) as opened:
        talk(opened, map(typed, sys.stdin or ()), k, as_json=as_json)


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
    """Measure how good the answers to labelled questions are.

    In percent. evidence@n: a passage with at least half of the evidence is among the first n;
    article@n: an article that answers is; read@n: the whole evidence is met within n characters of
    reading.
    """
    labelled = read_questions(questions)
    with ExitStack() as stack:
        opened = stack.enter_context(library_of(ctx, library))
        _look_for_gold(opened, questions, labelled)
        out = stack.enter_context(written(run, "--run")) if run else None
        bar = stack.enter_context(bar_of("asking", "question", len(labelled)))

        def on_answer(question: LabelledQuestion, answer: Answer) -> None:
            bar.update()
            if out:
                print(json_line(run_record(answer, question.id)), file=out)

        figures = evaluate_library(opened, labelled, k, on_answer)
    print(json_line(evaluation_record(figures)) if as_json else evaluation_text(figures))


def _look_for_gold(library: Library, file: Path, labelled: Sequence[LabelledQuestion]) -> None:
    """Says how many questions cannot come out right, since their articles are elsewhere.

    Raises:
        QuestionSetError: None of the answerable questions can.
    """
    answerable = sum(each.answerable for each in labelled)
    missed = unheld(library, labelled)
    if not missed:
        return
    told = (
        f"{file}: the articles of {len(missed)} of {answerable} answerable questions are not in"
        f" the library; the first is {missed[0].id}, of article {missed[0].gold[0].article};"
        " add them, or name another with --library"
    )
    if len(missed) == answerable:
        raise QuestionSetError(told)
    complain(told)
