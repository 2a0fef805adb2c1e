"""What happens when a question that was asked before is clicked: it is put back as it was."""

from collections.abc import Callable
from typing import Any, Final

import gradio as gr

from index.fold import fold
from qa.answer import Topic
from qa.conversations.conversation import Conversation
from qa.library import Library
from qa.messages.catalogue import texts
from qa.question import Language
from qa.web.again import Basis, read_again
from qa.web.errors import one_sentence

_KEPT: Final = 6  # of what is put back, all but the question


def conversation_of(basis: Basis | None, library: Library) -> Conversation:
    """The conversation as it was before a follow-up; a new one where its article is gone."""
    article = library.article(basis.article) if basis else None
    if basis is None or article is None:
        return Conversation()
    key = fold(f"{article.title}\n{article.text}")
    topic = Topic(basis.question, article.heading, basis.sentence, basis.people, key)
    return Conversation(topic)


def asker_again(
    library: Library, told: Callable[[str, Language], str]
) -> Callable[[Language, gr.EventData], tuple[Any, ...]]:
    """What puts a question that was clicked into the box, and how it was asked in its place.

    The question, the source, the days, the article, how that is named, and the conversation; a
    question that was never asked before leaves all but the first as they are.

    Args:
        library: What is asked.
        told: Names the article that questions are narrowed to.
    """

    def choose(language: Language, event: gr.EventData) -> tuple[Any, ...]:
        question = str(event.question)
        again = read_again(str(getattr(event, "again", "")))
        if again is None:
            return question, *(gr.skip() for _ in range(_KEPT))
        with one_sentence(texts(language)):
            filters, conversation = again.filters, conversation_of(again.basis, library)
        since, until = (day.isoformat() if day else "" for day in (filters.since, filters.until))
        named = told(filters.article, language)
        return question, filters.source, since, until, filters.article, named, conversation

    return choose
