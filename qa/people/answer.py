"""Which of the people whom passages name are the answer to a who-question."""

from collections.abc import Sequence
from dataclasses import replace

from qa.answer import Person
from qa.people.asked import Asked, read_asked
from qa.people.candidates import Candidate, PassagePeople, candidates
from qa.people.mention import Mention
from qa.roles import ATTENDING, roles_of

_SAME_EVENT = 2  # names that lists of two articles share when they tell of one event
# How much less than the best a list of the same act may earn: where one person is asked after, and
# where there may be more.
_SLACK_OF_ONE, _SLACK = 0.6, 2.0


def answer_people(question: str, passages: Sequence[PassagePeople]) -> tuple[Person, ...]:
    """The people who answer a who-question, each once; none where the act asked after is not told.

    They come from the list of names that fits best, from lists of the same article that tell the
    same act, and from lists of other articles that share two names with it. They stand in the
    order of the passages and, within one, of the text. A title missing in one place is taken from
    another.

    Args:
        question: As typed, in Simplified, Traditional or English.
        passages: What was found, best first; the first few are enough.
    """
    asked = read_asked(question)
    found = [
        candidate
        for rank, source in enumerate(passages)
        for candidate in candidates(asked, source, rank)
    ]
    if not found:
        return ()
    best = max(found, key=lambda candidate: candidate.score)
    if asked.acts and not best.acts:
        return ()
    chosen = _chosen(asked, best, found)
    return _merged(asked, chosen, passages)


def _chosen(asked: Asked, best: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best candidate, and those that tell the same of others: 甲致辞。乙致辞。."""
    if asked.count == len(best.people) or not best.acts:
        return [best]
    return [
        candidate
        for candidate in candidates
        if candidate is best or _goes_with(asked, candidate, best)
    ]


def _goes_with(asked: Asked, candidate: Candidate, best: Candidate) -> bool:
    """Whether a candidate adds to the best one: the same event, act, side and kind of people."""
    if candidate.source.article_id != best.source.article_id:
        return candidate.acts >= best.acts and len(candidate.names & best.names) >= _SAME_EVENT
    if _is_open(asked) and "主持" in candidate.people[0].acts:
        return True  # whoever chairs a meeting attends it
    same_side = candidate.people[0].is_object == best.people[0].is_object
    if not same_side and (asked.side or "会见" not in best.acts):
        return False
    same_sentence = (
        candidate.source is best.source and candidate.people[0].sentence == best.people[0].sentence
    )
    untitled = same_sentence and not any(mention.title for mention in candidate.people)
    if best.is_kind and not candidate.is_kind and not untitled:
        return False
    if same_sentence and candidate.acts and asked.count != 1:
        return True
    slack = _SLACK_OF_ONE if asked.count == 1 else _SLACK
    return candidate.acts >= best.acts and candidate.score >= best.score - slack


def _is_open(asked: Asked) -> bool:
    """Whether all who attended are asked after, of whatever kind and number."""
    attending = bool(asked.acts) and ATTENDING.issuperset(asked.acts)
    return attending and not (asked.count or asked.kinds or asked.left_out)


def _merged(
    asked: Asked, chosen: Sequence[Candidate], passages: Sequence[PassagePeople]
) -> tuple[Person, ...]:
    """One person a name, with the longest title and all roles, where first chosen."""
    people: dict[str, Person] = {}
    for candidate in chosen:
        for mention in candidate.people:
            name = candidate.source.key[mention.start : mention.end]
            if name in people:
                known = people[name]
                roles = tuple(dict.fromkeys((*known.roles, *mention.roles)))
                people[name] = replace(known, roles=roles, title=known.title or mention.title)
            else:
                people[name] = _person(asked, candidate, mention)
    return tuple(
        person if person.title else replace(person, title=_title_elsewhere(name, passages))
        for name, person in people.items()
    )


def _person(asked: Asked, candidate: Candidate, mention: Mention) -> Person:
    """A mention as an answer: the part asked after stands first among the roles."""
    played = [act for act in asked.acts if act in mention.acts][:1]
    return Person(
        name=mention.name,
        title=mention.title,
        roles=tuple(dict.fromkeys((*roles_of(tuple(played)), *mention.roles))),
        passage_id=candidate.source.passage_id,
        start=mention.start,
        end=mention.end,
    )


def _title_elsewhere(name: str, passages: Sequence[PassagePeople]) -> str:
    """The first title that the passages give a name."""
    return next(
        (
            mention.title
            for source in passages
            for mention in source.people
            if mention.title and source.key[mention.start : mention.end] == name
        ),
        "",
    )
