"""What happens on the Ask tab: a question asked, by itself again, judged, an article opened."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import asdict, dataclass, field
from functools import partial
from typing import Any, Final, cast, get_args

import gradio as gr

from corpus.article import Article
from qa.answer import Answer, Evidence, Preview
from qa.conversations.conversation import Conversation
from qa.library import Library
from qa.quality.judgements import Verdict
from qa.question import Language
from qa.render.timeline import moment_evidence, timeline_html
from qa.timeline import Timeline
from qa.web.errors import Told, one_sentence
from qa.web.filtered import read_filters_json
from qa.web.pages import article_html, empty_html, sheet_html
from qa.web.texts import texts
from qa.web.thread import Thread, find_evidence, thread_html, was_shown
from qa.web.ticks import Tick, Ticks, ticks_html
from qa.web.timings import Timings
from qa.web.turns import AT_ONCE, Turns

_MOST_TURNS: Final = 30
# Seconds to wait for the answer before what words find is shown. A list that is there for a blink
# and then another is worse than none, and once the encoder is loaded nearly every answer is there
# sooner (docs/SPEED.md: 0.2 s for 95 of 100); later than that, people begin to wonder.
_PATIENCE: Final = 0.25
# The answers, the thread, the conversation, the examples, the button that clears.
Outputs = tuple[Any, ...]


@dataclass(frozen=True)
class Asking:
    """Answers the visitors of the Ask tab; keeps nothing of any of them.

    Attributes:
        library: What is asked.
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

    def ask(  # noqa: PLR0913, PLR0917  gradio gives each component's value by itself
        self,
        question: str,
        source: str | None,
        since: str | None,
        until: str | None,
        article: str,
        k: float,
        newest_first: bool,
        thread: Thread,
        conversation: Conversation,
        language: Language,
    ) -> Iterator[Outputs]:
        """What is shown after a question: the thread with the answer, and the rest.

        Before it, where the answer takes long, what words alone find.

        Raises:
            gr.Error: The question is empty or too long, or a date is none.
        """
        shown = texts(language)
        draw = partial(thread_html, shown=shown, judging=self.judging, newest_first=newest_first)
        narrowed: dict[str, Any] = {
            "source": source or "",
            "since": since or None,
            "until": until or None,
            "article": article,
            "conversation": conversation,
        }
        with one_sentence(shown):
            for told in self._told(question, int(k), narrowed):
                if told is None or isinstance(told, Preview):
                    yield _showing(draw(thread, before=told))
                elif not told.evidence and not self.library.status().articles:
                    yield "", thread, conversation, empty_html(shown), gr.skip()
                else:
                    turns = (told, *thread)[:_MOST_TURNS]
                    after = conversation.after(told)
                    yield draw(turns), turns, after, "", gr.update(visible=True)

    def _told(
        self, question: str, k: int, narrowed: dict[str, Any]
    ) -> Iterator[Preview | Answer | None]:
        """What words alone find, where the answer takes long and they find anything; the answer.

        None before whatever is raised, to take back what words have found.
        """
        coming = self.workers.submit(self._answer, question, k, narrowed)
        if not wait([coming], _PATIENCE).done:
            before = self.library.preview(question, k, **narrowed)
            if before.evidence and not coming.done():
                yield before
                if coming.exception():
                    yield None
        yield coming.result()

    def _answer(self, question: str, k: int, narrowed: dict[str, Any]) -> Answer:
        with self.turns.taken(), self.timings.measured():
            return self.library.ask(question, k, **narrowed)

    def drop(self, _: str, *rest: Any) -> Iterator[Outputs]:  # noqa: ANN401  as `ask` takes
        """The newest question asked anew, leaning on nothing.

        Raises:
            gr.Error: There is none: the server has begun anew since.
        """
        *filters, thread, _, language = rest
        if not thread:
            raise Told(texts(language)["restarted"])
        given: list[Any] = [thread[0].question, *filters, thread[1:], Conversation(), language]
        yield from self.ask(*given)

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
            timeline = self.library.timeline(str(event.question), **asdict(filters))
            return sheet_html(timeline_html(timeline, shown), shown, shown["timeline"]), timeline

    def sort(self, newest_first: bool, thread: Thread, language: Language) -> Any:  # noqa: ANN401
        """The thread in the other order; nothing anew where there is none."""
        draw = partial(thread_html, judging=self.judging, newest_first=newest_first)
        return draw(thread, texts(language)) if thread else gr.skip()


def _showing(html: str) -> Outputs:
    """The answers drawn anew, the examples gone, and everything else as it is."""
    return html, gr.skip(), gr.skip(), "", gr.skip()


def opener(library: Library) -> Callable[[Thread, Timeline | None, Language, gr.EventData], str]:
    """Shows the article of a passage that was clicked, at that passage.

    A server that has begun anew no longer knows what it showed: then without what was lit up.
    """

    def open_passage(
        thread: Thread, timeline: Timeline | None, language: Language, event: gr.EventData
    ) -> str:
        shown = texts(language)
        with one_sentence(shown):
            passage = str(event.id)
            evidence = find_evidence(thread, passage) or moment_evidence(timeline, passage)
            named = evidence.passage.article_id if evidence else str(getattr(event, "article", ""))
            if not named:
                raise Told(shown["restarted"])
            article = library.article(named)
            return article_html(article, shown, evidence or _unlit(library, article, passage))

    return open_passage


def _unlit(library: Library, article: Article | None, passage_id: str) -> Evidence | None:
    """That passage of an article as evidence with nothing lit up; None where it has none such."""
    if article is None:
        return None
    heading = article.heading
    found = (each for each in library.passages_of(article.id) if each.id == passage_id)
    return next((Evidence(each, heading, 0.0, 1, (0, 0), ()) for each in found), None)
