"""The article of a passage that was clicked, read over the page."""

from collections.abc import Callable

import gradio as gr

from corpus.article import Article
from qa.answer import Evidence
from qa.library import Library
from qa.messages.catalogue import texts
from qa.question import Language
from qa.timeline import Timeline
from qa.web.errors import Told, one_sentence
from qa.web.pages import article_html
from qa.web.thread import Thread, find_evidence


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


def moment_evidence(timeline: Timeline | None, passage_id: str) -> Evidence | None:
    """The passage of a timeline's moment as evidence, to open its article there; None if none."""
    if timeline is None:
        return None
    found = (moment for moment in timeline.moments if moment.passage.id == passage_id)
    moment = next(found, None)
    if moment is None:
        return None
    return Evidence(moment.passage, moment.heading, 0.0, 1, moment.sentence, ())
