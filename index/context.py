"""What the encoder reads of a passage: its text in its article's context."""

from corpus.article import Article, Passage, digest
from corpus.split import sentences
from index.fold import simplified

_CONTEXT_LENGTH = 60  # characters: enough to name the event, little beside a passage


def encoder_text(title: str, lead: str, passage_text: str) -> str:
    """What the encoder reads: a line that names the event, then the passage.

    The line is the article's title, or where it has none the beginning of its lead; a passage that
    begins with it has no need of it. All of it in Simplified script, so that a question finds both
    scripts alike.
    """
    context = title or _first_sentence(lead)[:_CONTEXT_LENGTH]
    if not context or passage_text.startswith(context):
        return simplified(passage_text)
    return simplified(f"{context}\n{passage_text}")


def encoder_text_of(article: Article, passage: Passage) -> str:
    """What the encoder reads of one of an article's passages."""
    return encoder_text(article.title, article.heading.lead, passage.text)


def content_digest(article: Article, passage: Passage) -> str:
    """Stands for what the encoder reads of a passage: two that read alike share one vector."""
    return digest(encoder_text_of(article, passage))


def _first_sentence(lead: str) -> str:
    return next((lead[start:end] for start, end in sentences(lead)), "")
