"""Answering questions over news articles with the passages that hold the answer."""

from corpus.article import Article, CorpusError, Filters, Heading, Passage, ReadError, StoreError
from corpus.reader import ReadOptions
from index.hits import Hit
from qa.answer import Answer, Carried, Event, Evidence, Person, Preview, Span
from qa.conversation import Conversation
from qa.library import Library, open_library
from qa.moments import Moment
from qa.quality.judgements import Judgement, JudgementError
from qa.question import QuestionError
from qa.report import AddReport, Outcome, Status
from qa.settings import Settings, SettingsError
from qa.timeline import Timeline

__version__ = "0.1.0"

__all__ = [
    "AddReport",
    "Answer",
    "Article",
    "Carried",
    "Conversation",
    "CorpusError",
    "Event",
    "Evidence",
    "Filters",
    "Heading",
    "Hit",
    "Judgement",
    "JudgementError",
    "Library",
    "Moment",
    "Outcome",
    "Passage",
    "Person",
    "Preview",
    "QuestionError",
    "ReadError",
    "ReadOptions",
    "Settings",
    "SettingsError",
    "Span",
    "Status",
    "StoreError",
    "Timeline",
    "open_library",
]
