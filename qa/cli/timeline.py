"""Timelines as people read them in a terminal."""

from collections.abc import Iterator

from corpus.one_line import one_line
from qa.messages.catalogue import Texts, texts
from qa.messages.timeline import days, tellers, unanswered, undated
from qa.moments import Moment
from qa.question import read_question
from qa.timeline import Timeline


def timeline_text(timeline: Timeline) -> str:
    """The timeline for a terminal, one line for each moment, in the question's language.

    That of a question that no article answers begins by saying so, as an answer does.
    """
    shown = texts(read_question(timeline.question).language)
    lines = [*_denied(timeline, shown)]
    if not timeline.found:
        return "\n".join(lines)
    if not timeline.moments:
        lines.append(shown["timeline_empty"])
    lines += [
        f"{days(moment)}  {_by(moment, shown)}{one_line(moment.text)}  [{tellers(moment, shown)}]"
        for moment in timeline.moments
    ]
    return "\n".join([*lines, *([undated(timeline, shown)] if timeline.undated else [])])


def _denied(timeline: Timeline, shown: Texts) -> Iterator[str]:
    """Where no article answers: that, and what the moments are then; nothing elsewhere."""
    if timeline.answered:
        return
    yield unanswered(timeline, shown)
    if timeline.moments:
        yield shown["nearest_below"]


def _by(moment: Moment, shown: Texts) -> str:
    return "" if moment.told else f"({shown['by_article']}) "
