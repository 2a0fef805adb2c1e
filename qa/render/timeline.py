"""Timeline → escaped HTML, text for a terminal, and JSON; pure functions."""

from collections.abc import Iterator
from typing import TypedDict

from corpus.article import Heading
from corpus.one_line import one_line
from qa.answer import Evidence
from qa.moments import Moment
from qa.question import read_question
from qa.records.lines import day_of
from qa.timeline import Timeline
from qa.web.filtered import denial, filters_words
from qa.web.marks import escape, isolated
from qa.web.meta import named
from qa.web.texts import Texts, texts


class MomentRecord(TypedDict):
    """One moment: its days, whether the sentence itself names them, and the sentence's place.

    "start" and "end" are offsets in the article's cleaned text; "also" are records of articles.
    """

    first: str
    last: str
    precise: str
    told: bool
    text: str
    article: str
    title: str
    source: str
    published: str | None
    start: int
    end: int
    also: list[str]


class TimelineRecord(TypedDict):
    """What `ask --timeline --json` prints."""

    question: str
    answered: bool
    undated: int
    moments: list[MomentRecord]


def days(moment: Moment) -> str:
    """When it was, as fine as it is known: 2023-07-22, 2023-07, 2023, or two days with a dash."""
    first, last = moment.first.isoformat(), moment.last.isoformat()
    if moment.precise == "month":
        return first[:7]
    if moment.precise == "year":
        return first[:4]
    return first if first == last else f"{first} – {last}"


def moment_evidence(timeline: Timeline | None, passage_id: str) -> Evidence | None:
    """The passage of a timeline's moment as evidence, to open its article there; None if none."""
    if timeline is None:
        return None
    found = (moment for moment in timeline.moments if moment.passage.id == passage_id)
    moment = next(found, None)
    if moment is None:
        return None
    return Evidence(moment.passage, moment.heading, 0.0, 1, moment.sentence, ())


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
    note = f'<p class="note">{_undated(timeline, shown)}</p>' if timeline.undated else ""
    if not timeline.moments:
        return f'{above}<p class="timeline-empty">{shown["timeline_empty"]}</p>{note}'
    lines = "".join(_line_html(moment, shown) for moment in timeline.moments)
    return f'{above}<ol class="timeline">{lines}</ol>{note}'


def timeline_text(timeline: Timeline) -> str:
    """The timeline for a terminal, one line for each moment, in the question's language.

    That of a question that no article answers begins by saying so, as an answer does.
    """
    shown = texts(read_question(timeline.question).language)
    lines = [*_denied(timeline, shown)]
    if not timeline.found:
        return "\n".join(lines)
    if not timeline.moments:
        lines.append(shown["timeline_empty"])
    lines += [
        f"{days(moment)}  {_by(moment, shown)}{one_line(moment.text)}  [{_source(moment, shown)}]"
        for moment in timeline.moments
    ]
    return "\n".join([*lines, *([_undated(timeline, shown)] if timeline.undated else [])])


def timeline_record(timeline: Timeline) -> TimelineRecord:
    """The timeline as a JSON object."""
    return {
        "question": timeline.question,
        "answered": timeline.answered,
        "undated": timeline.undated,
        "moments": [_record(moment) for moment in timeline.moments],
    }


def _denied(timeline: Timeline, shown: Texts) -> Iterator[str]:
    """Where no article answers: that, and what the moments are then; nothing elsewhere."""
    if timeline.answered:
        return
    yield _denial(timeline, shown) + shown["full_stop"]
    if timeline.moments:
        yield shown["nearest_below"]


def _denied_html(timeline: Timeline, shown: Texts) -> str:
    why = f"<p>{shown['unanswered_why']}</p>" if timeline.moments else ""
    return f"<p><strong>{_denial(timeline, shown)}{shown['full_stop']}</strong></p>{why}"


def _denial(timeline: Timeline, shown: Texts) -> str:
    return denial(shown, timeline.filters, found=timeline.found)


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
        f'<span class="meta">{isolated(_source(moment, shown))}</span></li>'
    )


def _by(moment: Moment, shown: Texts) -> str:
    return "" if moment.told else f"({shown['by_article']}) "


def _source(moment: Moment, shown: Texts) -> str:
    """Who tells it, and how many others."""
    where = _where(moment.heading) or named(moment.heading, shown)
    more = shown["reprints"].format(n=len(moment.also)) if moment.also else ""
    return " · ".join(part for part in (where, more) if part)


def _where(heading: Heading) -> str:
    return one_line(" · ".join(part for part in (heading.source, heading.title) if part))


def _undated(timeline: Timeline, shown: Texts) -> str:
    return shown["timeline_undated"].format(n=timeline.undated)


def _record(moment: Moment) -> MomentRecord:
    heading, offset = moment.heading, moment.passage.start
    return {
        "first": moment.first.isoformat(),
        "last": moment.last.isoformat(),
        "precise": moment.precise,
        "told": moment.told,
        "text": moment.text,
        "article": heading.record,
        "title": heading.title,
        "source": heading.source,
        "published": day_of(heading),
        "start": offset + moment.sentence[0],
        "end": offset + moment.sentence[1],
        "also": [each.record for each in moment.also],
    }
