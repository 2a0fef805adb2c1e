"""What the lexical index holds of a passage, and in which of tantivy's fields."""

from dataclasses import dataclass
from datetime import date

import tantivy

from corpus.article import number_of

COUNTED = "freq"  # positions are not needed: no phrase is ever asked for
EXACT = "basic"
WORDS = "words"
PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexical index is told of a passage.

    Attributes:
        passage_id: The passage.
        words: Its words, with repetitions.
        pairs: Its pairs of neighbouring characters, with repetitions.
        article_id: Its article.
        source: Its article's source; may be empty.
        published: Its article's date, or None.
    """

    passage_id: str
    words: tuple[str, ...]
    pairs: tuple[str, ...]
    article_id: str
    source: str
    published: date | None


def make_schema() -> tantivy.Schema:
    """The fields, and how each is searched."""
    builder = tantivy.SchemaBuilder()
    # signed: an unsigned field given by keyword kills the writer's thread
    builder.add_integer_field("id", indexed=True, fast=True)
    builder.add_integer_field("published", indexed=True, fast=True)
    for field in (WORDS, PAIRS):
        builder.add_text_field(field, tokenizer_name="raw", index_option=COUNTED)
    for field in ("source", "article"):
        builder.add_text_field(field, tokenizer_name="raw", index_option=EXACT)
    return builder.build()


def document_of(entry: Entry) -> tantivy.Document:
    """An entry as tantivy takes it."""
    document = tantivy.Document()
    document.add_integer("id", number_of(entry.passage_id))
    document.add_text("article", entry.article_id)
    if entry.source:
        document.add_text("source", entry.source)
    if entry.published:
        document.add_integer("published", entry.published.toordinal())
    for field, words in ((WORDS, entry.words), (PAIRS, entry.pairs)):
        tokens = [tantivy.Token(word, place, 0, 0) for place, word in enumerate(words)]
        document.add_pre_tokenized_text(field, tantivy.PreTokenizedString("", tokens))
    return document
