"""Which of the people whom passages name are the answer to a who-question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qa.answer import Person
from qa.people.asked import Asked, read_asked
from qa.people.mention import Mention
from qa.people.pinyin import is_romanised
from qa.roles import ATTENDING, roles_of

# What a group of names earns; chosen by hand, checked on both halves of labelled questions.
_ACT, _NEAR_ACT, _COUNT, _KIND, _WORDS, _RANK = 3.0, 1.2, 1.5, 1.0, 3.0, 0.5
_ACT_NEXT = 0.75  # each further act that fits counts less than the one before
# Acts that a text may use for the act asked after.
_NEAR = {
    "出席": ("参加", "陪同", "主持"),
    "参加": ("出席", "陪同", "率领", "访问"),
    "讲话": ("表示",),
    "表示": ("讲话",),
    "陪同": ("参加", "出席"),
    "迎接": ("会见",),
    "会见": ("迎接",),
    "签署": (),
    "领取": ("获奖",),
    "获奖": ("领取",),
    "率领": ("陪同", "访问"),
}


@dataclass(frozen=True, slots=True)
class PassagePeople:
    """A passage with the people it names.

    Attributes:
        passage_id: The passage.
        article_id: Its article.
        key: The key of its text.
        people: As `PeopleReader.people` gives them.
    """

    passage_id: str
    article_id: str
    key: str
    people: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """The people of one list who could be the answer, with what speaks for them."""

    source: PassagePeople
    people: tuple[Mention, ...]
    acts: frozenset[str]
    score: float


def answer_people(question: str, passages: Sequence[PassagePeople]) -> tuple[Person, ...]:
    """The people who answer a who-question, each once, in the order of the text; none if none do.

    They come from the one passage that fits best, and from other passages of its article that
    tell the same act; a title missing there is taken from the other passages.

    Args:
        question: As typed, in Simplified, Traditional or English.
        passages: What was found, best first; the first few are enough.
    """
    asked = read_asked(question)
    candidates = [
        candidate
        for rank, source in enumerate(passages)
        for candidate in _candidates(asked, source, rank)
    ]
    if not candidates:
        return ()
    best = max(candidates, key=lambda candidate: candidate.score)
    chosen = _chosen(asked, best, candidates)
    return _merged(chosen, passages)


def _candidates(asked: Asked, source: PassagePeople, rank: int) -> Iterable[_Candidate]:
    groups: dict[int, list[Mention]] = {}
    for mention in source.people:
        groups.setdefault(mention.group, []).append(mention)
    for group in groups.values():
        people = tuple(mention for mention in group if not _is_left_out(asked, source.key, mention))
        if people:
            score, acts = _score(asked, source, people)
            yield _Candidate(
                source, _of_kind(asked, people, source.key), acts, score - _RANK * rank
            )


def _is_left_out(asked: Asked, key: str, mention: Mention) -> bool:
    """Whether the question names the person, by name or (除了县委书记) by title."""
    name = key[mention.start : mention.end]
    title = key[mention.title_start : mention.title_end]
    if name in asked.key or any(is_romanised(name, known) for known in asked.romanised):
        return True
    return bool(title) and any(_ends_alike(title, out) for out in asked.left_out)


def _ends_alike(title: str, out: str) -> bool:
    return len(out) >= 2 and (title.endswith(out) or out.endswith(title))


def _score(
    asked: Asked, source: PassagePeople, people: Sequence[Mention]
) -> tuple[float, frozenset[str]]:
    """What speaks for a list, and the asked acts that it tells of."""
    acts = people[0].acts
    score, weight = 0.0, _ACT
    direct = [act for act in asked.acts if act in acts]
    for _ in direct:
        score += weight
        weight *= 1 - _ACT_NEXT
    near = [act for wanted in asked.acts for act in _NEAR.get(wanted, ()) if act in acts]
    if not direct and near:
        score += _NEAR_ACT
    if asked.acts and not direct and not near:
        score -= _NEAR_ACT
    if not acts:
        score -= _NEAR_ACT
    score += _side(asked, people[0])
    score += _COUNT * (asked.count == len(people)) if asked.count else 0.3 * (len(people) > 1)
    score += _WORDS * _shared_words(asked.key, source.key, people[0].sentence)
    score += _KIND * any(_is_kind(asked, source.key, mention) for mention in people)
    return score, frozenset(direct or near)


def _side(asked: Asked, mention: Mention) -> float:
    if not asked.side or "会见" not in asked.acts:
        return 0.0
    return 1.0 if mention.is_object == (asked.side == "object") else -1.0


def _shared_words(question: str, key: str, sentence: tuple[int, int]) -> float:
    """The share of the question's pairs of characters that stand in or near the sentence."""
    pairs = {question[at : at + 2] for at in range(len(question) - 1)}
    pairs = {pair for pair in pairs if pair.isalnum() and not pair.isascii()}
    if not pairs:
        return 0.0
    inside = key[slice(*sentence)]
    before = key[max(0, sentence[0] - 100) : sentence[0]]
    full = sum(pair in inside for pair in pairs)
    half = sum(pair in before and pair not in inside for pair in pairs)
    return (full + 0.5 * half) / len(pairs)


def _is_kind(asked: Asked, key: str, mention: Mention) -> bool:
    title = key[mention.title_start : mention.title_end]
    return any(kind in title for kind in asked.kinds)


def _of_kind(asked: Asked, people: tuple[Mention, ...], key: str) -> tuple[Mention, ...]:
    """Those whose title is of the kind asked after (哪两位前主席), where some are."""
    for kind in asked.kinds:
        some = tuple(m for m in people if kind in key[m.title_start : m.title_end])
        if some:
            return some
    return people


def _chosen(asked: Asked, best: _Candidate, candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The best candidate, and those that tell the same of others: 甲致辞。乙致辞。"""
    if asked.count == len(best.people) or not best.acts:
        return [best]
    chosen = [
        candidate
        for candidate in candidates
        if candidate is best
        or (
            candidate.source.article_id == best.source.article_id
            and candidate.acts >= best.acts
            and candidate.score >= best.score - _slack(asked)
        )
    ]
    return chosen


def _slack(asked: Asked) -> float:
    return 0.6 if asked.count == 1 else 2.0


def _merged(chosen: Sequence[_Candidate], passages: Sequence[PassagePeople]) -> tuple[Person, ...]:
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
                people[name] = _person(candidate.source, mention)
    return tuple(
        person if person.title else replace(person, title=_title_elsewhere(name, passages))
        for name, person in people.items()
    )


def _person(source: PassagePeople, mention: Mention) -> Person:
    return Person(
        name=mention.name,
        title=mention.title,
        roles=mention.roles or roles_of(()),
        passage_id=source.passage_id,
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
