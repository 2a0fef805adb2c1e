"""Finds what may answer a question in one passage."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from corpus.split import sentences
from qa.question import Question
from qa.short.amounts import find_amounts
from qa.short.candidate import Candidate
from qa.short.contrasts import contrasts
from qa.short.days import find_days
from qa.short.nearness import Nearness
from qa.short.place_words import asked_endings
from qa.short.places import find_places
from qa.short.ranks import asks_rank, find_ranks
from qa.short.reasons import find_reasons
from qa.short.scores import asks_score, find_casualties, find_scores
from qa.short.speech import find_speech
from qa.short.tables import find_cells
from qa.short.tagged_places import find_tagged_places
from qa.short.things import find_things
from qa.short.told import find_told
from qa.short.units import asked_class
from qa.text.names import Word
from qa.text.pieces import named, pieces, shared

# What a place found by rules alone is worth less where the recogniser did not see it.
_BY_RULES = 0.1
_TELLING = 2  # sentences of a passage whose words are read


def find_answers(
    question: Question,
    text: str,
    key: str,
    published: date | None,
    words: Sequence[Word] = (),
) -> tuple[Candidate, ...]:
    """What may answer in a passage, best first; ties by where it stands.

    None for a who-question, whose people `qa.people` reads, and for an empty text. Nothing that
    stands in the question itself is among them.

    Args:
        question: The question.
        text: The passage's text.
        key: Its key.
        published: The article's date, which dates without a year lean on; None where not known.
        words: The key's words by `qa.text.names`: with them places are found more surely.
    """
    near = Nearness(pieces(question), key, sentences(text))
    if question.kind == "when":
        found = find_days(question.key, text, key, published, near)
    else:
        found = _found(question, key, near, words)
    told = contrasts(question.key, key)
    weighed = (
        replace(each, score=each.score + told.worth(key, each.start, each.end)) for each in found
    )
    return tuple(sorted(weighed, key=lambda each: (-each.score, each.start, each.end)))


def telling_sentences(question: Question, text: str, key: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences that hold most of a question, in order.

    Reading the words of these alone finds as many right places as reading the whole passage.
    """
    spans = sentences(text)
    shares = shared(question, [key[start:end] for start, end in spans])
    best = sorted(range(len(spans)), key=lambda n: (-shares[n], n))[:_TELLING]
    return tuple(spans[n] for n in sorted(best))


def asks_place(question: Question) -> bool:
    """Whether a place is asked after, so that `find_answers` makes use of words."""
    return question.kind == "where" or (
        question.kind == "what" and bool(asked_endings(question.key))
    )


def _found(
    question: Question, key: str, near: Nearness, words: Sequence[Word]
) -> Iterator[Candidate]:
    asked = question.key
    match question.kind:
        case "where":
            yield from _places(question, key, near, words)
            yield from find_told(asked, key, near)
        case "howmany":
            yield from _amounts(asked, key, near)
        case "why":
            yield from find_reasons(asked, key, near)
        case "said":
            yield from find_speech(asked, key, near)
        case "how":
            yield from find_told(asked, key, near)
        case "what":
            yield from find_things(asked, key, near)
            yield from find_told(asked, key, near)
            if asked_endings(asked):
                yield from _places(question, key, near, words)
        case _:
            return


def _amounts(asked: str, key: str, near: Nearness) -> Iterator[Candidate]:
    if asks_score(asked):
        yield from find_scores(asked, key, near)
        return
    if asks_rank(asked):
        yield from find_ranks(asked, key, near)
        return
    cells = tuple(find_cells(near.wanted, asked_class(asked), key))
    yield from cells
    told = {place for cell in cells for place in range(cell.start, cell.end)}
    for each in find_amounts(asked, key, near):
        if each.start not in told:
            yield each
    yield from find_casualties(asked, key, near)


def _places(
    question: Question, key: str, near: Nearness, words: Sequence[Word]
) -> Iterator[Candidate]:
    """By the recogniser's words, and by the words that lead to places, which know less."""
    asked = named(question)
    tagged = tuple(find_tagged_places(asked, key, near, words))
    seen = {(each.start, each.end) for each in tagged}
    yield from tagged
    for each in find_places(asked, key, near):
        if (each.start, each.end) not in seen:
            yield replace(each, score=each.score - _BY_RULES * bool(words))
