"""What the page says when something fails: one sentence there, all of it in the log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import gradio as gr

from corpus.article import CorpusError
from index.encoder import EncoderError
from qa.quality.judgements import JudgementError
from qa.question import QuestionError
from qa.question_set import QuestionSetError
from qa.web.marks import escape
from qa.web.texts import Texts

logger = logging.getLogger(__name__)

# Their messages are written for people; all others may hold anything.
_TOLD = (CorpusError, QuestionError, QuestionSetError, JudgementError, EncoderError)


@contextmanager
def one_sentence(texts: Texts) -> Iterator[None]:
    """Turns whatever is raised inside into one sentence on the page.

    Raises:
        gr.Error: Anything was raised; the text is escaped, since the page shows it as HTML.
    """
    try:
        yield
    except gr.Error:
        raise
    except _TOLD as error:
        logger.info("refused: %s", error)
        raise gr.Error(escape(str(error)), print_exception=False) from error
    except Exception as error:
        reference = uuid4().hex[:8]
        logger.exception("failed (reference %s)", reference)
        told = texts["failure"].format(reference=reference)
        raise gr.Error(told, print_exception=False) from error
