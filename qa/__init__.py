"""Answering questions over news articles with the passages that hold the answer."""

from corpus.article import (
    Article,
    CorpusError,
    Filters,
    Heading,
    Passage,
    RawArticle,
    ReadError,
    StoreError,
)
from corpus.listing import Listed
from corpus.reader import ReadFailure, ReadOptions
from index.encoder import EncoderError
from index.hits import Hit
from qa.adding import Received
from qa.answer import Answer, Carried, Event, Evidence, Person, Preview, ShortAnswer, Span, Topic
from qa.conversations.conversation import Conversation
from qa.holdings import Page
from qa.library import Library, open_library
from qa.moments import Moment
from qa.quality.judgements import Judgement, JudgementError
from qa.quality.question_set import LabelledQuestion, QuestionSetError
from qa.quality.runs import Result, Run
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
    "EncoderError",
    "Event",
    "Evidence",
    "Filters",
    "Heading",
    "Hit",
    "Judgement",
    "JudgementError",
    "LabelledQuestion",
    "Library",
    "Listed",
    "Moment",
    "Outcome",
    "Page",
    "Passage",
    "Person",
    "Preview",
    "QuestionError",
    "QuestionSetError",
    "RawArticle",
    "ReadError",
    "ReadFailure",
    "ReadOptions",
    "Received",
    "Result",
    "Run",
    "Settings",
    "SettingsError",
    "ShortAnswer",
    "Span",
    "Status",
    "StoreError",
    "Timeline",
    "Topic",
    "open_library",
]
