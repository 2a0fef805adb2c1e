"""What happens on the Ask tab: a question asked, by itself again, judged, put in time."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, Final, cast, get_args

import gradio as gr

from qa.answer import Answer, Preview
from qa.conversations.conversation import Conversation
from qa.library import Library
from qa.messages.catalogue import texts
from qa.quality.judgements import Verdict
from qa.question import Language
from qa.timeline import Timeline
from qa.web.errors import Told, one_sentence
from qa.web.filtered import read_filters_json
from qa.web.form import Drawn, Form
from qa.web.opening import examples_html
from qa.web.pages import empty_html, sheet_html
from qa.web.thread import Thread, find_follow_up, thread_html, was_shown
from qa.web.ticks import Tick, Ticks, ticks_html
from qa.web.timeline import timeline_html
from qa.web.timings import Timings
from qa.web.turns import AT_ONCE, Turns

_MOST_TURNS: Final = 30
# Seconds to wait for the answer before what words find is shown. A list that is there for a blink
# and then another is worse than none, and once the encoder is loaded nearly every answer is there
# sooner (docs/SPEED.md: 0.2 s for 95 of 100); later than that, people begin to wonder.
_PATIENCE: Final = 0.25
# The answers, the thread, the conversation, the examples, the button that clears.
Shown = tuple[Any, ...]
Outputs = tuple[Any, ...]  # these, and how they are drawn


@dataclass(frozen=True)
class Asking:
    """Answers the visitors of the Ask tab; keeps nothing of any of them.

    Attributes:
        library: What is form.
        timings: Where the time that an answer took is noted.
        turns: How many are answered at a time.
        judging: Whether answers can be judged.
        workers: The threads that answer, kept: each has the database's pages at hand.
    """

    library: Library
    timings: Timings
    turns: Turns
    judging: bool
    workers: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(AT_ONCE))

    def ask(self, *fields: Any) -> Iterator[Outputs]:  # noqa: ANN401  as gradio gives them
        """What is shown after a question: the thread with the answer, and the rest.

        Before it, where the answer takes long, what words alone find.

        Args:
            fields: As `Form` has them.

        Raises:
            gr.Error: The question is empty or too long, or a date is none.
        """
        yield from self._shown(Form(*fields))

    def _shown(self, form: Form) -> Iterator[Outputs]:
        shown = texts(form.language)
        draw = partial(
            thread_html, shown=shown, judging=self.judging, newest_first=form.newest_first
        )
        with one_sentence(shown):
            for told in self._told(form):
                if told is None or isinstance(told, Preview):
                    stands = told or form.standing
                    offered = "" if stands else examples_html(self.library, shown)
                    yield _showing(draw(form.standing, before=told), offered)
                elif not told.evidence and not self.library.status().articles:
                    yield *_cleared(empty_html(shown)), None
                else:
                    drawn = form.drawn  # first: what comes later than this is settled later
                    turns = (told, *form.standing)[:_MOST_TURNS]
                    yield *_answered(draw(turns), turns, form.after(told)), drawn

    def _told(self, form: Form) -> Iterator[Preview | Answer | None]:
        """What words alone find, where the answer takes long and they find anything; the answer.

        None before whatever is raised, to take back what words have found.
        """
        coming = self.workers.submit(self._answer, form)
        if not wait([coming], _PATIENCE).done:
            before = self.library.preview(form.question, int(form.k), **_given(form))
            if before.evidence and not coming.done():
                yield before
                if coming.exception():
                    yield None
        yield coming.result()

    def _answer(self, form: Form) -> Answer:
        with self.turns.taken(), self.timings.measured():
            return self.library.ask(form.question, int(form.k), **_given(form))

    def settle(
        self, drawn: Drawn | None, thread: Thread, newest_first: bool, language: Language
    ) -> Shown:
        """What an answer's coming has overtaken, as it is to be: all cleared, language, order.

        Nothing anew where nothing has changed since it was drawn.
        """
        if drawn is None or drawn.is_still_so(language, newest_first=newest_first):
            return _UNCHANGED
        shown = texts(language)
        with one_sentence(shown):
            if not thread:
                return _cleared(examples_html(self.library, shown))
            if not drawn.was_cleared:
                return _showing(self.draw(newest_first, thread, language), "")[:-1]
            alone = thread[:1]
            html = self.draw(newest_first, alone, language)
            return _answered(html, alone, Conversation().after(alone[0]))

    def drop(self, event: gr.EventData, *fields: Any) -> Iterator[Outputs]:  # noqa: ANN401  as `ask`
        """A follow-up asked anew, leaning on nothing; its answer is gone for the new one.

        Raises:
            gr.Error: It is not known: the server has begun anew since.
        """
        form = Form(*fields)
        dropped = find_follow_up(form.thread, str(event.question))
        if dropped is None:
            raise Told(texts(form.language)["restarted"])
        rest = tuple(each for each in form.thread if each is not dropped)
        alone = replace(form, question=dropped.question, conversation=Conversation())
        yield from self._shown(replace(alone, thread=rest))

    def judge(
        self, thread: Thread, language: Language, event: gr.EventData, ticks: Ticks = ()
    ) -> tuple[Ticks, str]:
        """Keeps what a visitor says of an answer that was shown to that visitor.

        Raises:
            gr.Error: It was not, or nothing can be kept.
        """
        verdict, passage = str(event.verdict), str(event.passage)
        question = str(event.question)
        shown = texts(language)
        with one_sentence(shown):
            known = verdict in get_args(Verdict)
            if not (self.judging and known and was_shown(thread, question, passage)):
                raise Told(shown["judge_gone"])
            kept = self.library.judge(question, cast(Verdict, verdict), passage)
            return self.ticked((*ticks, Tick(question, passage, kept)), language)

    def ticked(self, ticks: Ticks, language: Language) -> tuple[Ticks, str]:
        """What a visitor said, and which of it is to be ticked now."""
        with one_sentence(texts(language)):
            return ticks, ticks_html(ticks, self.library.judgements()) if ticks else ""

    def timeline(self, language: Language, event: gr.EventData) -> tuple[str, Timeline]:
        """What is told of the event of an answer, in the order of its days, within its filters."""
        shown = texts(language)
        filters = read_filters_json(str(getattr(event, "filters", "")))
        with one_sentence(shown):
            given = {**asdict(filters), "today": date.today()}
            timeline = self.library.timeline(str(event.question), **given)
            return sheet_html(timeline_html(timeline, shown), shown, shown["timeline"]), timeline

    def draw(self, newest_first: bool, thread: Thread, language: Language) -> Any:  # noqa: ANN401
        """The thread in an order and a language; nothing anew where there is none."""
        draw = partial(thread_html, judging=self.judging, newest_first=newest_first)
        return draw(thread, texts(language)) if thread else gr.skip()


def _given(form: Form) -> dict[str, Any]:
    """What `Library.ask` takes beside the question; today by this machine's clock."""
    return {**form.narrowed, "today": date.today()}


_UNCHANGED: Final[Shown] = (gr.skip(),) * 5


def _showing(html: str, offered: str) -> Outputs:
    """The answers and the examples drawn anew, and everything else as it is."""
    return html, gr.skip(), gr.skip(), offered, gr.skip(), gr.skip()


def _answered(html: str, thread: Thread, conversation: Conversation) -> Shown:
    return html, thread, conversation, "", gr.update(visible=True)


def _cleared(offered: str) -> Shown:
    return "", (), Conversation(), offered, gr.update(visible=False)
