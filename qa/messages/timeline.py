"""What stands in a timeline, in words: when it was, who tells it, and what is left out."""

from corpus.article import Heading
from corpus.one_line import one_line
from qa.messages.catalogue import Texts
from qa.messages.headings import named
from qa.messages.narrowed import denial
from qa.moments import Moment
from qa.timeline import Timeline


def days(moment: Moment) -> str:
    """When it was, as fine as it is known: 2023-07-22, 2023-07, 2023, or two days with a dash."""
    first, last = moment.first.isoformat(), moment.last.isoformat()
    if moment.precise == "month":
        return first[:7]
    if moment.precise == "year":
        return first[:4]
    return first if first == last else f"{first} – {last}"


def tellers(moment: Moment, shown: Texts) -> str:
    """Who tells it, and how many others."""
    where = _where(moment.heading) or named(moment.heading, shown)
    more = shown["reprints"].format(n=len(moment.also)) if moment.also else ""
    return " · ".join(part for part in (where, more) if part)


def undated(timeline: Timeline, shown: Texts) -> str:
    """How many sentences are left out, since they name no day."""
    return shown["timeline_undated"].format(n=timeline.undated)


def unanswered(timeline: Timeline, shown: Texts) -> str:
    """That no article answers, of no more than were searched, as one sentence."""
    return denial(shown, timeline.filters, found=timeline.found) + shown["full_stop"]


def _where(heading: Heading) -> str:
    return one_line(" · ".join(part for part in (heading.source, heading.title) if part))
