"""What a library holds, takes in and is worth, as JSON objects."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TypedDict

from corpus.article import Article
from qa.quality.figures import Evaluation, Figures
from qa.quality.metrics import CUTS, Ranks
from qa.records.lines import day_of
from qa.report import Outcome, Status


class ArticleRecord(TypedDict):
    """One line of `list --json`."""

    id: str
    record: str
    title: str
    source: str
    published: str | None
    date_words: str
    author: str
    editor: str
    url: str
    address: str
    characters: int


class OutcomeRecord(TypedDict):
    """One line of `add --json`."""

    where: str
    change: str
    reason: str
    article: str


def article_record(article: Article) -> ArticleRecord:
    """What is known of an article, without its text."""
    return {
        "id": article.id,
        "record": article.record,
        "title": article.title,
        "source": article.source,
        "published": day_of(article),
        "date_words": article.date_words,
        "author": article.author,
        "editor": article.editor,
        "url": article.url,
        "address": article.address,
        "characters": len(article.text),
    }


def outcome_record(outcome: Outcome) -> OutcomeRecord:
    """What became of one article or file."""
    return {
        "where": outcome.where,
        "change": outcome.change,
        "reason": outcome.reason,
        "article": outcome.article_id,
    }


def status_record(status: Status) -> Mapping[str, object]:
    """What a library holds; counts keyed by what is counted."""
    return {
        **asdict(status),
        "sources": dict(status.sources),
        "formats": dict(status.formats),
        "months": dict(status.months),
        "failures": [{"where": each.where, "reason": each.reason} for each in status.failures],
    }


def evaluation_record(evaluation: Evaluation) -> Mapping[str, object]:
    """The figures of an evaluation, keyed as the field knows them; shares from 0 to 1."""
    return {
        "questions": evaluation.questions,
        "k": evaluation.k,
        "groups": {figures.group: _figures(figures) for figures in evaluation.figures},
        "sentences": evaluation.sentences,
        "confidence": asdict(evaluation.certainty),
        "people": asdict(evaluation.names),
        "seconds": {"median": evaluation.median_seconds, "p95": evaluation.slow_seconds},
    }


def _figures(figures: Figures) -> dict[str, float]:
    short = figures.short
    return {
        "questions": figures.questions,
        **_ranks("evidence", figures.evidence),
        "mrr@10": figures.evidence.mrr,
        **_ranks("article", figures.article),
        "article_mrr@10": figures.article.mrr,
        "read@300": figures.read_short,
        "read@1000": figures.read_long,
        **({f"short_{name}": value for name, value in asdict(short).items()} if short else {}),
    }


def _ranks(name: str, ranks: Ranks) -> dict[str, float]:
    return {f"{name}@{cut}": hits for cut, hits in zip(CUTS, ranks.hits, strict=True)}
