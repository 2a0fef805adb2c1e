"""Finding passages by words: BM25; the only user of tantivy."""

from index.lexical.fields import Entry
from index.lexical.folder import STEP, LexicalIndex
from index.lexical.searcher import LexicalSearcher

__all__ = ["STEP", "Entry", "LexicalIndex", "LexicalSearcher"]
