"""Which of the people whom passages name are the answer to a who-question."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from index.fold import fold
from qa.answer import Person
from qa.people.bodies import of_body_asked
from qa.people.exact import asks_for_absent, told_exactly
from qa.people.fitting import names_office
from qa.people.mention import Mention, PassagePeople, as_person
from qa.people.name_lists import NameList, name_lists
from qa.people.quoted import who_said
from qa.people.who_is import is_asked_by_name, is_only_a_name, who_is
from qa.people.who_question import WhoQuestion, read_who_question
from qa.question_rules.offices import may_be_of_body
from qa.text.roles import ATTENDING, roles_of

_SAME_EVENT = 2  # names that lists of two articles share when they tell of one event
# How much less than the best a list of the same act may earn: where one person is asked after, and
# where there may be more.
_SLACK_OF_ONE, _SLACK = 0.6, 2.0
_PARTNER = re.compile(r"[与和同跟][^,。;]*$")
_TOGETHER = re.compile(r"(?:先生|女士|同志)?(?:共同|联合|一同|一起|双双)")
_GIVEN = "任命"
_AT_EVENTS = frozenset({"主持", "宣读"})  # whoever does this at a meeting attends it
_RANKED = {("夺冠",), ("获奖",)}
_OF_MANY = re.compile(r"(?:被告人?|嫌疑人|受[害伤][人者]|遇难者|死者|伤者|弟子|学生|选手|得主)$")


@dataclass(frozen=True, slots=True)
class PeopleOfList:
    """The people of one list of names, with those of the acts asked after that it tells of."""

    people: tuple[Person, ...]
    acts: frozenset[str]


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
    asked = read_who_question(question)
    somebody = _somebody(asked, passages)
    if somebody is not None:
        return somebody
    speaker = who_said(asked, passages)
    if speaker is not None:
        return _merged(asked, [NameList.of_one(*speaker)], passages)
    found = told_exactly(
        asked,
        [
            name_list
            for rank, source in enumerate(passages)
            for name_list in name_lists(asked, source, rank)
        ],
    )
    if not found:
        return ()
    best = max(found, key=lambda name_list: (_holds_office(asked, name_list), name_list.score))
    if asks_for_absent(asked):
        return _merged(asked, [each for each in found if each.source is best.source], passages)
    holds = asked.is_of_holder and best.is_kind
    if (asked.acts or asked.is_of_holder) and not (best.acts or holds):
        return ()
    chosen = _chosen(asked, best, found)
    return _merged(asked, chosen, passages)


def is_settled(question: str, people: Sequence[Person]) -> bool:
    """Whether lists alone show who answers, or that nobody does: then nobody reads closely.

    Where the question asks who somebody is whom it names, or who was not there.
    """
    asked = read_who_question(question)
    if not people:
        return is_only_a_name(asked)
    return is_asked_by_name(asked, fold(people[0].name)) or asks_for_absent(asked)


def tells_who(question: str, people: Sequence[Person]) -> bool:
    """Whether a question asks by name who somebody is, and people are that one, with a title.

    With one that names a body, where it asks of which body that one is.
    """
    asked = read_who_question(question)
    if not (people and people[0].title and may_be_of_body(asked.key, fold(people[0].title))):
        return False
    return is_asked_by_name(asked, fold(people[0].name))


def may_be_all(question: str, people: Sequence[Person]) -> bool:
    """Whether these people may be all whom a question asks after, whatever else lists show."""
    return read_who_question(question).may_be(len(people))


def _somebody(asked: WhoQuestion, passages: Sequence[PassagePeople]) -> tuple[Person, ...] | None:
    """Whom a question asks after by name, and so nobody else; None where it does not."""
    found = who_is(asked, passages)
    if found is None:
        return () if is_only_a_name(asked) else None
    return _merged(asked, [NameList.of_one(*found)], passages)


def lists_of(
    question: str, passages: Sequence[PassagePeople], passage_ids: Collection[str]
) -> tuple[PeopleOfList, ...]:
    """The people of each list of names in some passages, as they would answer a who-question.

    Whom the question names itself or leaves out is left out. Titles as in `answer_people`.

    Args:
        question: As typed, in Simplified, Traditional or English.
        passages: What was found, best first.
        passage_ids: Those of them whose lists are given.
    """
    asked = read_who_question(question)
    return tuple(
        PeopleOfList(_merged(asked, [name_list], passages), _told(asked, name_list))
        for rank, source in enumerate(passages)
        if source.passage_id in passage_ids
        for name_list in told_exactly(asked, list(name_lists(asked, source, rank)))
    )


def _holds_office(asked: WhoQuestion, name_list: NameList) -> bool:
    """Whether a list of those who did something holds the very office that is asked after."""
    did = bool(name_list.acts) and not asked.is_of_holder
    return did and name_list.is_kind and any(map(names_office, asked.kinds[0]))


def _told(asked: WhoQuestion, name_list: NameList) -> frozenset[str]:
    """The acts asked after that a list tells of; whoever holds the office was once given it."""
    return name_list.acts | {_GIVEN} if asked.is_of_holder and name_list.is_kind else name_list.acts


def _chosen(asked: WhoQuestion, best: NameList, lists: Sequence[NameList]) -> list[NameList]:
    """The best list, and those that tell the same of others: 甲致辞。乙致辞。."""
    alone = asked.count == len(best.people) or not best.acts or _is_of_one(asked, best)
    if alone:
        return [each for each in lists if each is best or _shares(each, best)]
    return [
        name_list for name_list in lists if name_list is best or _goes_with(asked, name_list, best)
    ]


def _goes_with(asked: WhoQuestion, name_list: NameList, best: NameList) -> bool:
    """Whether a list adds to the best one: the same event, act, side and kind of people."""
    if name_list.source.article_id != best.source.article_id:
        return name_list.acts >= best.acts and len(name_list.names & best.names) >= _SAME_EVENT
    if _is_open(asked) and not _AT_EVENTS.isdisjoint(name_list.people[0].acts):
        return True
    same_side = name_list.people[0].is_object == best.people[0].is_object
    if not same_side and (asked.side or "会见" not in best.acts):
        return False
    same_sentence = (
        name_list.source is best.source and name_list.people[0].sentence == best.people[0].sentence
    )
    untitled = same_sentence and not any(mention.title for mention in name_list.people)
    if best.is_kind and not name_list.is_kind and not untitled:
        return False
    if same_sentence and name_list.acts and asked.count != 1 and "夺冠" not in best.acts:
        return True
    slack = _SLACK_OF_ONE if asked.count == 1 else _SLACK
    return name_list.acts >= best.acts and name_list.score >= best.score - slack


def _is_of_one(asked: WhoQuestion, best: NameList) -> bool:
    """Whether one list alone answers: who holds an office or a place, and who said something."""
    if asked.is_of_holder and best.is_kind:
        return True
    if asked.several:
        return False
    return asked.acts[:1] == ("表示",) or (asked.count == 1 and asked.acts[:1] in _RANKED)


def _shares(name_list: NameList, best: NameList) -> bool:
    """Whether people do the same together with the best, or are called what is asked, as they are.

    In one sentence: 甲与乙共同主持; 被告人甲…，被告人乙….
    """
    same_source = name_list.source is best.source
    if not same_source or name_list.people[0].sentence != best.people[0].sentence:
        return False
    first, second = sorted((name_list, best), key=lambda each: each.people[0].start)
    key = first.source.key
    of_kind = best.is_kind and name_list.is_kind
    if of_kind and _called(first) & _called(second):
        return True
    between = key[first.people[-1].end : second.people[0].start]
    together = _TOGETHER.match(key, second.people[-1].end)
    return bool(together and _PARTNER.match(between)) and name_list.acts >= best.acts


def _called(name_list: NameList) -> set[str]:
    """The titles of a list that many share: 被告人, 遇难者, 弟子."""
    return set(filter(_OF_MANY.search, map(name_list.source.title_of, name_list.people)))


def _is_open(asked: WhoQuestion) -> bool:
    """Whether all who attended are asked after, of whatever kind and number."""
    attending = bool(asked.acts) and ATTENDING.issuperset(asked.acts)
    return attending and not (asked.count or asked.kinds or asked.left_out)


def _merged(
    asked: WhoQuestion, chosen: Sequence[NameList], passages: Sequence[PassagePeople]
) -> tuple[Person, ...]:
    """One person a name, with the longest title and all roles, where first chosen."""
    people: dict[str, Person] = {}
    for name_list in of_body_asked(asked.key, chosen):
        for mention in name_list.people:
            name = name_list.source.name_of(mention)
            if name in people:
                known = people[name]
                roles = tuple(dict.fromkeys((*known.roles, *mention.roles)))
                people[name] = replace(known, roles=roles, title=known.title or mention.title)
            else:
                people[name] = _person(asked, name_list, mention)
    return tuple(
        person if person.title else replace(person, title=_title_elsewhere(name, passages))
        for name, person in people.items()
    )


def _person(asked: WhoQuestion, name_list: NameList, mention: Mention) -> Person:
    """A mention as an answer: the part asked after stands first among the roles."""
    played = [act for act in asked.acts if act in mention.acts][:1]
    roles = tuple(dict.fromkeys((*roles_of(tuple(played)), *mention.roles)))
    return replace(as_person(name_list.source.passage_id, mention), roles=roles)


def _title_elsewhere(name: str, passages: Sequence[PassagePeople]) -> str:
    """The first title that the passages give a name."""
    return next(
        (
            mention.title
            for source in passages
            for mention in source.people
            if mention.title and source.name_of(mention) == name
        ),
        "",
    )
