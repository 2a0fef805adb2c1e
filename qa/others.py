"""The other events that fit a question: listed beside the answer, never blended into it."""

from collections.abc import Sequence

from qa.answer import Event, Evidence
from qa.evidence import telling_words
from qa.ranking.events import Apart
from qa.ranking.fit import Fit, covered
from qa.ranking.found import Found
from qa.searching import Search
from qa.times import times_of_events, told_day

# An event fits, too, that holds nearly as many of the question's telling words as the answer's
# event, and scores no less than this share of it. An English question shares no words with them:
# there they must score alike. Seen on the development questions.
_AS_MUCH = 0.8
_SCORE, _ENGLISH_SCORE = 0.45, 0.85


def other_events(search: Search, evidence: Sequence[Evidence]) -> tuple[Event, ...]:
    """The events beside the first that fit the question as well, in the order of their evidence.

    Where people are asked after, only events that name those who answer.

    Args:
        search: What was found and chosen.
        evidence: The same as evidence, best first.
    """
    choice, english = search.choice, search.question.language == "en"
    shown = {each.passage.id: each for each in evidence}
    found = {each.passage.id: each for each in choice.found}
    words = () if english else telling_words(search.ranking.words)
    first, *rest = choice.events or (Apart(()),)
    least_words = _AS_MUCH * covered(words, _keys(first, found))
    if not evidence or not (english or least_words):
        return ()
    least_score = evidence[0].score * (_ENGLISH_SCORE if english else _SCORE)
    fit = Fit(words, least_score, least_words)
    fitting = [
        (apart, shown[place])
        for apart in rest
        if (place := next((each for each in apart.passages if each in shown), ""))
        and (apart.people or search.question.kind != "who")
        and fit.of(_keys(apart, found), shown[place].score)
    ]
    return tuple(_event(apart, each, found[each.passage.id]) for apart, each in fitting)


def _keys(apart: Apart, found: dict[str, Found]) -> list[str]:
    """The keys of those of an event's passages that were found."""
    return [found[each].key for each in apart.passages if each in found]


def _event(apart: Apart, evidence: Evidence, found: Found) -> Event:
    text, published = evidence.passage.text, evidence.heading.published
    times = times_of_events(text, found.key, published)
    told = told_day(times, *evidence.sentence) or told_day(times, 0, len(text))
    day = told.first if told else published
    return Event(evidence, day, bool(told), apart.people)
