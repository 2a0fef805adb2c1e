"""What else an answer leads to: the other events that fit, and the way to the timeline; as HTML."""

from qa.answer import Answer, Event
from qa.messages.catalogue import Texts
from qa.messages.headings import day, named
from qa.web.filtered import filters_json
from qa.web.marks import escape, isolated


def events_html(answer: Answer, texts: Texts) -> str:
    """The other events that fit, each leading to its card, and a button for the timeline.

    Nothing for an answer without evidence; no timeline of a follow-up, which names no event.
    """
    if not answer.evidence or answer.carried:
        return _others(answer, texts)
    asked = escape(answer.question)
    button = (
        f'<p class="to-timeline"><button type="button" class="minor" data-timeline="{asked}"'
        f' data-filters="{escape(filters_json(answer.filters))}">'
        f"{texts['timeline']}</button></p>"
    )
    return _others(answer, texts) + button


def _others(answer: Answer, texts: Texts) -> str:
    if not answer.others:
        return ""
    label = texts["others"]
    lines = "".join(f"<li>{_other(event, texts)}</li>" for event in answer.others)
    return (
        f'<section class="others" aria-label="{label}"><h4>{label}</h4><ul>{lines}</ul></section>'
    )


def _other(event: Event, texts: Texts) -> str:
    evidence = event.evidence
    when = event.day.isoformat() if event.day else day(evidence.heading, texts)
    by = f" ({texts['by_article']})" if event.day and not event.told else ""
    title = named(evidence.heading, texts)
    people = "、".join(person.name for person in event.people)
    said = people or evidence.passage.text[slice(*evidence.sentence)].strip()
    return (
        f"<time>{isolated(when)}</time>{by} "
        f'<button type="button" class="quote" data-goto="{escape(evidence.passage.id)}">'
        f'{isolated(title)}</button> <span class="meta">{isolated(said)}</span>'
    )
