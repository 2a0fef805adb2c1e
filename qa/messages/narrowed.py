"""What a question was narrowed to, in words, and that nothing within it answers."""

from corpus.article import Filters
from qa.answer import Answer
from qa.messages.catalogue import Texts


def filters_words(filters: Filters, texts: Texts, article: str = "") -> str:
    """The source, the days and the article that a question is narrowed to; empty for nothing.

    Args:
        filters: The filters.
        texts: In the language of who reads.
        article: How the article is called, where that is known.
    """
    one = (article or texts["filtered_article"]) if filters.article else ""
    return " · ".join(part for part in (filters.source, _days(filters, texts), one) if part)


def denial(texts: Texts, filters: Filters, *, found: bool) -> str:
    """That no article answers, of no more articles than were searched, or that nothing was found.

    Where nothing was found, there may be articles all the same, whose words are others and whose
    meaning is not known yet.

    Args:
        texts: In the language of who reads.
        filters: What the question was narrowed to.
        found: Whether anything was found at all.
    """
    denied = "unanswered" if found else "nothing_found"
    return texts[f"{denied}_filtered" if filters else denied]


def dated_words(answer: Answer, texts: Texts) -> str:
    """The days that the question's own words narrowed it to; empty where they did not.

    Args:
        answer: The answer to the question.
        texts: In the language of who reads.
    """
    days, given = Filters(since=answer.since, until=answer.until), answer.filters
    is_own = (days.since, days.until) != (given.since, given.until)
    return _days(days, texts) if is_own else ""


def _days(filters: Filters, texts: Texts) -> str:
    if filters.since and filters.until:
        return f"{filters.since} – {filters.until}"
    if filters.since:
        return texts["filtered_since"].format(day=filters.since)
    return texts["filtered_until"].format(day=filters.until) if filters.until else ""
