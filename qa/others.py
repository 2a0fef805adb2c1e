"""The other events that fit a question: listed beside the answer, never blended into it."""

from collections.abc import Sequence

from qa.answer import Event, Evidence
from qa.evidence import telling_words
from qa.ranking.events import Apart, covered
from qa.ranking.found import Found
from qa.searching import Search
from qa.times import times_of_events, told_day

# An event fits when its passages hold nearly all of the question's telling words; or nearly as many
# as those of the answer's event, and score no less than this share of it. An English question
# shares no words with them: there they must score alike. Seen on the development questions.
_ALL, _AS_MUCH = 0.9, 0.8
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
    all_words = _ALL * sum(map(len, words))
    least_words = _AS_MUCH * _covered(first, found, words)
    if not evidence or not (english or least_words):
        return ()
    least_score = evidence[0].score * (_ENGLISH_SCORE if english else _SCORE)
    fitting = [
        (apart, shown[place])
        for apart in rest
        if (place := next((each for each in apart.passages if each in shown), ""))
        and (apart.people or search.question.kind != "who")
        and (
            (shown[place].score >= least_score and _covered(apart, found, words) >= least_words)
            or 0 < all_words <= _covered(apart, found, words)
        )
    ]
    return tuple(_event(apart, each, found[each.passage.id]) for apart, each in fitting)


def _covered(apart: Apart, found: dict[str, Found], words: Sequence[str]) -> int:
    return covered(words, [found[each].key for each in apart.passages if each in found])


def _event(apart: Apart, evidence: Evidence, found: Found) -> Event:
    text, published = evidence.passage.text, evidence.heading.published
    times = times_of_events(text, found.key, published)
    told = told_day(times, *evidence.sentence) or told_day(times, 0, len(text))
    day = told.first if told else published
    return Event(evidence, day, bool(told), apart.people)
