"""What `ask` and `chat` print: answers, timelines, and a conversation line by line."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date

import typer

from corpus.article import Filters
from qa.answer import Answer
from qa.cli.console import complain, in_colour
from qa.cli.terminal import answer_text
from qa.cli.terminal_events import carried_lines, dated_lines, other_lines
from qa.cli.timeline import timeline_text
from qa.conversations.conversation import Conversation
from qa.library import Library
from qa.messages.catalogue import texts
from qa.messages.said import said
from qa.question import MOST, QuestionError, language_of
from qa.records.answers import answer_record
from qa.records.lines import json_line
from qa.records.timeline import timeline_record


@contextmanager
def in_language_of(question: str) -> Iterator[None]:
    """Has what is wrong with a question told in its own language.

    Raises:
        QuestionError: Something is.
    """
    try:
        yield
    except QuestionError as error:
        shown = texts(language_of(question[:MOST]))
        raise QuestionError(said(error, shown)) from error


def show_answer(
    library: Library, question: str, k: int | None, within: Filters, *, as_json: bool
) -> None:
    """Prints the answer to a question."""
    answer = library.ask(question, k, **asdict(within), today=date.today())
    _show(library, answer, as_json=as_json)


def show_timeline(library: Library, question: str, within: Filters, *, as_json: bool) -> None:
    """Prints what is told of an event, in the order in which it happened."""
    timeline = library.timeline(question, **asdict(within), today=date.today())
    if as_json:
        typer.echo(json_line(timeline_record(timeline)))
    elif not timeline.found and _is_empty(library):
        typer.echo(_emptiness(question))
    else:
        typer.echo(timeline_text(timeline))


def talk(library: Library, lines: Iterable[str], k: int | None, *, as_json: bool) -> None:
    """Prints the answer to each line; an empty line drops what was talked about.

    What is wrong with a line is said, and the next one goes on.
    """
    conversation = Conversation()
    for line in lines:
        question = line.strip()
        if not question:
            conversation = Conversation()
            continue
        try:
            with in_language_of(question):
                answer = library.ask(question, k, today=date.today(), conversation=conversation)
        except QuestionError as error:  # no reason to end what was talked about
            complain(str(error))
            continue
        conversation = conversation.after(answer)
        _show(library, answer, as_json=as_json)


def _show(library: Library, answer: Answer, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json_line(answer_record(answer)))
        return
    if not answer.evidence and _is_empty(library):
        typer.echo(_emptiness(answer.question))
        return
    if not answer.complete:
        complain("not all passages are encoded: only words were searched; `add` goes on")
    before = (*carried_lines(answer), *dated_lines(answer))
    shown = (*before, answer_text(answer, colour=in_colour()), *other_lines(answer))
    typer.echo("\n".join(shown))


def _is_empty(library: Library) -> bool:
    return not any(library.articles(limit=1))


def _emptiness(question: str) -> str:
    shown = texts(language_of(question))
    return shown["empty_title"] + shown["full_stop"]
