"""Timelines as escaped HTML."""

from corpus.one_line import one_line
from qa.messages.catalogue import Texts
from qa.messages.headings import named
from qa.messages.narrowed import filters_words
from qa.messages.timeline import days, tellers, unanswered, undated
from qa.moments import Moment
from qa.timeline import Timeline
from qa.web.marks import escape, isolated


def timeline_html(timeline: Timeline, shown: Texts) -> str:
    """The timeline as a list, the earliest first; each line opens its article at the passage.

    Above it stands what it was narrowed to, and where no article answers, that these are only the
    nearest.
    """
    above = _filtered_html(timeline, shown)
    above += "" if timeline.answered else _denied_html(timeline, shown)
    if not timeline.found:
        return above
    above += f"<h3>{shown['timeline']}</h3>"
    note = f'<p class="note">{undated(timeline, shown)}</p>' if timeline.undated else ""
    if not timeline.moments:
        return f'{above}<p class="timeline-empty">{shown["timeline_empty"]}</p>{note}'
    lines = "".join(_line_html(moment, shown) for moment in timeline.moments)
    return f'{above}<ol class="timeline">{lines}</ol>{note}'


def _denied_html(timeline: Timeline, shown: Texts) -> str:
    why = f"<p>{shown['unanswered_why']}</p>" if timeline.moments else ""
    return f"<p><strong>{unanswered(timeline, shown)}</strong></p>{why}"


def _filtered_html(timeline: Timeline, shown: Texts) -> str:
    words = filters_words(timeline.filters, shown)
    named = f"<b>{shown['filtered']}</b> <span>{isolated(words)}</span>"
    return f'<p class="filtered">{named}</p>' if words else ""


def _line_html(moment: Moment, shown: Texts) -> str:
    by = "" if moment.told else f' <span class="by-article">{shown["by_article"]}</span>'
    label = escape(named(moment.heading, shown))
    return (
        f"<li><time>{days(moment)}</time>{by} "
        f'<button type="button" class="quote" data-open="{escape(moment.passage.id)}"'
        f' title="{label}">{isolated(one_line(moment.text))}</button> '
        f'<span class="meta">{isolated(tellers(moment, shown))}</span></li>'
    )
