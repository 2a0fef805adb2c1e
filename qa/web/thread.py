"""One visitor's questions and answers, newest first, as HTML; and what is found in them again."""

from collections.abc import Sequence
from functools import partial

from qa.answer import Answer, Evidence, Preview
from qa.messages.catalogue import Texts
from qa.web.again import again_json, again_of
from qa.web.answer import answer_html
from qa.web.card import preview_html
from qa.web.marks import escape, isolated

Thread = tuple[Answer, ...]  # newest first


def thread_html(
    thread: Thread,
    shown: Texts,
    *,
    judging: bool = False,
    newest_first: bool = False,
    before: Preview | None = None,
) -> str:
    """A visitor's questions and answers: the newest open, the earlier ones folded.

    Args:
        thread: The answers.
        shown: The texts in the visitor's language.
        judging: Whether answers can be judged.
        newest_first: The passages of each by date instead of best first.
        before: What stands above all while the newest question is being answered.
    """
    draw = partial(answer_html, texts=shown, judging=judging, newest_first=newest_first)
    turns = [_turn(before.question, preview_html(before, shown), is_open=True)] if before else []
    for number, answer in enumerate(thread):
        newest = not (number or before)
        html = draw(answer, newest=newest)
        again = again_json(again_of(answer))
        turns.append(_turn(answer.question, html, is_open=newest, again=again))
    return "".join(turns)


def find_evidence(thread: Sequence[Answer], passage_id: str) -> Evidence | None:
    """The evidence of that passage in the newest answer that shows it."""
    shown = (each for answer in thread for each in answer.evidence)
    return next((each for each in shown if each.passage.id == passage_id), None)


def find_follow_up(thread: Sequence[Answer], question: str) -> Answer | None:
    """The answer to the newest follow-up with that question, as the page shows it."""
    asked = escape(question)
    return next((each for each in thread if each.carried and escape(each.question) == asked), None)


def was_shown(thread: Sequence[Answer], question: str, passage_id: str) -> bool:
    """Whether that question was asked by itself, and its answer shows that passage.

    Without a passage, whether the question was asked of all articles.
    """
    asked = escape(question)  # what no page shows, no browser sends back
    answers = [each for each in thread if escape(each.question) == asked and not each.carried]
    if passage_id:
        return find_evidence(answers, passage_id) is not None
    return any(not each.filters for each in answers)


def _turn(question: str, html: str, *, is_open: bool, again: str = "") -> str:
    state = " open" if is_open else ""
    asked = f'data-question="{escape(question)}" data-again="{escape(again)}"'
    return (
        f'<details class="turn"{state} {asked}><summary>'
        f'<h2 class="asked">{isolated(question)}</h2></summary>{html}</details>'
    )
