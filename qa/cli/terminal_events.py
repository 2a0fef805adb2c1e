"""What an answer carried over, and the other events that fit, as people read them in a terminal."""

from collections.abc import Iterator

from corpus.article import Heading
from corpus.one_line import one_line
from qa.answer import Answer, Event
from qa.messages.catalogue import Texts, texts
from qa.messages.headings import day
from qa.messages.narrowed import dated_words
from qa.question import read_question


def carried_lines(answer: Answer) -> Iterator[str]:
    """What a follow-up took over: the event, whom its pronouns mean, and if it led elsewhere."""
    if answer.carried is None:
        return
    shown = _texts(answer)
    event = " · ".join(filter(None, (_event_of(answer.carried.heading, shown), _names(answer))))
    yield f"{shown['carried_on']}{shown['colon']}{event}"
    if answer.carried.elsewhere:
        yield shown["elsewhere"]


def dated_lines(answer: Answer) -> Iterator[str]:
    """The days that the question's own words narrowed it to, where they did."""
    shown = _texts(answer)
    if words := dated_words(answer, shown):
        yield f"{shown['dated']}{shown['colon']}{words}"


def other_lines(answer: Answer) -> Iterator[str]:
    """The other events that fit: the day, the title, who answers, and the passage's number."""
    if not answer.others:
        return
    shown = _texts(answer)
    yield shown["others"]
    yield from (_other(event, shown) for event in answer.others)
    yield ""


def _other(event: Event, shown: Texts) -> str:
    evidence = event.evidence
    when = event.day.isoformat() if event.day else day(evidence.heading, shown)
    if event.day and not event.told:
        when = f"{when} ({shown['by_article']})"
    sentence = one_line(evidence.passage.text[slice(*evidence.sentence)])
    said = "、".join(person.name for person in event.people) or sentence
    title = one_line(evidence.heading.title or evidence.heading.source)
    return "  ".join(part for part in (f"    {when}", title, said, f"[{evidence.rank}]") if part)


def _event_of(heading: Heading, shown: Texts) -> str:
    return f"{one_line(heading.title) or one_line(heading.lead)[:24]} · {day(heading, shown)}"


def _names(answer: Answer) -> str:
    return "、".join(answer.carried.names) if answer.carried else ""


def _texts(answer: Answer) -> Texts:
    return texts(read_question(answer.question).language)
