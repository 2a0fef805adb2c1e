"""What is said when something fails: one sentence to who asked, all of it in the log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import gradio as gr

from corpus.article import SentenceError
from qa.messages.catalogue import Texts
from qa.messages.said import said
from qa.web.marks import escape

logger = logging.getLogger(__name__)


class Told(gr.Error):  # type: ignore[misc]
    """One sentence, which is all that its text is."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, print_exception=False)

    def __str__(self) -> str:
        return str(self.message)


@contextmanager
def one_sentence(texts: Texts, *, plain: bool = False) -> Iterator[None]:
    """Turns whatever is raised inside into one sentence.

    Args:
        texts: The texts in the language of who is told.
        plain: For programs; the page shows it as HTML, so there it is escaped.

    Raises:
        gr.Error: Anything was raised.
    """
    try:
        yield
    except gr.Error:
        raise
    except SentenceError as error:  # written for people; all others may hold anything
        logger.info("refused: %s", error)
        sentence = said(error, texts)
        raise Told(sentence if plain else escape(sentence)) from error
    except Exception as error:
        reference = uuid4().hex[:8]
        logger.exception("failed (reference %s): %s", reference, type(error).__name__)
        raise Told(texts["failure"].format(reference=reference)) from error
