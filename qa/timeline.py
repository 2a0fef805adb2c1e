"""A timeline: the dated sentences on an event, in the order of their real days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.article import Filters
from index.fold import fold
from qa.answering import make_answer
from qa.evidence import telling_words
from qa.moments import Moment, folded, moments_of
from qa.ranking.fit import Fit, covered
from qa.ranking.found import Found
from qa.searching import Search
from qa.text.names import names_in

# So many passages are read for a timeline, and so many of its moments are kept, the best.
READ_FOR_TIMELINE = 20
_MOST = 30
# A passage belongs to the event, too, that holds so many of the question's telling words that the
# first holds, and scores so well beside it. An English question shares no words with it: there the
# score decides.
_AS_MUCH = 0.6
_SCORE, _ENGLISH_SCORE = 0.35, 0.6
_NAME = 3  # characters of a name at the least


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the library tells of an event, in the order in which it happened.

    Attributes:
        question: As typed.
        moments: The earliest first; those of one day by how well they fit.
        undated: How many were left out because neither they nor their articles have a full date.
        answered: As in `qa.answer.Answer`.
        complete: As in `qa.answer.Answer`.
        filters: As in `qa.answer.Answer`.
        found: Whether anything was found at all.
    """

    question: str
    moments: tuple[Moment, ...]
    undated: int
    answered: bool
    complete: bool
    filters: Filters = Filters()
    found: bool = True


def make_timeline(search: Search, threshold: float) -> Timeline:
    """The timeline that a search gives.

    Of each passage that tells of the event, and holds the rarest name in the question: its best
    sentence, and every sentence that names its day and a telling word of the question; where the
    title names the event, every paragraph that begins with its day, too. One that tells the same
    of the same day as a better one is folded into it. A name alone that a title has is answered.

    Args:
        search: The question, what it found, and what was chosen of that.
        threshold: The confidence from which a question counts as answered.
    """
    answer = make_answer(search, threshold)
    words = telling_words(search.ranking.words)
    best = {each.passage.id: each.sentence for each in answer.evidence}
    moments = [
        moment and replace(moment, also=search.reprints.get(found.passage.id, ()))
        for found in _of_event(search, words)
        for moment in moments_of(
            found, best[found.passage.id], words, titled=_is_titled(found, search, words)
        )
    ]
    kept = folded(moment for moment in moments if moment)[:_MOST]
    return Timeline(
        question=answer.question,
        moments=tuple(sorted(kept, key=lambda moment: (moment.first, moment.last))),
        undated=moments.count(None),
        answered=answer.answered or (bool(kept) and _is_name_of_title(search)),
        complete=answer.complete,
        found=bool(answer.evidence),
    )


def _is_titled(found: Found, search: Search, words: Sequence[str]) -> bool:
    """Whether the title of a passage's article names what is asked after, or most of that."""
    title = fold(found.heading.title)
    most = _AS_MUCH * sum(map(len, words))
    return _names(search, title) or 0 < most <= covered(words, [title])


def _is_name_of_title(search: Search) -> bool:
    first = search.choice.found[0].heading
    return _names(search, fold(first.title))


def _names(search: Search, title: str) -> bool:
    """Whether all of a question, that is a name alone, stands in a title."""
    name = search.question.key.rstrip("?。!.")
    return len(name) >= _NAME and name in title


def _of_event(search: Search, words: Sequence[str]) -> Iterator[Found]:
    """The passages that tell of what the first tells of, best first."""
    found, english = search.choice.found, search.question.language == "en"
    least_score = found[0].hit.score * (_ENGLISH_SCORE if english else _SCORE) if found else 0.0
    least_words = _AS_MUCH * covered(words, [each.key for each in found[:1]])
    fit = Fit(words, least_score, 0.0 if english else least_words)
    keys = [fold(each.heading.over(each.passage.text)) for each in found]
    name = "" if english else _rarest_name(search.question.key, keys)
    for each, key in zip(found, keys, strict=True):
        if each is found[0] or (fit.of([each.key], each.hit.score) and name in key):
            yield each


def _rarest_name(question: str, keys: Sequence[str]) -> str:
    """Of the names in a question that the first of some keys holds, the one that fewest hold."""
    held = [name for name in names_in(question) if any(name in key for key in keys[:1])]
    return min(held, key=lambda name: sum(name in key for key in keys), default="")
