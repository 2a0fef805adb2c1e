"""For programs: what the page serves as JSON, and as MCP tools, typed and by name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Annotated, Final

import gradio as gr
from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from corpus.article import RawArticle, ReadError
from corpus.reader import ReadFailure
from corpus.reader.jsonl import parse_json
from corpus.reader.records import to_article
from qa.addresses import short_address, web_address
from qa.filters import read_filters
from qa.library import Library
from qa.records.answers import AnswerRecord, answer_record
from qa.records.holdings import OutcomeRecord, outcome_record, status_record
from qa.records.lines import json_line
from qa.records.passages import FoundRecord, found_record
from qa.report import AddReport, Outcome, Status
from qa.web.calls import served, written_out
from qa.web.log_tail import without_folders
from qa.web.timings import Timings
from qa.web.turns import Turns
from qa.web.uploads import received, uploaded
from qa.web.wiring import ASKING, WRITING

_MOST_ARTICLES: Final = 1000
_ADDRESS: Final = "api"  # articles without a URL come from here: `api#` and their id

Size = Annotated[int, Field(ge=1, le=100)]


class ArticleInput(TypedDict, total=False):
    """An article to add: its text, and what is known of it."""

    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]

    text: str
    title: str
    published: str
    source: str
    author: str
    url: str
    id: str


class AddRecord(TypedDict):
    """What adding did: an outcome for each article and failure, and how many passages of them."""

    outcomes: list[OutcomeRecord]
    encoded: int


class Api:
    """The tools, each a typed method whose docstring tells a program, or a model, when to use it.

    Args:
        library: Who answers.
        timings: Where the seconds that answers take are kept.
        turns: How many are answered at a time.
        k: How many passages an answer has where nothing is said.
    """

    def __init__(self, library: Library, timings: Timings, turns: Turns, k: int) -> None:
        self._library = library
        self._turns = turns
        self._timings = timings
        self._k = k

    @served
    def ask(
        self,
        question: str,
        k: Size | None = None,
        source: str = "",
        since: str = "",
        until: str = "",
        article: str = "",
    ) -> AnswerRecord:
        """Answer a question about the news articles in this library, with quotations.

        Use this for any question whose answer the articles may hold: who, when, where, how many,
        what, why, who said what. Nothing is invented: each passage is quoted word for word, with
        its article's title, source and date, and these are what to cite. "answered" false means
        that the articles do not say it; the passages are then only the nearest, and no answer.
        "confidence" is the probability, 0 to 1, that the articles hold the answer. "people" are
        those who answer, with title and role. "short" is what answers when, where, how many, why,
        who said what, and which; "disputed" where another article gives another value. "passage"
        is the number of the passage, from 0, that names or says them. In "highlights",
        [start, end, kind], "sentence" marks the sentence of the passage that answers. "by_words"
        and "by_meaning" are a passage's ranks by each alone, null beyond the first hundred.

        Args:
            question: In Chinese, Simplified or Traditional, or English; one question at a time.
            k: How many passages, 1 to 100; null takes the usual number.
            source: Only articles of exactly this paper or agency; status lists them. Empty: all.
            since: Only articles published on this day or later, as 2023-07-01. Empty: all.
            until: Only articles published on this day or earlier, as 2023-07-01. Empty: all.
            article: Only this article: the "article" of a passage. Empty: all.
        """
        with self._turns.taken(), self._timings.measured():
            answer = self._library.ask(
                question,
                k or self._k,
                source=source,
                since=since or None,
                until=until or None,
                article=article,
                today=date.today(),
            )
        return answer_record(answer)

    @served
    def retrieve(
        self,
        question: str,
        k: Size | None = None,
        source: str = "",
        since: str = "",
        until: str = "",
        article: str = "",
    ) -> list[FoundRecord]:
        """Find the passages of the articles nearest to a question or topic, best first.

        Use this instead of ask to collect material on a topic, or to judge passages yourself:
        nothing says here whether they answer. Each passage is quoted word for word, with its
        article's title, source and date. Scores compare within one call only.

        Args:
            question: A question, or words that name the topic, in Chinese or English.
            k: How many passages, 1 to 100; null takes the usual number.
            source: Only articles of exactly this paper or agency; status lists them. Empty: all.
            since: Only articles published on this day or later, as 2023-07-01. Empty: all.
            until: Only articles published on this day or earlier, as 2023-07-01. Empty: all.
            article: Only this article: the "article" of a passage. Empty: all.
        """
        filters = read_filters(source, since or None, until or None, article)
        with self._turns.taken():
            search = self._library.searcher.search(question, k or self._k, filters)
        return [
            found_record(each.passage, each.heading, each.hit.score) for each in search.choice.found
        ]

    @served
    def add(
        self,
        articles: Annotated[list[ArticleInput], Field(max_length=_MOST_ARTICLES)] | None = None,
        files: list[object] | None = None,
    ) -> AddRecord:
        """Add news articles to the library, so that they can be asked about from then on.

        Use this only when the user wants articles kept. Adding the same again changes nothing; an
        article with the URL, or the id, of one that was added before replaces it. Returns what
        became of each ("added", "replaced", "unchanged", or "failed" with its reason), and how
        many passages were encoded.

        Args:
            articles: Up to 1000 objects with "text" and, where known, "title", "published" (as 2023-07-01), "source", "author", "url", "id".
            files: Names of files uploaded before, as /gradio_api/upload returned them. Usually null.
        """  # noqa: E501  a line for each: gradio reads no second one
        sent = received(uploaded(files or ()))
        reports = []
        if articles:
            reports.append(self._library.take(map(_given, range(len(articles)), articles)))
        if sent:
            reports.append(self._library.receive(sent))
        if not reports:
            raise ReadError("nothing to add: give articles with a text, or uploaded files")
        return _add_record(reports)

    @served
    def status(self) -> Mapping[str, object]:
        """Tell what the library holds: articles, passages, sources and months with their numbers.

        Use this to learn which sources and dates can be asked about, before narrowing a question.
        "encoded" below "passages" means that articles are still being taken in.
        """
        record = dict(status_record(for_visitors(self._library.status())))
        # Gradio's client takes any object with a "path" for a file to be fetched.
        return {"library": record.pop("path"), **record}


def build_api(library: Library, timings: Timings, turns: Turns, k: int, *, read_only: bool) -> None:
    """Serves the tools of a library; inside a `gr.Blocks`. Read-only, there is no `add`."""
    api = Api(library, timings, turns, k)
    for tool in (api.ask, api.retrieve):
        gr.api(written_out(tool), api_name=tool.__name__, queue=False, **ASKING)
    if not read_only:
        gr.api(written_out(api.add), api_name="add", queue=False, **WRITING)
    gr.api(written_out(api.status), api_name="status", queue=False, concurrency_limit=None)


def for_visitors(status: Status) -> Status:
    """The status without the folders of the server: the library and its files by name alone."""
    failures = tuple(map(_for_visitors, status.failures))
    return replace(status, path=PurePath(status.path).name, failures=failures)


def _given(number: int, article: ArticleInput) -> RawArticle | ReadFailure:
    try:
        url = article.get("url", "")
        if url and not web_address(url):  # it would be the address of what lies elsewhere
            raise ReadError('has a "url" that is no web address; leave it out')
        return to_article(parse_json(json_line(article)), _ADDRESS)  # as a line of JSONL is read
    except ReadError as error:
        return ReadFailure(f"articles.{number}", f"this article {error}")


def _add_record(reports: Sequence[AddReport]) -> AddRecord:
    outcomes = (_for_visitors(each) for report in reports for each in report.outcomes)
    return {
        "outcomes": [outcome_record(outcome) for outcome in outcomes],
        "encoded": sum(report.encoded for report in reports),
    }


def _for_visitors(outcome: Outcome) -> Outcome:
    return replace(
        outcome, where=short_address(outcome.where), reason=without_folders(outcome.reason)
    )
