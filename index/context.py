"""What the encoder and the lexical index read of a passage: its text in its article's context."""

from corpus.article import Article, Heading, Passage, digest
from index.fold import simplified


def encoder_text(title: str, passage_text: str) -> str:
    """What the encoder reads: the article's title on a line of its own, then the passage.

    Both in Simplified script, so that a question finds both scripts alike.
    """
    return simplified(f"{title}\n{passage_text}" if title else passage_text)


def content_digest(article: Article, passage: Passage) -> str:
    """Stands for what the encoder reads of a passage: two that read alike share one vector."""
    return digest(encoder_text(article.title, passage.text))


def context_text(heading: Heading) -> str:
    """What the lexical index takes as a passage's context: title, source and lead."""
    return "\n".join(part for part in (heading.title, heading.source, heading.lead) if part)
