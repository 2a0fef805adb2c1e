"""Answerer: the part of a library that answers questions."""

from dataclasses import replace
from datetime import date

from corpus.article import Filters
from index.hits import Hit
from qa.answer import Answer, Preview
from qa.answering import make_answer, make_preview
from qa.conversations.conversation import (
    Conversation,
    FollowUp,
    carried_into,
    keeps_event,
    read_follow_up,
)
from qa.filters import read_date, read_filters
from qa.question import Question, read_question
from qa.ranking.favouring import Leaning
from qa.searching import Searcher
from qa.settings import Settings
from qa.timeline import READ_FOR_TIMELINE, Timeline, make_timeline


class Answerer:
    """Finds the passages that answer, and what they say.

    Args:
        searcher: What searches the library.
        settings: How many passages an answer shows, and from which confidence it answers.
    """

    def __init__(self, searcher: Searcher, settings: Settings) -> None:
        self.searcher = searcher
        self._settings = settings

    def retrieve(
        self,
        question: str,
        k: int | None = None,
        *,
        source: str = "",
        since: str | date | None = None,
        until: str | date | None = None,
        article: str = "",
    ) -> tuple[Hit, ...]:
        """The k passages that best answer a question, best first, ties by passage id.

        Fewer where the library holds fewer.

        Args:
            question: In Chinese, Simplified or Traditional, or English.
            k: How many; None takes the setting.
            source: Only articles of this source.
            since: Only articles published on this day ("2023-07-01") or later.
            until: Only articles published on this day or earlier.
            article: Only the article whose id, record or address this is.

        Raises:
            QuestionError: The question is empty or too long, a date is none, or there is no such
                source or article.
        """
        filters = read_filters(source, since, until, article)
        search = self.searcher.search(question, self._size(k), filters)
        return tuple(found.hit for found in search.choice.found)

    def ask(  # noqa: PLR0913  one for each thing that an answer may lean on
        self,
        question: str,
        k: int | None = None,
        *,
        source: str = "",
        since: str | date | None = None,
        until: str | date | None = None,
        article: str = "",
        today: str | date | None = None,
        conversation: Conversation = Conversation(),
    ) -> Answer:
        """The answer to a question: passages with what answers lit up, people, and how sure.

        Args:
            question: In Chinese, Simplified or Traditional, or English.
            k: How many passages; None takes the setting.
            source: As in `retrieve`; so are since, until and article.
            since: The first day.
            until: The last day.
            article: The only article.
            today: The day on which it is asked, for 昨天 and the like in the question; None leaves
                them unread, as does a library without news of then.
            conversation: What was talked about before; a follow-up (他说了什么？) leans on it, and
                the answer says on what. ``conversation.after(answer)`` is the next one.

        Raises:
            QuestionError: The question is empty or too long, a date is none, or there is no such
                source or article.
        """
        filters = read_filters(source, since, until, article)
        asked = read_question(question)
        day = read_date("today", today)
        follow_up = self._follow_up(asked, conversation)
        if follow_up and follow_up.loose:  # mostly it means the same event, where that tells it
            answer = self._answer(asked, replace(follow_up, loose=False), k, filters, day)
            if keeps_event(answer, asked):
                return answer
        return self._answer(asked, follow_up, k, filters, day)

    def _answer(
        self,
        asked: Question,
        follow_up: FollowUp | None,
        k: int | None,
        filters: Filters,
        today: date | None,
    ) -> Answer:
        """The answer to a question, with what it takes over from a conversation."""
        text, leaning = self._to_search(asked, follow_up, today)
        search = self.searcher.search(text, self._size(k), filters, leaning)
        answer = make_answer(search, self._settings.threshold)
        answer = replace(answer, question=asked.text, filters=filters)
        return carried_into(answer, follow_up, asked, leaning.articles) if follow_up else answer

    def preview(  # noqa: PLR0913  as `ask` takes them
        self,
        question: str,
        k: int | None = None,
        *,
        source: str = "",
        since: str | date | None = None,
        until: str | date | None = None,
        article: str = "",
        today: str | date | None = None,
        conversation: Conversation = Conversation(),
    ) -> Preview:
        """What words alone find of a question: to be shown at once, until `ask` has answered.

        The encoder is neither loaded nor run. Nothing is read for answers, and nothing is said of
        whether the library holds one.

        Args:
            question: As in `ask`; so are all others.
            k: How many passages.
            source: The only source.
            since: The first day.
            until: The last day.
            article: The only article.
            today: The day on which it is asked.
            conversation: What was talked about before.

        Raises:
            QuestionError: The question is empty or too long, a date is none, or there is no such
                source or article.
        """
        filters = read_filters(source, since, until, article)
        asked = read_question(question)
        day = read_date("today", today)
        text, leaning = self._to_search(asked, self._follow_up(asked, conversation), day)
        search = self.searcher.search_by_words(text, self._size(k), filters, leaning)
        return make_preview(search, asked.text)

    def timeline(
        self,
        question: str,
        *,
        source: str = "",
        since: str | date | None = None,
        until: str | date | None = None,
        article: str = "",
        today: str | date | None = None,
    ) -> Timeline:
        """What the library tells of an event, in the order in which it happened.

        Args:
            question: In Chinese, Simplified or Traditional, or English; or what names the event.
            source: As in `ask`; so are since, until, article and today.
            since: The first day of articles.
            until: The last day of articles.
            article: The only article.
            today: The day on which it is asked.

        Raises:
            QuestionError: The question is empty or too long, a date is none, or there is no such
                source or article.
        """
        filters = read_filters(source, since, until, article)
        leaning = Leaning(today=read_date("today", today))
        search = self.searcher.search(question, READ_FOR_TIMELINE, filters, leaning)
        timeline = make_timeline(search, self._settings.threshold)
        return replace(timeline, question=question.strip(), filters=filters)

    def _follow_up(self, asked: Question, conversation: Conversation) -> FollowUp | None:
        return read_follow_up(asked, conversation, self.searcher.chooser.names)

    def _to_search(
        self, asked: Question, follow_up: FollowUp | None, today: date | None
    ) -> tuple[str, Leaning]:
        """The question as it is searched, and what the search leans on."""
        if follow_up is None:
            return asked.text, Leaning(today=today)
        if follow_up.apart:
            return follow_up.text, Leaning(today=today)
        kin = self.searcher.kin(follow_up.topic.heading.article_id)
        return follow_up.text, Leaning(follow_up.words, kin, today, follow_up.about)

    def _size(self, k: int | None) -> int:
        return self._settings.k if k is None else max(k, 0)
